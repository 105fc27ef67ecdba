import type { Family } from "../family.ts";
import { createMonthRow } from "../rules/month-row.ts";
import { foldWords } from "../text/fold-words.ts";
import { createPattern } from "../text/match-pattern.ts";
import { createPhraseFinder } from "./find-phrases.ts";

/** A header's words stand on lines this near to each other: in narrow columns each word may have its own line. */
const HEADER_LINES = 24;
/** A header that names fewer months is prose, or a table of another kind. */
const MIN_MONTHS = 9;
/** Facing pages share the months of one header: each half names as many, and the other half none of them. */
const HALF_MONTHS = 4;
/** A plan by quarters alone names all of them; then it must say more than a line of prose does. */
const ALL_QUARTERS = 4;
const MIN_QUARTER_LABELS = 2;
/** The names of quarters that narrow columns break stand on at most this many lines before the last of them. */
const NAME_LINES = 3;
/** The second half of a header comes this many lines after the first at most: a page of wrapped rows. */
const FACING_LINES = 200;
/** What each part of a header is worth; a family's own words come on top. */
const WORTH = { title: 0.2, months: 0.2, target: 0.15, series: 0.2, labels: 0.15, quarters: 0.1 };
/** Three labels are as good as all of them: families list many that few documents print. */
const ENOUGH_LABELS = 3;
const HEADER_SHARE = 0.75;
/** Words of its own that a document must print to belong to a family that has some. */
const MIN_OWN_WORDS = 2;
const ENOUGH_OWN_WORDS = 4;
/** A row without its header shows by its numbers, and only a family with words of its own can claim it. */
const MIN_ROW_NUMBERS = 12;
const MIN_ROWS = 2;
const HEADLESS_SCORE = 0.5;

/** What speaks for one family, gathered line by line. */
export interface Evidence {
  /** Takes in a line, folded, whole and as words; lines come in order. */
  readonly see: (index: number, folded: string, words: readonly string[]) => void;
  readonly hasHeader: () => boolean;
  /** From 0 to 1; 0 where the family is out of the question. */
  readonly score: () => number;
  /** The longest of the family's titles that was seen, folded, empty where none was, and what it adds to the score. */
  readonly title?: () => { readonly text: string; readonly worth: number };
}

type Part = "months" | "quarters" | "target" | "series" | "labels";
/** A header word's part, and which of its kind it is: month 0 is January. */
type Mark = `${Part} ${number}`;

/** Gathers what a document shows of a family: its title, its header, its own words. */
export function createEvidence(family: Family): Evidence {
  const findHeader = createPhraseFinder(headerPhrases(family));
  const findOwn = createPhraseFinder(family.recognise.words.map((word) => [word, word] as const));
  const isTitle = createTitleTest(family.recognise.title);
  const sharedByQuarters = sharedWords(family.quarters);
  const monthsIn = createMonthFinder(family);
  /** The words of the last lines. */
  let latest: (readonly string[])[] = [];
  const seenAt = new Map<Mark, number>();
  const own = new Set<string>();
  let hasTitle = false;
  let header = 0;
  let rows = 0;
  /** What may be the left half of a header on facing pages. */
  let half: { readonly marks: ReadonlySet<Mark>; readonly at: number } | null = null;

  const see: Evidence["see"] = (index, folded, words) => {
    hasTitle ||= isTitle(folded, words);
    const ownHere = findOwn(words);
    for (const word of ownHere) own.add(word);
    if (ownHere.size > 0 && words.filter(isNumber).length >= MIN_ROW_NUMBERS) rows += 1;
    const marks = findHeader(words);
    for (const month of monthsIn(words, marks)) marks.add(month);
    // Narrow columns break I TRIMESTRE over two lines, of which the lower one says the same for each quarter.
    latest = [...latest.slice(-NAME_LINES), words];
    const isOf = (name: string, word: string) =>
      word === name || (word.length >= MIN_BROKEN && name.startsWith(word));
    const count = (name: string) => latest.flat().filter((word) => isOf(name, word)).length;
    if (sharedByQuarters.some((word) => words.includes(word) && count(word) >= ALL_QUARTERS))
      for (const i of family.quarters.keys()) marks.add(`quarters ${i}`);
    for (const mark of marks) seenAt.set(mark, index);
    if (marks.size === 0) return;
    const near = marksNear(seenAt, index);
    if (countOf(near, "months") < HALF_MONTHS && countOf(near, "quarters") < ALL_QUARTERS) return;
    const facing = half !== null && faces(half.marks, near) && index - half.at <= FACING_LINES;
    header = Math.max(header, headerScore(family, facing ? new Set([...half!.marks, ...near]) : near));
    if (!facing) half = { marks: near, at: index };
  };

  const score = () => {
    const needed = Math.min(MIN_OWN_WORDS, family.recognise.words.length);
    if (own.size < needed) return 0;
    const ownScore = (1 - HEADER_SHARE) * Math.min(1, own.size / ENOUGH_OWN_WORDS);
    if (header === 0) return needed > 0 && rows >= MIN_ROWS ? HEADLESS_SCORE + ownScore : 0;
    // The parts of a full header add up to a hair more than 1.
    return Math.min(1, HEADER_SHARE * (header + (hasTitle ? WORTH.title : 0)) + ownScore);
  };
  return { see, hasHeader: () => header > 0, score };
}

