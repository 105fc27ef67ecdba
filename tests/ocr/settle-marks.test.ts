import { expect, test } from "vitest";
import { settleMarks } from "../../src/ocr/settle-marks.ts";

const number = (...ways: [text: string, probability: number][]) => ({
  text: ways[0]![0],
  readings: ways.map(([text, probability]) => ({ text, probability })),
});
const read = (...texts: string[]) =>
  settleMarks(texts.map((text) => number([text, 0.9]))).map(({ text }) => text);

test.each([
  ["decimals", ["1.25", "3.50", "2,75", "12"], ["1.25", "3.50", "2.75", "12"]],
  ["thousands", ["1,250", "3,500", "2.750", "120"], ["1,250", "3,500", "2,750", "120"]],
  ["both", ["1,250.50", "3,500.25", "2.750.75", "7,25"], ["1,250.50", "3,500.25", "2,750.75", "7.25"]],
  ["both the other way", ["1.250,50", "3.500,25", "2,750.75"], ["1.250,50", "3.500,25", "2.750,75"]],
  ["millions", ["1,250,000", "3.500,000", "2,750"], ["1,250,000", "3,500,000", "2,750"]],
])("%s are read as most are", (_, printed, expected) => {
  expect(read(...printed)).toEqual(expected);
});

test("marks at odds stay as they were read", () => {
  expect(read("1.25", "3,50")).toEqual(["1.25", "3,50"]);
});

test("ways to read a number that become one are added up", () => {
  const [, , one] = settleMarks([
    number(["1.5", 1]),
    number(["3.5", 1]),
    number(["2,5", 0.5], ["2.5", 0.3], ["25", 0.2]),
  ]);
  expect(one!.text).toBe("2.5");
  expect(one!.readings[0]!.probability).toBeCloseTo(0.8);
});

test("text is left alone", () => {
  const text = { text: "3,50", readings: [] };
  expect(settleMarks([number(["1.25", 1]), text])[1]).toBe(text);
});
