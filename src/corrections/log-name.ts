/** Beside the results: every decision ever made on them, one line each; lines are only ever added. */
export const LOG_NAME = "corrections.ndjson";
