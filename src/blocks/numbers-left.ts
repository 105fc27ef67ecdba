import type { Word } from "../document.ts";
import type { ColumnLayout } from "../page-tables/place-columns.ts";
import { looksNumeric } from "../rules/number.ts";
import type { Block } from "./find-blocks.ts";
import { NEXT_LINE } from "./join-broken-words.ts";
import type { BodyLine } from "./strip.ts";

/** Whether a line has numbers in columns in which some line of an activity has none: they may be its own. */
export function fillsGap({ placed }: BodyLine, { years }: Block, { columns }: ColumnLayout): boolean {
  const lines = years.flatMap((year) => year.lines.map(({ numbers }) => numbers));
  return columns.some(
    ({ kind }, i) =>
      kind === "cell" &&
      numbersIn(placed.cells[i]!) > 0 &&
      lines.some((line) => line === null || line.placed.cells[i]!.length === 0),
  );
}

/** Whether a line has numbers close under those of an activity: its cells may break numbers over two lines. */
export function isRest(line: BodyLine, { years }: Block, { columns }: ColumnLayout): boolean {
  const isIn = ({ placed }: BodyLine, i: number) =>
    columns[i]!.kind === "cell" && numbersIn(placed.cells[i]!) > 0;
  return years.some((year) =>
    year.lines.some(({ numbers }) => {
      if (numbers === null || numbers.page !== line.page) return false;
      const apart = Math.abs(line.y - numbers.y);
      return (
        apart <= NEXT_LINE * line.placed.size && columns.some((_, i) => isIn(line, i) && isIn(numbers, i))
      );
    }),
  );
}

export function numbersIn(words: readonly Word[]): number {
  return words.filter(({ text }) => looksNumeric(text)).length;
}

/** Whether all numbers of a line stand in columns of texts. */
export function isLabels({ placed }: BodyLine, { columns }: ColumnLayout): boolean {
  return placed.cells.every((words, i) => columns[i]!.kind !== "cell" || numbersIn(words) === 0);
}
