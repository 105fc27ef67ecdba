import type { Word } from "../document.ts";
import type { ColumnLayout } from "../page-tables/place-columns.ts";
import type { BodyLine } from "./strip.ts";

/** Lines of one text stand further apart than this, in heights of the font. */
const LEAST_PITCH = 0.7;
/** Words of two texts reach as far into each other; letters that are drawn together do not, in heights of the font. */
const OVER = 0.3;

/** Where on the strip texts of a column are printed over each other, on one line or on lines that stand too close. */
export function overprintedAt(lines: readonly BodyLine[], { columns }: ColumnLayout): number[] {
  return lines.flatMap((line, k) => {
    const before = lines[k - 1]?.page === line.page ? lines[k - 1] : undefined;
    const isOver = columns.some(({ kind }, i) => {
      const [words, above] = [line.placed.cells[i]!, before?.placed.cells[i] ?? []];
      if (kind === "cell") return false;
      if (areOverprinted(words)) return true;
      return words.some((word) =>
        above.some((other) => word.box[3] - other.box[3] < LEAST_PITCH * word.size && reachOver(word, other)),
      );
    });
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
