import type { HeaderPhrase, Meaning } from "./header-vocabulary.ts";
import { overlap } from "./stack-words.ts";

/** A number column of a series: the phrase that stands over it, and the cell it fills. */
export interface PeriodColumn {
  readonly cell: string;
  /** The phrase nearest to the numbers. */
  readonly leaf: HeaderPhrase;
  /** The phrase that heads the group, or the leaf itself. */
  readonly head: HeaderPhrase;
}

/** More header phrases than this are no header; the search below is quadratic. */
const MAX_PHRASES = 250;

/**
 * Finds which cell each month, quarter and series word of a header stands for, from their order alone:
 * PROGRAMADO over twelve months, I TRIMESTRE over PROG and EJC, ENE over P and E, or all in one line
 * ("PROG ENE", "ENE P E"). Returns null where no reading gives every word a place and every cell one column.
 *
 * @param lines the phrases that are series, months or quarters, line by line
 */
export function solvePeriods(lines: readonly (readonly HeaderPhrase[])[]): PeriodColumn[] | null {
  const printed = lines.filter((line) => line.length > 0);
  const all = printed.flat();
  if (all.length > MAX_PHRASES) return null;
  const levelled = solveLevels(printed) ?? solveBeside(printed);
  if (levelled !== null) return levelled;
  for (let cut = 1; cut < all.length; cut++) {
    const columns = distribute(all.slice(0, cut), all.slice(cut));
    if (columns !== null && areDistinct(columns)) return columns;
  }
  return null;
}

/**
 * Reads a header whose months stand in groups, of which each is one by itself: PROGRAMADO and EJECUTADO over the months of the
 * first quarter, then over those of the next one.
 *
 * @param starts where each group begins
 */
export function solveGroups(
  lines: readonly (readonly HeaderPhrase[])[],
  starts: readonly number[],
): PeriodColumn[] | null {
  const columns: PeriodColumn[] = [];
  for (const [i, from] of starts.entries()) {
    const to = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    const middle = ({ start, end }: HeaderPhrase) => (start + end) / 2;
    const own = partOf(lines, (phrase) => middle(phrase) >= from && middle(phrase) < to);
    const solved = solvePeriods(own);
    if (solved === null) return null;
    columns.push(...solved);
  }
  const isAll = columns.length > 0 && areDistinct(columns);
  return isAll ? columns : null;
}

/** Reads lines of which the upper ones head the lower ones, or of which each is a header by itself. */
function solveLevels(printed: readonly (readonly HeaderPhrase[])[]): PeriodColumn[] | null {
  for (let cut = printed.length - 1; cut >= 1; cut--) {
    const columns = distribute(byPlace(printed.slice(0, cut)), byPlace(printed.slice(cut)));
    if (columns !== null && areDistinct(columns)) return columns;
  }
  const stacked = pairUp(printed);
  if (stacked !== null && areDistinct(stacked)) return stacked;
  const inLine = carryHeads(printed.flat());
  return inLine !== null && areDistinct(inLine) ? inLine : null;
}

/**
 * Reads two headers beside each other whose levels are not on the same lines: I TRIM over P and E, beside PROGRAMADO, one line
 * further down, over the months.
 */
function solveBeside(printed: readonly (readonly HeaderPhrase[])[]): PeriodColumn[] | null {
  const all = byPlace(printed);
  let end = Number.NEGATIVE_INFINITY;
  for (const [i, phrase] of all.entries()) {
    const at = phrase.start;
    const isGap = i > 0 && end <= at;
    end = Math.max(end, phrase.end);
    if (!isGap) continue;
    const left = solveLevels(partOf(printed, ({ start }) => start < at));
    const right = left && solveLevels(partOf(printed, ({ start }) => start >= at));
    if (left === null || right === null) continue;
    const columns = [...left, ...right];
    if (areDistinct(columns)) return columns;
  }
  return null;
}

