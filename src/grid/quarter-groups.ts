import { fold } from "../text/fold.ts";
import type { HeaderPhrase, Meaning } from "./header-vocabulary.ts";

type Line = readonly HeaderPhrase[];
type Quarter = HeaderPhrase & { readonly meaning: Meaning & { readonly kind: "quarter" } };

/** A quarter with its months under it: where these begin, and where those of the next one do. */
interface Group {
  readonly head: Quarter;
  readonly from: number;
  readonly to: number;
}

/** What the sum of a quarter is called that stands beside its months, under its name. */
const TOTAL = /^(?:SUB ?)?TOTAL(?: (?:DEL )?TRIM(?:ESTRE)?)?$|^TRIM(?:ESTRE)?$/;
/** A text that may be called so says what it is by itself. */
const OTHER = new Set(["label", "series", "month", "quarter"]);
const MONTHS_A_QUARTER = 3;

/**
 * Takes the names of quarters that stand over their own months for no columns: I TRIMESTRE over ENE, FEB and MAR says nothing
 * that these do not. What is called TOTAL beside these months is the quarter's.
 *
 * @param lines a header's phrases, line by line, where places say what stands over what
 * @returns the other phrases, and where each quarter begins, if any stands over its months
 */
export function ungroupQuarters(lines: readonly Line[]): {
  readonly lines: readonly Line[];
  readonly starts: readonly number[];
} {
  for (const [i, line] of lines.entries()) {
    const below = lines.slice(i + 1).flat();
    const groups = groupsUnder(line.filter(isQuarter), below);
    if (groups === null) continue;
    const heads = new Set<HeaderPhrase>(groups.map(({ head }) => head));
    const totals = totalsOf(groups, below);
    const others = lines.map((one) =>
      one
        .filter((phrase) => !heads.has(phrase))
        .map((phrase) => ({ ...phrase, meaning: totals.get(phrase) ?? phrase.meaning })),
    );
    return { lines: others, starts: groups.map(({ from }) => from) };
  }
  return { lines, starts: [] };
}

function isQuarter(phrase: HeaderPhrase): phrase is Quarter {
  return phrase.meaning?.kind === "quarter";
}

/**
 * The quarters of a line, if the months below stand quarter by quarter, and each name over its own; null where they do not. So
 * they may do once under each series.
 */
function groupsUnder(heads: readonly Quarter[], below: Line): Group[] | null {
  const months = below.filter(({ meaning }) => meaning?.kind === "month").sort((a, b) => a.start - b.start);
  const years = partYears(months, ({ meaning }) => Math.floor(orderOf(meaning) / MONTHS_A_QUARTER));
  const quarters = partYears(heads, ({ meaning }) => orderOf(meaning));
  if (quarters.length !== years.length) return null;
  const groups = years.map((year, k) => groupsOfYear(quarters[k]!, year, years[k + 1]?.[0]?.start));
  return groups.every((group) => group !== null) ? groups.flat() : null;
}

function orderOf(meaning: HeaderPhrase["meaning"]): number {
  return meaning?.kind === "month" || meaning?.kind === "quarter" ? meaning.order : -1;
}

/** Parts names of periods, from left to right, where an earlier one follows. */
function partYears<T extends HeaderPhrase>(names: readonly T[], orderOf: (name: T) => number): T[][] {
  const years: T[][] = [];
  for (const [i, name] of names.entries()) {
    if (i === 0 || orderOf(name) < orderOf(names[i - 1]!)) years.push([]);
    years.at(-1)!.push(name);
  }
  return years;
}

/** @param end where the months of the next series begin */
function groupsOfYear(
  heads: readonly Quarter[],
  months: Line,
  end = Number.POSITIVE_INFINITY,
): Group[] | null {
  const quarterOf = ({ meaning }: HeaderPhrase) => Math.floor(orderOf(meaning) / MONTHS_A_QUARTER);
  const quarters = [...new Set(months.map(quarterOf))];
  if (heads.length < 2 || heads.length !== quarters.length) return null;
  const starts = quarters.map((quarter) => months.find((month) => quarterOf(month) === quarter)!.start);
  const groups = heads.map((head, k): Group => {
    const [from = 0, to = end] = [starts[k], starts[k + 1]];
    return { head, from, to };
  });
  const isOwn = ({ head, from, to }: Group, k: number) =>
    head.meaning.order - FIRST_QUARTER === quarters[k] &&
    head.end > from &&
    (head.start + head.end) / 2 < Math.min(to, months.at(-1)!.end + (months.at(-1)!.end - from));
  return groups.every(isOwn) ? groups : null;
}

/** Quarters come after the twelve months in the order of periods. */
const FIRST_QUARTER = 12;

/** The sums beside the months of each quarter: as many in each, so that one behind all of them is the year's. */
function totalsOf(groups: readonly Group[], below: Line): Map<HeaderPhrase, Meaning> {
  const totals = below
    .filter(({ meaning, text }) => !OTHER.has(meaning?.kind ?? "") && TOTAL.test(fold(text)))
    .sort((a, b) => a.start - b.start);
  const own = groups.map(({ from, to }) => totals.filter(({ start }) => start >= from && start < to));
  const each = Math.min(...own.map(({ length }) => length));
  return new Map(
    groups.flatMap(({ head }, k) =>
      own[k]!.slice(0, each).map((total): [HeaderPhrase, Meaning] => [total, head.meaning]),
    ),
  );
}
