import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { basename, resolve } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import type { AnyFamily } from "../block-family.ts";
import { PoiError } from "../errors.ts";
import { createApp } from "./create-app.ts";
import { createStore } from "./create-store.ts";
import { loadPageAssets } from "./page-assets.ts";
import { progressOf } from "./queue.ts";

export interface ReviewOptions {
  /** Who decides, as the log will say. */
  readonly by: string;
  /** Overrides the family that each result names. */
  readonly family: AnyFamily | null;
  /** 0 takes one that is free. */
  readonly port: number;
  /** What opens encrypted PDFs, to show their pages. */
  readonly password?: string | undefined;
}

/** A review page that is being served. */
export interface Review {
  /** Where it is, with its token: whoever has this address can decide. */
  readonly url: string;
  /** Rows that wait for a person. */
  readonly pending: number;
  /** Writes what is not yet written, and stops serving. */
  readonly close: () => Promise<void>;
}

/**
 * Serves the review page of a folder of results to this machine, and to no other.
 *
 * @throws {PoiError} as `createStore` does, and `usage` when the port is taken
 */
export async function startReview(
  folder: string,
  { by, family, port, password }: ReviewOptions,
): Promise<Review> {
  const [store, assets] = await Promise.all([createStore(folder, family), loadPageAssets()]);
  const token = randomBytes(24).toString("base64url");
  let actual = port;
  const app = createApp({
    store,
    assets,
    token,
    port: () => actual,
    by,
    folder: basename(resolve(folder)),
    password: password ?? null,
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((listening, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const why = cause.code === "EADDRINUSE" ? "another program uses it" : cause.message;
      reject(
        new PoiError("usage", `Cannot listen on port ${port} as ${why}`, {
          hint: "leave --port out: a free one is taken",
          cause,
        }),
      );
    });
    server.listen(port, "127.0.0.1", listening);
  });
  actual = (server.address() as AddressInfo).port;
  const { total, settled } = progressOf(store.rows());
  return {
    url: `http://127.0.0.1:${actual}/${token}/`,
    pending: total - settled,
    close: async () => {
      await new Promise<void>((closed) => {
        server.close(() => closed());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      await store.flush();
    },
  };
}