function partOf(
  lines: readonly (readonly HeaderPhrase[])[],
  isOwn: (phrase: HeaderPhrase) => boolean,
): HeaderPhrase[][] {
  return lines.map((line) => line.filter(isOwn)).filter((line) => line.length > 0);
}

/** Words of one level that were printed on several lines, in order from left to right. */
function byPlace(lines: readonly (readonly HeaderPhrase[])[]): HeaderPhrase[] {
  return lines.length === 1 ? [...lines[0]!] : lines.flat().sort((a, b) => a.start - b.start);
}

/**
 * Gives each group the leaves that fit under it, from left to right, until none is left over. A series whose name is printed
 * again where the next page of a sheet begins is one group.
 */
function distribute(groups: readonly HeaderPhrase[], leaves: readonly HeaderPhrase[]): PeriodColumn[] | null {
  const columns: PeriodColumn[] = [];
  let next = 0;
  for (const [i, head] of groups.entries()) {
    const isAgain = isSeries(head.meaning) && head.meaning?.key === groups[i - 1]?.meaning?.key;
    if (isAgain && leaves.some((leaf) => overlap(leaf, head))) continue;
    const count = countChildren(head, leaves, next);
    if (count === 0) return null;
    for (const leaf of leaves.slice(next, next + count)) columns.push(makeColumn(head, leaf));
    next += count;
  }
  return next === leaves.length ? columns : null;
}

/** Reads two lines of the same length in which every column prints its series and its period: PROG over ENE. */
function pairUp(lines: readonly (readonly HeaderPhrase[])[]): PeriodColumn[] | null {
  const [upper, lower] = lines;
  if (lines.length !== 2 || upper!.length !== lower!.length) return null;
  if (upper!.some((head, i) => isSeries(head.meaning) === isSeries(lower![i]!.meaning))) return null;
  return upper!.map((head, i) => makeColumn(head, lower![i]!));
}

/** Reads one line in which every head is followed by what stands under it. */
function carryHeads(phrases: readonly HeaderPhrase[]): PeriodColumn[] | null {
  // choice[i]: how many children the head at i has in a reading that reaches the end; 0 where there is none.
  const choice = new Array<number>(phrases.length).fill(0);
  const works = (i: number) => i === phrases.length || (i < phrases.length && choice[i]! > 0);
  for (let i = phrases.length - 2; i >= 0; i--) {
    for (let count = countChildren(phrases[i]!, phrases, i + 1); count >= 1; count--) {
      if (!works(i + 1 + count)) continue;
      choice[i] = count;
      break;
    }
  }
  if (phrases.length === 0 || !works(0)) return null;
  const columns: PeriodColumn[] = [];
  for (let i = 0; i < phrases.length; i += choice[i]! + 1) {
    for (const leaf of phrases.slice(i + 1, i + 1 + choice[i]!)) columns.push(makeColumn(phrases[i]!, leaf));
  }
  return columns;
}

/** How many phrases from `from` on can stand under a head: periods in order under a series, series under a period. */
function countChildren(head: HeaderPhrase, phrases: readonly HeaderPhrase[], from: number): number {
  const seen = new Set<string>();
  let last = -1;
  let count = 0;
  for (const { meaning } of phrases.slice(from)) {
    if (meaning === null || isSeries(meaning) === isSeries(head.meaning)) break;
    if (seen.has(meaning.key)) break;
    if (meaning.kind === "month" && meaning.order <= last) break;
    if (meaning.kind === "month") last = meaning.order;
    seen.add(meaning.key);
    count++;
  }
  return count;
}

function isSeries(meaning: Meaning | null): boolean {
  return meaning?.kind === "series";
}

function makeColumn(head: HeaderPhrase, leaf: HeaderPhrase): PeriodColumn {
  const [series, period] = isSeries(head.meaning) ? [head, leaf] : [leaf, head];
  return { cell: `${series.meaning!.key}.${period.meaning!.key}`, leaf, head };
}

function areDistinct(columns: readonly PeriodColumn[]): boolean {
  return new Set(columns.map((column) => column.cell)).size === columns.length;
}
