import { describe, expect, it } from "vitest";
import { createBlockFinder } from "../../src/blocks/find-blocks.ts";
import type { Word } from "../../src/document.ts";
import { bodyLines, evenly, familyOf, layoutOf, lineAt, tablePage, WITH_YEARS } from "./support.ts";

const find = (words: readonly Word[], years = false) => {
  const layout = layoutOf({ years });
  return createBlockFinder(familyOf(years ? WITH_YEARS : {}))(bodyLines(words, layout), layout);
};
/** Per block, per year: the kinds of its lines, with the first number of each. */
const shape = (words: readonly Word[], years = false) =>
  find(words, years).blocks.map(({ years: parts }) =>
    parts.map(({ year, lines }) => [
      year,
      ...lines.map(
        ({ kind, numbers }) =>
          `${kind}:${numbers?.line.words.find(({ text }) => /^\d+$/.test(text) && text.length < 4)?.text}`,
      ),
    ]),
  );
const physical = (y: number, n: number, year?: string) =>
  lineAt(y, { type: "FÍSICO", numbers: evenly(n), ...(year !== undefined && { year }) });
const financial = (y: number, n: number) => lineAt(y, { type: "FINANC. S/.", numbers: evenly(n) });

describe("activities", () => {
  it("are the lines until the first kind comes again", () => {
    expect(
      shape([...physical(100, 1), ...financial(112, 2), ...physical(130, 3), ...financial(142, 4)]),
    ).toEqual([[[null, "0:1", "1:2"]], [[null, "0:3", "1:4"]]]);
  });

  it("without one of their lines are irregular", () => {
    const { blocks } = find([...physical(100, 1), ...physical(130, 3), ...financial(142, 4)]);
    expect(blocks.map(({ isIrregular }) => isIrregular)).toEqual([true, false]);
  });

  it("whose line prints no number are irregular", () => {
    const { blocks } = find([...physical(100, 1), ...lineAt(112, { type: "FINANC." })]);
    expect(blocks[0]!.years[0]!.lines[1]!.numbers).toBeNull();
    expect(blocks[0]!.isIrregular).toBe(true);
  });

  it("reach from their first line to their last", () => {
    const [one] = find([...physical(100, 1), ...financial(112, 2)]).blocks;
    expect([Math.round(one!.top), Math.round(one!.bottom)]).toEqual([100, 112]);
  });

  it("reach to the rest of a name that its cell breaks off", () => {
    const broken = lineAt(112, { type: "FINANC.", numbers: evenly(2) });
    const [one] = find([...physical(100, 1), ...broken, ...lineAt(122, { type: "S/." })]).blocks;
    expect(Math.round(one!.bottom)).toBe(122);
  });

  it("leave lines of numbers that are nobody's", () => {
    const stray = lineAt(500, { numbers: evenly(9) });
    const { blocks, left } = find([...physical(100, 1), ...financial(112, 2), ...stray]);
    expect(blocks).toHaveLength(1);
    expect(left.map(({ number }) => number)).toEqual([3]);
  });

  it("have a line once that a page break cuts through and both pages print", () => {
    const layout = layoutOf();
    const pages = [
      [...physical(100, 1), ...financial(112, 2)],
      [...financial(20, 2), ...physical(40, 3), ...financial(52, 2)],
    ].map((words, i) => tablePage(words, { number: i + 1 }));
    const lines = pages.flatMap((page) => bodyLines(page.words, layout, page));
    const { blocks, left, repeated } = createBlockFinder(familyOf())(lines, layout);
    expect(blocks.map(({ isIrregular }) => isIrregular)).toEqual([false, false]);
    expect([left.length, [...repeated].map(({ page, number }) => [page.number, number])]).toEqual([
      0,
      [[2, 1]],
    ]);
  });

  it("are none in nothing", () => {
    expect(find([])).toEqual({ blocks: [], left: [], repeated: new Set() });
  });
});

describe("activities of several years", () => {
  it("go on while the years do", () => {
    const words = [2021, 2022, 2021].flatMap((year, k) => [
      ...physical(100 + 30 * k, k + 1, String(year)),
      ...financial(112 + 30 * k, 5),
    ]);
    expect(shape(words, true)).toEqual([
      [
        [2021, "0:1", "1:5"],
        [2022, "0:2", "1:5"],
      ],
      [[2021, "0:3", "1:5"]],
    ]);
  });

  it("begin again where a year is missing", () => {
    const words = [2021, 2023].flatMap((year, k) => [
      ...physical(100 + 30 * k, 1, String(year)),
      ...financial(112 + 30 * k, 5),
    ]);
    expect(find(words, true).blocks).toHaveLength(2);
  });
});
