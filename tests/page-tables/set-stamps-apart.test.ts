import { describe, expect, it } from "vitest";
import { setStampsApart } from "../../src/page-tables/set-stamps-apart.ts";
import { pageOf, wordAt } from "./words.ts";

const RED = "#ff0000 f2";
/** Ten rows of ten numbers. */
const TABLE = Array.from({ length: 100 }, (_, i) =>
  wordAt("100", 20 + (i % 10) * 40, 100 + Math.floor(i / 10) * 15),
);
const texts = (words: readonly { readonly text: string }[]) => words.map(({ text }) => text);

describe("setStampsApart", () => {
  it("takes out a text in a style of its own that is printed over numbers", () => {
    const stamp = wordAt("V°B°", 22, 131, RED);
    const { page, stamps } = setStampsApart(pageOf({ words: [...TABLE, stamp] }));
    expect(texts(stamps)).toEqual(["V°B°"]);
    expect(page.words).toEqual(TABLE);
  });

  it("takes out the whole of the stamp, also what of it stands between the rows", () => {
    const stamp = [
      wordAt("FIRMADO", 300, 131, RED),
      wordAt("2023", 340, 131, RED),
      wordAt("SELLO", 368, 138, RED),
    ];
    const { page, stamps } = setStampsApart(pageOf({ words: [...TABLE, ...stamp] }));
    expect(texts(stamps).toSorted()).toEqual(["2023", "FIRMADO", "SELLO"]);
    expect(page.words).toHaveLength(100);
  });

  it("leaves rows in a style of their own alone: totals in bold, numbers in red", () => {
    const bold = Array.from({ length: 10 }, (_, i) => wordAt("1000", 20 + i * 40, 260, "#000000 bold"));
    const red = wordAt("-5", 440, 130, RED);
    const { page, stamps } = setStampsApart(pageOf({ words: [...TABLE, ...bold, red] }));
    expect(stamps).toEqual([]);
    expect(page.words).toHaveLength(111);
  });

  it("leaves words of the stamp's style that stand far from it", () => {
    const words = [...TABLE, wordAt("V°B°", 22, 131, RED), wordAt("NOTA", 20, 500, RED)];
    expect(texts(setStampsApart(pageOf({ words })).stamps)).toEqual(["V°B°"]);
  });

  it("leaves numbers of one style that overlap: a number wider than its cell is no stamp", () => {
    const words = [...TABLE, wordAt("1000000", 15, 100)];
    expect(setStampsApart(pageOf({ words })).stamps).toEqual([]);
  });

  it("takes nothing for a stamp that is a good part of the page", () => {
    const words = [...TABLE, ...TABLE.map((word) => ({ ...word, style: RED }))];
    expect(setStampsApart(pageOf({ words })).stamps).toEqual([]);
  });
});
