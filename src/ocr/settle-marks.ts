import type { Page, Word } from "../document.ts";

/** A mark with one or two figures after it, at the end: they are decimals. */
const DECIMAL = /[.,](?=\d{1,2}$)/;
/** Marks with three figures after each, the last at the end or before decimals: they part thousands. */
const THOUSANDS = /(?<=^[1-9]\d{0,2}|[.,]\d{3})[.,](?=\d{3}(?:[.,]|$))/g;
/** A document prints its marks one way; so many of them have to agree on it. */
const MAJORITY = 0.6;

/**
 * Reads the marks of all numbers of a scanned document the same way: in small print a comma and a point differ by a pixel,
 * but most of hundreds are read rightly. A page alone may read most of its few wrongly, and a row in which all are would
 * add up all the same, to a thousandth of what is printed.
 */
export function settleMarks(pages: readonly Page[]): Page[] {
  const texts = pages.flatMap(({ words }) =>
    words.flatMap(({ text, readings = [] }) => (readings.length > 0 ? [text] : [])),
  );
  const decimals = texts.flatMap((text) => DECIMAL.exec(text)?.[0] ?? []);
  const parting = texts.flatMap((text) => text.match(THOUSANDS) ?? []);
  const decimal = most(decimals, MAJORITY);
  // What parts thousands is not what stands before decimals; without decimals both marks part thousands.
  const thousands =
    decimal === null ? most(parting, decimals.length === 0 ? 0.5 : MAJORITY) : decimal === "." ? "," : ".";
  if (decimal === null && thousands === null) return [...pages];
  const settle = (text: string) => {
    const parted = thousands === null ? text : text.replace(THOUSANDS, thousands);
    return decimal === null ? parted : parted.replace(DECIMAL, decimal);
  };
  return pages.map((page) => ({ ...page, words: page.words.map((word) => withMarks(word, settle)) }));
}

/** The mark that so many of them are; null where they are at odds. */
function most(marks: readonly string[], share: number): "." | "," | null {
  if (marks.length === 0) return null;
  const commas = marks.filter((mark) => mark === ",").length / marks.length;
  if (commas >= share) return ",";
  return commas <= 1 - share ? "." : null;
}

/** Ways to read a number that come out the same are one. */
function withMarks(word: Word, settle: (text: string) => string): Word {
  if (word.readings === undefined || word.readings.length === 0) return word;
  const probabilities = new Map<string, number>();
  for (const { text, probability } of word.readings) {
    const settled = settle(text);
    probabilities.set(settled, (probabilities.get(settled) ?? 0) + probability);
  }
  const readings = [...probabilities].map(([text, probability]) => ({ text, probability }));
  readings.sort((a, b) => b.probability - a.probability);
  return { ...word, text: readings[0]!.text, readings };
}
