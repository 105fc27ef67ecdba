import type { TextDocument } from "../document.ts";
import type { Family } from "../family.ts";
import { fold } from "../text/fold.ts";
import type { Column } from "./header.ts";
import { namesLines } from "./header-phrases.ts";
import type { HeaderPhrase, HeaderVocabulary, Meaning } from "./header-vocabulary.ts";
import { partStacked } from "./part-stacked.ts";
import { ungroupQuarters } from "./quarter-groups.ts";
import { type PeriodColumn, solveGroups, solvePeriods } from "./solve-periods.ts";
import { overlap, stackWords } from "./stack-words.ts";

/**
 * Makes columns of the phrases of a header, line by line. Returns null where the series and periods do not
 * fit together, or where the lines name no number column at all.
 *
 * @param countFields how many fields the rows under the header have, where it is known
 */
export function buildColumns(
  lines: readonly (readonly HeaderPhrase[])[],
  separator: TextDocument["separator"],
  family: Family,
  vocabulary: HeaderVocabulary,
  countFields: () => number = () => 0,
): Column[] | null {
  const build = (said: typeof lines) => asPrinted(said, separator, family, vocabulary, countFields);
  const better = (a: Column[] | null, b: Column[] | null) =>
    b !== null && countPeriods(b) >= countPeriods(a ?? []) ? b : a;
  const printed = build(lines);
  if (separator !== "spaces") {
    const rest = printed === null && separator !== "none" ? withoutLoneSeries(lines, family).lone : null;
    // Fields that a copy left out move heads from over their months: where all are lone, places say nothing.
    return rest?.flat().some(({ meaning }) => meaning?.kind === "series") === true ? build(rest) : printed;
  }
  const { parts, lone } = withoutLoneSeries(lines, family);
  const columns = better(printed, parts && build(parts));
  // The heads of months that stand on lines further down are lone as well: then nothing is a header yet.
  return columns === null ? null : better(columns, lone && build(lone));
}

function countPeriods(columns: readonly Column[]): number {
  return columns.filter(
    ({ kind, name }) => kind === "cell" && name.includes(".") && !name.startsWith("extra."),
  ).length;
}

/**
 * Takes the name of a series for no head where no period stands under or over it, and it is part of a longer name or stands
 * beside all periods: EJECUTADO ACUMULADO is a column. The last of PROG EJC PROG EJC stands beside all periods, too, where
 * their names are narrow; so the parts of longer names are taken out alone, and then all.
 */
function withoutLoneSeries(
  lines: readonly (readonly HeaderPhrase[])[],
  { series }: Family,
): Record<"parts" | "lone", HeaderPhrase[][] | null> {
  const names = new Set(series.flatMap(({ header }) => header.map(fold)));
  const all = lines.flat();
  const periods = all.filter((phrase) => isPeriodPart(phrase) && phrase.meaning?.kind !== "series");
  const besideOf = (phrase: HeaderPhrase) =>
    all.filter((other) => other !== phrase && overlap(other, phrase));
  const isLone = (phrase: HeaderPhrase) =>
    phrase.meaning?.kind === "series" && !besideOf(phrase).some(isPeriodPart);
  const isPart = (phrase: HeaderPhrase) =>
    !names.has(fold(phrase.text)) || besideOf(phrase).some(({ meaning }) => meaning === null);
  const isOutside = (phrase: HeaderPhrase) =>
    periods.every(({ end }) => end <= phrase.start) || periods.every(({ start }) => start >= phrase.end);
  const parts = all.filter((phrase) => isLone(phrase) && isPart(phrase));
  const lone = all.filter((phrase) => isLone(phrase) && (isPart(phrase) || isOutside(phrase)));
  const without = (taken: readonly HeaderPhrase[]) =>
    lines.map((line) =>
      line.map((phrase) => (taken.includes(phrase) ? { ...phrase, meaning: null } : phrase)),
    );
  return {
    parts: parts.length > 0 ? without(parts) : null,
    lone: lone.length > parts.length ? without(lone) : null,
  };
}

