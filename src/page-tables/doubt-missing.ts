import type { Flag, PrintedRow } from "../document.ts";
import { doubt, withDoubts } from "../read/reading.ts";

/**
 * Doubts rows for which no organ is printed, where others have one, since its name may stand on another page; and those that
 * lack what nearly all others say, where a text beside reaches into its place: it may touch that, and have been read as
 * its end.
 *
 * @param hasOrgans whether the table has a column for organs, be it blank all over
 */
export function doubtMissing(rows: readonly PrintedRow[], hasOrgans = false): readonly PrintedRow[] {
  const activities = rows.filter(({ kind }) => kind === "activity");
  const isMissing = (key: string, share = NEARLY_ALL) => {
    const named = activities.filter(({ labels }) => (labels[key] ?? "") !== "").length;
    if (key === "organ") return named > 0 || hasOrgans;
    // What is done is all that a row is about.
    if (key === "activity") return named > 0 && named < activities.length;
    return named < activities.length && named >= Math.max(MIN_NAMED, share * activities.length);
  };
  const expected = ["organ", "activity", "unit"].filter((key) => isMissing(key));
  // A column of merged cells lacks its text in the first rows of many pages.
  const others = [...new Set(activities.flatMap(({ labels }) => Object.keys(labels)))].filter(
    (key) => !expected.includes(key) && isMissing(key, MOST),
  );
  if (expected.length + others.length === 0) return rows;
  const texts = expected.filter((key) => key !== "organ");
  const printed = new Map(texts.map((key) => [key, Map.groupBy(activities, ({ labels }) => labels[key])]));
  const isOfTwo = (text: string, key: string) =>
    text.includes(" ") && printed.get(key)!.get(text)!.length === 1;
  /** Labels of a merged cell that the page before has the text of: blank in all rows of this one so far. */
  let atHead: readonly string[] = [];
  return rows.map((row, i) => {
    const before = rows[i - 1];
    if (before !== undefined && before.page < row.page)
      atHead = others.filter((key) => (before.labels[key] ?? "") !== "");
    if (row.kind === "activity") atHead = atHead.filter((key) => (row.labels[key] ?? "") === "");
    // Of a row that ends a page the next one may have it.
    const isParted = rows[i + 1] !== undefined && rows[i + 1]!.page > row.page;
    const mayBeBlank = (key: string) => key !== "organ" && key !== "activity";
    const isBlank = (key: string) => mayBeBlank(key) && !isParted && row.blanks?.includes(key) === true;
    const isMissed = (key: string) => (row.labels[key] ?? "") === "" && !isBlank(key);
    const missing = [...expected.filter(isMissed), ...atHead];
    if (row.kind !== "activity") return row;
    const doubts = missing.map((key) => (key === "organ" ? NO_ORGAN : notPrinted(key)));
    // The line that one row lacks may have been given to the row beside it.
    const lacks = (other: PrintedRow | undefined, key: string) =>
      other?.kind === "activity" && other.page === row.page && (other.labels[key] ?? "") === "";
    const mayHold = (key: string) =>
      (lacks(before, key) || lacks(rows[i + 1], key)) && isOfTwo(row.labels[key] ?? "", key);
    return withDoubts(row, [...doubts, ...texts.filter(mayHold).map(takenFrom)]);
  });
}

/** Nearly all rows say something where at least this share of them do, and so many. */
const NEARLY_ALL = 0.9;
/** Of a column of merged cells, this share of the rows. */
const MOST = 0.75;
const MIN_NAMED = 9;

const NO_ORGAN = doubt(
  "organ-unsure",
  "No organ is printed beside it or over it, while other rows have one, or a column has the name for it",
);

function notPrinted(key: string): Flag {
  return doubt(
    "text-unsure",
    `No ${key} was read for it, while nearly all other rows have one: it may stand within another of its texts`,
  );
}

function takenFrom(key: string): Flag {
  return doubt("text-unsure", `No ${key} was read for the row beside it: it may be in that of this one`);
}
