import { DuckDBInstance } from "@duckdb/node-api";

/** Asks DuckDB, a reader that is not ours, and returns the rows with plain values; 64-bit integers are big ones. */
export async function queryDuckDb(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowsJS() as unknown[][];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
