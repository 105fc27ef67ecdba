import { describe, expect, it } from "vitest";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { readLines } from "../../src/read/read-lines.ts";

const read = (text: string) => readLines(sourceFromBytes("a.txt", new TextEncoder().encode(text)));

describe("readLines", () => {
  it("numbers lines as an editor does, and leaves blank ones out", () => {
    const { lines } = read("one\r\n\r\n  \r\nfour\r\n");
    expect(lines.map(({ number, text }) => [number, text])).toEqual([
      [1, "one"],
      [4, "four"],
    ]);
  });

  it("begins a page at a form feed, which ends no line", () => {
    const document = read("a\nb\n\fc\nd\n\f");
    expect(document.lines.map(({ page, number }) => [page, number])).toEqual([
      [1, 1],
      [1, 2],
      [2, 3],
      [2, 4],
    ]);
    expect(document.pages).toBe(2);
  });

  it("counts the line ends within a quoted field", () => {
    const { lines, separator } = read('x;"a\nb";1;2;3\ny;c;4;5;6\n');
    expect(separator).toBe(";");
    expect(lines.map((line) => line.number)).toEqual([1, 3]);
    expect(lines[0]!.pieces.map((piece) => piece.text)).toEqual(["x", "a\nb", "1", "2", "3"]);
  });

  it.each([
    ["tabs", "a\t1\t2\t3\n", "\t", "tabular"],
    ["semicolons", "a;1;2;3\n", ";", "tabular"],
    ["commas", "a,1,2,3\n", ",", "tabular"],
    ["semicolons with decimal commas", "a;1,5;2,5;3,5\n", ";", "tabular"],
    ["quoted thousands", 'a,"1,200","2,300","3,400"\n', ",", "tabular"],
    ["wide gaps", "control   1    2    3    4\nlegal     5    6    7    8\n", "spaces", "tabular"],
    ["single spaces", "control, y más 1 2 3 4\n", "none", "collapsed"],
    ["thousands with commas between spaces", "control 1,234 2,345 3,456 4,567\n", "none", "collapsed"],
    ["a cell per line, with thousands", "control\n1,234,567\n8,901,234\n", "none", "collapsed"],
    ["no numbers", "a;b;c\n", "none", "collapsed"],
  ])("tells what parts the columns: %s", (_, text, separator, channel) => {
    expect(read(text.repeat(5))).toMatchObject({ separator, channel });
  });

  it("gives the stretches between wide gaps, with their positions", () => {
    const { lines } = read("  GESTIÓN LEGAL   1    2   3    4\n");
    expect(lines[0]!.pieces.slice(0, 2)).toEqual([
      { text: "GESTIÓN LEGAL", start: 2, end: 15 },
      { text: "1", start: 18, end: 19 },
    ]);
  });
});
