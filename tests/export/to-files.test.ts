import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exportResults } from "../../src/export/export-results.ts";
import { csv } from "../../src/export/formats/csv.ts";
import type { Format } from "../../src/export/formats/format.ts";
import { ndjson } from "../../src/export/formats/ndjson.ts";
import { parquet } from "../../src/export/formats/parquet.ts";
import { toFiles } from "../../src/export/to-files.ts";
import { checkDataPackage } from "../support/check-data-package.ts";
import { twoDocuments } from "../support/hostile-results.ts";
import { parseCsv } from "../support/parse-csv.ts";
import { queryDuckDb } from "../support/query-duckdb.ts";
import { makeExtraction, makeRow, withResults, writeResults } from "../support/results.ts";

const TABLES = ["documents", "rows", "facts", "rows-review", "facts-review", "reconciliation"];
const FORMATS: readonly Format[] = [csv(false), csv(true), ndjson, parquet];
const name = ({ id }: Format, i: number) => [i === 1 ? "csv for Excel" : id, FORMATS[i]!] as const;

/** Exports two documents, one of them hostile, and lends the folder. */
function withExport<T>(format: Format, use: (out: string, folder: string) => Promise<T>): Promise<T> {
  return withResults(twoDocuments(), async (folder) => {
    const out = join(folder, "export");
    await exportResults(folder, toFiles(out, format), false);
    return await use(out, folder);
  });
}
const readAll = async (folder: string) => {
  const files = (await readdir(folder)).sort();
  return await Promise.all(
    files.map(async (file) => [file, (await readFile(join(folder, file))).toString("hex")]),
  );
};

describe.each(FORMATS.map(name))("%s", (_, format) => {
  test("has a file for each table, and datapackage.json by the standard's rules", async () => {
    await withExport(format, async (out) => {
      const schemas = format.schemaOf === undefined ? [] : TABLES.map((table) => `${table}.schema.json`);
      const files = [...TABLES.map((table) => `${table}.${format.id}`), ...schemas, "datapackage.json"];
      expect((await readdir(out)).sort()).toEqual(files.sort());
      const descriptor = JSON.parse(await readFile(join(out, "datapackage.json"), "utf8"));
      expect(checkDataPackage(descriptor)).toEqual([]);
      expect(descriptor.resources.map((resource: { name: string }) => resource.name)).toEqual(TABLES);
    });
  });

  test("names the size and the hash of each file as they are", async () => {
    await withExport(format, async (out) => {
      const { resources } = JSON.parse(await readFile(join(out, "datapackage.json"), "utf8"));
      for (const { path, bytes, hash } of resources) {
        const content = await readFile(join(out, path));
        expect(bytes).toBe(content.length);
        expect(hash).toBe(`sha256:${createHash("sha256").update(content).digest("hex")}`);
      }
    });
  });

  test("is the same bytes every time, also over what is there", async () => {
    await withExport(format, async (out, folder) => {
      const first = await readAll(out);
      await exportResults(folder, toFiles(out, format), false);
      expect(await readAll(out)).toEqual(first);
    });
  });
});

test.each([
  ["no resources", (all: string) => all.replace(/"resources":\s*\[.*\]/s, '"resources": []')],
  ["a path that leaves the package", (all: string) => all.replace('"documents.csv"', '"a/../b.csv"')],
  ["a type that is none", (all: string) => all.replace(/"type":\s*"integer"/, '"type": "money"')],
  ["a hash without its kind", (all: string) => all.replace("sha256:", "")],
  ["a property that is unknown", (all: string) => all.replace('"bytes"', '"octets"')],
  ["a dialect of another type", (all: string) => all.replace(/"header":\s*true/, '"header": "yes"')],
  ["a key to nowhere", (all: string) => all.replace(/"resource":\s*"documents"/, '"resource": "plans"')],
  ["two resources of one name", (all: string) => all.replace(/"name":\s*"facts"/, '"name": "rows"')],
])("%s would be found", async (_, spoil) => {
  await withExport(csv(false), async (out) => {
    const text = await readFile(join(out, "datapackage.json"), "utf8");
    expect(spoil(text)).not.toBe(text);
    expect(checkDataPackage(JSON.parse(spoil(text)))).not.toEqual([]);
  });
});

