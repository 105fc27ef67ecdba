import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Turns, turnBox, turnPoint } from "../../src/pdf/turn.ts";

/** A page of 100 by 200, higher than it is wide. */
const WIDTH = 100;
const HEIGHT = 200;

describe("turnPoint", () => {
  it.each([
    [0, [0, 0]],
    [1, [200, 0]],
    [2, [100, 200]],
    [3, [0, 100]],
  ] as const)("takes the top left corner along, after %i quarter turns clockwise", (turns, corner) => {
    expect(turnPoint(0, 0, turns, WIDTH, HEIGHT)).toEqual(corner);
  });

  it("brings every point back after four turns, and after as many turns backwards", () => {
    const turns = fc.constantFrom<Turns>(0, 1, 2, 3);
    const coordinate = fc.integer({ min: -50, max: 250 });
    fc.assert(
      fc.property(coordinate, coordinate, turns, (x, y, there) => {
        const [turnedX, turnedY] = turnPoint(x, y, there, WIDTH, HEIGHT);
        const [width, height] = there % 2 === 1 ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
        const back = ((4 - there) % 4) as Turns;
        expect(turnPoint(turnedX, turnedY, back, width, height)).toEqual([x, y]);
      }),
    );
  });
});

describe("turnBox", () => {
  // 10 from the left, 20 from the top, 30 wide, 5 high.
  const box = [10, 20, 40, 25] as const;

  it.each([
    [0, [10, 20, 40, 25]],
    [1, [175, 10, 180, 40]],
    [2, [60, 175, 90, 180]],
    [3, [20, 60, 25, 90]],
  ] as const)("keeps left before right and top before bottom after %i turns", (turns, expected) => {
    expect(turnBox(box, turns, WIDTH, HEIGHT)).toEqual(expected);
  });
});
