#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from "commander";
import { failWith } from "./report.ts";

// Each command loads its own parts, so that --help is instant.
const program = new Command("wanwen")
  .description("万问: Qwen3.5 on your own computer, from open weights to an order that you approved.")
  .version("0.1.0")
  .showHelpAfterError("(add --help for the options and examples)");

const modelOptions = (command: Command) =>
  command
    .option("--model <model>", "a folder with safetensors, a .gguf file, or a name from the models folder; when left out, the embedded model")
    .addOption(new Option("--backend <name>", "how to compute").choices(["wasm", "reference"]).default("wasm"))
    .option("--threads <count>", "cores to use; when left out as many as help, at most 8", wholeNumber(1, 128))
    .option("--memory <size>", "the most that the model may take, like 6GB; when left out three quarters of the computer's", memorySize)
    .option("--no-drafts", "guess no tokens ahead; replies are the same, and mostly slower");

modelOptions(program.command("serve"))
  .description("Starts everything: the page, the task engine, the model with its API, and the sandbox of services.")
  .option("--port <number>", "port of the page and the API; 0 for any free one", wholeNumber(0, 65_535), 7070)
  .option("--host <address>", "address to listen on; 0.0.0.0 lets other computers in", "127.0.0.1")
  .option("--no-open", "do not open a browser")
  .option("--keep-prompts <folder>", "keep beginnings of prompts on disk too, at most 4 GB, so that they outlive a restart")
  .option("--adapter <name=folder...>", "LoRA adapters (PEFT) of the model; requests choose one as their model's name")
  .option("--data <folder>", "where tasks, orders and the wallet are kept (default: ~/.local/share/wanwen)")
  .option("--endpoint <url>", "use this OpenAI-compatible endpoint instead of a model on this computer")
  .option("--endpoint-model <name>", "the model's name at that endpoint")
  .option("--endpoint-key-env <variable>", "environment variable that holds the endpoint's key", "OPENAI_API_KEY")
  .addOption(new Option("--faults", "let tests break the sandbox on purpose").hideHelp())
  .addOption(new Option("--today <iso>", "pretend that it is this moment").hideHelp())
  .addHelpText("after", `
Examples:
  wanwen serve
  wanwen serve --port 8080 --no-open
  wanwen serve --model Qwen3.5-0.8B-Q4_K_M                      from the models folder
  wanwen serve --model ~/Downloads/qwen3.5-0.8b-q8_0.gguf
  wanwen serve --model ~/models/qwen3.5-0.8b --adapter poems=~/loras/poems
  wanwen serve --endpoint http://127.0.0.1:8000/v1 --endpoint-model Qwen/Qwen3.5-9B`)
  .action(async (options) => (await import("./serve.ts")).serve(options));

modelOptions(program.command("chat"))
  .description("Talks to a model in the terminal.")
  .argument("[words...]", "one question; without it a conversation starts")
  .option("--system <text>", "system message")
  .option("--max-tokens <count>", "longest reply", wholeNumber(1))
  .option("--temperature <value>", "0 always takes the likeliest word; at most 2", temperature)
  .addHelpText("after", `
Examples:
  wanwen chat --model qwen2.5-coder-0.5b-instruct-q4_k_m        from the models folder
  wanwen chat --model ~/models/qwen3.5-0.8b "Write a haiku about autumn rain."
  echo "翻译成英文：今天天气真好" | wanwen chat --model ~/models/qwen3.5-4b.gguf`)
  .action(async (words: string[], options) => (await import("./chat.ts")).chat(words, options));

modelOptions(program.command("bench"))
  .description("Measures how fast a model reads a prompt and writes a reply on this computer.")
  .option("--prompt <tokens>", "length of the prompt", wholeNumber(1), 512)
  .option("--reply <tokens>", "length of the reply", wholeNumber(1), 64)
  .option("--runs <count>", "how often; the median is shown", wholeNumber(1, 1000), 3)
  .option("--json", "one line of JSON instead of a table")
  .addHelpText("after", `
Examples:
  wanwen bench
  wanwen bench --model ~/models/qwen3.5-0.8b-q4_0.gguf --threads 2
  npm run bench -- engine        compares with llama.cpp on the same files`)
  .action(async (options) => (await import("./bench.ts")).bench(options));

program.command("pull")
  .description("Fetches a model from a hub into the models folder ($WANWEN_MODELS, or ~/.cache/wanwen/models).")
  .argument("<model>", "ORG/NAME, or ORG/NAME:FILE; without a file the best GGUF that this computer has memory for, else the safetensors")
  .addOption(new Option("--from <hub>", "which hub").choices(["huggingface", "modelscope"]).default("huggingface"))
  .addHelpText("after", `
What was interrupted goes on where it stopped; what arrives is held against the hub's checksums.
HF_ENDPOINT and MODELSCOPE_DOMAIN name a mirror, HF_TOKEN and MODELSCOPE_API_TOKEN an account.

Examples:
  wanwen pull unsloth/Qwen3.5-0.8B-GGUF
  wanwen pull unsloth/Qwen3.5-4B-GGUF:Q8_0
  wanwen pull Qwen/Qwen3.5-0.8B --from modelscope
  HF_ENDPOINT=https://hf-mirror.com wanwen pull unsloth/Qwen3.5-2B-GGUF`)
  .action(async (model: string, options) => (await import("./pull.ts")).pull(model, options));

program.command("inspect")
  .description("Says what a model is, what it needs in memory and how fast it will write, without loading it.")
  .argument("[model]", "a folder with safetensors, a .gguf file, or a name from the models folder; when left out, the embedded model")
  .option("--threads <count>", "cores to measure with; at most 8 when left out", wholeNumber(1, 128))
  .option("--no-speed", "do not measure this computer's memory")
  .option("--json", "one line of JSON")
  .addHelpText("after", `
Examples:
  wanwen inspect
  wanwen inspect Qwen3.5-0.8B-Q4_K_M                            from the models folder
  wanwen inspect ~/models/qwen3.5-35b-a3b-q4_k_m.gguf
  wanwen inspect ~/models/qwen3.5-4b --json | jq .memory`)
  .action(async (model: string | undefined, options) => (await import("./inspect.ts")).inspect(model, options));

function memorySize(text: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(MB|GB)$/i.exec(text.trim()) ?? [];
  if (amount === undefined || unit === undefined) throw new InvalidArgumentError("expected a size like 6GB or 800MB.");
  return Math.floor(Number(amount) * (unit.toUpperCase() === "GB" ? 1e9 : 1e6));
}

function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    const range = most === Number.MAX_SAFE_INTEGER ? `from ${least} on` : `from ${least} to ${most}`;
    throw new InvalidArgumentError(`Expected a whole number ${range}.`);
  };
}

function temperature(text: string): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (!(value >= 0 && value <= 2)) throw new InvalidArgumentError("Expected a number from 0 to 2.");
  return value;
}

// `wanwen chat … | head`: whoever reads has seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => (error.code === "EPIPE" ? process.exit(0) : failWith(error)));
await program.parseAsync().catch(failWith);
