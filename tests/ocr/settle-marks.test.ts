import { expect, test } from "vitest";
import type { Word } from "../../src/document.ts";
import { settleMarks } from "../../src/ocr/settle-marks.ts";
import { pageOf, wordAt } from "../page-tables/words.ts";

const number = (...ways: [text: string, probability: number][]): Word => ({
  ...wordAt(ways[0]![0], 0, 0),
  readings: ways.map(([text, probability]) => ({ text, probability })),
});
const settle = (...pages: Word[][]) =>
  settleMarks(pages.map((words) => pageOf({ words }))).flatMap(({ words }) => words);
const read = (...texts: string[]) => settle(texts.map((text) => number([text, 0.9]))).map(({ text }) => text);

test.each([
  ["decimals", ["1.25", "3.50", "2,75", "12"], ["1.25", "3.50", "2.75", "12"]],
  ["thousands", ["1,250", "3,500", "2.750", "120"], ["1,250", "3,500", "2,750", "120"]],
  ["both", ["1,250.50", "3,500.25", "2.750.75", "7,25"], ["1,250.50", "3,500.25", "2,750.75", "7.25"]],
  ["both the other way", ["1.250,50", "3.500,25", "2,750.75"], ["1.250,50", "3.500,25", "2.750,75"]],
  ["thousands at odds", ["1,250", "3.500"], ["1,250", "3,500"]],
  ["thousands beside decimals", ["1.250", "3.500", "2.50"], ["1,250", "3,500", "2.50"]],
  ["thousandths", ["0.125", "2.50", "1.250"], ["0.125", "2.50", "1,250"]],
  ["millions", ["1,250,000", "3.500,000", "2,750"], ["1,250,000", "3,500,000", "2,750"]],
])("%s are read as most are", (_, printed, expected) => {
  expect(read(...printed)).toEqual(expected);
});

test("marks at odds stay as they were read", () => {
  expect(read("1.25", "3,50")).toEqual(["1.25", "3,50"]);
});

test("ways to read a number that become one are added up", () => {
  const [, , one] = settle([
    number(["1.5", 1]),
    number(["3.5", 1]),
    number(["2,5", 0.5], ["2.5", 0.3], ["25", 0.2]),
  ]);
  expect(one!.text).toBe("2.5");
  expect(one!.readings![0]!.probability).toBeCloseTo(0.8);
});

test("a page that reads most of its own otherwise goes with the document", () => {
  const other = ["4,752", "6,330", "5,485", "1,200"].map((text) => number([text, 0.9]));
  expect(settle([number(["5.988", 0.9])], other)[0]!.text).toBe("5,988");
});

test("text is left alone", () => {
  const text = wordAt("3,50", 0, 0);
  expect(settle([number(["1.25", 1]), text])[1]).toBe(text);
});
