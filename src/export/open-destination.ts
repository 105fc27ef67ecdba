import { join, resolve } from "node:path";
import { PoiError } from "../errors.ts";
import type { Format } from "./formats/format.ts";
import type { Destination } from "./table.ts";

/** Where an export goes, as it was asked for. */
export interface DestinationOptions {
  /** The folder of the results. */
  readonly folder: string;
  /** Folder for files; by default `export/<format>` within that of the results. */
  readonly out?: string | undefined;
  /** Begin CSV files with a byte order mark. */
  readonly excel?: boolean | undefined;
  /** What a database calls the documents of this export; by default the folder's path. */
  readonly collection?: string | undefined;
}

/** A destination, and what to call it. */
export interface OpenedDestination {
  readonly name: string;
  readonly destination: Destination;
}

/** Libraries are loaded only for the format that is asked for. */
const FORMATS: Readonly<Record<string, (excel: boolean) => Promise<Format>>> = {
  csv: async (excel) => (await import("./formats/csv.ts")).csv(excel),
  ndjson: async () => (await import("./formats/ndjson.ts")).ndjson,
  parquet: async () => (await import("./formats/parquet.ts")).parquet,
};

/**
 * Understands `csv`, `ndjson`, `parquet`, `sqlite:<file>` and `postgres://…`.
 *
 * @throws {PoiError} `usage`
 */
export async function openDestination(to: string, options: DestinationOptions): Promise<OpenedDestination> {
  const collection = options.collection ?? resolve(options.folder);
  const loadFormat = Object.hasOwn(FORMATS, to) ? FORMATS[to] : undefined;
  if (options.excel && to !== "csv")
    throw new PoiError("usage", `--excel must go with --to csv: current value is ${shown(to)}`);
  if (loadFormat !== undefined) {
    const { toFiles } = await import("./to-files.ts");
    const out = options.out ?? join(options.folder, "export", to);
    return { name: out, destination: toFiles(out, await loadFormat(options.excel ?? false)) };
  }
  if (options.out !== undefined)
    throw new PoiError("usage", "--out must go with --to csv, ndjson or parquet");
  const [, sqliteFile] = /^sqlite:(?:\/\/)?(.+)$/s.exec(to) ?? [];
  if (sqliteFile !== undefined) {
    const { toSqlite } = await import("./sql/to-sqlite.ts");
    return { name: sqliteFile, destination: toSqlite(sqliteFile, collection) };
  }
  if (/^postgres(?:ql)?:\/\//.test(to)) {
    const { toPostgres, withoutSecrets } = await import("./sql/to-postgres.ts");
    return { name: withoutSecrets(to), destination: toPostgres(to, collection) };
  }
  throw new PoiError(
    "usage",
    `--to must be csv, ndjson, parquet, sqlite:<file> or postgres://…: current value is ${shown(to)}`,
  );
}

/** What was typed may be an address with a password in it. */
function shown(to: string): string {
  return JSON.stringify(to.includes("@") ? `${to.split(":")[0]}:…` : to);
}
