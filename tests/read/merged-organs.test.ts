import { describe, expect, it } from "vitest";
import type { PrintedRow } from "../../src/document.ts";
import { doubtMergedOrgans } from "../../src/read/merged-organs.ts";

/** One row per letter: a capital is the name of an organ, a dot a blank. */
const rows = (pattern: string) =>
  [...pattern].map((letter, i): PrintedRow => {
    const labels = letter === "." ? {} : { organ: letter };
    return { kind: "activity", page: 1, line: i + 1, text: "", labels, tokens: [] };
  });
const doubts = (pattern: string, goesOn = false) =>
  doubtMergedOrgans(rows(pattern), goesOn).map((flag) => flag.code);

describe("doubtMergedOrgans", () => {
  it.each([
    ["every row names its organ", "ABC"],
    ["names at the top of three, two and four rows", "A..B.C..."],
    ["no names at all", "...."],
  ])("has none where %s", (_, pattern) => {
    expect(doubts(pattern)).toEqual([]);
  });

  it.each([
    ["the first rows have no name", ".A..B."],
    ["names may as well be in the middle of one, five and three rows", "A..B...C."],
  ])("has one where %s", (_, pattern) => {
    expect(doubts(pattern)).toEqual(["organ-unsure"]);
  });

  it("has one where a name begins lower than the other texts of its row", () => {
    expect(doubtMergedOrgans(rows("A..B.C..."), false, true).map(({ code }) => code)).toEqual([
      "organ-unsure",
    ]);
    expect(doubtMergedOrgans(rows("ABC"), false, true)).toEqual([]);
  });

  it("lets the first rows belong to the page before", () => {
    expect(doubts(".A.....", true)).toEqual([]);
    expect(doubts(".A.....", false)).toEqual(["organ-unsure"]);
  });
});
