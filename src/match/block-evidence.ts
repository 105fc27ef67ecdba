import type { BlockFamily } from "../block-family.ts";
import { fold } from "../text/fold.ts";
import type { Evidence } from "./family-evidence.ts";
import { createPhraseFinder } from "./find-phrases.ts";

/** A header's words stand on lines this near to each other: in narrow columns each word may have its own line. */
const HEADER_LINES = 24;
/** What each part of the evidence is worth. */
const WORTH = { title: 0.2, header: 0.5, lines: 0.3 };
/** So many lines that begin as the family's do are enough. */
const ENOUGH_LINES = 4;
/** A line of an activity prints at least so many numbers, and an activity has two lines. */
const MIN_NUMBERS = 3;
const MIN_ROWS = 2;

/**
 * Gathers what a document shows of a family whose activities are printed on several lines: its title, how much of its
 * header stands together, and under it names of its lines and lines of numbers.
 */
export function createBlockEvidence(family: BlockFamily): Evidence {
  const words = headerWords(family);
  const findHeader = createPhraseFinder(words);
  const findLines = createPhraseFinder(
    family.lines.kinds.flatMap(({ key, prints }) => prints.map((print) => [firstWord(print), key] as const)),
  );
  const findTitle = createPhraseFinder(family.recognise.title.map((title) => [title, fold(title)] as const));
  const parts = new Set(words.map(([, part]) => part)).size;
  const seenAt = new Map<string, number>();
  const kinds = new Map<string, number>();
  let header = 0;
  let title = "";
  let rows = 0;

  const see: Evidence["see"] = (index, _folded, printed) => {
    for (const found of findTitle(printed)) if (found.length > title.length) title = found;
    const joined = joinLetters(printed);
    const marks = findHeader(printed);
    if (joined !== printed) for (const mark of findHeader(joined)) marks.add(mark);
    for (const mark of marks) seenAt.set(mark, index);
    if (marks.size > 0) {
      const here = [...seenAt.values()].filter((at) => index - at < HEADER_LINES).length;
      header = Math.max(header, here / parts);
    }
    if (header < MIN_HEADER) return;
    // Names and numbers stand on lines of their own where a text between them is wrapped.
    for (const kind of new Set([...findLines(printed), ...findLines(joined)]))
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (printed.filter((word) => /^[0-9]/.test(word)).length >= MIN_NUMBERS) rows += 1;
  };

  const score = () => {
    const isNamed = family.lines.kinds.every(({ key }) => kinds.has(key));
    // A word that begins the name of a line may stand elsewhere as well: ÚLTIMO VALOR, META FÍSICA.
    const isRare = [...kinds.values()].some((count) => count < MIN_LINES * rows);
    if (!isNamed || isRare || rows < MIN_ROWS || header < MIN_HEADER) return 0;
    const lines = [...kinds.values()].reduce((sum, count) => sum + count, 0);
    return (
      WORTH.header * header +
      WORTH.lines * Math.min(1, lines / ENOUGH_LINES) +
      (title === "" ? 0 : WORTH.title)
    );
  };
  return { see, hasHeader: () => score() > 0, score, title: () => ({ text: title, worth: WORTH.title }) };
}

/** Lines of each kind are at least this share of those that print numbers. */
const MIN_LINES = 0.1;
/** A header of which less stands together is another's. */
const MIN_HEADER = 0.7;

/** What a header must show: each part with all that may stand for it, by its last word, since words of a head are parted by lines. */
function headerWords(family: BlockFamily): [string, string][] {
  const parts: [string, readonly string[]][] = [
    ...family.labels.map(({ key, header }): [string, readonly string[]] => [`label ${key}`, header]),
    ["line", family.lines.header],
    ...(family.years === undefined ? [] : [["year", family.years.header] as [string, readonly string[]]]),
    ...family.groups.map(({ key, header }): [string, readonly string[]] => [`group ${key}`, header]),
    ...family.columns.map(({ key, header }): [string, readonly string[]] => [`column ${key}`, header]),
  ];
  return parts.flatMap(([part, header]) => header.map((text): [string, string] => [firstWord(text), part]));
}

function firstWord(text: string): string {
  return (
    fold(text)
      .split(" ")
      .find((word) => word !== "%") ?? ""
  );
}

/** A letter that stands apart from its word ("A CTIVIDAD", "P ROG.") is put back. */
function joinLetters(words: readonly string[]): readonly string[] {
  if (words.every((word, i) => word.length > 1 || i + 1 === words.length)) return words;
  const joined: string[] = [];
  for (const [i, word] of words.entries()) {
    if (i > 0 && words[i - 1]!.length === 1) joined[joined.length - 1] += word;
    else joined.push(word);
  }
  return joined;
}
