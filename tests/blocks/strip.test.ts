import { describe, expect, it } from "vitest";
import { createStrip, extentOf } from "../../src/blocks/strip.ts";
import { pageOf, wordAt, wordsAt } from "../page-tables/words.ts";
import { printedOf } from "./support.ts";

const page = (number: number, ys: readonly number[]) =>
  printedOf(pageOf({ number, words: ys.flatMap((y) => wordsAt(`linea ${y}`, 20, y)) }));

describe("a strip", () => {
  const pages = [page(1, [30, 60, 780]), page(2, [25, 40, 70])];
  const foot = pages[0]!.lines[2]!;
  const { lines, offsets } = createStrip(pages, new Set([foot]));

  it("puts pages under each other as lines follow each other, margins and feet left out", () => {
    const ys = lines.map(({ y }) => y);
    expect(ys.slice(1).map((y, k) => Math.round(y - ys[k]!))).toEqual([30, 10, 15, 30]);
    expect(lines.map(({ page: { number } }) => number)).toEqual([1, 1, 2, 2, 2]);
  });

  it("keeps the numbers that lines have on their pages", () => {
    const head = pages[1]!.lines[0]!;
    const cut = createStrip(pages, new Set([head]));
    expect(cut.lines.map(({ number }) => number)).toEqual([1, 2, 3, 2, 3]);
  });

  it("says how far down it each page's top lies", () => {
    for (const { page: own, y, line } of lines) expect(y).toBeCloseTo(line.y + offsets.get(own.number)!);
  });

  it("leaves room between pages in a large font", () => {
    const large = [1, 2].map((number) =>
      printedOf(pageOf({ number, words: [{ ...wordAt("A", 20, 100), size: 40, box: [20, 70, 40, 108] }] })),
    );
    const found = createStrip(large, new Set()).lines;
    const [above, below] = found.map((line) => extentOf(line.line.words[0]!, line));
    expect(below!.top).toBeGreaterThan(above!.bottom);
  });

  it("of pages without words is empty", () => {
    expect(createStrip([printedOf(pageOf({}))], new Set()).lines).toEqual([]);
  });
});
