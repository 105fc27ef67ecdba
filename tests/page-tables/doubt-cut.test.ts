import { describe, expect, it } from "vitest";
import { doubtCut, doubtCutHeader } from "../../src/page-tables/doubt-cut.ts";
import { pageOf, rowOf, wordAt } from "./words.ts";

const cut = (text: string, y = 100) => ({ ...wordAt(text, 10, y), isCut: true });

describe("doubtCut", () => {
  it("names the words that an edge cuts, numbers apart from texts", () => {
    expect(doubtCut([wordAt("12", 10, 100), cut("40,7")])).toMatchObject([
      { code: "number-cut", message: 'The edge of what is seen cuts "40,7"' },
    ]);
    expect(doubtCut([cut("Superv")])).toMatchObject([{ code: "text-cut" }]);
    expect(doubtCut([wordAt("12", 10, 100)])).toEqual([]);
  });
});

describe("doubtCutHeader", () => {
  const region = (y: number) => ({
    page: pageOf({ words: [cut("Novi", y)] }),
    columns: [],
    rows: [rowOf(["Informar", "12"], 132)],
    hasHeader: true,
    box: [0, 90, 600, 800] as const,
  });

  it("doubts a header that is cut, and no table with a cut title or row", () => {
    expect(doubtCutHeader(region(105))).toMatchObject([{ code: "text-cut", severity: "error" }]);
    expect(doubtCutHeader(region(60))).toEqual([]);
    expect(doubtCutHeader(region(132))).toEqual([]);
  });
});
