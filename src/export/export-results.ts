import { basename } from "node:path";
import { readResults } from "../results/read-results.ts";
import { observeShape } from "./observe-shape.ts";
import { planTables } from "./plan-tables.ts";
import type { Destination } from "./table.ts";

/** What an export did. */
export interface ExportReport {
  readonly documents: number;
  /** Lines per table, in the order of the tables. */
  readonly lines: Readonly<Record<string, number>>;
  /** Results left out because another one is of the same document. */
  readonly repeated: readonly { readonly path: string; readonly sameAs: string }[];
}

/**
 * Sends the results of a folder to a destination. They are read twice, first for the columns they have and then
 * for what is in them, one document in memory at a time; all of them are checked before anything is written.
 *
 * @throws {PoiError} `result-invalid` for a file that is no result of ours, and what the destination throws
 */
export async function exportResults(
  folder: string,
  destination: Destination,
  includeReview: boolean,
): Promise<ExportReport> {
  const tables = planTables(await observeShape(readResults(folder)), includeReview);
  const lines = Object.fromEntries(tables.map(({ name }) => [name, 0]));
  const pathOf = new Map<string, string>();
  const repeated: { path: string; sameAs: string }[] = [];
  await destination(tables, async (take) => {
    for await (const { path, extraction } of readResults(folder)) {
      const sameAs = pathOf.get(extraction.document.id);
      if (sameAs !== undefined) {
        repeated.push({ path, sameAs });
        continue;
      }
      pathOf.set(extraction.document.id, path);
      for (const table of tables) {
        await take(
          table,
          tally(table.linesOf(extraction, basename(path)), () => {
            lines[table.name]! += 1;
          }),
        );
      }
    }
  });
  return { documents: pathOf.size, lines, repeated };
}

function* tally<T>(items: Iterable<T>, count: () => void): Generator<T> {
  for (const item of items) {
    count();
    yield item;
  }
}
