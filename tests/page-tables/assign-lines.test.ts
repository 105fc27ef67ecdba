import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Assigned, assignLines as assignAll, findMisfits } from "../../src/page-tables/assign-lines.ts";

const PITCH = 10;

const assignLines = (...args: Parameters<typeof assignAll>): Assigned => assignAll(...args)[0];

interface Row {
  /** Lines of this column's text, and of the row's longest one. */
  readonly lines: number;
  readonly height: number;
}

/** Sets rows one under the other: the places of the texts' lines, those of the numbers, and the row of each line. */
function layOut(rows: readonly Row[], alignment: "top" | "middle" | "bottom", padding: number) {
  const share = { top: 0, middle: 0.5, bottom: 1 }[alignment];
  const lines: number[] = [];
  const anchors: number[] = [];
  const owners: number[] = [];
  let top = 0;
  for (const [row, { lines: count, height }] of rows.entries()) {
    const first = top + share * (height - count) * PITCH;
    for (let i = 0; i < count; i++) {
      lines.push(first + i * PITCH);
      owners.push(row);
    }
    anchors.push(top + share * (height - 1) * PITCH);
    top += height * PITCH + padding;
  }
  return { lines, anchors, owners };
}

describe("assignLines", () => {
  it("gives each line to the number beside it where rows have one line", () => {
    expect(assignLines([0, 10, 20], [0, 10, 20]).rows).toEqual([0, 1, 2]);
  });

  it.each([
    ["top", [0, 50], [0, 10, 20, 50]],
    ["middle", [10, 50], [0, 10, 20, 50]],
    ["bottom", [20, 50], [0, 10, 20, 50]],
  ] as const)("joins the lines of a text whose numbers stand at its %s", (alignment, anchors, lines) => {
    expect(assignLines(lines, anchors)).toMatchObject({ rows: [0, 0, 0, 1], alignment, cost: 0 });
  });

  it("leaves a row blank rather than give it a text that stands beside another", () => {
    expect(assignLines([0, 40], [0, 20, 40]).rows).toEqual([0, 2]);
  });

  it("does not take a line into a text that it stands a blank line away from", () => {
    expect(assignLines([0, 10, 30], [0, 40]).rows).toEqual([0, 0, 1]);
  });

  it("says by its cost how far texts stand from their numbers", () => {
    expect(assignLines([0, 24], [0, 20]).cost).toBeGreaterThan(assignLines([0, 20], [0, 20]).cost);
  });

  it("leaves the first lines to a row on the page before, if they may be its end and stand apart", () => {
    const lines = [0, 10, 24, 34];
    expect(assignLines(lines, [34, 60], true).rows).toEqual([-1, -1, 0, 0]);
    expect(assignLines(lines, [34, 60]).rows).toEqual([0, 0, 0, 0]);
    expect(assignLines([0, 10, 20], [20, 60], true).rows).toEqual([0, 0, 0]);
  });

  it("bears a column without texts", () => {
    expect(assignLines([], [0, 20]).rows).toEqual([]);
    expect(assignLines([], [0]).rows).toEqual([]);
  });

  const rowsOf = (least: number) =>
    fc.array(
      fc
        .tuple(fc.integer({ min: least, max: 4 }), fc.integer({ min: 1, max: 4 }))
        .map(([lines, other]): Row => ({ lines, height: Math.max(lines, other, 1) })),
      { minLength: 2, maxLength: 12 },
    );
  const alignments = fc.constantFrom("top", "middle", "bottom");

  it("gives back any layout whose rows stand apart, texts in every row", () => {
    fc.assert(
      fc.property(rowsOf(1), alignments, fc.integer({ min: 4, max: 12 }), (rows, alignment, padding) => {
        const { lines, anchors, owners } = layOut(rows, alignment, padding);
        expect(assignLines(lines, anchors).rows).toEqual(owners);
      }),
      { numRuns: 500 },
    );
  });
});

describe("findMisfits", () => {
  const rows = [0, 1, 2, 3, 4, 5].map((row) => ({ lines: [20 * row, 20 * row + 10], anchor: 20 * row + 5 }));
  const lines = rows.flatMap((row) => row.lines);
  const anchors = rows.map(({ anchor }) => anchor);
  const owners = rows.flatMap((_, row) => [row, row]);

  it("finds the row of which a line is missing, and those beside it", () => {
    expect(findMisfits(lines, anchors, owners, "middle", PITCH)).toEqual([]);
    const without = <T>(items: readonly T[]) => items.toSpliced(4, 1);
    expect(findMisfits(without(lines), anchors, without(owners), "middle", PITCH)).toEqual([1, 2, 3]);
  });

  it("finds none in a column that stands beside no numbers as a whole", () => {
    const places = lines.map((y, i) => y + (owners[i]! % 2 === 0 ? 0 : 8));
    expect(findMisfits(places, anchors, owners, "middle", PITCH)).toEqual([]);
  });
});
