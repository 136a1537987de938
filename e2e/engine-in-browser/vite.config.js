export default { base: "./", worker: { format: "es" }, build: { target: "esnext", modulePreload: false } };
