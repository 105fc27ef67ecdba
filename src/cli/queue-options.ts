import { Option } from "commander";

/** `--queue`, the same for every command of the queue. */
export function queueOption(): Option {
  return new Option(
    "--queue <url>",
    "PostgreSQL database that holds the queue, as postgres://user@host/database",
  )
    .env("POI_QUEUE")
    .makeOptionMandatory();
}

/** `--shared`, which must lead to the same files on all machines. */
export function sharedOption(): Option {
  return new Option(
    "--shared <dir>",
    "folder that all machines see: documents are read there, not stored in the database",
  );
}

/** What goes wrong with the connection while a command runs, on standard error; the command itself goes on. */
export function warn(error: Error): void {
  process.stderr.write(`poi: the queue: ${error.message}\n`);
}
