import { describe, expect, it } from "vitest";
import type { Box, Ruling } from "../../src/document.ts";
import { doubtCut, doubtCutTable } from "../../src/page-tables/doubt-cut.ts";
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

describe("doubtCutTable", () => {
  const region = (y: number) => ({
    page: pageOf({ words: [cut("Novi", y)] }),
    columns: [],
    rows: [rowOf(["Informar", "12"], 132)],
    hasHeader: true,
    box: [0, 90, 600, 800] as const,
  });

  it("doubts a header that is cut, and no table with a cut title or row", () => {
    expect(doubtCutTable(region(105))).toMatchObject([{ code: "text-cut", severity: "error" }]);
    expect(doubtCutTable(region(60))).toEqual([]);
    expect(doubtCutTable(region(132))).toEqual([]);
  });

  it("asks nothing more of a header's word under which a column was known all the same, unless at an end", () => {
    const named = (kind: "label" | "unknown") =>
      [0, 1, 2].map((i) => ({ kind, name: "organ", text: "", left: 60 * i - 60, right: 60 * i }));
    const table = (kind: "label" | "unknown", from = 0) => ({
      ...region(105),
      columns: named(kind).slice(from),
    });
    expect(doubtCutTable(table("label"))).toEqual([]);
    expect(doubtCutTable(table("unknown"))).toMatchObject([{ code: "text-cut" }]);
    expect(doubtCutTable(table("label", 1))).toMatchObject([{ code: "text-cut" }]);
  });

  it("doubts a table whose lines, or the shades of whose rows, run off the paper", () => {
    const lines = (...tos: number[]) => tos.map((to, i) => ({ at: 110 + 10 * i, from: 20, to }));
    const withLines = (horizontal: Ruling[], fills: Box[] = []) => ({
      ...region(60),
      page: pageOf({ horizontal, fills }),
    });
    expect(doubtCutTable(withLines(lines(700, 700)))).toMatchObject([{ code: "columns-missing" }]);
    expect(doubtCutTable(withLines(lines(600, 600)))).toEqual([]);
    // A line under the title of each page, and one over its foot, run from edge to edge.
    expect(doubtCutTable(withLines(lines(700, 600)))).toEqual([]);
    const shades: Box[] = [100, 120].map((top) => [20, top, 700, top + 12]);
    expect(doubtCutTable(withLines([], shades))).toMatchObject([{ code: "columns-missing" }]);
    expect(doubtCutTable(withLines([], [[-9, 100, 700, 112], ...shades.slice(1)]))).toEqual([]);
  });

  it("doubts a table where the edge cuts the last numbers of its rows, and not those before them", () => {
    const row = (y: number, isFirst: boolean) => {
      const words = [30, 60].map((x) => ({ ...wordAt("1", x, y), isCut: isFirst === (x === 30) }));
      return { ...rowOf(["Informar", ""], y), cells: words.map((word) => ({ words: [word], box: null })) };
    };
    const table = (isFirst: boolean) => ({ ...region(60), rows: [120, 140].map((y) => row(y, isFirst)) });
    expect(doubtCutTable(table(false))).toMatchObject([{ code: "columns-missing" }]);
    expect(doubtCutTable(table(true))).toEqual([]);
  });
});
