import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lockFolder } from "../../src/batch/lock-folder.ts";
import { root } from "../support/run-poi.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-lock-"));
  await mkdir(join(folder, "a"));
  await mkdir(join(folder, "b"));
});
afterAll(() => rm(folder, { recursive: true }));

test("a folder is one run's at a time, by whatever path; another folder is free", async () => {
  await lockFolder(join(folder, "a"), async () => {
    const again = lockFolder(join(folder, "b/../a"), () => Promise.resolve());
    await expect(again).rejects.toMatchObject({
      code: "output-not-writable",
      message: expect.stringContaining("another run"),
    });
    expect(await lockFolder(join(folder, "b"), () => Promise.resolve("free"))).toBe("free");
  });
  expect(await lockFolder(join(folder, "a"), () => Promise.resolve("free again"))).toBe("free again");
});

test("a run that failed gives the folder back", async () => {
  await expect(lockFolder(folder, () => Promise.reject(new Error("boom")))).rejects.toThrow("boom");
  expect(await lockFolder(folder, () => Promise.resolve("free"))).toBe("free");
});

test("a run that was killed gives the folder back", async () => {
  const module = pathToFileURL(join(root, "src/batch/lock-folder.ts")).href;
  const hold = `
    const { lockFolder } = await import(${JSON.stringify(module)});
    await lockFolder(${JSON.stringify(folder)}, () => new Promise(() => {
      console.log("held");
      setInterval(() => {}, 1000);
    }));`;
  const holder = spawn(process.execPath, ["--input-type=module", "--eval", hold]);
  await new Promise((resolve) => holder.stdout.once("data", resolve));
  await expect(lockFolder(folder, () => Promise.resolve())).rejects.toThrow("another run");
  const ended = new Promise((resolve) => holder.once("close", resolve));
  holder.kill("SIGKILL");
  await ended;
  expect(await lockFolder(folder, () => Promise.resolve("free"))).toBe("free");
});
