import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinRulings } from "../../src/pdf/join-rulings.ts";

const level = (y: number, x0: number, x1: number) => ({ x0, y0: y, x1, y1: y });
const upright = (x: number, y0: number, y1: number) => ({ x0: x, y0, x1: x, y1 });

describe("joinRulings", () => {
  it("tells level lines from upright ones, in whichever direction they were drawn", () => {
    expect(joinRulings([level(10, 90, 20), upright(5, 60, 0)])).toEqual({
      horizontal: [{ at: 10, from: 20, to: 90 }],
      vertical: [{ at: 5, from: 0, to: 60 }],
    });
  });

  it("joins dashes", () => {
    const dashes = Array.from({ length: 20 }, (_, i) => level(10, i * 5, i * 5 + 3));
    expect(joinRulings(dashes).horizontal).toEqual([{ at: 10, from: 0, to: 98 }]);
  });

  it("joins the borders of cells, in any order, and leaves the gap of a merged cell", () => {
    const borders = [level(10, 60, 90), level(10, 0, 30), level(10, 30, 60), level(10, 150, 180)];
    expect(joinRulings(borders).horizontal).toEqual([
      { at: 10, from: 0, to: 90 },
      { at: 10, from: 150, to: 180 },
    ]);
  });

  it("takes the two sides of a border for one line, and two lines of narrow rows for two", () => {
    expect(joinRulings([upright(50, 0, 80), upright(50.6, 0, 80)]).vertical).toHaveLength(1);
    expect(joinRulings([upright(50, 0, 80), upright(54, 0, 80)]).vertical.map(({ at }) => at)).toEqual([
      50, 54,
    ]);
  });

  it("keeps the longer reach of a line within another", () => {
    expect(joinRulings([level(10, 0, 100), level(10, 20, 40)]).horizontal).toEqual([
      { at: 10, from: 0, to: 100 },
    ]);
  });

  it("drops what is too short for a table's line, but not the pieces of a long one", () => {
    expect(joinRulings([level(10, 0, 3), upright(5, 0, 0)])).toEqual({ horizontal: [], vertical: [] });
    expect(joinRulings([level(10, 0, 3), level(10, 4, 7)]).horizontal).toEqual([{ at: 10, from: 0, to: 7 }]);
  });

  it("gives the lines of any grid back, however they were cut and shuffled", () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 399 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(cuts, { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (rows, order) => {
          const pieces = rows.flatMap((cut, i) => {
            const stops = [0, ...cut.sort((a, b) => a - b), 400];
            return stops.slice(1).map((to, k) => level(i * 12, stops[k]!, to));
          });
          const shuffled = pieces
            .map((piece) => ({ piece, key: order.next().value! }))
            .sort((a, b) => a.key - b.key)
            .map(({ piece }) => piece);
          expect(joinRulings(shuffled).horizontal).toEqual(
            rows.map((_, i) => ({ at: i * 12, from: 0, to: 400 })),
          );
        },
      ),
    );
  });
});
