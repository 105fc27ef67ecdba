import type { BlockFamily } from "../block-family.ts";
import type { Flag, PrintedRow } from "../document.ts";
import type { PlacedColumn } from "../page-tables/region.ts";
import { textUnsure } from "./doubt-texts.ts";

/** A text, or a code before it, that so many of a document's activities print, each of them has. */
const SHARE = 0.8;
/** Fewer activities show nothing. */
const MIN_ACTIVITIES = 5;

/**
 * Finds what speaks against the texts of a row: one that nearly all activities of the document print and it has not. It may
 * have been read as part of the text in the column beside it.
 *
 * @param rows all rows of the document
 * @param tables the columns of its tables: those after the numbers may hold remarks, which an activity need not have
 */
export function createLabelDoubts(
  rows: readonly PrintedRow[],
  tables: readonly (readonly PlacedColumn[])[],
  { labels: all }: BlockFamily,
): (row: PrintedRow) => Flag[] {
  const before = new Set(
    tables.flatMap((columns) =>
      columns
        .slice(
          0,
          columns.findIndex(({ kind }) => kind === "cell"),
        )
        .map(({ name }) => name),
    ),
  );
  const activities = rows.filter(({ kind }) => kind === "activity");
  const isUsual = (key: string) =>
    activities.filter(({ labels }) => labels[key] !== undefined).length >= SHARE * activities.length;
  const usual =
    activities.length < MIN_ACTIVITIES
      ? []
      : all
          .filter(({ key }) => before.has(key))
          .flatMap(({ key, codeKey }) => [key, ...(codeKey === undefined ? [] : [codeKey])])
          .filter(isUsual);
  return ({ kind, labels }) => {
    const missing = usual.filter((key) => labels[key] === undefined);
    return kind === "activity" && missing.length > 0 ? [labelMissing(missing)] : [];
  };
}

function labelMissing(keys: readonly string[]): Flag {
  return textUnsure(
    `This row has no ${keys.join(" and no ")}, which others have: it may be in the column beside it`,
  );
}
