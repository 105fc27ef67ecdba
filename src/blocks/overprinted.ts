import type { Word } from "../document.ts";
import type { ColumnLayout } from "../page-tables/place-columns.ts";
import type { BodyLine } from "./strip.ts";

/** Lines of one text stand further apart than this, in heights of the font. */
const LEAST_PITCH = 0.7;
/** Words of two texts reach as far into each other; letters that are drawn together do not, in heights of the font. */
const OVER = 0.3;

/** Where on the strip the lines of a column of texts stand so close that two texts are printed over each other. */
export function overprintedAt(lines: readonly BodyLine[], { columns }: ColumnLayout): number[] {
  return lines.slice(1).flatMap((line, k) => {
    const before = lines[k]!;
    if (before.page !== line.page) return [];
    const isOver = columns.some(
      ({ kind }, i) =>
        kind !== "cell" &&
        line.placed.cells[i]!.some((word) =>
          before.placed.cells[i]!.some(
            (other) => word.box[3] - other.box[3] < LEAST_PITCH * word.size && reachOver(word, other),
          ),
        ),
    );
    return isOver ? [line.y] : [];
  });
}

/** Whether words of one line are printed over each other. */
export function areOverprinted(words: readonly Word[]): boolean {
  return words.some((word, i) => i > 0 && reachOver(words[i - 1]!, word));
}

function reachOver(a: Word, b: Word): boolean {
  return Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0]) > OVER * Math.min(a.size, b.size);
}