test("a strict reader finds in CSV the fields that the Table Schema names, with values of its types", async () => {
  await withExport(csv(false), async (out) => {
    const { resources } = JSON.parse(await readFile(join(out, "datapackage.json"), "utf8"));
    for (const { path, schema } of resources) {
      const [header, ...records] = parseCsv(await readFile(join(out, path), "utf8"));
      const fields: { name: string; type: string; constraints?: { required: boolean } }[] = schema.fields;
      expect(header!.map(({ text }) => text)).toEqual(fields.map((field) => field.name));
      for (const record of records) {
        for (const [i, { type, constraints }] of fields.entries()) {
          const { text, isQuoted } = record[i]!;
          if (text === "" && !isQuoted) expect(constraints?.required ?? false).toBe(false);
          else if (type === "integer") expect(text).toMatch(/^-?\d+$/);
          else if (type === "number") expect(text).toMatch(/^-?\d+(\.\d+)?(e-\d+)?$/);
          else if (type === "boolean") expect(text).toMatch(/^(true|false)$/);
        }
      }
      const keys = records.map((record) =>
        schema.primaryKey
          .map((key: string) => record[fields.findIndex((field) => field.name === key)]!.text)
          .join("\n"),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

test("DuckDB finds the same numbers in Parquet as in NDJSON and CSV", async () => {
  const sums = async (format: Format, read: string) =>
    await withExport(format, (out) =>
      queryDuckDb(
        `SELECT series, count(*), count(value), round(sum(value), 6) FROM ${read}('${join(out, `facts.${format.id}`)}') GROUP BY series ORDER BY series`,
      ),
    );
  const fromParquet = await sums(parquet, "read_parquet");
  expect(fromParquet.map(([series]) => series)).toEqual([
    "executed",
    "extra.progress",
    "financial",
    "physical",
    "programmed",
    "target",
  ]);
  // Targets: 12, −5.25 and 3.
  expect(fromParquet.at(-1)).toEqual(["target", 3n, 3n, 9.75]);
  expect(await sums(ndjson, "read_ndjson")).toEqual(fromParquet);
  expect(await sums(csv(false), "read_csv")).toEqual(fromParquet);
});

test("rows that no longer need review leave the quarantine", async () => {
  await withExport(csv(false), async (out, folder) => {
    const count = async (file: string) => parseCsv(await readFile(join(out, file), "utf8")).length - 1;
    expect([await count("rows.csv"), await count("rows-review.csv")]).toEqual([3, 1]);
    await exportResults(folder, toFiles(out, csv(false)), true);
    expect([await count("rows.csv"), await count("rows-review.csv")]).toEqual([4, 0]);
  });
});

describe("an export that fails", () => {
  test("because of one result leaves what was there before, and no temporary file", async () => {
    await withExport(csv(false), async (out, folder) => {
      const before = await readAll(out);
      await writeResults(folder, { wrong: "{" });
      await expect(exportResults(folder, toFiles(out, csv(false)), false)).rejects.toMatchObject({
        code: "result-invalid",
        place: { file: join(folder, "wrong.poi.json") },
      });
      expect(await readAll(out)).toEqual(before);
    });
  });

  test("in the middle leaves what was there before, and no temporary file", async () => {
    await withExport(csv(false), async (out) => {
      const before = await readAll(out);
      const interrupted = toFiles(out, csv(false))([], async () => {
        throw new TypeError("a bug");
      });
      await expect(interrupted).rejects.toThrow("a bug");
      expect(await readAll(out)).toEqual(before);
    });
  });

  test("because of its folder says which", async () => {
    await withResults({ plan: makeExtraction([makeRow()]) }, async (folder) => {
      const out = join(folder, "file");
      await writeFile(out, "");
      await expect(exportResults(folder, toFiles(out, csv(false)), false)).rejects.toMatchObject({
        code: "output-not-writable",
        place: { file: out },
      });
    });
  });

  test.runIf(existsSync("/proc/self"))("because its folder takes no others ends", async () => {
    await withResults({ plan: makeExtraction([makeRow()]) }, async (folder) => {
      const into = toFiles("/proc/export/csv", csv(false));
      await expect(exportResults(folder, into, false)).rejects.toMatchObject({ code: "output-not-writable" });
    });
  });

  test("because a folder stands in a file's place leaves no temporary file", async () => {
    await withResults({ plan: makeExtraction([makeRow()]) }, async (folder) => {
      const out = join(folder, "export");
      await mkdir(join(out, "documents.csv"), { recursive: true });
      const error = await exportResults(folder, toFiles(out, csv(false)), false).catch((error) => error);
      expect(error).toMatchObject({ code: "output-not-writable" });
      expect(await readdir(out)).toEqual(["documents.csv"]);
    });
  });
});

test("a document that the folder has twice is exported once, and the other result is named", async () => {
  const plan = makeExtraction([makeRow()]);
  await withResults({ a: plan, b: makeExtraction([makeRow()], { name: "b" }), c: plan }, async (folder) => {
    const report = await exportResults(folder, toFiles(join(folder, "x"), csv(false)), false);
    expect(report).toEqual({
      documents: 2,
      lines: { documents: 2, rows: 2, facts: 38, "rows-review": 0, "facts-review": 0, reconciliation: 0 },
      repeated: [{ path: join(folder, "c.poi.json"), sameAs: join(folder, "a.poi.json") }],
    });
  });
});
