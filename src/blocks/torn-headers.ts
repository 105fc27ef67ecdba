import type { Word } from "../document.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";
import { partTexts, type TextLine } from "../page-tables/text-lines.ts";
import { middle } from "./assign-groups.ts";
import { type BlockHeader, toHeader } from "./find-block-headers.ts";
import { findHeads, type Head } from "./find-heads.ts";
import type { HeaderVocabulary } from "./header-vocabulary.ts";
import { letters } from "./letters.ts";

/** Part of a header that a page break parted: nothing that stands under it is told by it. */
export interface TornHeader {
  readonly lines: ReadonlySet<TextLine>;
  readonly heads: readonly Head[];
}

/** A header has no more lines. */
const MAX_LINES = 8;
/** Fewer heads may be texts of an activity. */
const MIN_HEADS = 3;
/** Heads that stand as near, in points, to those of the header before are over the same columns, and the same words. */
const SAME_PLACE = 2;

/** Finds the parts of headers at the bottom of a page, or on top of it, that make no header by themselves. */
export function findTorn(
  lines: readonly TextLine[],
  headers: readonly BlockHeader[],
  vocabulary: HeaderVocabulary,
  isContext: (words: readonly Word[]) => boolean,
): TornHeader[] {
  return [lines.slice(0, MAX_LINES), lines.slice(-MAX_LINES).reverse()].flatMap((edge) => {
    const heads = findHeads(
      [...edge].sort((a, b) => a.y - b.y),
      vocabulary,
    );
    const ofHeads = new Set(heads.flatMap(({ words }) => words));
    const isInHeader = (line: TextLine) =>
      headers.some(({ words }) => line.words.some((word) => words.has(word)));
    const torn = new Set<TextLine>();
    for (const line of edge) {
      const rest = line.words.filter((word) => !ofHeads.has(word) && letters(word.text) !== "");
      // A context may stand beside the upper heads.
      const isHeads = rest.length === 0 || (rest.length < line.words.length && isContext(rest));
      if (isHeads && !isInHeader(line)) torn.add(line);
      // Running heads and feet, which are not told yet, stand outside of it.
      else if (torn.size > 0 || isInHeader(line)) break;
    }
    const own = heads.filter(({ words }) => [...torn].some((line) => line.words.includes(words[0]!)));
    return own.length < MIN_HEADS ? [] : [{ lines: torn, heads: own }];
  });
}

/**
 * The header that a page break parts: heads at the bottom of a page and on top of the next that make one together, as
 * part of the second page; null where they make none.
 */
export function joinTorn(
  above: readonly TornHeader[],
  below: readonly TornHeader[],
  lines: readonly TextLine[],
  oncePerBlock: readonly string[],
): BlockHeader | null {
  const [begin, end] = [above.at(-1), below[0]];
  if (begin === undefined || end === undefined) return null;
  const [, , , bottom] = boundingBox(begin.heads.map(({ box }) => box));
  const [, top] = boundingBox(end.heads.map(({ box }) => box));
  // Over the heads of the second page, as they would stand on it.
  const moved = begin.heads.map((head): Head => {
    const [x0, y0, x1, y1] = head.box;
    return { ...head, box: [x0, y0 + top - bottom, x1, y1 + top - bottom] };
  });
  const heads = [...moved, ...end.heads];
  if (!heads.some(({ meaning }) => meaning.kind === "line")) return null;
  const header = toHeader(heads, lines, oncePerBlock);
  return header === null
    ? null
    : { ...header, box: boundingBox(end.heads.map(({ box }) => box)), unknown: [] };
}

/** Whether the heads stand where those of the header before do, so that its columns go on. */
export function goesOn({ heads }: TornHeader, { columns }: BlockHeader): boolean {
  const values = heads.filter(({ meaning }) => meaning.kind === "value");
  return values.every((head) => {
    const key = head.meaning.kind === "value" ? head.meaning.key : "";
    return columns.some(
      ({ name, left, right }) =>
        name.endsWith(`.${key}`) && Math.abs((left + right) / 2 - middle(head)) <= SAME_PLACE,
    );
  });
}

/** Words without the texts of the header before in their places: a page break may leave the first line of the next one alone. */
export function withoutHeads(words: readonly Word[], header: BlockHeader | undefined): readonly Word[] {
  if (header === undefined) return words;
  const heads = [...header.words];
  const repeats = ({ text, box }: Word) =>
    heads.some((word) => word.text === text && Math.abs(word.box[0] - box[0]) <= SAME_PLACE);
  return partTexts(words)
    .filter((text) => !text.every(repeats))
    .flat();
}
