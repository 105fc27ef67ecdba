import { z } from "zod";
import { BOSS_SCHEMA, DEAD_QUEUE, QUEUE } from "./tables.ts";
import type { OpenQueue } from "./with-queue.ts";

/** How far a queue is. */
export interface QueueStatus extends JobCounts {
  readonly done: number;
  /** Converted, though something of the document could not be read. */
  readonly partial: number;
  /** Given up: in the dead letters. */
  readonly failed: number;
  /** How many documents failed for each reason, by the error's code. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly rows: number;
  readonly review: number;
  /** Documents that ended well within the last minute. */
  readonly lastMinute: number;
  /** Machines, or processes on them, that work on the queue now. */
  readonly workers: number;
}

/** Jobs that are not ended. */
export interface JobCounts {
  readonly waiting: number;
  /** Failed for a reason that may pass, and wait to be tried again. */
  readonly retrying: number;
  readonly active: number;
}

const count = z.coerce.number();
const jobCounts = z.object({ waiting: count, retrying: count, active: count });
const resultCounts = z.object({
  done: count,
  partial: count,
  rows: count,
  review: count,
  lastMinute: count,
});

/** Counts the jobs that are not ended. */
export async function countJobs({ pool }: OpenQueue): Promise<JobCounts> {
  const { rows } = await pool.query(
    `select count(*) filter (where state = 'created') waiting, count(*) filter (where state = 'retry') retrying,
       count(*) filter (where state = 'active') active
     from ${BOSS_SCHEMA}.job where name = $1`,
    [QUEUE],
  );
  return jobCounts.parse(rows[0]);
}

/** Asks the database how far its queue is. */
export async function queueStatus(queue: OpenQueue): Promise<QueueStatus> {
  const jobs = await countJobs(queue);
  const results = await queue.pool.query(
    `select count(*) filter (where entry ->> 'outcome' = 'done') done,
       count(*) filter (where entry ->> 'outcome' = 'partial') partial,
       coalesce(sum((entry #>> '{counts,rows}')::int), 0) "rows",
       coalesce(sum((entry #>> '{counts,review}')::int), 0) review,
       count(*) filter (where finished_at > now() - interval '1 minute') "lastMinute"
     from poi_queue.result`,
  );
  const dead = await queue.pool.query(
    `select ${REASON} code, count(*)::int from ${DEAD_LETTERS} group by 1 order by 2 desc, 1`,
    [DEAD_QUEUE],
  );
  const reasons = Object.fromEntries(dead.rows.map(({ code, count }) => [String(code), Number(count)]));
  const instances = await queue.boss.getInstances();
  return {
    ...jobs,
    ...resultCounts.parse(results.rows[0]),
    failed: Object.values(reasons).reduce((sum, number) => sum + number, 0),
    reasons,
    workers: instances.filter((instance) => instance.live && instance.workers.length > 0).length,
  };
}

/** The dead letters of documents as they were last sent in; $1 is the queue of the dead. */
export const DEAD_LETTERS = `${BOSS_SCHEMA}.job j
  join poi_queue.document d on d.input = j.data ->> 'input' and d.revision::text = j.data ->> 'revision'
  where j.name = $1`;

/** Why a dead letter is one. A job whose workers were lost has no error of ours. */
const REASON = "coalesce(j.source_output ->> 'code', 'worker-crashed')";
