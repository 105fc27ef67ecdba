import { Client } from "pg";
import { PoiError } from "../../errors.ts";
import { inChunks } from "../in-chunks.ts";
import type { Column, Destination, Line } from "../table.ts";
import { quoteName, type SqlTable, type SqlTypes, sqlTable } from "./sql-table.ts";

/** Numbers are exact decimals in the database: sums of money come out to the cent. */
const TYPES: SqlTypes = { string: "text", integer: "bigint", number: "numeric", boolean: "boolean" };

/** Lines sent at a time. */
const CHUNK = 5000;

/** How long to wait for the server, in milliseconds. */
const CONNECT_TIMEOUT = 10_000;

/** Names the lock that exports wait for, so that two at once do not make the same table: "poi" in ASCII. */
const LOCK = 0x706f69;

/**
 * A destination that keeps the tables in a PostgreSQL database, in the schema that its search path names first. All
 * of it happens in one transaction.
 *
 * @param collection what the documents are exported from; those of it that are gone are taken out
 * @throws {PoiError} `database-failed`; its message never holds the password
 */
export function toPostgres(url: string, collection: string): Destination {
  return (tables, send) =>
    withClient(url, async (client) => {
      const plans = tables.map((table) => sqlTable(table, collection, TYPES));
      await client.query("BEGIN");
      await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
      const others = new Map<SqlTable, string[]>();
      for (const plan of plans) others.set(plan, await migrate(client, plan));
      await send(async (table, lines) => {
        const plan = plans.find(({ source }) => source === table)!;
        for (const chunk of inChunks(lines, CHUNK)) await gather(client, plan, chunk);
      });
      // Without counts of what was gathered, the server would compare every line with every other.
      for (const plan of plans) await client.query(`ANALYZE ${quoteName(plan.stage)}`);
      for (const plan of plans) await client.query(plan.removeGone);
      for (const plan of plans) await client.query(plan.upsert(others.get(plan)!));
      await client.query("COMMIT");
    });
}

/** Lends a connection, and closes it: an open transaction is rolled back then. */
async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  let client: Client | undefined;
  try {
    client = new Client({
      connectionString: url,
      application_name: "poi-extract",
      connectionTimeoutMillis: CONNECT_TIMEOUT,
    });
    // The library would never answer.
    if (!(client.port > 0 && client.port < 65_536))
      throw failure(url, "the port must be a number from 1 to 65535");
    // A connection that breaks fails the query at hand; without a listener it would end the program.
    client.on("error", () => {});
    await client.connect();
    await client.query("SET client_min_messages = warning");
    await work(client);
  } catch (cause) {
    if (!isDatabaseError(cause)) throw cause;
    throw failure(url, describe(cause), cause);
  } finally {
    await client?.end().catch(() => {});
  }
}

/** Makes a table, adds what columns it lacks, and returns the columns it has besides. */
async function migrate(client: Client, plan: SqlTable): Promise<string[]> {
  await client.query(plan.create);
  const { rows } = await client.query<{ name: string }>(
    "SELECT attname AS name FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped",
    [quoteName(plan.name)],
  );
  const found = rows.map(({ name }) => name);
  for (const column of plan.columns) {
    if (!found.includes(column.name)) await client.query(plan.addColumn(column));
  }
  await client.query(`${plan.createStage} ON COMMIT DROP`);
  return found.filter((name) => !plan.columns.some((column) => column.name === name));
}

async function gather(client: Client, plan: SqlTable, lines: readonly Line[]): Promise<void> {
  const records = lines.map(plan.toRecord);
  const arrays = plan.columns.map((column, i) => `$${i + 1}::${arrayType(column)}`).join(", ");
  await client.query(
    `INSERT INTO ${quoteName(plan.stage)} SELECT * FROM unnest(${arrays})`,
    plan.columns.map((_, i) => records.map((record) => record[i])),
  );
}

function arrayType({ type }: Column): string {
  return `${TYPES[type]}[]`;
}

function failure(url: string, why: string, cause?: unknown): PoiError {
  return new PoiError(
    "database-failed",
    `${withoutSecrets(url)}: the PostgreSQL database refuses the export: ${why}`,
    { hint: "nothing was changed there", cause },
  );
}

/** Trouble with the server or on the way to it has a code; a mistake of this program has none. */
function isDatabaseError(error: unknown): error is Error & { code?: string } {
  if (error instanceof PoiError || !(error instanceof Error)) return false;
  return "code" in error || /timeout|connection|terminated|password|SASL|SSL/i.test(error.message);
}

function describe(error: Error & { code?: string }): string {
  // Where a name has several addresses, one error holds those of all of them and says nothing itself.
  const inner = error instanceof AggregateError ? error.errors[0]?.message : "";
  return error.message || inner || error.code || "it does not say why";
}

/** The address of a database without user and password. */
export function withoutSecrets(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return "postgres://…";
  }
}
