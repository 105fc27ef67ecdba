import type { TextDocument } from "../document.ts";
import { looksNumeric } from "../rules/number.ts";
import { splitFields } from "./split-fields.ts";

/** Lines looked at: the layout of a document shows in far fewer. */
const SAMPLE_LINES = 1000;
/** Characters of a line looked at; a line that goes on after it is a document whose line ends are gone. */
const SAMPLE_CHARACTERS = 5000;
/** A line of a table has at least as many numbers: the target and two months. */
const TABLE_NUMBERS = 3;
/** A line of a table in spaced columns has at least as many gaps wider than one space. */
const TABLE_GAPS = 3;

/**
 * Tells what parts the columns of a text: the delimiter under which most lines hold several numbers of their
 * own; else wide gaps, if most lines with numbers have several; else nothing.
 */
export function detectSeparator(text: string): TextDocument["separator"] {
  const lines = sampleLines(text);
  const spaced = lines.filter((line) => isTableLine(line.split(/\s+/)));
  const delimiters = (["\t", ";", ","] as const).map((separator) => ({
    separator,
    count: lines.filter((line) => isTableLine(fieldTexts(line, separator))).length,
  }));
  const best = delimiters.reduce((a, b) => (b.count > a.count ? b : a));
  if (best.count > 0 && best.count * 2 >= spaced.length) return best.separator;
  const gapped = spaced.filter((line) => (line.trim().match(/\S {2,}(?=\S)/g)?.length ?? 0) >= TABLE_GAPS);
  return gapped.length > 0 && gapped.length * 2 >= spaced.length ? "spaces" : "none";
}

/** Between tabs a number may have spaces in it ("1 028"); between commas the spaces may part two numbers. */
function fieldTexts(line: string, separator: string): string[] {
  // A number alone on its line ("1,234,567") is no list of numbers.
  if (separator === "," && looksNumeric(line.trim())) return [];
  const texts = splitFields(line, separator).map((field) => field.text);
  return separator === "\t" ? texts.map((text) => text.replaceAll(" ", "")) : texts;
}

function isTableLine(fields: readonly string[]): boolean {
  let numbers = 0;
  for (const field of fields)
    if (!field.includes(" ") && looksNumeric(field) && ++numbers === TABLE_NUMBERS) return true;
  return false;
}

function sampleLines(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  while (start < text.length && lines.length < SAMPLE_LINES) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    const line = text.slice(start, Math.min(end, start + SAMPLE_CHARACTERS));
    if (/[0-9]/.test(line)) lines.push(line);
    start = end + 1;
  }
  return lines;
}
