import { describe, expect, it } from "vitest";
import { createHeaderVocabulary, type HeaderWord } from "../../src/grid/header-vocabulary.ts";
import { solvePeriods } from "../../src/grid/solve-periods.ts";
import { town } from "../read/family-fixture.ts";

const vocabulary = createHeaderVocabulary(town);

/** Phrases of lines that are written with `|` between them. */
function phrases(line: string) {
  let x = 0;
  return line.split("|").flatMap((text) => {
    const words = text.split(" ").map((word): HeaderWord => {
      x += word.length + 1;
      return { text: word, start: x - word.length - 1, end: x - 1 };
    });
    x += 8;
    return vocabulary.findPhrases(words);
  });
}

const solve = (...lines: string[]) => solvePeriods(lines.map(phrases))?.map((column) => column.cell) ?? null;

describe("solvePeriods", () => {
  it("takes a name that is printed again over no period for no part of the same series", () => {
    expect(solve("PROG|||||PROG", "ENE|FEB")).toBeNull();
  });

  it("reads quarters beside months whose series stand a line further down than theirs", () => {
    const lines = ["I TRIM|II TRIM", "PROG|EJC|PROG|EJC|||PROG|||EJC", "|||||||ENE|FEB|MAR|ENE|FEB|MAR"].map(
      (line) => phrases(line).filter(({ meaning }) => meaning !== null),
    );
    const columns = solvePeriods(lines)!.toSorted((a, b) => a.leaf.start - b.leaf.start);
    expect(columns.map(({ cell }) => cell)).toEqual([
      ...["programmed.q1", "executed.q1", "programmed.q2", "executed.q2"],
      ...["programmed.jan", "programmed.feb", "programmed.mar"],
      ...["executed.jan", "executed.feb", "executed.mar"],
    ]);
  });

  it.each([
    [
      "series over months",
      ["PROG|EJC", "ENE|FEB|ENE|FEB"],
      "programmed.jan programmed.feb executed.jan executed.feb",
    ],
    [
      "a series whose name is printed again on the next page of a sheet",
      ["PROG|PROG|EJC", "ENE|FEB|MAR|ENE|FEB"],
      "programmed.jan programmed.feb programmed.mar executed.jan executed.feb",
    ],
    ["months over series", ["ENE|FEB", "P|E|P|E"], "programmed.jan executed.jan programmed.feb executed.feb"],
    [
      "quarters before months",
      ["I TRIM|II TRIM|PROG|EJC", "PROG|EJC|PROG|EJC|ENE|FEB|ENE|FEB"],
      "programmed.q1 executed.q1 programmed.q2 executed.q2 programmed.jan programmed.feb executed.jan executed.feb",
    ],
    [
      "a series with months and quarters",
      ["PROG|EJC", "ENE|I TRIM|ENE|I TRIM"],
      "programmed.jan programmed.q1 executed.jan executed.q1",
    ],
    ["one line, both in each", ["PROG ENE|PROG FEB|EJC ENE"], "programmed.jan programmed.feb executed.jan"],
    ["one line, periods first", ["ENE PROG|ENE EJC|FEB PROG"], "programmed.jan executed.jan programmed.feb"],
    [
      "one line, series once",
      ["PROG ENE|FEB|EJC ENE|FEB|I TRIM PROG|EJC"],
      "programmed.jan programmed.feb executed.jan executed.feb programmed.q1 executed.q1",
    ],
    [
      "one line, groups then leaves",
      ["PROG|EJC|I TRIM|ENE|FEB|ENE|FEB|PROG|EJC"],
      "programmed.jan programmed.feb executed.jan executed.feb programmed.q1 executed.q1",
    ],
    [
      "each series over its month",
      ["PROG|PROG|EJC", "ENE|FEB|ENE"],
      "programmed.jan programmed.feb executed.jan",
    ],
    [
      "half a year",
      ["PROG|EJC", "JUL|AGO|JUL|AGO"],
      "programmed.jul programmed.aug executed.jul executed.aug",
    ],
  ])("reads %s", (_, lines, cells) => {
    expect(solve(...lines)?.join(" ")).toBe(cells);
  });

  it.each([
    ["a month for no series", ["PROG", "ENE|ENE"]],
    ["a column twice", ["PROG|PROG", "ENE|FEB|ENE|FEB"]],
    ["months alone", ["ENE|FEB"]],
    ["series alone", ["PROG|EJC"]],
    ["nothing", []],
  ])("gives up on %s", (_, lines) => {
    expect(solve(...lines)).toBeNull();
  });

  it("gives up at once on a header of thousands of words", () => {
    expect(solvePeriods([phrases("ENE FEB ".repeat(2000).trim())])).toBeNull();
  });
});
