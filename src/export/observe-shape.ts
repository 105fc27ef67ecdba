import { PoiError } from "../errors.ts";
import { listCells } from "../results/list-cells.ts";
import type { Result } from "../results/read-results.ts";
import { toColumnName } from "./column-name.ts";

/** PostgreSQL allows 1,600 columns and SQLite 2,000; a family has some fifty. */
const MAX_NAMES = 500;
/** What families may call their columns and series, and so what a column of a table can be named after. */
const KEY = /^[a-z][a-zA-Z0-9]{0,39}$/;

/** Which columns the rows of some documents have between them, in the order in which they were met. */
export interface Shape {
  /** Text columns by the family's keys. */
  readonly labels: ReadonlySet<string>;
  /** Number columns by their cell names. */
  readonly cells: ReadonlySet<string>;
}

/**
 * Goes through results once to learn the columns of the wide table; families differ in theirs.
 *
 * @throws {PoiError} `result-invalid` where a name cannot be that of a column, or there are too many
 */
export async function observeShape(results: AsyncIterable<Result>): Promise<Shape> {
  const labels = new Set<string>();
  const cells = new Set<string>();
  for await (const { path, extraction } of results) {
    for (const row of extraction.rows) {
      for (const label of Object.keys(row.labels)) labels.add(label);
      for (const { name } of listCells(row)) cells.add(name);
    }
    check(path, labels, cells);
  }
  return { labels, cells };
}

function check(path: string, labels: ReadonlySet<string>, cells: ReadonlySet<string>): void {
  const fail = (why: string) =>
    new PoiError("result-invalid", `${path}: ${why}`, {
      place: { file: path },
      hint: "convert the document again with --force, or move that file away",
    });
  const wrong = [...labels, ...[...cells].flatMap((cell) => cell.split("."))].find((key) => !KEY.test(key));
  if (wrong !== undefined) {
    throw fail(
      `a column must be named by a lower-case letter and up to 39 letters and digits: current value is ${JSON.stringify(wrong.slice(0, 60))}`,
    );
  }
  if (new Set([...cells].map(toColumnName)).size < cells.size) {
    throw fail("cells must have names that differ as names of columns, and two of them do not");
  }
  if (labels.size + cells.size > MAX_NAMES) {
    throw fail(`a table must have at most ${MAX_NAMES} columns: with this file it has more`);
  }
}
