import { describe, expect, it } from "vitest";
import { withoutPipes } from "../../src/read/without-pipes.ts";

describe("withoutPipes", () => {
  it("parts the cells of Markdown by tabs, line by line", () => {
    const text =
      "# POI 2023\n\n| ÓRGANO | META | ENE | FEB |\n|:---|---:|---:|---|\n| ALCALDIA | 3 | 1 | 2 |\n";
    expect(withoutPipes(text)).toBe("# POI 2023\n\nÓRGANO\tMETA\tENE\tFEB\n\nALCALDIA\t3\t1\t2\n");
  });

  it.each([
    ["without bars at the ends, as consoles print", " a | 1 |   | 3 | 4 \n---+---+---", "a\t1\t\t3\t4\n"],
    ["in boxes", "│ a │ 1 │ 2 │ 3 │\n├───┼───┼───┼───┤", "a\t1\t2\t3\n"],
    ["with blank cells at the ends", "|  | 1 | 2 | 3 |  |", "\t1\t2\t3\t"],
    ["in bold", "| **TOTAL** | **1** | 2 | 3 |", "TOTAL\t1\t2\t3"],
    ["of several lines", "| A<br>B | 1 | 2 | 3 |", "A B\t1\t2\t3"],
    ["with bars of their own", "| A \\| B | 1 | 2 | 3 |", "A | B\t1\t2\t3"],
  ])("reads cells %s", (_, text, parted) => {
    expect(withoutPipes(text)).toBe(parted);
  });

  it.each([
    ["tabs with a bar in a text", "A | B\t1\t2\t3\nC\t4\t5\t6\nD\t7\t8\t9"],
    ["running heads with bars", "POI 2023 | Página 1\nA 1 2 3\nB 4 5 6"],
    ["no bars at all", "A 1 2 3"],
  ])("leaves %s as they are", (_, text) => {
    expect(withoutPipes(text)).toBe(text);
  });
});
