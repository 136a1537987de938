// A helper thread of the wasm backend in a browser. Started by openWasm.
import { serveThread, type ThreadStart } from "../wasm/thread.ts";

self.onmessage = ({ data }: MessageEvent<ThreadStart>) => serveThread(data, () => self.postMessage("ready"));
