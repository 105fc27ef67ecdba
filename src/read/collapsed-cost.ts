import { foldWords } from "../text/fold-words.ts";
import { breaksOff, goesOn } from "../text/wrapped-text.ts";
import type { CollapsedRecord } from "./collapsed-record.ts";
import type { Alignment } from "./cut-gaps.ts";
import type { LineGroup } from "./group-rows.ts";
import { joinWords, matchAt, toWords } from "./known-words.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";
import { splitLabels } from "./split-labels.ts";
import { isOwnTotal } from "./total-label.ts";

/** What speaks against a group of lines being one row; see layout-cost.ts. */
const MISSING = 3;
const SECOND_ORGAN = 4;
const LATE = 0.5;
const BREAKS_OFF = 1.5;
const GOES_ON = 1;
const BLANK_LINE = 0.5;
const AFTER_NUMBERS = 20;

/** Beside TOTAL and a word or two nothing else belongs to the row: what stands over it is the end of another's text. */
const BESIDE_TOTAL = 4;

/**
 * Without columns only known names tell rows apart: a reading is ruled out where a row would lack a name and a
 * text would break off as well. Lower, and of the cut texts of copies from a viewer some pass for sure.
 */
export const COLLAPSED_DOUBT = MISSING + BREAKS_OFF;

/** The cost of taking these records for one row, for what they say. */
export function collapsedTextCost(
  group: LineGroup<CollapsedRecord>,
  keys: readonly string[],
  vocabulary: LabelVocabulary,
  isTotal: (text: string) => boolean,
): number {
  const texts = group.lines.map((record) => record.text);
  if (isOwnTotal(texts[group.anchor]!, isTotal)) return (group.lines.length - 1) * BESIDE_TOTAL;
  if (isTotal(texts[group.anchor]!)) return group.lines.length - 1;
  const { labels, missing, late } = splitLabels(texts, group.anchor, keys, vocabulary);
  const free = Object.keys(labels)
    .filter((key) => !vocabulary.knows(key))
    .map((key) => labels[key]!);
  let cost = missing * MISSING + (late ? LATE : 0);
  for (const text of free) {
    if (breaksOff(text)) cost += BREAKS_OFF;
    if (goesOn(text)) cost += GOES_ON;
  }
  for (const [i, text] of texts.entries()) {
    if (i > 0 && startsOtherOrgan(text, labels.organ, vocabulary)) cost += SECOND_ORGAN;
    const above = group.lines[i - 1]?.lines.at(-1);
    const below = group.lines[i]!.lines[0]!;
    if (above !== undefined && (below.number - above.number > 1 || below.page !== above.page))
      cost += BLANK_LINE;
  }
  return cost;
}

/** Whether a line begins with an organ that is not the end of the row's own, broken over two lines. */
function startsOtherOrgan(text: string, own: string | undefined, vocabulary: LabelVocabulary): boolean {
  if (own === undefined) return false;
  const words = toWords(text);
  const count = matchAt(words, 0, vocabulary.valuesOf("organ"));
  return count > 0 && !foldWords(own).endsWith(foldWords(joinWords(words.slice(0, count))));
}

/** The cost of taking these records for one row, for where the numbers stand among them. */
export function collapsedAlignmentCost(
  { lines, anchor }: LineGroup<CollapsedRecord>,
  alignment: Alignment,
): number {
  const after = lines.length - 1 - anchor;
  if (alignment === "top") return anchor;
  return alignment === "bottom" ? after : Math.max(0, Math.abs(anchor - after) - 1);
}

/** In text in the order of its cells, most rows have nothing but their unit before their numbers. */
const UNITS_ALONE = 0.8;
/** Fewer rows say nothing of the order. */
const MIN_ROWS = 3;

/**
 * Whether cells come one after the other, as from `pdftotext -raw`: the last label and the numbers end a row, and
 * what follows is the next row's. Rows whose units stand in the middle of two lines look alike, but then text
 * follows the last row and those above a total.
 *
 * @param isRow whether a record has the numbers of a row
 */
export function isCellOrder(
  records: readonly CollapsedRecord[],
  isRow: (record: CollapsedRecord) => boolean,
  keys: readonly string[],
  vocabulary: LabelVocabulary,
  isTotal: (text: string) => boolean,
): boolean {
  const rows = records.filter((record) => isRow(record) && !isTotal(record.text));
  const alone = rows.filter(({ text }) => vocabulary.has(keys.at(-1) ?? "", text));
  if (rows.length < MIN_ROWS || alone.length < rows.length * UNITS_ALONE) return false;
  return records.every((record, i) => {
    const next = records[i + 1];
    return isRow(record) || (next !== undefined && !isTotal(next.text));
  });
}

/** The cost of text after the numbers where cells come one after the other: more than any other sign. */
export function cellOrderCost({ lines, anchor }: LineGroup<CollapsedRecord>): number {
  return (lines.length - 1 - anchor) * AFTER_NUMBERS;
}
