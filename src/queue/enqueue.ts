import { randomUUID } from "node:crypto";
import { relative, sep } from "node:path";
import type { PoolClient } from "pg";
import type { Input } from "../batch/collect-inputs.ts";
import { hashReading, type Reading } from "../batch/conversion.ts";
import type { Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import { onClient } from "./on-client.ts";
import { nameInShared } from "./shared-path.ts";
import { BOSS_SCHEMA, QUEUE } from "./tables.ts";
import type { OpenQueue } from "./with-queue.ts";

/** A database is no file store: what is larger goes into a shared folder. */
const MAX_STORED_BYTES = 16 * 1024 * 1024;

/** How documents are sent in. */
export interface EnqueueOptions {
  readonly reading: Reading;
  /** A folder that all workers see too: documents stay there. Null: they are stored in the database. */
  readonly shared: string | null;
  /** Send in again what is converted already. */
  readonly force: boolean;
  /** How often a document is tried again after trouble that may pass, and how long the first wait is, in seconds. */
  readonly retries: number;
  readonly retryDelay: number;
}

/**
 * Sends one document in. Nothing is done for one that waits already, or whose result would come out the same.
 *
 * @returns whether it was sent in
 * @throws {PoiError} where it cannot be read, is too large to be stored, or is not in the shared folder
 */
export async function enqueue(queue: OpenQueue, input: Input, options: EnqueueOptions): Promise<boolean> {
  const name = nameOf(input.path, options.shared);
  const source = await input.load();
  if (options.shared === null && source.bytes.length > MAX_STORED_BYTES) throw tooLarge(input.path);
  return await queue.inTransaction(async (client) => {
    // Two that send in the same document wait for each other.
    await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [name]);
    if (!options.force && (await isSettled(client, name, source, options.reading))) return false;
    const revision = randomUUID();
    const bytes = options.shared === null ? source.bytes : null;
    await client.query(
      `insert into poi_queue.document (input, revision, id, bytes, options) values ($1, $2, $3, $4, $5)
       on conflict (input) do update set revision = excluded.revision, id = excluded.id, bytes = excluded.bytes,
         options = excluded.options, enqueued_at = now()`,
      [name, revision, source.id, bytes, JSON.stringify(options.reading.requested)],
    );
    await queue.boss.send(
      QUEUE,
      { input: name, revision },
      {
        id: revision,
        priority: priorityOf(source),
        retryLimit: options.retries,
        retryDelay: options.retryDelay,
        retryBackoff: true,
        db: onClient(client),
      },
    );
    return true;
  });
}

/** The name of a document in the queue: its path below the shared folder, or as it was typed; `/` on every system. */
function nameOf(path: string, shared: string | null): string {
  if (path === "-") throw new PoiError("usage", "Pasted text cannot be sent in: save it to a file first");
  return shared === null ? relative("", path).split(sep).join("/") : nameInShared(shared, path);
}

/** Whether a document as it is now waits already, or has a result that would come out the same. */
async function isSettled(
  client: PoolClient,
  name: string,
  source: Source,
  reading: Reading,
): Promise<boolean> {
  const { rows } = await client.query(
    `select 1 from poi_queue.document d
       left join poi_queue.result r on r.input = d.input and r.revision = d.revision
       left join ${BOSS_SCHEMA}.job j on j.name = $4 and j.id = d.revision
         and j.state in ('created', 'retry', 'active')
     where d.input = $1 and d.id = $2
       and (r.entry ->> 'reading' = $3 or (j.id is not null and d.options = $5::jsonb))`,
    [name, source.id, hashReading(reading), QUEUE, JSON.stringify(reading.requested)],
  );
  return rows.length > 0;
}

/** Short files first: one step down for each doubling of the size. */
function priorityOf({ bytes }: Source): number {
  return -Math.ceil(Math.log2(bytes.length + 1));
}

function tooLarge(path: string): PoiError {
  const limit = MAX_STORED_BYTES / 1024 / 1024;
  return new PoiError(
    "input-too-large",
    `Cannot store '${path}' in the database as it is larger than ${limit} MB`,
    {
      place: { file: path },
      hint: "put it into a folder that all workers see, and name that with --shared",
    },
  );
}
