import { DatabaseError, Pool, type PoolClient } from "pg";
import { PgBoss } from "pg-boss";
import { PoiError } from "../errors.ts";
import { BOSS_SCHEMA, CREATE_TABLES, DEAD_QUEUE, QUEUE } from "./tables.ts";

/** A queue in a PostgreSQL database: pg-boss for the jobs, and a pool of connections for our own tables. */
export interface OpenQueue {
  readonly boss: PgBoss;
  readonly pool: Pool;
  /** Runs `use` in a transaction: all of what it does through the client is done, or nothing. */
  readonly inTransaction: <T>(use: (client: PoolClient) => Promise<T>) => Promise<T>;
}

/** A worker that says nothing for so long is given up, and its document handed to another. pg-boss's least. */
const HEARTBEAT_S = 10;
/** How often workers look for jobs of workers that are gone, and for jobs where there were none. */
const SUPERVISE_EVERY_S = 5;
/** pg-boss's most: how long a document takes is for --timeout to say. */
const EXPIRE_S = 24 * 60 * 60;
/** pg-boss's most: an archive waits until someone starts a worker, and its dead letters until someone looks. */
const RETENTION_S = 365 * 24 * 60 * 60;
/** Serialises the making of our tables between machines that start at once; any number does. */
const LOCK_KEY = 7_203_941;
/** Errors of the system on the way to a database, by their code. */
const NETWORK = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
]);
/** Errors of node-postgres over a connection that is gone have no code. */
const CUT = /^(?:Connection terminated|Client has encountered a connection error)/;

/**
 * Opens the queue of a database, making its tables where they are missing, and closes it whatever happens.
 *
 * @param isWorker works on jobs, and looks after those that other workers left behind
 * @param onError for trouble with the connection while the queue is open; what fails by it is tried again
 * @throws {PoiError} `queue-unreachable`, and whatever `use` throws
 */
export async function withQueue<T>(
  url: string,
  isWorker: boolean,
  onError: (error: Error) => void,
  use: (queue: OpenQueue) => Promise<T>,
): Promise<T> {
  const pool = new Pool({ connectionString: url, application_name: "poi" }).on("error", onError);
  const boss = new PgBoss({
    connectionString: url,
    application_name: "poi",
    schema: BOSS_SCHEMA,
    schedule: false,
    supervise: isWorker,
    registerInstance: isWorker,
    superviseIntervalSeconds: SUPERVISE_EVERY_S,
    monitorIntervalSeconds: SUPERVISE_EVERY_S,
  }).on("error", onError);
  try {
    await open(pool, boss);
    return await use({ boss, pool, inTransaction: (run) => inTransaction(pool, run) });
  } catch (error) {
    throw isOfDatabase(error) ? unreachable(url, error) : error;
  } finally {
    await boss.stop({ graceful: false }).catch(onError);
    await pool.end();
  }
}

async function open(pool: Pool, boss: PgBoss): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query("select pg_advisory_xact_lock($1)", [LOCK_KEY]);
    await client.query(CREATE_TABLES);
  });
  await boss.start();
  const options = { retentionSeconds: RETENTION_S, expireInSeconds: EXPIRE_S };
  await boss.createQueue(DEAD_QUEUE, options);
  await boss.createQueue(QUEUE, { ...options, deadLetter: DEAD_QUEUE, heartbeatSeconds: HEARTBEAT_S });
}

/** Whether an error comes from PostgreSQL or the way there, and not from our own code. */
function isOfDatabase(error: unknown): error is Error {
  if (!(error instanceof Error) || error instanceof PoiError) return false;
  const { code = "" } = error as NodeJS.ErrnoException;
  return error instanceof DatabaseError || NETWORK.has(code) || CUT.test(error.message);
}

function unreachable(url: string, cause: Error): PoiError {
  const reason = cause.message || (cause as NodeJS.ErrnoException).code;
  return new PoiError("queue-unreachable", `Cannot use the queue at ${hostOf(url)}: ${reason}`, {
    hint: "--queue takes postgres://user:password@host:port/database, and the user must be able to create schemas",
    cause,
  });
}

async function inTransaction<T>(pool: Pool, use: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that is cut says so to whoever listens, and ends the process where nobody does; the statement that
  // is under way, or the next one, fails by it as well, and that is enough.
  const ignore = () => {};
  client.on("error", ignore);
  let failure: Error | undefined;
  try {
    await client.query("begin");
    const result = await use(client);
    await client.query("commit");
    return result;
  } catch (error) {
    failure = await client.query("rollback").then(
      () => undefined,
      (cause) => cause,
    );
    throw error;
  } finally {
    client.off("error", ignore);
    // A connection that cannot even roll back is not used again.
    client.release(failure);
  }
}

/** What of a connection string can be shown: no password. */
function hostOf(url: string): string {
  try {
    const { host, pathname, searchParams } = new URL(url);
    return `${host || searchParams.get("host") || "localhost"}${pathname}`;
  } catch {
    return "that address";
  }
}
