// A page whose worker runs the engine's kernels and model: window.ask sends it a task and gives its answer.
import type { Answer, Task } from "./worker.ts";

declare global {
  interface Window {
    ask(task: Task): Promise<Answer>;
  }
}

window.ask = (task) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      worker.terminate();
      resolve(data);
    };
    worker.postMessage(task);
  });
