import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { InputError } from "@wanwen/core";
import { openDataFolder } from "./data-folder.ts";

const root = mkdtempSync(join(tmpdir(), "wanwen-data-"));
afterAll(() => rmSync(root, { recursive: true }));

describe("the data folder", () => {
  it("is made when it is missing, and belongs to one at a time", () => {
    const path = join(root, "a", "b");
    const first = openDataFolder(path);
    expect(first.path).toBe(path);
    expect(() => openDataFolder(path)).toThrow(`--data: ${path} is in use by another wanwen`);
    first.close();
    openDataFolder(path).close();
  });

  it("is free again when the process that held it was killed", async () => {
    const path = join(root, "killed");
    const code = `const { openDataFolder } = await import(${JSON.stringify(fileURLToPath(new URL("./data-folder.ts", import.meta.url)))});
      globalThis.held = openDataFolder(${JSON.stringify(path)}); console.log("held"); setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
    await once(holder.stdout, "data");
    expect(() => openDataFolder(path)).toThrow(InputError);
    holder.kill("SIGKILL");
    await once(holder, "exit");
    openDataFolder(path).close();
  });

  it("says why it cannot be used", () => {
    writeFileSync(join(root, "file"), "");
    expect(() => openDataFolder(join(root, "file", "data"))).toThrow(InputError);
    expect(() => openDataFolder(join(root, "file"))).toThrow(/--data: .*file cannot be used/);
    mkdirSync(join(root, "odd"));
    writeFileSync(join(root, "odd", "lock.db"), "no database ".repeat(100));
    expect(() => openDataFolder(join(root, "odd"))).toThrow(/--data: .*odd cannot be used: file is not a database/);
  });
});
