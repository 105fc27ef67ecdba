/** Where pg-boss keeps its jobs. */
export const BOSS_SCHEMA = "poi_jobs";
/** Documents that wait, each a job of this queue; and those that were given up, with the reason. */
export const QUEUE = "documents";
export const DEAD_QUEUE = "documents-dead";

/**
 * Our own tables, beside pg-boss's. A job names a document and its revision, which is the job's id: what is sent
 * in again gets another, and a job of the old one finds nothing to do.
 */
export const CREATE_TABLES = `
  create schema if not exists poi_queue;
  create table if not exists poi_queue.document (
    input text primary key,
    revision uuid not null,
    -- sha256: and the hash of the bytes when they were sent in
    id text not null,
    -- null where they are read from the shared folder, and once they are converted
    bytes bytea,
    options jsonb not null,
    enqueued_at timestamptz not null default now()
  );
  create table if not exists poi_queue.result (
    input text primary key references poi_queue.document on delete cascade,
    revision uuid not null,
    -- the line of run.json without the names of files
    entry jsonb not null,
    -- the bytes of <name>.poi.json, gzip
    extraction bytea not null,
    worker text not null,
    finished_at timestamptz not null default now()
  );
  create index if not exists result_finished on poi_queue.result (finished_at);`;
