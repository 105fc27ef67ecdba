import { DatabaseSync } from "node:sqlite";
import { PoiError } from "../../errors.ts";
import type { Destination, Value } from "../table.ts";
import { quoteName, type SqlTable, type SqlTypes, sqlTable } from "./sql-table.ts";

/** SQLite's own types; truth is 1 or 0. */
const TYPES: SqlTypes = { string: "TEXT", integer: "INTEGER", number: "REAL", boolean: "INTEGER" };

/** How long to wait for another program that writes to the file, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

/**
 * A destination that keeps the tables in a SQLite file, made if needed. All of it happens in one transaction.
 *
 * @param collection what the documents are exported from; those of it that are gone are taken out
 * @throws {PoiError} `database-failed`
 */
export function toSqlite(file: string, collection: string): Destination {
  return async (tables, send) => {
    const plans = tables.map((table) => sqlTable(table, collection, TYPES));
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
      database.exec("PRAGMA foreign_keys = ON; BEGIN IMMEDIATE");
      const others = plans.map((plan) => migrate(database!, plan));
      const insert = new Map(plans.map((plan) => [plan.source, prepareInsert(database!, plan)]));
      await send(async (table, lines) => {
        for (const line of lines) insert.get(table)!(line);
      });
      for (const plan of plans) database.exec(plan.removeGone);
      for (const [i, plan] of plans.entries()) database.exec(plan.upsert(others[i]!));
      for (const plan of plans) database.exec(`DROP TABLE temp.${quoteName(plan.stage)}`);
      database.exec("COMMIT");
    } catch (cause) {
      if (!(cause instanceof Error && "code" in cause && cause.code === "ERR_SQLITE_ERROR")) throw cause;
      throw new PoiError(
        "database-failed",
        `${file}: the SQLite database refuses the export: ${cause.message}`,
        {
          place: { file },
          cause,
        },
      );
    } finally {
      // An open transaction is rolled back.
      database?.close();
    }
  };
}

/** Makes a table, adds what columns it lacks, and returns the columns it has besides. */
function migrate(database: DatabaseSync, plan: SqlTable): string[] {
  database.exec(plan.create);
  const found = database
    .prepare("SELECT name FROM pragma_table_info(?)")
    .all(plan.name)
    .map(({ name }) => String(name));
  for (const column of plan.columns) if (!found.includes(column.name)) database.exec(plan.addColumn(column));
  database.exec(plan.createStage);
  return found.filter((name) => !plan.columns.some((column) => column.name === name));
}

function prepareInsert(database: DatabaseSync, plan: SqlTable): (line: readonly Value[]) => void {
  const places = plan.columns.map(() => "?").join(", ");
  const statement = database.prepare(`INSERT INTO temp.${quoteName(plan.stage)} VALUES (${places})`);
  return (line) => {
    statement.run(
      ...plan.toRecord(line).map((value) => (typeof value === "boolean" ? Number(value) : value)),
    );
  };
}
