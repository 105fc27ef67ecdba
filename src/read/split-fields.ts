import type { Piece } from "../document.ts";

/** A quoted field that runs over more characters than this is a stray quotation mark. */
const MAX_QUOTED = 20_000;

/** One record of delimited text: where it ends in the text, and how many quoted line ends it holds. */
export interface RecordEnd {
  readonly end: number;
  readonly lineEnds: number;
}

/**
 * Finds the end of the record that begins at `start`: the next line end or form feed that stands outside
 * quotes (RFC 4180); the next one at all where the separator is null. A quotation mark counts only where it opens a field and its partner closes one.
 */
export function findRecordEnd(text: string, start: number, separator: string | null): RecordEnd {
  let end = findLineEnd(text, start);
  if (separator === null || !text.slice(start, end).includes('"')) return { end, lineEnds: 0 };
  let lineEnds = 0;
  let at = start;
  while (at < end) {
    const close = text[at] === '"' ? closingQuote(text, at, separator) : -1;
    if (close !== -1) {
      for (let i = at; i < close; i++) if (text[i] === "\n") lineEnds++;
      if (close >= end) end = findLineEnd(text, close);
      at = close + 1;
    }
    const next = text.slice(at, end).indexOf(separator);
    if (next === -1) break;
    at += next + 1;
  }
  return { end, lineEnds };
}

function findLineEnd(text: string, start: number): number {
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 12) return i;
  }
  return text.length;
}

/** Index of the quotation mark that closes the field opened at `open`, or -1 where none does. */
function closingQuote(text: string, open: number, separator: string): number {
  const limit = Math.min(text.length, open + MAX_QUOTED);
  for (let at = open + 1; at < limit; at++) {
    if (text[at] !== '"') continue;
    const after = text[at + 1];
    if (after !== '"') {
      return after === undefined || after === "\n" || after === "\f" || after === separator ? at : -1;
    }
    at++;
  }
  return -1;
}

/** The fields of one record, unquoted, each with its position among the fields. White space within is kept. */
export function splitFields(record: string, separator: string): Piece[] {
  const texts = record.includes('"') ? splitQuoted(record, separator) : record.split(separator);
  return texts.map((text, i) => ({ text: text.trim(), start: i, end: i + 1 }));
}

function splitQuoted(record: string, separator: string): string[] {
  const texts: string[] = [];
  let at = 0;
  for (;;) {
    const close = record[at] === '"' ? closingQuote(record, at, separator) : -1;
    if (close !== -1) {
      texts.push(record.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 1;
      if (at >= record.length) return texts;
      at++;
      continue;
    }
    const next = record.indexOf(separator, at);
    if (next === -1) {
      texts.push(record.slice(at));
      return texts;
    }
    texts.push(record.slice(at, next));
    at = next + 1;
  }
}
