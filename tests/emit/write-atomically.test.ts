import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { gather } from "../../src/emit/gather.ts";
import { writeAtomically } from "../../src/emit/write-atomically.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-write-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("writes all pieces and leaves no other file", async () => {
  await writeAtomically(join(folder, "a.json"), ["{", "ñ", "}"]);
  expect(await readFile(join(folder, "a.json"), "utf8")).toBe("{ñ}");
  expect(await readdir(folder)).toEqual(["a.json"]);
});

test("replaces a file as a whole", async () => {
  await writeFile(join(folder, "a.json"), "something longer than what follows");
  await writeAtomically(join(folder, "a.json"), ["{}"]);
  expect(await readFile(join(folder, "a.json"), "utf8")).toBe("{}");
});

test("keeps the old file, and no half of the new one, when the writing breaks off", async () => {
  await writeFile(join(folder, "a.json"), "old");
  function* breaking() {
    yield "x".repeat(1_000_000);
    throw new Error("broke off");
  }
  await expect(writeAtomically(join(folder, "a.json"), breaking())).rejects.toThrow("broke off");
  expect(await readFile(join(folder, "a.json"), "utf8")).toBe("old");
  expect(await readdir(folder)).toEqual(["a.json"]);
});

test("says which file cannot be written, and leaves nothing behind", async () => {
  await mkdir(join(folder, "taken.json"));
  await expect(writeAtomically(join(folder, "taken.json"), ["{}"])).rejects.toMatchObject({
    code: "output-not-writable",
    place: { file: join(folder, "taken.json") },
  });
  await expect(writeAtomically(join(folder, "no-such-folder", "a.json"), ["{}"])).rejects.toMatchObject({
    code: "output-not-writable",
  });
  expect(await readdir(folder)).toEqual(["taken.json"]);
});

test("gathers pieces without losing or reordering any", () => {
  const pieces = Array.from({ length: 50_000 }, (_, i) => `${i},`);
  const chunks = [...gather(pieces)];
  expect(chunks.join("")).toBe(pieces.join(""));
  expect(chunks.length).toBeLessThan(5);
  expect([...gather([])]).toEqual([]);
});
