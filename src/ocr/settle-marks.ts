import type { NumberReading } from "./weigh-number.ts";

/** What reads marks: a number with the ways to read it. */
interface Marked {
  readonly text: string;
  readonly readings: readonly NumberReading[];
}

/** A mark with one or two figures after it, at the end: they are decimals. */
const DECIMAL = /[.,](?=\d{1,2}$)/;
/** Marks with three figures after each, the last at the end or before decimals: they part thousands. */
const THOUSANDS = /(?<=^\d{1,3}|[.,]\d{3})[.,](?=\d{3}(?:[.,]|$))/g;
/** A page prints its marks one way; so many of them have to agree on it. */
const MAJORITY = 0.6;

/**
 * Reads the marks of all numbers of a page the same way: in small print a comma and a point differ by a pixel, but
 * most of hundreds are read rightly.
 */
export function settleMarks<T extends Marked>(print: readonly T[]): T[] {
  const texts = print.flatMap(({ text, readings }) => (readings.length > 0 ? [text] : []));
  const decimal = most(texts.flatMap((text) => DECIMAL.exec(text)?.[0] ?? []));
  const read = most(texts.flatMap((text) => text.match(THOUSANDS) ?? []));
  const thousands = read !== null && read === decimal ? (decimal === "." ? "," : ".") : read;
  if (decimal === null && thousands === null) return [...print];
  const settle = (text: string) => {
    const parted = thousands === null ? text : text.replace(THOUSANDS, thousands);
    return decimal === null ? parted : parted.replace(DECIMAL, decimal);
  };
  return print.map((one) => (one.readings.length === 0 ? one : withMarks(one, settle)));
}

/** The mark that most of them are; null where they are at odds. */
function most(marks: readonly string[]): "." | "," | null {
  if (marks.length === 0) return null;
  const points = marks.filter((mark) => mark === ".").length / marks.length;
  if (points >= MAJORITY) return ".";
  return points <= 1 - MAJORITY ? "," : null;
}

/** Ways to read a number that come out the same are one. */
function withMarks<T extends Marked>(one: T, settle: (text: string) => string): T {
  const probabilities = new Map<string, number>();
  for (const { text, probability } of one.readings) {
    const settled = settle(text);
    probabilities.set(settled, (probabilities.get(settled) ?? 0) + probability);
  }
  const readings = [...probabilities].map(([text, probability]) => ({ text, probability }));
  readings.sort((a, b) => b.probability - a.probability);
  return { ...one, text: readings[0]!.text, readings, confidence: readings[0]!.probability };
}
