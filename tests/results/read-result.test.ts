import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readResult } from "../../src/results/read-result.ts";
import { makeExtraction, makeRow, withResults } from "../support/results.ts";

const sound = makeExtraction([makeRow()]);
const change = (edit: (data: Record<string, unknown> & typeof sound) => unknown) => {
  const data = structuredClone(sound) as Record<string, unknown> & typeof sound;
  edit(data);
  return JSON.stringify(data);
};

test("a result is read as it was written", async () => {
  await withResults({ plan: sound }, async (folder) => {
    expect(await readResult(join(folder, "plan.poi.json"))).toEqual(sound);
  });
});

describe("what is no result of ours is refused, and the file is named", () => {
  test.each([
    ["an empty file", "", "must be JSON"],
    ["half a file", JSON.stringify(sound).slice(0, 300), "must be JSON"],
    ["a list", "[]", "the file must be an object"],
    ["another version", change((data) => Object.assign(data, { schemaVersion: 2 })), "schemaVersion must"],
    ["an unknown key", change((data) => Object.assign(data, { extra: 1 })), "extra must not be there"],
    [
      "a number as text",
      change(({ rows }) => Object.assign(rows[0]!, { target: "12" })),
      "rows[0].target must be a number",
    ],
    [
      "thirteen months",
      change(({ rows }) => rows[0]!.series.executed!.monthly.push(1)),
      "series.executed.monthly must have",
    ],
    [
      "an unknown status",
      change(({ rows }) => Object.assign(rows[0]!, { status: "fine" })),
      "rows[0].status must",
    ],
    [
      "a row twice",
      change(({ rows }) => rows.push(rows[0]!)),
      'ids of rows must be unique, and "1-7" is not',
    ],
    [
      "a total with a row's id",
      change((data) => data.totals.push(data.rows[0]!)),
      "ids of rows must be unique",
    ],
    ["text nested without end", `${"[".repeat(100_000)}`, "must be JSON"],
  ])("%s", async (_, text, message) => {
    await withResults({ plan: text }, async (folder) => {
      const path = join(folder, "plan.poi.json");
      const error = await readResult(path).catch((error) => error);
      expect(error).toMatchObject({ name: "PoiError", code: "result-invalid", place: { file: path } });
      expect(error.message).toContain(`${path}: `);
      expect(error.message).toContain(message);
      expect(error.hint).toContain("--force");
    });
  });

  test("a folder", async () => {
    await withResults({}, async (folder) => {
      const path = join(folder, "plan.poi.json");
      await mkdir(path);
      await expect(readResult(path)).rejects.toMatchObject({ code: "result-invalid" });
    });
  });

  test("a key that would change what objects are does nothing", async () => {
    const text = JSON.stringify(sound).replace('"labels":{', '"labels":{"__proto__":{"polluted":true},');
    await withResults({ plan: text }, async (folder) => {
      const { rows } = await readResult(join(folder, "plan.poi.json"));
      expect(rows[0]!.labels.polluted).toBeUndefined();
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });
  });

  test("a file that is gone", async () => {
    await expect(readResult("/no/such.poi.json")).rejects.toMatchObject({
      code: "result-invalid",
      message: "/no/such.poi.json: the file cannot be read (ENOENT)",
    });
  });
});

test("the message shows what stands there, not the whole file", async () => {
  const long = change(({ rows }) => Object.assign(rows[0]!, { page: "x".repeat(10_000) }));
  await withResults({ plan: long }, async (folder) => {
    const error = await readResult(join(folder, "plan.poi.json")).catch((error) => error);
    expect(error.message).toContain("rows[0].page must be");
    expect(error.message.length).toBeLessThan(folder.length + 200);
  });
});

test("bytes that are no text are no result", async () => {
  await withResults({}, async (folder) => {
    await writeFile(join(folder, "plan.poi.json"), Buffer.from([0xff, 0xfe, 0x00]));
    await expect(readResult(join(folder, "plan.poi.json"))).rejects.toMatchObject({ code: "result-invalid" });
  });
});
