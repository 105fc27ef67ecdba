import { execFileSync, spawnSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { exportResults } from "../../../src/export/export-results.ts";
import { toSqlite } from "../../../src/export/sql/to-sqlite.ts";
import { HOSTILE, twoDocuments } from "../../support/hostile-results.ts";
import { ambiguousRow, makeExtraction, makeRow, withResults, writeResults } from "../../support/results.ts";

const hasShell = spawnSync("sqlite3", ["--version"]).status === 0;

/** What SQLite's own shell answers, as JSON. */
function query(file: string, sql: string): Record<string, unknown>[] {
  const answer = execFileSync("sqlite3", ["-readonly", "-json", file, sql], { encoding: "utf8" });
  return answer === "" ? [] : JSON.parse(answer);
}
const dump = (file: string) => execFileSync("sqlite3", ["-readonly", file, ".dump"], { encoding: "utf8" });
const send = (folder: string, file: string, includeReview = false, collection = "test") =>
  exportResults(folder, toSqlite(file, collection), includeReview);

describe.skipIf(!hasShell)("SQLite's own shell", () => {
  test("finds the tables, sound, with what was exported", async () => {
    await withResults(twoDocuments(), async (folder) => {
      const file = join(folder, "plans.db");
      const { lines } = await send(folder, file);
      expect(query(file, "PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
      expect(query(file, "PRAGMA foreign_key_check")).toEqual([]);
      for (const [table, count] of Object.entries(lines)) {
        const name = `poi_${table.replace("-", "_")}`;
        expect(query(file, `SELECT count(*) AS n FROM ${name}`), name).toEqual([{ n: count }]);
      }
      const [row] = query(file, "SELECT * FROM poi_rows WHERE row_id = '1-8'");
      expect(row).toMatchObject({
        activity: HOSTILE,
        category: "-2+3",
        unit_printed: "",
        unit: null,
        programmed_jan: 0,
        programmed_feb: null,
        programmed_mar: -5.25,
        executed_q1: 1234567.89,
        needs_review: 0,
      });
    });
  });

  test("finds the same after a second export", async () => {
    await withResults(twoDocuments(), async (folder) => {
      const file = join(folder, "plans.db");
      await send(folder, file);
      const first = dump(file);
      await send(folder, file);
      expect(dump(file)).toBe(first);
      expect(first).not.toContain("stage_");
    });
  });
});

/** A database as it is after an export, asked through Node. */
function ask(file: string, sql: string): unknown[][] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database
      .prepare(sql)
      .all()
      .map((row) => Object.values(row));
  } finally {
    database.close();
  }
}

describe("exported again", () => {
  const first = makeExtraction([makeRow(), makeRow({ id: "1-8", target: 8 }), ambiguousRow()], { name: "a" });
  const other = makeExtraction([makeRow()], { name: "b" });

  test("rows that are gone are taken out, changed ones changed, others left", async () => {
    await withResults({ a: first, b: other }, async (folder) => {
      const file = join(folder, "plans.db");
      await send(folder, file);
      await writeResults(folder, { a: makeExtraction([makeRow({ target: 13 })], { name: "a" }) });
      await send(folder, file);
      expect(ask(file, "SELECT document_id, row_id, target FROM poi_rows ORDER BY 1, 2")).toEqual([
        ["sha256:a", "1-7", 13],
        ["sha256:b", "1-7", 12],
      ]);
      expect(ask(file, "SELECT count(*) FROM poi_rows_review")).toEqual([[0]]);
      expect(ask(file, "SELECT DISTINCT document_id, row_id FROM poi_facts ORDER BY 1, 2")).toHaveLength(2);
      expect(ask(file, "SELECT count(*) FROM poi_facts WHERE cell = 'target' AND value = 13")).toEqual([[1]]);
    });
  });

  test("a number that became a blank is no fact any more, and null in its row", async () => {
    await withResults({ a: first }, async (folder) => {
      const file = join(folder, "plans.db");
      await send(folder, file);
      await writeResults(folder, { a: makeExtraction([makeRow({ target: null })], { name: "a" }) });
      await send(folder, file);
      expect(ask(file, "SELECT target FROM poi_rows")).toEqual([[null]]);
      expect(ask(file, "SELECT count(*) FROM poi_facts WHERE cell = 'target'")).toEqual([[0]]);
    });
  });

  test("a row that was settled moves from the quarantine to the others", async () => {
    await withResults({ a: first }, async (folder) => {
      const file = join(folder, "plans.db");
      await send(folder, file);
      expect(ask(file, "SELECT row_id FROM poi_rows_review")).toEqual([["2-9"]]);
      const settled = { ...ambiguousRow(), status: "repaired" as const, needsReview: false, candidates: [] };
      await writeResults(folder, { a: makeExtraction([makeRow(), settled], { name: "a" }) });
      await send(folder, file);
      expect(ask(file, "SELECT row_id FROM poi_rows ORDER BY 1")).toEqual([["1-7"], ["2-9"]]);
      expect(ask(file, "SELECT count(*) FROM poi_rows_review")).toEqual([[0]]);
    });
  });

  test("a document that the folder no longer has goes with all that is its own", async () => {
    await withResults({ a: first, b: other }, async (folder) => {
      const file = join(folder, "plans.db");
      await send(folder, file);
      await rm(join(folder, "a.poi.json"));
      await send(folder, file);
      for (const table of ["documents", "rows", "facts"]) {
        expect(ask(file, `SELECT DISTINCT document_id FROM poi_${table}`)).toEqual([["sha256:b"]]);
      }
      expect(ask(file, "SELECT count(*) FROM poi_rows_review")).toEqual([[0]]);
    });
  });

  test("documents of another collection stay", async () => {
    await withResults({ a: first }, async (folder) => {
      const file = join(folder, "plans.db");
      await send(folder, file, false, "one");
      await rm(join(folder, "a.poi.json"));
      await writeResults(folder, { b: other });
      await send(folder, file, false, "two");
      expect(ask(file, "SELECT document_id, collection FROM poi_documents ORDER BY 1")).toEqual([
        ["sha256:a", "one"],
        ["sha256:b", "two"],
      ]);
    });
  });

  test("columns of another family are added; where they are not printed any more, nothing is left in them", async () => {
    await withResults(
      { a: makeExtraction([makeRow({ extra: { progress: 50 } })], { name: "a" }) },
      async (folder) => {
        const file = join(folder, "plans.db");
        await send(folder, file);
        await writeResults(folder, {
          a: makeExtraction([makeRow({ labels: { costCentre: "X" } })], { name: "a" }),
        });
        await send(folder, file);
        expect(ask(file, "SELECT cost_centre, extra_progress, activity, target FROM poi_rows")).toEqual([
          ["X", null, null, 12],
        ]);
      },
    );
  });
});

describe("a database that cannot be used", () => {
  test("is named, with the reason", async () => {
    await withResults({ a: makeExtraction([makeRow()]) }, async (folder) => {
      const file = join(folder, "not.db");
      await writeFile(
        file,
        "this is a text, and long enough not to be taken for an empty database".repeat(20),
      );
      await expect(send(folder, file)).rejects.toMatchObject({
        code: "database-failed",
        place: { file },
        message: expect.stringContaining("file is not a database"),
      });
      const path = join(folder, "folder");
      await mkdir(path);
      await expect(send(folder, path)).rejects.toMatchObject({ code: "database-failed" });
    });
  });

  test("with a table of that name that is someone else's is left as it is", async () => {
    await withResults({ a: makeExtraction([makeRow()]) }, async (folder) => {
      const file = join(folder, "mine.db");
      const database = new DatabaseSync(file);
      database.exec("CREATE TABLE poi_rows (mine TEXT); INSERT INTO poi_rows VALUES ('x')");
      database.close();
      await expect(send(folder, file)).rejects.toMatchObject({ code: "database-failed" });
      expect(ask(file, "SELECT * FROM poi_rows")).toEqual([["x"]]);
      expect(ask(file, "SELECT name FROM sqlite_master")).toEqual([["poi_rows"]]);
    });
  });

  test("keeps what it had when a result fails in the middle", async () => {
    await withResults({ a: makeExtraction([makeRow()], { name: "a" }) }, async (folder) => {
      const file = join(folder, "plans.db");
      await send(folder, file);
      const broken = toSqlite(file, "test")([], async () => {
        throw new TypeError("a bug");
      });
      await expect(broken).rejects.toThrow("a bug");
      expect(ask(file, "SELECT count(*) FROM poi_rows")).toEqual([[1]]);
    });
  });
});
