import type { TextDocument } from "../document.ts";
import type { Family } from "../family.ts";
import { findHeaderAt, MAX_HEADER_LENGTH } from "../grid/find-header.ts";
import { findTallHeader } from "../grid/find-tall-header.ts";
import type { Header } from "../grid/header.ts";
import { createHeaderReader } from "../grid/header-phrases.ts";
import type { HeaderVocabulary } from "../grid/header-vocabulary.ts";
import type { Section } from "./reading.ts";

/** A line with as many numbers is a row; it need not be looked at as a header. */
const ROW_NUMBERS = /(?:(?:^|[\s;,"])[0-9]+(?:[.,][0-9]+)?(?=$|[\s;,"]).*?){3}/s;

/**
 * Parts a document at its headers. What stands before the first header is no section unless there is no header.
 *
 * @param readLine reads a line of this document as header words
 */
export function findSections(
  document: TextDocument,
  family: Family,
  vocabulary: HeaderVocabulary,
  readLine = createHeaderReader(document.separator, vocabulary),
): Section[] {
  const sections: Section[] = [];
  const { lines } = document;
  for (let i = 0; i < lines.length; i++) {
    const { text } = lines[i]!;
    if (ROW_NUMBERS.test(text) && !namesMonths(text, vocabulary)) continue;
    const last = sections.at(-1);
    const low = fewestUnknown(findHeaderAt(document, i, family, vocabulary, readLine), () =>
      findHeaderAt(document, i + 1, family, vocabulary, readLine),
    );
    // A header without labels or target may be the last lines of one that has them.
    const header =
      low !== null && isComplete(low)
        ? low
        : mostKnown(
            low,
            findTallHeader(document, (low?.to ?? i + 1) - 1, last?.from ?? 0, family, vocabulary, readLine),
          );
    if (header === null) continue;
    if (last !== undefined) sections[sections.length - 1] = { ...last, to: header.from };
    sections.push({ header, from: header.to, to: lines.length });
    i = header.to - 1;
  }
  return sections.length > 0 ? sections : [{ header: null, from: 0, to: lines.length }];
}

/** Whether the numbers of a line are those of the months. */
function namesMonths(text: string, vocabulary: HeaderVocabulary): boolean {
  return (
    text.length <= MAX_HEADER_LENGTH &&
    vocabulary.monthsOf(text.split(/[\s;,"]+/)).some((meaning) => meaning !== null)
  );
}

/** A heading over a table may be made of its header's words: then the header begins below it. */
function fewestUnknown(first: Header | null, next: () => Header | null): Header | null {
  if (first === null || countKnown(first) === first.columns.length) return first;
  const below = next();
  if (below === null || countKnown(below) < countKnown(first)) return first;
  return below.columns.length - countKnown(below) < first.columns.length - countKnown(first) ? below : first;
}

function isComplete({ columns }: Header): boolean {
  return columns.some(({ kind }) => kind === "label") && columns.some(({ name }) => name === "target");
}

function mostKnown(low: Header | null, tall: Header | null): Header | null {
  if (low === null || tall === null) return low ?? tall;
  return countKnown(tall) > countKnown(low) ? tall : low;
}

function countKnown({ columns }: Header): number {
  return columns.filter(({ kind }) => kind !== "unknown").length;
}
