import { expect, test } from "vitest";
import { createScaleDoubts } from "../../src/blocks/other-scale.ts";
import { pageOf, wordAt } from "../page-tables/words.ts";

const ofSizes = (...sizes: number[]) =>
  pageOf({ words: sizes.map((size, i) => ({ ...wordAt("uno", 20, 20 * i), size })) });
const codes = (...pages: Parameters<ReturnType<typeof createScaleDoubts>>) =>
  createScaleDoubts()(...pages).map(({ code }) => code);
const headed = ofSizes(8, 5.5, 5.5, 5.5);

test("a page on another scale than that of its header is doubted", () => {
  expect(codes(ofSizes(7.2, 4.95, 4.95), headed)).toEqual(["text-unsure"]);
  expect(codes(ofSizes(5.3, 5.3, 5.6), headed)).toEqual(["text-unsure"]);
});

test("one that has words of the usual size is not, nor is a scan, nor the header's own page", () => {
  expect(codes(ofSizes(8, 8, 5.51), headed)).toEqual([]);
  expect(codes({ ...ofSizes(4.9), skew: 0.1 }, headed)).toEqual([]);
  expect(codes(headed, headed)).toEqual([]);
});
