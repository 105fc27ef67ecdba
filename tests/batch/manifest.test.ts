import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ManifestEntry, readManifest, writeManifest } from "../../src/batch/manifest.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-manifest-"));
});
afterAll(() => rm(folder, { recursive: true }));

const failed = (input: string): ManifestEntry => ({
  input,
  id: null,
  outcome: "failed",
  output: null,
  programVersion: "1.0.0",
  options: { family: "auto", pages: null },
  family: null,
  counts: null,
  error: { code: "input-not-found", message: "there is no such file" },
});

test("a folder without a manifest has no documents yet", async () => {
  expect(await readManifest(folder)).toEqual([]);
});

test("what is written is read again, ordered by input", async () => {
  await writeManifest(folder, [failed("b.txt"), failed("a.txt")]);
  expect(await readManifest(folder)).toEqual([failed("a.txt"), failed("b.txt")]);
});

test("the order of the run does not change the bytes", async () => {
  await writeManifest(folder, [failed("a.txt"), failed("b.txt")]);
  const first = await readFile(join(folder, "run.json"), "utf8");
  await writeManifest(folder, [failed("b.txt"), failed("a.txt")]);
  expect(await readFile(join(folder, "run.json"), "utf8")).toBe(first);
});

test.each([
  "{",
  "[]",
  '{"schemaVersion":2,"documents":[]}',
  '{"schemaVersion":1,"documents":[{"input":"a"}]}',
])("a run.json that is not ours is refused: %s", async (text) => {
  await writeFile(join(folder, "run.json"), text);
  await expect(readManifest(folder)).rejects.toMatchObject({
    code: "output-not-writable",
    place: { file: join(folder, "run.json") },
  });
});

test.each(["README.md", "run.json", "../plan.poi.json", "..\\plan.poi.json", "/tmp/plan.poi.json"])(
  "a run.json in which a result is named %s is refused: a later run would write over that file",
  async (output) => {
    const documents = [{ ...failed("a.txt"), output }];
    await writeFile(join(folder, "run.json"), JSON.stringify({ schemaVersion: 1, documents }));
    await expect(readManifest(folder)).rejects.toMatchObject({ code: "output-not-writable" });
  },
);
