import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readResults } from "../../src/results/read-results.ts";
import { makeExtraction, makeRow, withResults } from "../support/results.ts";

const plan = (name: string) => makeExtraction([makeRow()], { name });
const filesOf = async (folder: string) => {
  const files: string[] = [];
  for await (const { path } of readResults(folder)) files.push(basename(path));
  return files;
};

test("results come in the order of their names, whatever the order of the folder", async () => {
  await withResults({ b: plan("b"), a: plan("a"), B: plan("B"), "a-2": plan("a-2") }, async (folder) => {
    expect(await filesOf(folder)).toEqual(["B.poi.json", "a-2.poi.json", "a.poi.json", "b.poi.json"]);
  });
});

test("other files are passed over, and those that are being written", async () => {
  await withResults({ a: plan("a") }, async (folder) => {
    await writeFile(join(folder, "notes.json"), "{");
    await writeFile(join(folder, ".b.poi.json.1234.tmp"), "{");
    await writeFile(join(folder, ".hidden.poi.json"), "{");
    await mkdir(join(folder, "export"));
    expect(await filesOf(folder)).toEqual(["a.poi.json"]);
  });
});

test("only one document is read at a time", async () => {
  await withResults({ a: plan("a"), b: "{" }, async (folder) => {
    const results = readResults(folder);
    expect((await results.next()).value).toMatchObject({ extraction: { document: { name: "a" } } });
    await expect(results.next()).rejects.toMatchObject({ code: "result-invalid" });
  });
});

test.each([
  ["a folder without results", "has none"],
  ["a folder that is not there", "cannot be read (ENOENT)"],
])("%s is wrong usage", async (what, message) => {
  await withResults({}, async (folder) => {
    const path = what.endsWith("there") ? join(folder, "gone") : folder;
    const error = await filesOf(path).catch((error) => error);
    expect(error).toMatchObject({ code: "usage", place: { file: path } });
    expect(error.message).toContain(message);
  });
});

describe("run.json", () => {
  const manifest = (...documents: object[]) => JSON.stringify({ schemaVersion: 1, run: {}, documents });

  test.each(["pending", "failed"])(
    "a result that it calls %s is of an earlier state, and refused",
    async (outcome) => {
      await withResults({ a: plan("a") }, async (folder) => {
        const entries = manifest({ output: "a.poi.json", outcome, input: "a.txt" });
        await writeFile(join(folder, "run.json"), entries);
        const error = await filesOf(folder).catch((error) => error);
        expect(error).toMatchObject({ code: "usage" });
        expect(error.message).toContain(`run.json calls a.poi.json ${outcome}`);
        expect(error.hint).toContain("once more");
      });
    },
  );

  test("documents that failed and left nothing are no obstacle, nor are results it does not know", async () => {
    await withResults({ a: plan("a"), b: plan("b") }, async (folder) => {
      const entries = [
        { output: "a.poi.json", outcome: "done" },
        { output: null, outcome: "failed" },
        { output: null, outcome: "pending" },
        { output: "gone.poi.json", outcome: "pending" },
      ];
      await writeFile(join(folder, "run.json"), manifest(...entries));
      expect(await filesOf(folder)).toEqual(["a.poi.json", "b.poi.json"]);
    });
  });

  test.each(["{", "[]", "{}"])("one that is no manifest is refused: %s", async (text) => {
    await withResults({ a: plan("a") }, async (folder) => {
      await writeFile(join(folder, "run.json"), text);
      await expect(filesOf(folder)).rejects.toMatchObject({
        code: "result-invalid",
        place: { file: join(folder, "run.json") },
      });
    });
  });
});
