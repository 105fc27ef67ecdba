import { describe, expect, it } from "vitest";
import { findGutters } from "../../src/grid/gutters.ts";

/** The stretches of a line between gaps of two spaces or more. */
const pieces = (line: string) =>
  [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));

describe("findGutters", () => {
  it("takes a text of any length, whose rows may all be on one page", () => {
    const lines = Array.from({ length: 200_000 }, () => pieces("A   1"));
    expect(
      findGutters(lines, [
        { start: 0, end: 1 },
        { start: 4, end: 5 },
      ]),
    ).toEqual([2.5]);
  });

  it("finds the stretch that no line prints on, wherever the headers stand", () => {
    const lines = ["GERENCIA DE X   CONTROL Y REVISIÓN   12", "OCI             ACTAS                 5"];
    const [first, second] = findGutters(lines.map(pieces), [
      { start: 2, end: 8 },
      { start: 22, end: 30 },
      { start: 36, end: 40 },
    ]);
    expect(first).toBeGreaterThan(13);
    expect(first).toBeLessThan(16);
    expect(second).toBeGreaterThan(34);
    expect(second).toBeLessThan(37);
  });

  it("takes the stretch that fewest lines print on where none is free", () => {
    const lines = ["UNA GERENCIA LARGA AL LADO", "OCI           ACTAS", "SAT           AVISOS"];
    const [gutter] = findGutters(lines.map(pieces), [
      { start: 0, end: 6 },
      { start: 14, end: 20 },
    ]);
    expect(gutter).toBeGreaterThan(3);
    expect(gutter).toBeLessThan(14);
  });

  it("stays between the headers of a page without lines", () => {
    const [gutter] = findGutters(
      [],
      [
        { start: 0, end: 4 },
        { start: 10, end: 14 },
      ],
    );
    expect(gutter).toBeGreaterThanOrEqual(2);
    expect(gutter).toBeLessThanOrEqual(13);
  });
});
