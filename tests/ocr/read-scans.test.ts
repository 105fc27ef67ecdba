import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import type { PageToRead } from "../../src/ocr/page-thread.ts";
import { readScans } from "../../src/ocr/read-scans.ts";

const folder = mkdtempSync(join(tmpdir(), "poi-threads-"));
afterAll(() => rmSync(folder, { recursive: true }));

const source = sourceFromBytes("plan.pdf", new TextEncoder().encode("%PDF-1.7"));
const pages = (count: number): PageToRead[] =>
  Array.from({ length: count }, (_, k) => ({ number: k + 1, pictured: 1, pictureSize: 0 }));

/** A program that answers each page with the scan that `answer` makes of its number. */
function program(name: string, answer: string): URL {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(
    file,
    `import { parentPort, threadId } from "node:worker_threads";
parentPort.on("message", ({ number }) => setTimeout(() => parentPort.postMessage(${answer}), 20));`,
  );
  return pathToFileURL(file);
}

const naming = program("naming", "{ scan: { page: number, skew: threadId } }");
const reading = { source, program: naming, workers: 2, cacheFolder: null };

test("no more pages than workers are read at once, and they come in order", async () => {
  const scans = await readScans(pages(7), reading);
  expect(scans.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(new Set(scans.map(({ skew }) => skew)).size).toBe(2);
});

test("pages that are kept start none", async () => {
  const cacheFolder = join(folder, "kept");
  const scans = await readScans(pages(2), { ...reading, cacheFolder });
  const gone = program("gone", "process.exit(1)");
  expect(await readScans(pages(2), { ...reading, cacheFolder, program: gone })).toEqual(scans);
});

test("what a thread says of a page that it cannot read is thrown, and no other page is begun", async () => {
  const damaged = program(
    "damaged",
    `{ error: { code: "pdf-damaged", message: "page " + number, place: { page: number }, hint: "h" } }`,
  );
  const seen: number[] = [];
  const all = readScans(pages(5), {
    ...reading,
    workers: 1,
    program: damaged,
    onPage: ({ done }) => seen.push(done),
  });
  await expect(all).rejects.toMatchObject({
    code: "pdf-damaged",
    message: "page 1",
    place: { page: 1 },
    hint: "h",
  });
  expect(seen).toEqual([]);
});

test.each([
  ["fails", "(() => { throw new Error('a bug') })()", "a bug"],
  ["ends", "process.exit(3)", "ended with code 3"],
])("a thread that %s ends the document", async (name, answer, message) => {
  await expect(readScans(pages(3), { ...reading, program: program(name, answer) })).rejects.toThrow(message);
});