function asPrinted(
  printed: readonly (readonly HeaderPhrase[])[],
  separator: TextDocument["separator"],
  family: Family,
  vocabulary: HeaderVocabulary,
  countFields: () => number,
): Column[] | null {
  const { lines, starts } =
    separator === "none" ? { lines: printed, starts: [] } : ungroupQuarters(partStacked(printed, vocabulary));
  const hasLabels = lines.flat().some((phrase) => phrase.meaning?.kind === "label");
  const parts = lines.map((line) => line.filter(isPeriodPart));
  const said = withSeries(parts, hasLabels, family);
  const solved =
    solveGroups(said, starts) ??
    solvePeriods(said) ??
    (separator === "none" ? null : solveHeadless(said, family));
  if (solved === null) return null;
  // What stands over months of several columns is no part of the name of one that stands among them: METAS 2024 over TOTAL.
  const isOverSeveral = (phrase: HeaderPhrase) =>
    phrase.meaning === null && solved.filter(({ leaf }) => overlap(leaf, phrase)).length > 1;
  const periods = underBoth(solved, lines.flat(), vocabulary);
  const others = lines.map((line) =>
    line.filter((phrase) => !isPeriodPart(phrase) && (separator === "none" || !isOverSeveral(phrase))),
  );
  const placed = separator === "none" ? null : byPosition(stackWords(others, vocabulary), periods);
  if (placed === null || (separator === "spaces" && isTorn(placed, periods)))
    return nameColumns(withoutPlaces(inPrintOrder(lines, named(others.flat()), periods)));
  if (separator !== "spaces" && isSpanless(placed)) {
    // The cells of a page stand where they are drawn: then these lines are no header.
    if (separator === "cells") return null;
    return nameColumns(inFields(lines, others.flat(), periods, countFields()));
  }
  return nameColumns(placed);
}

/** Months under PROGRAMADO / EJECUTADO may be of either: their texts say so, unless a column says of which their lines are. */
function underBoth(
  periods: readonly PeriodColumn[],
  phrases: readonly HeaderPhrase[],
  vocabulary: HeaderVocabulary,
): readonly PeriodColumn[] {
  const both = phrases.filter(({ meaning, text }) => meaning === null && namesLines(text, vocabulary));
  const overOf = ({ leaf }: PeriodColumn) => both.find((phrase) => overlap(leaf, phrase));
  if (both.some((phrase) => !periods.some(({ leaf }) => overlap(leaf, phrase)))) return periods;
  return periods.map((period) => {
    const over = overOf(period);
    return over === undefined
      ? period
      : { ...period, leaf: { ...period.leaf, text: `${over.text} ${period.leaf.text}` } };
  });
}

function named(phrases: readonly HeaderPhrase[]): HeaderPhrase[] {
  return phrases.filter((phrase) => phrase.meaning !== null);
}

function withoutPlaces(places: readonly Place[]): Place[] {
  return places.map((place) => ({ ...place, start: 0, end: 0 }));
}

/**
 * Whether a month stands under the name of a text column: the copy left out the fields under and beside cells that
 * span several, as browsers and word processors do, and places say nothing.
 */
function isSpanless(places: readonly Place[]): boolean {
  const others = places.filter(({ cell, meaning }) => cell === undefined && meaning !== null);
  return places.some((leaf) => leaf.cell !== undefined && others.some((other) => overlap(leaf, other)));
}

/**
 * One column a field, in the order of print. A phrase without a meaning may head a group or a column: the number of
 * fields tells, if all of them, those before the target, or those behind all else are columns.
 */
function inFields(
  lines: readonly (readonly HeaderPhrase[])[],
  others: readonly HeaderPhrase[],
  periods: readonly PeriodColumn[],
  fields: number,
): Place[] {
  const target = others.findIndex(({ meaning }) => meaning?.kind === "target");
  const last = others.findLastIndex(({ meaning }) => meaning !== null);
  const readings = [
    named(others),
    others,
    others.filter(({ meaning }, i) => meaning !== null || i < target),
    others.filter(({ meaning }, i) => meaning !== null || i > last),
  ];
  const columns = readings.find((list) => list.length + periods.length === fields) ?? readings[0]!;
  return inPrintOrder(lines, columns, periods).map((place, i) => ({ ...place, start: i, end: i + 1 }));
}

type Place = HeaderPhrase & { readonly cell?: string };

function isPeriodPart({ meaning }: HeaderPhrase): boolean {
  return meaning !== null && isPeriod(meaning);
}

function isPeriod({ kind }: Meaning): boolean {
  return kind === "series" || kind === "month" || kind === "quarter";
}

/** A table of one series need not print its name over the months, if it says what its rows are; it is the family's first, the plan. */
function withSeries(lines: readonly HeaderPhrase[][], hasLabels: boolean, family: Family): HeaderPhrase[][] {
  const [first] = family.series;
  const isSaid = lines.flat().some((phrase) => phrase.meaning?.kind === "series");
  if (isSaid || (family.series.length > 1 && !hasLabels)) return [...lines];
  return [[headOf(first!)], ...lines];
}

