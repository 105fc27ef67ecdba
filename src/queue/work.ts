import { mkdtemp, readFile, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Job, JobResult } from "pg-boss";
import { z } from "zod";
import { loadSource } from "../acquire/load-source.ts";
import { sourceFromBytes } from "../acquire/source-from-bytes.ts";
import { type Convert, hashReading, type Reading, type Requested } from "../batch/conversion.ts";
import { mayPass } from "../batch/convert-document.ts";
import { manifestEntry } from "../batch/manifest-shapes.ts";
import { packError } from "../batch/packed-error.ts";
import { PoiError } from "../errors.ts";
import { programVersion } from "../version.ts";
import { onClient } from "./on-client.ts";
import { pathInShared } from "./shared-path.ts";
import { QUEUE } from "./tables.ts";
import type { OpenQueue } from "./with-queue.ts";

/** What a job says; the rest stands in our own table. */
export interface JobData {
  readonly input: string;
  readonly revision: string;
}

/** How a worker goes about its jobs. */
export interface WorkOptions {
  readonly convert: Convert;
  /** What to read a document with. */
  readonly readingFor: (requested: Requested) => Promise<Reading>;
  /** Where the documents are that are not stored in the database. */
  readonly shared: string | null;
  readonly onReport: (report: JobReport) => void;
}

/** What came of a job on this machine. */
export interface JobReport {
  readonly input: string;
  readonly outcome: "done" | "partial" | "failed" | "superseded";
  readonly rows: number;
  readonly error: Error | null;
  /** Of a failure: it is tried again, unless it was tried too often. */
  readonly mayPass: boolean;
}

const document = z.object({
  id: z.string(),
  bytes: z.instanceof(Uint8Array).nullable(),
  options: manifestEntry.shape.options,
});
const compress = promisify(gzip);
const WORKER = `${hostname()}:${process.pid}`;

/**
 * Converts the document of a job. The result and the completion of the job are committed together, and only while
 * the job is still this worker's: a document that was handed to two workers has one result.
 *
 * @returns what pg-boss is to do: a failure that may pass is tried again, any other goes to the dead letters at once
 */
export async function work(queue: OpenQueue, job: Job<JobData>, options: WorkOptions): Promise<JobResult> {
  const { input } = job.data;
  const folder = await mkdtemp(join(tmpdir(), "poi-"));
  const tell = (report: Partial<JobReport> & Pick<JobReport, "outcome">) =>
    options.onReport({ input, rows: 0, error: null, mayPass: false, ...report });
  try {
    const { outcome, rows } = await convertJob(queue, job, options, join(folder, "result.json"));
    tell({ outcome, rows });
    return { id: job.id, status: "completed" };
  } catch (error) {
    const isOurs = error instanceof PoiError;
    const isPassing = !isOurs || mayPass(error.code);
    tell({ outcome: "failed", error: error as Error, mayPass: isPassing });
    // The database, or a bug: pg-boss notes it, and another try may find it gone.
    if (!isOurs) throw error;
    const output = { ...packError(error), worker: WORKER };
    return { id: job.id, status: isPassing ? "failed" : "deadletter", output };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function convertJob(
  queue: OpenQueue,
  job: Job<JobData>,
  { convert, readingFor, shared }: WorkOptions,
  output: string,
): Promise<{ outcome: JobReport["outcome"]; rows: number }> {
  const { input, revision } = job.data;
  const found = await queue.pool.query(
    "select id, bytes, options from poi_queue.document where input = $1 and revision = $2",
    [input, revision],
  );
  if (found.rows.length === 0) return { outcome: "superseded", rows: 0 };
  const { bytes, options } = document.parse(found.rows[0]);
  let started = new Date();
  const source =
    bytes === null ? await loadSource(pathInShared(shared, input)) : sourceFromBytes(baseName(input), bytes);
  const reading = await readingFor(options);
  const conversion = await convert(source, reading, output, {
    onBegin: () => {
      started = new Date();
    },
  });
  const entry = {
    id: source.id,
    ...conversion,
    programVersion: programVersion(),
    options,
    reading: hashReading(reading),
    startedAt: started.toISOString(),
    milliseconds: Date.now() - started.getTime(),
  };
  const extraction = await compress(await readFile(output));
  await queue.inTransaction(async (client) => {
    await client.query(
      `insert into poi_queue.result (input, revision, entry, extraction, worker)
       select input, revision, $3, $4, $5 from poi_queue.document where input = $1 and revision = $2
       on conflict (input) do update set revision = excluded.revision, entry = excluded.entry,
         extraction = excluded.extraction, worker = excluded.worker, finished_at = now()`,
      [input, revision, JSON.stringify(entry), extraction, WORKER],
    );
    await client.query("update poi_queue.document set bytes = null where input = $1 and revision = $2", [
      input,
      revision,
    ]);
    const { settled } = (await queue.boss.complete(QUEUE, job, null, { db: onClient(client) })) as Settled;
    if (settled?.length !== 1) throw new Error("the job was handed to another worker meanwhile");
  });
  return { outcome: conversion.outcome, rows: conversion.counts.rows };
}

/** What pg-boss answers to a completion: the ids of the jobs that were still this worker's. */
interface Settled {
  readonly settled?: readonly string[];
}

function baseName(input: string): string {
  return input.slice(input.lastIndexOf("/") + 1);
}
