import type { Line, Token } from "../document.ts";
import { RUN_LENGTH } from "./break-lines.ts";
import { kindOf, tokenText } from "./field-kind.ts";
import { matchAt, matchEnd, toWords } from "./known-words.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";

/** A line of text without columns, or several: a text, and the numbers that follow it. */
export interface CollapsedRecord {
  readonly lines: readonly Line[];
  readonly text: string;
  readonly numbers: readonly Token[];
}

/** Parts each line at its last run of numbers, and joins lines of numbers alone to the line before them. */
export function makeRecords(lines: readonly Line[], columns: number): CollapsedRecord[] {
  const records: { lines: Line[]; text: string; numbers: Token[] }[] = [];
  for (const line of lines) {
    const { text, numbers } = partAtNumbers(line);
    const last = records.at(-1);
    if (text === "" && last !== undefined && takesNumbers(last, numbers.length, columns)) {
      last.lines.push(line);
      last.numbers.push(...numbers);
    } else records.push({ lines: [line], text, numbers });
  }
  return records;
}

/**
 * Whether a line of numbers alone goes on the row before it: it fits, or the row's numbers stand on several
 * lines anyway and these are too few for a row. A full row on one line is done; what follows is a text ("2023").
 */
function takesNumbers(last: CollapsedRecord, count: number, columns: number): boolean {
  if (last.numbers.length + count <= columns) return true;
  return last.lines.length > 2 && count * 2 < columns;
}

function partAtNumbers(line: Line): { text: string; numbers: Token[] } {
  const words = line.text.trim().split(/\s+/);
  let from = words.length;
  while (from > 0 && kindOf(words[from - 1]!) !== "text") from--;
  const numbers = words.slice(from).map((text) => ({
    text: tokenText(text),
    page: line.page,
    box: null,
  }));
  return { text: words.slice(0, from).join(" "), numbers };
}

/** No text has as many numbers in a row. */
const MANY_NUMBERS = 8;

/**
 * Whether the numbers of a record are a row's: they follow a known unit or the label of a total, there are too
 * many for a text, or a new row or nothing follows them.
 */
export function isRowRecord(
  record: CollapsedRecord,
  next: CollapsedRecord | undefined,
  unit: string | undefined,
  vocabulary: LabelVocabulary,
  isTotal: (text: string) => boolean,
): boolean {
  const { text, numbers } = record;
  if (numbers.length === 0) return false;
  if (numbers.length >= MANY_NUMBERS || isTotal(text)) return true;
  if (unit === undefined || !vocabulary.knows(unit)) return numbers.length >= 2;
  if (matchEnd(toWords(text), vocabulary.valuesOf(unit)) > 0) return true;
  if (numbers.length < RUN_LENGTH) return false;
  return (
    next === undefined ||
    isTotal(next.text) ||
    matchAt(toWords(next.text), 0, vocabulary.valuesOf("organ")) > 0
  );
}

/** The record as a text: its numbers are words of it, as in "LEY N° 27806". */
export function asText(record: CollapsedRecord): CollapsedRecord {
  if (record.numbers.length === 0) return record;
  const words = record.numbers.map((token) => token.text).filter((text) => text !== "");
  return { lines: record.lines, text: [record.text, ...words].join(" ").trim(), numbers: [] };
}
