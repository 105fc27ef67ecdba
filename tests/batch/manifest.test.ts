import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ManifestEntry, type Run, readManifest, writeManifest } from "../../src/batch/manifest.ts";

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
  reading: "sha256:00",
  family: null,
  counts: null,
  error: { code: "input-not-found", message: "there is no such file", hint: null, page: null, line: null },
  startedAt: "2026-11-23T04:00:00.000Z",
  milliseconds: 12,
});
const run: Run = {
  command: "convert",
  programVersion: "1.0.0",
  state: "complete",
  startedAt: "2026-11-23T04:00:00.000Z",
  endedAt: "2026-11-23T04:01:00.000Z",
  options: { family: "auto", pages: null, force: false, concurrency: 2, timeout: 900, maxMemory: 4096 },
};

test("a folder without a manifest has no documents yet", async () => {
  expect(await readManifest(folder)).toEqual([]);
});

test("what is written is read again, ordered by input", async () => {
  await writeManifest(folder, run, [failed("b.txt"), failed("a.txt")]);
  expect(await readManifest(folder)).toEqual([failed("a.txt"), failed("b.txt")]);
});

test("the order of the run does not change the bytes", async () => {
  await writeManifest(folder, run, [failed("a.txt"), failed("b.txt")]);
  const first = await readFile(join(folder, "run.json"), "utf8");
  await writeManifest(folder, run, [failed("b.txt"), failed("a.txt")]);
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
    await writeFile(join(folder, "run.json"), JSON.stringify({ schemaVersion: 1, run, documents }));
    await expect(readManifest(folder)).rejects.toMatchObject({ code: "output-not-writable" });
  },
);
