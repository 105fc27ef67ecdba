import { measure } from "./measure.ts";
import type { Sheet, TextMark } from "./sheet.ts";

/**
 * Pairs of texts of a table that are printed over each other, or closer together than `gap` (in parts of the font's
 * size), so that nobody could read them.
 */
export function findOverlaps({ marks }: Sheet, gap = 0): [string, string][] {
  const texts = marks
    .filter((mark): mark is TextMark => mark.kind === "text" && mark.cell !== undefined)
    .map((mark) => ({ mark, right: mark.x + measure(mark.text, mark.size, mark.bold) }))
    .sort((a, b) => a.mark.y - b.mark.y || a.mark.x - b.mark.x);
  return texts.flatMap(({ mark, right }, index) =>
    texts
      .slice(index + 1)
      .filter((other) => Math.abs(other.mark.y - mark.y) < mark.size / 2)
      .filter((other) => other.mark.x < right + gap * mark.size && other.right + gap * mark.size > mark.x)
      .map((other): [string, string] => [mark.text, other.mark.text]),
  );
}
