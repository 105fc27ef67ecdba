import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BREAKAGES } from "../../bench/archive/break-file.ts";
import { type ArchiveFile, makeArchive } from "../../bench/archive/make-archive.ts";
import type { ManifestEntry } from "../../src/batch/manifest.ts";
import { extraction } from "../../src/schema.ts";
import { readLog, root, runPoi } from "../support/run-poi.ts";

const FILES = 1000;
const BROKEN = 30;

let folder: string;
let files: ArchiveFile[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-archive-"));
  files = await makeArchive(join(folder, "in"), { files: FILES, broken: BROKEN, rows: 6, seed: 1 });
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

test("a thousand documents, 3 in 100 broken in eleven ways: all others are converted, each bad one says why", async () => {
  const broken = files.filter(({ code }) => code !== null);
  expect(broken).toHaveLength(BROKEN);
  expect(files.filter(({ path, code }) => path.endsWith(".pdf") && code === null).length).toBeGreaterThan(20);
  expect(BREAKAGES.length).toBeGreaterThanOrEqual(10);
  expect(new Set(broken.map(({ code }) => code)).size).toBeGreaterThanOrEqual(10);
  const out = join(folder, "out");
  const args = ["convert", join(folder, "in"), "--out", out, "--timeout", "8", "--max-memory", "300"];
  const flaws = pathToFileURL(join(root, "bench/archive/flaws.ts")).href;
  const { code, stdout, stderr } = await runPoi(args, "", { NODE_OPTIONS: `--import=${flaws}` });
  expect(code).toBe(2);
  expect(stdout).toBe("");

  const { run, documents } = JSON.parse(await readFile(join(out, "run.json"), "utf8"));
  expect(run.state).toBe("complete");
  const entries = new Map((documents as ManifestEntry[]).map((entry) => [entry.input, entry]));
  expect(entries.size).toBe(FILES);
  const wrong = files.filter(({ path, rows, code }) => {
    const { outcome, counts, error } = entries.get(`../in/${path}`)!;
    return code === null
      ? outcome !== "done" || counts?.rows !== rows
      : outcome !== "failed" || error?.code !== code || counts !== null;
  });
  expect(wrong.map(({ path }) => entries.get(`../in/${path}`))).toEqual([]);

  const results = (await readdir(out)).filter((name) => name !== "run.json");
  expect(results.sort()).toEqual(
    [...entries.values()].flatMap(({ output }) => (output === null ? [] : [output])).sort(),
  );
  const some = results.filter((_, index) => index % 97 === 0);
  for (const name of some) {
    const text = await readFile(join(out, name), "utf8");
    expect(extraction.safeParse(JSON.parse(text)).success, name).toBe(true);
  }
  expect(readLog(stderr).at(-1)).toMatchObject({
    event: "summary",
    documents: FILES,
    done: FILES - BROKEN,
    failed: BROKEN,
    skipped: 0,
  });
}, 400_000);
