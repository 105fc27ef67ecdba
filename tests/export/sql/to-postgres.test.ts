import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { exportResults } from "../../../src/export/export-results.ts";
import { toPostgres, withoutSecrets } from "../../../src/export/sql/to-postgres.ts";
import { HOSTILE, twoDocuments } from "../../support/hostile-results.ts";
import { findPostgres, withPostgres } from "../../support/postgres.ts";
import { ambiguousRow, makeExtraction, makeRow, withResults, writeResults } from "../../support/results.ts";

const isInstalled = (await findPostgres()) !== null;

const TABLES = ["documents", "rows", "facts", "rows_review", "facts_review", "reconciliation"];

/** One server for all that is asked of it: it starts in about a second. */
test.skipIf(!isInstalled)("PostgreSQL", { timeout: 120_000 }, async () => {
  await withPostgres(async (url) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const ask = async (sql: string) =>
      (await client.query({ text: sql, rowMode: "array" })).rows as unknown[][];
    const everything = async () => {
      const tables: unknown[][][] = [];
      for (const table of TABLES) tables.push(await ask(`SELECT * FROM poi_${table} ORDER BY 1, 2, 3`));
      return tables;
    };
    const send = (folder: string, collection = "test") =>
      exportResults(folder, toPostgres(url, collection), false);
    try {
      await withResults(twoDocuments(), async (folder) => {
        const { lines } = await send(folder);
        for (const [table, count] of Object.entries(lines)) {
          expect(await ask(`SELECT count(*)::int FROM poi_${table.replace("-", "_")}`)).toEqual([[count]]);
        }
        // Nothing, zero, an empty text, exact decimals, texts that would be SQL, and what no database holds.
        const fields =
          "activity, category, unit, unit_printed, programmed_jan, programmed_feb, target, cost_centre";
        expect(await ask(`SELECT ${fields} FROM poi_rows WHERE row_id = '1-8'`)).toEqual([
          [HOSTILE, "-2+3", null, "", "0", null, "-5.25", "\ufffdcut \ufffd half"],
        ]);
        expect(await ask("SELECT sum(value) FROM poi_facts WHERE series = 'executed'")).toEqual([
          ["2469137.78"],
        ]);
        expect(await ask("SELECT value FROM poi_facts WHERE cell = 'financial.jan'")).toEqual([
          ["0.0000001"],
        ]);
        expect(
          await ask(
            "SELECT needs_review, count(*)::int FROM poi_facts_review WHERE value IS NULL GROUP BY 1",
          ),
        ).toEqual([[true, 2]]);

        const first = await everything();
        const written = await ask("SELECT DISTINCT xmin::text FROM poi_facts");
        await send(folder);
        expect(await everything()).toEqual(first);
        // The second export did not write a single line again.
        expect(await ask("SELECT DISTINCT xmin::text FROM poi_facts")).toEqual(written);

        await writeResults(folder, {
          hostile: makeExtraction([makeRow({ target: 99 })], { name: "hostile.txt" }),
        });
        await rm(join(folder, "other.poi.json"));
        await send(folder);
        expect(await ask("SELECT document_id, row_id, target, cost_centre FROM poi_rows")).toEqual([
          ["sha256:hostile.txt", "1-7", "99", null],
        ]);
        expect(await ask("SELECT count(*)::int FROM poi_documents")).toEqual([[1]]);
        expect(await ask("SELECT count(*)::int FROM poi_reconciliation")).toEqual([[0]]);
        expect(await ask("SELECT count(*)::int FROM poi_facts_review")).toEqual([[0]]);
      });

      // Another folder adds to the same tables, two at once wait for each other, and columns are added.
      const more = {
        a: makeExtraction([makeRow({ extra: { progress: 1 } }), ambiguousRow()], { name: "a" }),
      };
      await withResults(more, async (folder) => {
        await Promise.all([send(folder, "more"), send(folder, "more"), send(folder, "more")]);
        expect(await ask("SELECT document_id, extra_progress FROM poi_rows ORDER BY 1")).toEqual([
          ["sha256:a", "1"],
          ["sha256:hostile.txt", null],
        ]);
        expect(await ask("SELECT collection FROM poi_documents ORDER BY 1")).toEqual([["more"], ["test"]]);
      });

      // An export that fails leaves everything as it was.
      const before = await everything();
      await withResults(
        { a: makeExtraction([], { name: "a" }), b: makeExtraction([], { name: "b" }) },
        async (folder) => {
          const destination = toPostgres(url, "more");
          const failing = destination([], async () => {
            throw new TypeError("a bug");
          });
          await expect(failing).rejects.toThrow("a bug");
          await writeResults(folder, { c: "{" });
          await expect(send(folder, "more")).rejects.toMatchObject({ code: "result-invalid" });
        },
      );
      expect(await everything()).toEqual(before);

      // A table of that name that is someone else's.
      await client.query("CREATE SCHEMA other; CREATE TABLE other.poi_documents (mine text)");
      const elsewhere = `${url}?options=-csearch_path%3Dother`;
      await withResults({ a: makeExtraction([makeRow()]) }, async (folder) => {
        await expect(exportResults(folder, toPostgres(elsewhere, "x"), false)).rejects.toMatchObject({
          code: "database-failed",
        });
      });
      expect(await ask("SELECT count(*)::int FROM pg_tables WHERE schemaname = 'other'")).toEqual([[1]]);
    } finally {
      await client.end();
    }
  });
});

describe("a server that cannot be reached", () => {
  test.each([
    ["postgres://poi:geheim@127.0.0.1:1/plans", "postgres://127.0.0.1:1/plans: "],
    ["postgresql://poi:geheim@no-such-host.invalid/plans", "postgresql://no-such-host.invalid/plans: "],
    ["postgres://poi:geheim@/?port=x", "postgres://"],
  ])("is named without its password: %s", async (url, start) => {
    await withResults({ a: makeExtraction([makeRow()]) }, async (folder) => {
      const error = await exportResults(folder, toPostgres(url, "x"), false).catch((error) => error);
      expect(error).toMatchObject({ name: "PoiError", code: "database-failed" });
      expect(error.message.startsWith(start)).toBe(true);
      expect(`${error.message}${error.hint}`).not.toContain("geheim");
    });
  });
});

test.each([
  ["postgres://u:p@h:5432/d?sslmode=require&password=p", "postgres://h:5432/d"],
  ["postgres:///d?host=/run&user=u", "postgres:///d"],
  ["postgres://u:p@[", "postgres://…"],
])("%s is shown as %s", (url, shown) => {
  expect(withoutSecrets(url)).toBe(shown);
});
