import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseCsv } from "../support/parse-csv.ts";
import { findPostgres, withPostgres } from "../support/postgres.ts";
import { queryDuckDb } from "../support/query-duckdb.ts";
import { makeExtraction, makeRow, withResults } from "../support/results.ts";
import { readLog, root, runPoi, sample } from "../support/run-poi.ts";

const isServerInstalled = (await findPostgres()) !== null;

let folder: string;
let results: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-export-"));
  results = join(folder, "results");
  expect((await runPoi(["convert", sample, "-o", results])).code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

describe("the published sample", () => {
  test("as CSV: 73 rows that are sure, 6 in quarantine", async () => {
    const { code, stdout, stderr } = await runPoi(["export", results, "--to", "csv"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    const [event] = readLog(stderr);
    expect(event).toMatchObject({
      level: "info",
      event: "export",
      to: join(results, "export/csv"),
      documents: 1,
      lines: { documents: 1, rows: 73, "rows-review": 6 },
    });
    const rows = parseCsv(await readFile(join(results, "export/csv/rows.csv"), "utf8"));
    const target = rows[0]!.findIndex(({ text }) => text === "target");
    const organ = rows[0]!.findIndex(({ text }) => text === "organ");
    expect([rows[1]![organ]!.text, rows[1]![target]!.text]).toEqual(["Jefatura SAT", "12"]);
  });

  test("as Parquet: Jefatura SAT planned one each month, and did so", async () => {
    const out = join(folder, "lake");
    expect((await runPoi(["export", results, "--to", "parquet", "--out", out])).code).toBe(0);
    const facts = await queryDuckDb(
      `SELECT series, list(DISTINCT value), count(*) FROM '${join(out, "facts.parquet")}' WHERE organ = 'Jefatura SAT' AND period SIMILAR TO '2023-[0-9]{2}' GROUP BY series ORDER BY series`,
    );
    expect(facts.map(([series, values, count]) => [series, String(values), count])).toEqual([
      ["executed", expect.stringContaining("1"), 12n],
      ["programmed", expect.stringContaining("1"), 12n],
    ]);
  });

  test("for Excel, with rows that need review among the others", async () => {
    const out = join(folder, "excel");
    const { code } = await runPoi([
      "export",
      results,
      "--to",
      "csv",
      "--excel",
      "--include-review",
      "-o",
      out,
    ]);
    expect(code).toBe(0);
    const text = await readFile(join(out, "rows.csv"), "utf8");
    expect(text.startsWith("\ufeff")).toBe(true);
    expect(parseCsv(text.slice(1))).toHaveLength(80);
    expect((await readdir(out)).sort()).toContain("datapackage.json");
  });

  test("a table for people, where it is asked for", async () => {
    const { stderr } = await runPoi(["export", results, "--to", "ndjson", "--log", "text"]);
    expect(stderr).toMatch(/^table +lines\ndocuments +1\nrows +73\n/);
    expect(stderr.trimEnd().split("\n").at(-1)).toBe(`Written to ${join(results, "export/ndjson")}`);
  });

  test("what an export writes is no result: another one says the same", async () => {
    const lines = async () => readLog((await runPoi(["export", results, "--to", "ndjson"])).stderr)[0]!.lines;
    expect(await lines()).toEqual(await lines());
  });
});

describe("wrong usage", () => {
  test.each([
    [["--to", "xml"], "--to must be csv, ndjson, parquet"],
    [["--to", "constructor"], "--to must be csv, ndjson, parquet"],
    [["--to", "sqlite:"], "--to must be csv, ndjson, parquet"],
    [["--to", "postgres//me:geheim@host/db"], "--to must be csv, ndjson, parquet"],
    [["--to", "parquet", "--excel"], "--excel must go with --to csv"],
    [["--to", "sqlite:x.db", "--out", "x"], "--out must go with"],
    [[], "required option '--to <destination>'"],
  ])("%j", async (args, message) => {
    const { code, stdout, stderr } = await runPoi(["export", results, ...args]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("geheim");
  });

  test("a database that cannot be reached", async () => {
    const { code, stderr } = await runPoi(["export", results, "--to", "postgres://me:geheim@127.0.0.1:1/db"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^poi: postgres:\/\/127\.0\.0\.1:1\/db: the PostgreSQL database refuses the export: /,
    );
    expect(stderr).not.toContain("geheim");
  });
});

test("a result that is none is refused with code 2, and nothing is written", async () => {
  await withResults({ a: makeExtraction([makeRow()]), b: '{"schemaVersion":7}' }, async (other) => {
    const { code, stderr } = await runPoi(["export", other, "--to", "csv"]);
    expect(code).toBe(2);
    expect(stderr).toContain("b.poi.json: schemaVersion must");
    expect(await readdir(other)).toEqual(["a.poi.json", "b.poi.json"]);
  });
});

test("a document that is there twice is named", async () => {
  const plan = makeExtraction([makeRow()]);
  await withResults({ a: plan, b: plan }, async (other) => {
    const { code, stderr } = await runPoi(["export", other, "--to", "csv"]);
    expect(code).toBe(0);
    expect(readLog(stderr)[0]).toMatchObject({
      level: "warn",
      event: "left-out",
      path: join(other, "b.poi.json"),
      sameAs: join(other, "a.poi.json"),
    });
  });
});

test.skipIf(!isServerInstalled)(
  "README's script answers what it says, with the output it shows",
  { timeout: 120_000 },
  async () => {
    const readme = await readFile(join(root, "README.md"), "utf8");
    const [, script = "", shown = ""] =
      /```console\n\$ (npx poi-extract convert samples\/quarters [\s\S]*?)\n( +organ [\s\S]*?)```/.exec(
        readme,
      ) ?? [];
    expect(script).toContain("psql");
    await withPostgres(async (url) => {
      const own = `"${process.execPath}" "${join(root, "src/cli/main.ts")}"`;
      const commands = script
        .replaceAll("npx poi-extract", own)
        .replace(/^\$ /gm, "")
        .replace("--out year", `--out "${join(folder, "year")}"`)
        .replace("export year", `export "${join(folder, "year")}"`)
        .replaceAll("postgres://localhost/plans", url);
      const { status, stdout, stderr } = spawnSync("bash", ["-euc", commands], {
        cwd: root,
        encoding: "utf8",
      });
      expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout.trimEnd()).toBe(shown.trimEnd());
    });
  },
);
