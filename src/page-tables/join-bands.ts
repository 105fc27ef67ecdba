import { beginsAsOrgan } from "../read/begins-as-organ.ts";
import { surelyBreaksOff } from "../text/wrapped-text.ts";
import { cellText } from "./cell-text.ts";
import type { PlacedLine, TellTexts } from "./place-words.ts";
import { heightOf, type RowLines } from "./row-lines.ts";

/** Lines of one name stand at most this far apart, in heights of the font. */
const NEXT_LINE = 1.35;
/** Rows stand further apart than the lines of a text, at least by this share. */
const FURTHER = 1.1;

/**
 * Puts the lines of a name over rows together that is too long for one. Where names of two organs might stand as near, the rows
 * under them are doubted.
 *
 * @param separators the y of what parts rows, where something does
 */
export function joinBands(
  rows: readonly RowLines[],
  separators: readonly number[],
  { vocabulary, namesOrgan }: TellTexts,
): RowLines[] {
  const anchors = rows.filter(({ anchor }) => anchor !== null).map(heightOf);
  const pitch = anchors
    .slice(1)
    .reduce((least, y, i) => Math.min(least, y - anchors[i]!), Number.POSITIVE_INFINITY);
  const isName = (lines: readonly PlacedLine[]) => vocabulary.has("organ", textOf(lines));
  /** What is under GERENCIA DE RENTAS and begins as names do is that of another organ: SUBGERENCIA DE CAJA. */
  const isNext = (above: RowLines, row: RowLines) =>
    beginsAsOrgan(textOf(row.lines)) && !surelyBreaksOff(textOf(above.lines));
  const joined: RowLines[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const [last, first] = [above?.lines.at(-1), row.lines[0]];
    const areBands = above?.isBand === true && row.isBand && last !== undefined && first !== undefined;
    const isOwn =
      areBands &&
      (isName(above.lines) || isName(row.lines) || namesOrgan(textOf(row.lines)) || isNext(above, row));
    if (!areBands || isOwn || !areNext(last, first) || isParted(last, first, separators)) {
      joined.push(row);
      continue;
    }
    const isUnsure = separators.length === 0 && (first.y - last.y) * FURTHER >= pitch;
    joined[joined.length - 1] = {
      ...above,
      lines: [...above.lines, ...row.lines],
      isOrganUnsure: isUnsure || above.isOrganUnsure === true,
    };
  }
  return joined;
}

function textOf(lines: readonly PlacedLine[]): string {
  return cellText(lines.flatMap(({ words }) => words));
}

function areNext(a: PlacedLine, b: PlacedLine): boolean {
  return b.y - a.y <= NEXT_LINE * a.size && a.words[0]!.style === b.words[0]!.style;
}

function isParted(a: PlacedLine, b: PlacedLine, separators: readonly number[]): boolean {
  return separators.some((at) => a.y - a.size / 3 < at && at < b.y - b.size / 3);
}
