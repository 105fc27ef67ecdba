import type { Page, Ruling, Word } from "../document.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";
import { cellText } from "../page-tables/cell-text.ts";
import { type TextLine, textLines } from "../page-tables/text-lines.ts";
import { letters } from "./letters.ts";
import { itemNumbers, type LabelText, readItems } from "./numbered-items.ts";

/** A line parts texts where it crosses this share of them. */
const ACROSS = 0.6;

/**
 * The text of an activity's column over all its pages. A page break may cut through a text that is printed whole on
 * both sides: it is said once. Where lines part the column into cells, each is read by itself.
 */
export function labelText(words: readonly Word[], pages: ReadonlyMap<Word, Page>): LabelText {
  const byPage = Map.groupBy(words, (word) => pages.get(word)!);
  const parts: CellsText[] = [];
  let before: readonly TextLine[] = [];
  for (const [page, onPage] of byPage) {
    const lines = textLines(onPage);
    const again = repeated(before, lines);
    before = lines;
    if (again === lines.length) continue;
    const part = readCells(again === 0 ? onPage : lines.slice(again).flatMap((line) => line.words), page);
    if (!parts.some(({ text }) => letters(text) === letters(part.text))) parts.push(part);
  }
  return {
    text: parts.map(({ text }) => text).join(" "),
    isSure:
      parts.every(({ isSure }) => isSure) &&
      // Which item goes on on the next page, only lines between them would tell.
      !(parts.length > 1 && parts.some(({ hasItems }) => hasItems)) &&
      !isOverprinted(words),
  };
}

/** Words that share so much of the smaller one's area are printed over each other. */
const OVERPRINTED = 0.3;
/** Letters that are drawn apart, such as P and A, may reach so far into each other, in heights of the font. */
const KERNED = 0.3;

/** Whether some words are printed over each other, so that it is not sure how they are read. */
function isOverprinted(words: readonly Word[]): boolean {
  const sorted = [...words].sort((a, b) => a.box[1] - b.box[1]);
  return sorted.some((a, i) => {
    for (let k = i + 1; k < sorted.length && sorted[k]!.box[1] < a.box[3]; k++) {
      if (isOver(a, sorted[k]!)) return true;
    }
    return false;
  });
}

function isOver(a: Word, b: Word): boolean {
  const width = Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0]);
  const height = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]);
  if (width <= KERNED * Math.min(a.size, b.size) || height <= 0) return false;
  const area = ({ box }: Word) => (box[2] - box[0]) * (box[3] - box[1]);
  return width * height > OVERPRINTED * Math.min(area(a), area(b));
}

/** How many lines at the end of a page's part come again at the beginning of the next: a page break cuts through them. */
function repeated(before: readonly TextLine[], after: readonly TextLine[]): number {
  const textOf = (lines: readonly TextLine[]) =>
    lines.map(({ words }) => letters(words.map(({ text }) => text).join(""))).join("\n");
  for (let count = Math.min(before.length, after.length); count > 0; count--)
    if (textOf(before.slice(-count)) === textOf(after.slice(0, count))) return count;
  return 0;
}

/** What a page has of a text, and whether it is of numbered items without lines between them. */
interface CellsText extends LabelText {
  readonly hasItems: boolean;
}

function readCells(words: readonly Word[], page: Page): CellsText {
  const sure = (text: string): CellsText => ({ text, isSure: true, hasItems: false });
  const [left, top, right, bottom] = boundingBox(words.map(({ box }) => box));
  const across = crossing(page.horizontal, left, right, top, bottom);
  const down = crossing(page.vertical, top, bottom, left, right);
  if (across.length === 0) {
    const numbers = itemNumbers(words);
    // A line down the column parts the numbers from the texts, or something else.
    const isApart = down.every((at) => words.every((word) => numbers.includes(word) === word.box[0] < at));
    if (numbers.length > 0 && isApart) return { ...readItems(words, numbers), hasItems: true };
  }
  if (across.length + down.length === 0) return sure(cellText(words));
  const cells = Map.groupBy(words, ({ box: [x0, y0, x1, y1] }) => {
    const row = across.filter((at) => at < (y0 + y1) / 2).length;
    return row * (down.length + 1) + down.filter((at) => at < (x0 + x1) / 2).length;
  });
  return sure(
    [...cells]
      .sort(([a], [b]) => a - b)
      .map(([, own]) => cellText(own))
      .join(" "),
  );
}

/** Where lines between two places cross a stretch. */
function crossing(
  rulings: readonly Ruling[],
  from: number,
  to: number,
  first: number,
  last: number,
): number[] {
  const least = ACROSS * (to - from);
  return rulings
    .filter(
      (line) =>
        line.at > first && line.at < last && Math.min(line.to, to) - Math.max(line.from, from) > least,
    )
    .map(({ at }) => at);
}
