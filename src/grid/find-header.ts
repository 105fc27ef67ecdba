import type { TextDocument } from "../document.ts";
import type { Family } from "../family.ts";
import { looksNumeric } from "../rules/number.ts";
import { buildColumns } from "./build-columns.ts";
import type { Header } from "./header.ts";
import { createHeaderReader, type HeaderLine } from "./header-phrases.ts";
import type { HeaderVocabulary } from "./header-vocabulary.ts";

/** A header names at least this many number columns; fewer is a sentence with a month in it. */
const MIN_CELLS = 3;
/** A line of a header has at most this many characters. */
export const MAX_HEADER_LENGTH = 20_000;
/** A header takes up at most this many lines. */
const MAX_LINES = 8;

/**
 * Finds the header that begins at a line of the document, or returns null where none does. It is one line or
 * several: groups over months, names broken over two lines.
 *
 * @param readLine reads a line of this document as header words; to be shared by all calls for a document
 */
export function findHeaderAt(
  document: TextDocument,
  from: number,
  family: Family,
  vocabulary: HeaderVocabulary,
  readLine = createHeaderReader(document.separator, vocabulary),
): Header | null {
  const read = (i: number) => {
    const line = document.lines[i];
    if (line === undefined || line.text.length > MAX_HEADER_LENGTH) return null;
    return readLine(line);
  };
  if (!startsHeader(from, read)) return null;
  const lines = collectLines(from, read);
  // A name may end on a line that holds nothing else: MEDIDA under UNIDAD DE.
  const withLastWords = (header: Header, above: readonly HeaderLine[], line: HeaderLine | null): Header => {
    if (line === null || !hasNoNumbers(line)) return header;
    const phrases = [...above, line].map(({ phrases }) => phrases);
    const columns = buildColumns(phrases, document.separator, family, vocabulary);
    if (columns === null || countUnknown(columns) >= countUnknown(header.columns)) return header;
    return { columns, from: header.from, to: header.to + 1 };
  };
  for (let count = lines.length; count >= 1; count--) {
    const phrases = lines.slice(0, count).map((line) => line.phrases);
    const countFields = () => countRowFields(document, from + count);
    const columns = buildColumns(phrases, document.separator, family, vocabulary, countFields);
    const cells = columns?.filter((column) => column.kind === "cell").length ?? 0;
    if (columns === null || cells < MIN_CELLS) continue;
    return withLastWords({ columns, from, to: from + count }, lines.slice(0, count), read(from + count));
  }
  return null;
}

/** Rows looked at to tell how many fields they have. */
const SAMPLE_ROWS = 50;
/** A row has at least as many numbers. */
const MIN_NUMBERS = 3;

/** The fields of the longest rows under a header: others lack a cell that spans several rows. */
function countRowFields({ lines }: TextDocument, from: number): number {
  const counts = new Map<number, number>();
  for (const { pieces } of lines.slice(from, from + SAMPLE_ROWS)) {
    if (pieces.filter(({ text }) => looksNumeric(text)).length < MIN_NUMBERS) continue;
    counts.set(pieces.length, (counts.get(pieces.length) ?? 0) + 1);
  }
  // One row alone may be damaged.
  const common = [...counts].filter(([, rows]) => rows > 1);
  return Math.max(0, ...(common.length > 0 ? common : [...counts]).map(([fields]) => fields));
}

function countUnknown(columns: Header["columns"]): number {
  return columns.filter((column) => column.kind === "unknown").length;
}

function startsHeader(from: number, read: (i: number) => HeaderLine | null): boolean {
  const line = read(from);
  if (line === null) return false;
  if (isHeaderLine(line)) return true;
  // The upper line may hold nothing but one group, such as PROGRAMADO, and the first half of a name.
  if (line.known !== 1 || !hasNoNumbers(line)) return false;
  const next = read(from + 1);
  if (next === null) return false;
  if (isHeaderLine(next)) return true;
  // Under the name of all months may stand a line with that of a series alone.
  const isSeries = next.share === 1 && next.phrases.every(({ meaning }) => meaning?.kind === "series");
  const isGroup = line.share >= 0.5 && next.known === 1 && isSeries;
  const below = isGroup ? read(from + 2) : null;
  return below !== null && isHeaderLine(below);
}

function isHeaderLine(line: HeaderLine): boolean {
  return line.known >= 2 && line.share >= 0.5;
}

function collectLines(from: number, read: (i: number) => HeaderLine | null): HeaderLine[] {
  const lines: HeaderLine[] = [read(from)!];
  for (let i = from + 1; lines.length < MAX_LINES; i++) {
    const line = read(i);
    if (line === null) break;
    const isPart = isHeaderLine(line) || (line.known > 0 && line.share === 1);
    if (!isPart && !isBetweenParts(line, i, read)) break;
    lines.push(line);
  }
  return lines;
}

/**
 * Whether a line is one without a meaning between two of a header, or a word of one name that stands on several: LÍNEA over DE
 * over BASE. Lines of which nothing is left, as all their words belong to names on other lines, say nothing. Lines below are
 * read only where it matters: under most headers stands a row, which takes long to read.
 */
function isBetweenParts(line: HeaderLine, i: number, read: (i: number) => HeaderLine | null): boolean {
  let said = 0;
  let next: HeaderLine | null = line;
  for (let at = i; next !== null && at < i + MAX_LINES; next = read(++at)) {
    if (isHeaderLine(next)) return true;
    if (next.phrases.length === 0) continue;
    said += isWord(next) ? 1 / MAX_WORDS : 1;
    if (said > 1 || !hasNoNumbers(next)) return false;
  }
  return false;
}

/** A name is broken over at most so many lines between two others. */
const MAX_WORDS = 2;

function isWord({ phrases }: HeaderLine): boolean {
  return phrases.length === 1 && !phrases[0]!.text.includes(" ");
}

function hasNoNumbers(line: HeaderLine): boolean {
  return line.phrases.every((phrase) => phrase.meaning !== null || !/[0-9]/.test(phrase.text));
}
