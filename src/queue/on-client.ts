import type { PoolClient } from "pg";
import type { ConnectionOptions } from "pg-boss";

/** Lets pg-boss work through a client of ours, and so within its transaction. */
export function onClient(client: PoolClient): NonNullable<ConnectionOptions["db"]> {
  return { executeSql: (text, values) => client.query(text, values) };
}
