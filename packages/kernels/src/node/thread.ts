// A helper thread of the wasm backend. Started by openWasm.
import { parentPort, workerData } from "node:worker_threads";
import { serveThread, type ThreadStart } from "../wasm/thread.ts";

serveThread(workerData as ThreadStart, () => parentPort?.postMessage("ready"));
