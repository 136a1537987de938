// A helper thread of the wasm backend. Started by openWasm.
import { parentPort, workerData } from "node:worker_threads";
import { invariant } from "@wanwen/core";
import { serveThread, type ThreadStart } from "../wasm/thread.ts";

const port = parentPort;
invariant(port !== null, "this file runs in a worker");
serveThread(workerData as ThreadStart, () => port.postMessage("ready"));
