import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openJournal } from "../../src/batch/journal.ts";
import type { ManifestEntry } from "../../src/batch/manifest.ts";
import { type ResultFolder, type Slot, withResultFolder } from "../../src/batch/result-folder.ts";
import { temporaryName } from "../../src/emit/temporary-name.ts";
import { entryOf } from "./entry-of.ts";

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), "poi-results-"));
});
afterEach(() => rm(out, { recursive: true }));

const run = { command: "test", options: {}, programVersion: "1.0.0", startedAt: "2026-11-23T04:00:00.000Z" };
const inputsOf = (...names: string[]) =>
  names.map((name) => ({ path: join(out, "..", name), load: () => Promise.reject(new Error(name)) }));
const open = (names: string[], use: (folder: ResultFolder) => Promise<unknown>) =>
  withResultFolder(out, inputsOf(...names), run, ({ id }) => entryOf(id, "pending"), use);

async function readRun(): Promise<[state: string, ...documents: string[]]> {
  const { run, documents } = JSON.parse(await readFile(join(out, "run.json"), "utf8"));
  return [run.state, ...documents.map((one: ManifestEntry) => `${one.input} ${one.outcome} ${one.output}`)];
}

async function commit(folder: ResultFolder, slot: Slot, text = slot.id): Promise<void> {
  const temporary = temporaryName(join(out, slot.output));
  await writeFile(temporary, text);
  await folder.commit(slot, temporary, entryOf(slot.id, "done", { output: slot.output }));
}

test("while a run goes on, its documents are pending; at the end all is put together", async () => {
  await open(["a.txt", "b.txt"], async (folder) => {
    expect(await readRun()).toEqual(["running", "../a.txt pending null", "../b.txt pending null"]);
    await commit(folder, folder.slots[0]!);
    await folder.fail(folder.slots[1]!, entryOf("../b.txt", "failed"), true);
    expect(await readRun()).toEqual(["running", "../a.txt pending null", "../b.txt pending null"]);
  });
  expect(await readRun()).toEqual(["complete", "../a.txt done a.poi.json", "../b.txt failed null"]);
  expect((await readdir(out)).sort()).toEqual(["a.poi.json", "run.json"]);
});

test("a run that leaves documents out was stopped", async () => {
  await open(["a.txt", "b.txt"], ({ slots, ...folder }) => commit({ slots, ...folder }, slots[0]!));
  expect(await readRun()).toEqual(["stopped", "../a.txt done a.poi.json", "../b.txt pending null"]);
});

test("a later run finds what an earlier one left, and does not touch what is not its own", async () => {
  await open(["a.txt", "b.txt"], async (folder) => {
    for (const slot of folder.slots) await commit(folder, slot);
  });
  await open(["b.txt", "c.txt"], async (folder) => {
    const [b, c] = folder.slots;
    expect([b?.earlier?.outcome, b?.output, c?.earlier, c?.output]).toEqual([
      "done",
      "b.poi.json",
      undefined,
      "c.poi.json",
    ]);
    expect(await readRun()).toEqual([
      "running",
      "../a.txt done a.poi.json",
      // The name stays its own.
      "../b.txt pending b.poi.json",
      "../c.txt pending null",
    ]);
    folder.keep(b!);
  });
  expect(await readRun()).toEqual([
    "stopped",
    "../a.txt done a.poi.json",
    "../b.txt done b.poi.json",
    "../c.txt pending null",
  ]);
});

test("a run that was killed is taken up where its journal ends, and its leftovers are cleared away", async () => {
  await writeFile(join(out, "a.poi.json"), "whole");
  await writeFile(temporaryName(join(out, "b.poi.json")), "ha");
  await writeFile(temporaryName(join(out, "run.json")), "{");
  await writeFile(join(out, ".theirs.tmp"), "not ours");
  const entries = ["../a.txt", "../gone.txt"].map((input) =>
    entryOf(input, "done", { output: `${input.slice(3, -4)}.poi.json` }),
  );
  await (await openJournal(out, entries)).close();
  await open(["a.txt", "b.txt"], async (folder) => {
    expect(folder.slots.map(({ earlier }) => earlier?.outcome)).toEqual(["done", undefined]);
    expect((await readdir(out)).sort()).toEqual([".run.jsonl", ".theirs.tmp", "a.poi.json", "run.json"]);
    folder.keep(folder.slots[0]!);
  });
  // The result of gone.txt is not there any more, whatever the journal said.
  expect(await readRun()).toEqual(["stopped", "../a.txt done a.poi.json", "../b.txt pending null"]);
});

test("before a result is replaced, nothing says any more that the earlier one stands", async () => {
  await open(["a.txt"], (folder) => commit(folder, folder.slots[0]!, "old"));
  const fail = open(["a.txt"], async (folder) => {
    const [slot] = folder.slots;
    const nowhere = join(out, ".none.poi.json.tmp");
    await expect(folder.commit(slot!, nowhere, entryOf("../a.txt", "done"))).rejects.toMatchObject({
      code: "output-not-writable",
    });
    throw new Error("killed");
  });
  await expect(fail).rejects.toThrow("killed");
  expect(await readRun()).toEqual(["stopped", "../a.txt pending a.poi.json"]);
});

test("a result that is no longer its document's is taken away; trouble that passes leaves it", async () => {
  await open(["a.txt", "b.txt"], async (folder) => {
    for (const slot of folder.slots) await commit(folder, slot);
  });
  await open(["a.txt", "b.txt"], async (folder) => {
    await folder.fail(folder.slots[0]!, entryOf("../a.txt", "failed"), true);
    await folder.fail(folder.slots[1]!, entryOf("../b.txt", "failed"), false);
  });
  expect(await readRun()).toEqual(["complete", "../a.txt failed null", "../b.txt failed null"]);
  expect((await readdir(out)).sort()).toEqual(["b.poi.json", "run.json"]);
});
