import type { Flag } from "../document.ts";
import type { Family } from "../family.ts";
import { monthKeys, quarterKeys, seriesIn } from "../rules/cell-names.ts";
import { foldWords } from "../text/fold-words.ts";
import type { PlacedColumn } from "./region.ts";

/**
 * Doubts columns of numbers whose header is none of the family's, where they stand in the place of one that is not there:
 * between two months that do not follow each other, or where the target would be, or whose header is the beginning of a
 * quarter's name, or that with the name of a series behind it, or that of a series which lacks the period beside it. So
 * does a column of texts whose header is the beginning of that of one that is not there: the rest is cut off. And so do
 * months that are not all there.
 */
export function doubtColumns(columns: readonly PlacedColumn[], family: Family): Flag[] {
  const known = new Set(family.extra.map(({ key }) => `extra.${key}`));
  const isUnknown = ({ kind, name }: PlacedColumn) =>
    kind === "cell" && name.startsWith("extra.") && !known.has(name);
  const names = new Set(columns.map(({ name }) => name));
  const absent = family.labels.filter(({ key }) => !names.has(key));
  const inPlace = columns.flatMap((column, i) => {
    if (column.kind === "label") {
      const start = `${foldWords(column.text)} `;
      const whole = family.labels.some(({ key }) => key === column.name)
        ? undefined
        : absent.find(({ header }) => header.some((text) => `${foldWords(text)} `.startsWith(start)));
      return whole === undefined || start === " " ? [] : [unknownColumn(column, whole.key)];
    }
    if (!isUnknown(column)) return [];
    const before = columns.slice(0, i).findLast((other) => !isUnknown(other))?.name ?? "";
    const after = columns.slice(i + 1).find((other) => !isUnknown(other))?.name ?? "";
    const named = family.series.filter(({ header }) =>
      header.some((text) => foldWords(text) === foldWords(column.text)),
    );
    const twins = named.flatMap(({ key }) => nextOf(key, before, names));
    const absentPeriods = [...periodsBetween(before, after, names), ...twins].filter(
      (name) => !names.has(name),
    );
    const isTarget = !names.has("target") && !isPeriod(before) && isPeriod(after);
    const start = `${foldWords(column.text)} `;
    const seriesNames = family.series.flatMap(({ header }) => header.map(foldWords));
    const isOfSeries = (phrase: string) => seriesNames.some((name) => start === `${phrase} ${name} `);
    const quarter = family.quarters.findIndex((phrases) =>
      phrases.map(foldWords).some((phrase) => `${phrase} `.startsWith(start) || isOfSeries(phrase)),
    );
    const [cell] = isTarget
      ? ["target"]
      : quarter !== -1 && start !== " "
        ? [quarterKeys[quarter]!]
        : absentPeriods;
    return cell === undefined ? [] : [unknownColumn(column, cell)];
  });
  const both = columns.find((column) => namesSeveral(column, family));
  if (both !== undefined) return [...inPlace, ofEither(both)];
  return inPlace.length > 0 ? inPlace : doubtMonths(names);
}

/** Whether a column of a series stands under the names of several: PROGRAMADO / EJECUTADO. */
function namesSeveral({ kind, text }: PlacedColumn, { series }: Family): boolean {
  if (kind !== "cell" || !text.includes("/")) return false;
  const parts = text.split("/").map((part) => `${foldWords(part)} `);
  const named = series.filter(({ header }) =>
    parts.some((part) => header.some((name) => part.startsWith(`${foldWords(name)} `))),
  );
  return named.length > 1;
}

function ofEither({ text }: PlacedColumn): Flag {
  const message = `The table has columns under "${text}", which may be of either`;
  return { code: "column-unknown", severity: "error", cells: [], message };
}

/** Reports print whole quarters, at least of one series. */
const QUARTER = 3;

/**
 * Doubts a table whose months have gaps, or end within a quarter in each series, or within one whose sum is printed: the rest
 * may stand on a page that was not read, or off the paper.
 */
function doubtMonths(names: ReadonlySet<string>): Flag[] {
  const series = seriesIn(names);
  const parted = series.flatMap((one) =>
    quarterKeys.flatMap((key, quarter) => {
      const months = monthKeys.slice(QUARTER * quarter, QUARTER * (quarter + 1));
      const count = months.filter((month) => names.has(`${one}.${month}`)).length;
      return names.has(`${one}.${key}`) && count > 0 && count < QUARTER ? [`${one}.${key}`] : [];
    }),
  );
  if (parted.length > 0) return [missing(`The table has ${parted.join(", ")} and not all of its months`)];
  const counts = series.map((one) => {
    const printed = monthKeys.map((key) => names.has(`${one}.${key}`));
    return {
      count: printed.filter(Boolean).length,
      hasGap: printed.lastIndexOf(true) >= printed.filter(Boolean).length,
    };
  });
  const most = Math.max(0, ...counts.map(({ count }) => count));
  // One or two months of one series alone may be all that a report is for.
  const isShort = most < QUARTER && series.length < 2;
  if ((isShort || most % QUARTER === 0) && !counts.some(({ hasGap }) => hasGap)) return [];
  return [missing(`The table has columns of ${most} months: those of the others were not found`)];
}

function missing(message: string): Flag {
  return { code: "columns-missing", severity: "error", cells: [], message };
}

function unknownColumn({ text, name }: PlacedColumn, cell: string): Flag {
  const header = text === "" ? "has no header" : `has the header "${text}", which the family does not list`;
  const message = `The column read as ${name} ${header}, and stands where ${cell} would`;
  return { code: "column-unknown", severity: "error", cells: [], message };
}

function isPeriod(name: string): boolean {
  return periodOf(name) !== null;
}

function periodOf(name: string): { keys: readonly string[]; at: number } | null {
  const key = name.slice(name.indexOf(".") + 1);
  for (const keys of [monthKeys, quarterKeys] as const) {
    const at = (keys as readonly string[]).indexOf(key);
    if (at !== -1) return { keys, at };
  }
  return null;
}

/** The same period as another's in a series that prints the period before it: EJC beside the last PROG. */
function nextOf(series: string, other: string, names: ReadonlySet<string>): string[] {
  const period = periodOf(other);
  const [last, key] = [period?.keys[period.at - 1], period?.keys[period.at]];
  return last !== undefined && names.has(`${series}.${last}`) ? [`${series}.${key}`] : [];
}

/** The cells of all printed series from one month or quarter to another. */
function periodsBetween(before: string, after: string, names: ReadonlySet<string>): string[] {
  const [from, to] = [periodOf(before), periodOf(after)];
  if (from === null || to === null || from.keys !== to.keys) return [];
  const series = seriesIn(names);
  return from.keys.slice(from.at, to.at + 1).flatMap((key) => series.map((one) => `${one}.${key}`));
}
