import { Client } from "pg";
import { afterAll, beforeAll } from "vitest";
import { findPostgres, withPostgres } from "../support/postgres.ts";

/** Whether this machine has a PostgreSQL to start; without, the tests that need one are skipped, and say so. */
export const hasPostgres = (await findPostgres()) !== null;

type Rows = Record<string, unknown>[];

/** A PostgreSQL for the tests of a file, with an empty database for each test that asks. */
export function useDatabases(): { readonly create: () => Promise<string> } {
  let server: string;
  let ended: Promise<void>;
  let stop: () => void = () => {};
  let count = 0;
  beforeAll(async () => {
    if (!hasPostgres) return;
    await new Promise<void>((ready, fail) => {
      ended = withPostgres(async (url) => {
        server = url;
        ready();
        await new Promise<void>((resolve) => {
          stop = resolve;
        });
      });
      ended.catch(fail);
    });
  }, 60_000);
  afterAll(async () => {
    stop();
    await ended;
  });
  return {
    create: async () => {
      const name = `test_${++count}`;
      await ask(server, `create database ${name}`);
      const url = new URL(server);
      url.pathname = `/${name}`;
      return url.href;
    },
  };
}

/** Asks a database one thing. */
export async function ask(url: string, text: string, values: unknown[] = []): Promise<Rows> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}
