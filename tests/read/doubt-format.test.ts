import { describe, expect, it } from "vitest";
import type { PrintedRow } from "../../src/document.ts";
import { doubtFormat } from "../../src/read/doubt-format.ts";
import { detectNumberFormat } from "../../src/rules/detect-number-format.ts";

const row = (numbers: string): PrintedRow => ({
  ...{ kind: "activity", page: 1, line: 1, text: numbers, labels: {} },
  tokens: numbers.split(" ").map((text) => ({ text, page: 1, box: null })),
});

/** Which rows are doubted of those that print these numbers. */
function doubted(...rows: string[]): boolean[] {
  const printed = rows.map(row);
  const format = detectNumberFormat(printed.flatMap(({ tokens }) => tokens.map(({ text }) => text)));
  return doubtFormat(printed, format).map(({ doubts }) => doubts !== undefined);
}

describe("doubtFormat", () => {
  it("doubts numbers whose mark may part thousands, where one that lost a digit says that it does not", () => {
    expect(doubted("2.52 6 300", "1.234 12 12", "9 9 9")).toEqual([true, true, false]);
  });

  it("doubts but the numbers of three decimals where many have two", () => {
    expect(doubted("2.52 3.10 4.25", "1.234 0.50 0.75", "9 9 9")).toEqual([false, true, false]);
  });

  it("doubts nothing where one mark parts thousands, or zeros show that there are three decimals", () => {
    expect(doubted("2.526 1.234", "3.100 300")).toEqual([false, false]);
    expect(doubted("1,234.50 2.375", "3,100.25 2.125")).toEqual([false, false]);
    expect(doubted("0.125 1.250", "2.5 0.375")).toEqual([false, false]);
  });
});
