import type { Flag, NumberFormat, PrintedRow } from "../document.ts";
import { withDoubts } from "./reading.ts";

const MARK_DOUBTED: Flag = {
  code: "number-format-doubted",
  severity: "error",
  cells: [],
  message:
    "The same mark stands before three digits here and before fewer elsewhere: it may part thousands, and another number be one that lost digits",
};

/** Where so many times fewer numbers say that the mark is one of decimals, they may be what is wrong. */
const FEW = 2;

/**
 * Doubts numbers such as 2.526 in a table whose mark before decimals was told by others, 2.52, and by nothing else: where a
 * cell cuts one number of thousands, all of them would be read a thousand times smaller, and their sums hold all the same.
 */
export function doubtFormat(rows: readonly PrintedRow[], { decimal, thousands }: NumberFormat): PrintedRow[] {
  if (thousands !== null) return [...rows];
  const isEither = createShapeTest(decimal, "3");
  const isDecimal = createShapeTest(decimal, "1,2");
  const count = (test: (text: string) => boolean) =>
    rows.reduce((sum, { tokens }) => sum + tokens.filter(({ text }) => test(text)).length, 0);
  const either = count(isEither);
  // No thousands begin with 0: 0.125 has three decimals, and others may.
  if (either === 0 || count(createShapeTest(decimal, "3", "0")) > 0) return [...rows];
  const areFew = count(isDecimal) <= FEW * either;
  return rows.map((row) =>
    row.tokens.some(({ text }) => isEither(text) || (areFew && isDecimal(text)))
      ? withDoubts(row, [MARK_DOUBTED])
      : row,
  );
}

function createShapeTest(
  mark: string,
  digits: string,
  before = "[1-9][0-9]{0,2}",
): (text: string) => boolean {
  const shape = new RegExp(`^[-−(]?${before}\\${mark}[0-9]{${digits}}[%)]*$`);
  return (text) => shape.test(text);
}