function headerPhrases(family: Family): [string, Mark][] {
  const parts: Record<Part, readonly (readonly string[])[]> = {
    months: family.months,
    // 1T is one word, as a narrow column prints it.
    quarters: family.quarters.map((names) => [...names, ...names.map((name) => name.replaceAll(" ", ""))]),
    target: [family.target.header],
    series: family.series.map(({ header }) => header),
    labels: family.labels.map(({ header }) => header),
  };
  return (Object.keys(parts) as Part[]).flatMap((part) =>
    parts[part].flatMap((words, i) => words.map((word): [string, Mark] => [word, `${part} ${i}`])),
  );
}

/** A name that a narrow column breaks begins with at least as many letters: SETIEM over BRE, TRIMEST over RE. */
const MIN_BROKEN = 4;

/** Makes a function that finds the months of a line that are but numbers or initials, or broken beside others. */
function createMonthFinder(family: Family) {
  const monthRow = createMonthRow(family);
  const names = family.months.map((some) => some.map(foldWords));
  return (words: readonly string[], marks: ReadonlySet<Mark>): Mark[] => {
    const orders = monthRow(words).filter((order) => order !== null);
    const begun = words
      .filter(({ length }) => length >= MIN_BROKEN)
      .map((word) => names.findIndex((some) => some.some((name) => name.startsWith(word))))
      .filter((order) => order !== -1);
    const months = new Set([...marksOf(marks, "months"), ...begun.map((order): Mark => `months ${order}`)]);
    return [...orders.map((order): Mark => `months ${order}`), ...(months.size < HALF_MONTHS ? [] : months)];
  };
}

/** The words, folded, that stand in the names of all quarters: TRIMESTRE, TRIM. */
function sharedWords(names: readonly (readonly string[])[]): string[] {
  const [first = new Set<string>(), ...others] = names.map(
    (some) => new Set(some.flatMap((name) => foldWords(name).split(" "))),
  );
  return [...first].filter((word) => others.every((words) => words.has(word)));
}

/** The header words of the lines just read. */
function marksNear(seenAt: ReadonlyMap<Mark, number>, index: number): Set<Mark> {
  const near = new Set<Mark>();
  for (const [mark, at] of seenAt) if (index - at < HEADER_LINES) near.add(mark);
  return near;
}

function marksOf(marks: ReadonlySet<Mark>, part: Part): Mark[] {
  return [...marks].filter((mark) => mark.startsWith(`${part} `));
}

function countOf(marks: ReadonlySet<Mark>, part: Part): number {
  return marksOf(marks, part).length;
}

/** Whether two halves of a header go together: no month is named in both, or only the left one says what its rows are. */
function faces(left: ReadonlySet<Mark>, right: ReadonlySet<Mark>): boolean {
  return (
    marksOf(right, "months").every((month) => !left.has(month)) ||
    (countOf(left, "labels") > 0 && countOf(right, "labels") === 0)
  );
}

/** What header words are worth together, without the title; 0 where they make no header. */
function headerScore(family: Family, marks: ReadonlySet<Mark>): number {
  const count = { months: 0, quarters: 0, target: 0, series: 0, labels: 0 };
  for (const mark of marks) count[mark.slice(0, mark.indexOf(" ")) as Part] += 1;
  const isMonthly = count.months >= MIN_MONTHS && count.target + count.series > 0 && count.labels > 0;
  const isQuarterly =
    count.quarters === ALL_QUARTERS &&
    count.target > 0 &&
    count.series > 0 &&
    count.labels >= MIN_QUARTER_LABELS;
  if (!isMonthly && !isQuarterly) return 0;
  return (
    // A plan by quarters alone has no months to name.
    WORTH.months * (isMonthly ? count.months / 12 : 1) +
    WORTH.quarters * (isMonthly ? count.quarters / 4 : 0) +
    WORTH.target * count.target +
    WORTH.series * (count.series / family.series.length) +
    WORTH.labels * Math.min(1, count.labels / Math.min(ENOUGH_LABELS, family.labels.length))
  );
}

/** A title is a phrase within a line, or a pattern with `*`. */
function createTitleTest(titles: readonly string[]): (folded: string, words: readonly string[]) => boolean {
  const find = createPhraseFinder(
    titles.filter((title) => !title.includes("*")).map((title) => [title, title] as const),
  );
  const patterns = titles.filter((title) => title.includes("*")).map((title) => createPattern(`*${title}*`));
  return (folded, words) => find(words).size > 0 || patterns.some((fits) => fits(folded));
}

function isNumber(word: string): boolean {
  return /^\d/.test(word);
}
