import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parquet } from "../../../src/export/formats/parquet.ts";
import type { Line, Table } from "../../../src/export/table.ts";
import { HOSTILE } from "../../support/hostile-results.ts";
import { queryDuckDb } from "../../support/query-duckdb.ts";

const table: Table = {
  name: "things",
  description: "",
  columns: [
    { name: "text", type: "string", description: "" },
    { name: "whole", type: "integer", description: "" },
    { name: "number", type: "number", description: "" },
    { name: "truth", type: "boolean", description: "" },
  ],
  key: ["text"],
  linesOf: () => [],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-parquet-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, ...batches: Line[][]): Promise<string> {
  const encoder = parquet.encode(table);
  const pieces = [encoder.start(), ...batches.flatMap((lines) => [...encoder.add(lines)]), encoder.end()];
  const file = join(folder, name);
  await writeFile(file, Buffer.concat(pieces));
  return file;
}

test("DuckDB reads back what was written: types, nothing apart from zero, texts whole", async () => {
  const lines: Line[] = [
    [HOSTILE, 1, -5.25, true],
    ["", 0, 0, false],
    [null, null, null, null],
    ["Ñandú 漢字 😀", 9007199254740991, 1e-7, true],
  ];
  const file = await write("types.parquet", lines);
  const types = await queryDuckDb(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '${file}')`);
  expect(types).toEqual([
    ["text", "VARCHAR"],
    ["whole", "BIGINT"],
    ["number", "DOUBLE"],
    ["truth", "BOOLEAN"],
  ]);
  const read = await queryDuckDb(`SELECT * FROM '${file}'`);
  expect(read).toEqual([
    [HOSTILE, 1n, -5.25, true],
    ["", 0n, 0, false],
    [null, null, null, null],
    ["Ñandú 漢字 😀", 9007199254740991n, 1e-7, true],
  ]);
});

test("a table without lines has its columns", async () => {
  const file = await write("empty.parquet");
  expect(await queryDuckDb(`SELECT count(*) FROM '${file}'`)).toEqual([[0n]]);
  expect(await queryDuckDb(`SELECT count(*) FROM (DESCRIBE SELECT * FROM '${file}')`)).toEqual([[4n]]);
});

test("a column in which nothing stands keeps its type", async () => {
  const file = await write("nothing.parquet", [[null, null, null, null]]);
  expect(await queryDuckDb(`SELECT typeof(number), number IS NULL FROM '${file}'`)).toEqual([
    ["DOUBLE", true],
  ]);
});

test("many lines stand in several row groups, in their order", async () => {
  const lines = Array.from({ length: 45_000 }, (_, i): Line => [`t${i % 7}`, i, i / 2, i % 2 === 0]);
  const file = await write("many.parquet", lines.slice(0, 25_001), lines.slice(25_001));
  const [found] = await queryDuckDb(
    `SELECT count(*), sum(whole), sum(number), count(*) FILTER (truth), bool_and(whole = file_row_number) FROM read_parquet('${file}', file_row_number = true)`,
  );
  const sum = (45_000 * 44_999) / 2;
  expect(found!.map(Number)).toEqual([45_000, sum, sum / 2, 22_500, 1]);
  expect(await queryDuckDb(`SELECT count(DISTINCT row_group_id) FROM parquet_metadata('${file}')`)).toEqual([
    [3n],
  ]);
});

test("the same lines give the same bytes", async () => {
  const lines: Line[] = [["a", 1, 2, true]];
  const encode = () => {
    const encoder = parquet.encode(table);
    return Buffer.concat([encoder.start(), ...encoder.add(lines), encoder.end()]).toString("hex");
  };
  expect(encode()).toBe(encode());
});
