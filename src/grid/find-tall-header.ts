import type { Line, TextDocument } from "../document.ts";
import type { Family } from "../family.ts";
import { buildColumns } from "./build-columns.ts";
import type { Column, Header } from "./header.ts";
import { createHeaderReader, readHeaderLine } from "./header-phrases.ts";
import type { HeaderPhrase, HeaderVocabulary } from "./header-vocabulary.ts";
import { stackWords } from "./stack-words.ts";

/** The last line of such a header names at least half a year, or it is a text with months in it. */
const MIN_MONTHS = 6;
/** Narrow columns print a name a word a line; without columns every such word is a line of the text. */
const MAX_LINES_ABOVE = { spaces: 8, none: 30 };
/** A line of a header has at most this many characters. */
const MAX_LENGTH = 20_000;

/**
 * Finds the header whose last line, with the months, is line `last` of the document, where the names over it are
 * broken over so many lines that hardly one of them makes sense alone: ÓRGANO over /UNIDAD over ORGÁNICA, beside I
 * over TRIMESTRE. How far it reaches up is told by how many of its columns then have a meaning.
 *
 * @param first the first line that may belong to it
 * @param readLine as in `findHeaderAt`
 * @returns null where no header ends here, or where the lines above do not say of what the months are
 */
export function findTallHeader(
  document: TextDocument,
  last: number,
  first: number,
  family: Family,
  vocabulary: HeaderVocabulary,
  readLine = createHeaderReader(document.separator, vocabulary),
): Header | null {
  const { separator } = document;
  if (separator !== "spaces" && separator !== "none") return null;
  const line = document.lines[last];
  if (line === undefined || line.text.length > MAX_LENGTH) return null;
  const bottom = readLine(line).phrases;
  if (bottom.filter(({ meaning }) => meaning?.kind === "month").length < MIN_MONTHS) return null;
  if (bottom.some(({ meaning, text }) => meaning === null && /[0-9]/.test(text))) return null;
  const leaves = bottom.filter(isPeriodPart);
  const beside = bottom.filter((phrase) => !isPeriodPart(phrase));
  const above: HeaderPhrase[][] = [];
  let best: { columns: Column[]; from: number; worth: number } | null = null;
  for (let from = last - 1; from >= first && above.length < MAX_LINES_ABOVE[separator]; from--) {
    const upper = document.lines[from]!;
    if (upper.page !== line.page || upper.text.length > MAX_LENGTH) break;
    above.unshift([...readLine(upper).phrases]);
    const names =
      separator === "spaces"
        ? byPlace(stackWords([...above.map((line) => line.flatMap(partRepeated)), beside], vocabulary))
        : joinNames(document.lines.slice(from, last), vocabulary);
    // Without columns the order of print is all there is, so what stands beside the months stays among them.
    const lines = separator === "spaces" ? [names, leaves] : [names, bottom];
    const columns = buildColumns(lines, separator, family, vocabulary);
    if (columns === null) continue;
    const worth = worthOf(columns) - (separator === "none" ? countUnknown(names) : 0);
    if (best === null || worth > best.worth) best = { columns, from, worth };
  }
  return best === null ? null : { columns: best.columns, from: best.from, to: last + 1 };
}

function isPeriodPart({ meaning }: HeaderPhrase): boolean {
  return meaning?.kind === "series" || meaning?.kind === "month" || meaning?.kind === "quarter";
}

function byPlace(phrases: readonly HeaderPhrase[]): HeaderPhrase[] {
  return [...phrases].sort((a, b) => a.start - b.start);
}

/** A column with a meaning speaks for the lines it was read from, one without against them. */
function worthOf(columns: readonly Column[]): number {
  const unknown = columns.filter((column) => column.kind === "unknown").length;
  return columns.length - 2 * unknown;
}

function countUnknown(phrases: readonly HeaderPhrase[]): number {
  return phrases.filter((phrase) => phrase.meaning === null).length;
}

/** No name has a word twice: TRIMESTRE TRIMESTRE is the end of two names. */
function partRepeated(phrase: HeaderPhrase): HeaderPhrase[] {
  if (phrase.meaning !== null) return [phrase];
  const parts: HeaderPhrase[] = [];
  const seen = new Set<string>();
  let { start } = phrase;
  for (const word of phrase.text.split(" ")) {
    const last = parts.at(-1);
    const end = start + word.length;
    if (last === undefined || seen.has(word)) {
      seen.clear();
      parts.push({ text: word, meaning: null, start, end });
    } else parts[parts.length - 1] = { ...last, text: `${last.text} ${word}`, end };
    seen.add(word);
    start = end + 1;
  }
  return parts;
}

/** Without columns the words of all lines are one text, in which the names follow each other. */
function joinNames(lines: readonly Line[], vocabulary: HeaderVocabulary): readonly HeaderPhrase[] {
  const text = lines.map((line) => line.text.trim()).join(" ");
  const joined: Line = { page: 0, number: 0, text, pieces: [] };
  return readHeaderLine(joined, "none", vocabulary).phrases;
}