/** Finds the columns of the series over which no head is printed, beside those of others: where a head would make sense. */
function solveHeadless(lines: readonly HeaderPhrase[][], family: Family): PeriodColumn[] | null {
  const series = family.series.find(({ header }) => header.length === 0);
  const heads = lines.findIndex((line) => line.some((phrase) => phrase.meaning?.kind === "series"));
  if (series === undefined || heads === -1) return null;
  for (let at = 0; at <= lines[heads]!.length; at++) {
    const solved = solvePeriods(
      lines.map((line, i) => (i === heads ? line.toSpliced(at, 0, headOf(series)) : line)),
    );
    const isSaid = ({ head }: PeriodColumn) => head.meaning?.key !== series.key;
    if (solved?.every((column) => !isSaid(column) || isOverOwn(column.head, solved)) === true) return solved;
  }
  return null;
}

/** Whether a head stands over its columns, or some of them. */
function isOverOwn(head: HeaderPhrase, periods: readonly PeriodColumn[]): boolean {
  return periods.some((period) => period.head === head && overlap(period.leaf, head));
}

function headOf({ key }: Family["series"][number]): HeaderPhrase {
  const meaning: Meaning = { kind: "series", key };
  return { meaning, text: key, start: 0, end: 0 };
}

function byPosition(others: readonly HeaderPhrase[], periods: readonly PeriodColumn[]): Place[] {
  const leaves: Place[] = periods.map(({ cell, leaf }) => ({ ...leaf, cell }));
  const isOver = (phrase: HeaderPhrase) => {
    const under = leaves.filter((leaf) => overlap(leaf, phrase));
    return under.length > 1 || (under.length === 1 && phrase.meaning === null);
  };
  const isFree = (phrase: HeaderPhrase) => !isOver(phrase);
  return [...others.filter(isFree), ...leaves].sort((a, b) => a.start - b.start);
}

/** Whether a text column seems to stand among the months of one series: the lines of the header share no places. */
function isTorn(places: readonly Place[], periods: readonly PeriodColumn[]): boolean {
  const heads = new Map(periods.map(({ cell, head }) => [cell, head]));
  const headAt = (i: number) => heads.get(places[i]?.cell ?? "");
  return places.some(({ cell, meaning }, i) => {
    if (cell !== undefined || (meaning?.kind !== "label" && meaning?.kind !== "target")) return false;
    return headAt(i - 1) !== undefined && headAt(i - 1) === headAt(i + 1);
  });
}

/** Without positions: labels and what follows them at once, then everything in the order its head is printed in. */
function inPrintOrder(
  lines: readonly (readonly HeaderPhrase[])[],
  known: readonly HeaderPhrase[],
  periods: readonly PeriodColumn[],
): Place[] {
  const order = new Map(lines.flat().map((phrase, i) => [phrase, i]));
  const rank = (phrase: HeaderPhrase) => order.get(phrase) ?? -1;
  const lastLabel = known.findLast((phrase) => phrase.meaning?.kind === "label");
  const isLeading = (phrase: HeaderPhrase) =>
    lastLabel !== undefined &&
    (rank(phrase) <= rank(lastLabel) ||
      (phrase.meaning?.kind === "target" && rank(phrase) === rank(lastLabel) + 1));
  const later = [
    ...known
      .filter((phrase) => !isLeading(phrase))
      .map((phrase) => ({ rank: rank(phrase), place: phrase as Place })),
    ...periods.map(({ cell, leaf, head }) => ({ rank: rank(head), place: { ...leaf, cell } })),
  ].sort((a, b) => a.rank - b.rank);
  return [...known.filter(isLeading), ...later.map((entry) => entry.place)];
}

/** Names the columns. What the family does not list, or lists and has seen already, is unknown and named by its words. */
function nameColumns(places: readonly Place[]): Column[] {
  const used = new Set<string>();
  return places.map(({ cell, meaning, text, start, end }) => {
    // A period without a series is none that the family knows.
    const own = meaning === null || isPeriod(meaning) ? null : meaning.key;
    const known = cell ?? (meaning?.kind === "extra" ? `extra.${meaning.key}` : own);
    const isKnown = known !== null && !used.has(known);
    const name = isKnown ? known : freeName(slugOf(text), used);
    used.add(name);
    const kind = !isKnown ? "unknown" : meaning?.kind === "label" && cell === undefined ? "label" : "cell";
    return { kind, name, text, start, end };
  });
}

function slugOf(text: string): string {
  const slug = fold(text)
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
  return slug === "" ? "column" : slug.slice(0, 40);
}

function freeName(slug: string, used: ReadonlySet<string>): string {
  let name = slug;
  for (let n = 2; used.has(name) || used.has(`extra.${name}`); n++) name = `${slug}-${n}`;
  return name;
}
