import { appendFile, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { JOURNAL, openJournal, readJournal, removeJournal } from "../../src/batch/journal.ts";
import { entryOf } from "./entry-of.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-journal-"));
});
afterEach(() => rm(folder, { recursive: true }));

const outcomes = async () => [...(await readJournal(folder))].map(([input, { outcome }]) => [input, outcome]);

test("a folder without a journal has no entries", async () => {
  expect(await outcomes()).toEqual([]);
});

test("of each input the last entry counts", async () => {
  const journal = await openJournal(folder, [entryOf("a.txt", "done"), entryOf("b.txt", "done")]);
  await journal.add(entryOf("a.txt", "pending"), true);
  await journal.add(entryOf("c.txt", "failed"));
  await journal.close();
  expect(await outcomes()).toEqual([
    ["a.txt", "pending"],
    ["b.txt", "done"],
    ["c.txt", "failed"],
  ]);
});

test("a line that was torn off spoils no other, and nor does what is not ours", async () => {
  const journal = await openJournal(folder, [entryOf("a.txt", "done")]);
  await appendFile(join(folder, JOURNAL), '\n{"input":"b.txt","outcome":"do');
  await journal.add(entryOf("c.txt", "done"));
  await appendFile(join(folder, JOURNAL), '{"input":"d.txt","output":"../../etc/passwd"}\nnull\n');
  await journal.add(entryOf("e.txt", "done"));
  await journal.close();
  expect(await outcomes()).toEqual([
    ["a.txt", "done"],
    ["c.txt", "done"],
    ["e.txt", "done"],
  ]);
});

test("a new journal takes the place of the one before, and a removed one is gone", async () => {
  await (await openJournal(folder, [entryOf("a.txt", "done")])).close();
  await (await openJournal(folder, [entryOf("b.txt", "done")])).close();
  expect(await outcomes()).toEqual([["b.txt", "done"]]);
  expect(await readFile(join(folder, JOURNAL), "utf8")).toMatch(/^\n\{.*\}\n$/);
  await removeJournal(folder);
  await removeJournal(folder);
  expect(await readdir(folder)).toEqual([]);
});

test("a folder that cannot be written to is said to be so", async () => {
  await expect(openJournal(join(folder, "none"), [])).rejects.toMatchObject({ code: "output-not-writable" });
});
