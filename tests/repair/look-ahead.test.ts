import { describe, expect, test } from "vitest";
import { createLookAhead } from "../../src/repair/look-ahead.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import type { TokenValue } from "../../src/repair/row-tokens.ts";
import { planFamily } from "./support.ts";

const rules = ["programmed.q1 = programmed.jan..mar", "programmed.q2 = programmed.apr..jun"];
const totalsFirst = ["q1", "q2", "jan", "feb", "mar", "apr", "may", "jun"].map((p) => `programmed.${p}`);

/** A look at a row of two quarters and six months, none of which is read yet unless `figures` say so. */
function look(
  tokens: readonly TokenValue[],
  figures: { open?: number[]; sum?: number[]; unknowns?: number[] } = {},
  cells = totalsFirst,
  { tolerance = 0, isRefuted = () => false as boolean } = {},
) {
  const code = compileRowCode(cells, planFamily({ equations: rules }));
  const lookAhead = createLookAhead(
    code,
    [tolerance, tolerance],
    {
      open: Int32Array.from(figures.open ?? [4, 4]),
      sum: Float64Array.from(figures.sum ?? [0, 0]),
      unknowns: Int32Array.from(figures.unknowns ?? [0, 0]),
    },
    isRefuted,
  );
  lookAhead.load(code.backwards ? [...tokens].reverse() : tokens);
  return lookAhead;
}

const sound = [6, 15, 1, 2, 3, 4, 5, 6];

test("a sound row holds as it stands, also from its middle on", () => {
  expect(look(sound).isOff(0, 0, 0)).toBe(false);
  // The quarters are read: they are subtracted.
  expect(look(sound, { open: [3, 3], sum: [-6, -15] }).isOff(2, 2, 2)).toBe(false);
});

test("a changed number breaks its equation", () => {
  expect(look([6, 15, 1, 2, 3, 4, 5, 9]).isOff(0, 0, 0)).toBe(true);
});

test("a token too many or too few shifts the rest off its sums", () => {
  const read = { open: [3, 3], sum: [-6, -15] };
  expect(look([6, 15, 1, 1, 2, 3, 4, 5, 6], read).isOff(2, 2, 2)).toBe(true);
  expect(look([6, 15, 1, 1, 2, 3, 4, 5, 6], read).isOff(3, 2, 2)).toBe(false);
  expect(look([6, 15, 2, 3, 4, 5, 6], read).isOff(2, 2, 2)).toBe(true);
});

test("tokens that are gone from the end count as nothing", () => {
  expect(look([6, 9, 1, 2, 3, 4, 5]).isOff(0, 0, 0)).toBe(false);
});

test("a row is looked at in the order in which it is read", () => {
  const months = [...totalsFirst.slice(2), ...totalsFirst.slice(0, 2)];
  expect(look([1, 2, 3, 4, 5, 6, 6, 15], {}, months).isOff(0, 0, 0)).toBe(false);
  expect(look([1, 2, 3, 4, 5, 7, 6, 15], {}, months).isOff(0, 0, 0)).toBe(true);
});

describe("what is passed over", () => {
  test("equations with a cell in the edit that is being weighed", () => {
    const wrongMay = [6, 15, 1, 2, 3, 4, 9, 6];
    const read = { open: [0, 2], sum: [0, -11] };
    expect(look(wrongMay, read).isOff(7, 7, 7)).toBe(true);
    expect(look(wrongMay, read).isOff(7, 7, 6)).toBe(false);
  });

  test("equations that are closed", () => {
    expect(look([6, 99, 1, 2, 3, 4, 5, 6], { open: [4, -1] }).isOff(0, 0, 0)).toBe(false);
  });

  test("equations with two unknown cells", () => {
    expect(look([7, 15, 1, 2, 3, 4, 5, 6], { unknowns: [2, 0] }).isOff(0, 0, 0)).toBe(false);
  });

  test("equations with a token that is no number", () => {
    expect(look([7, 15, 1, Number.NaN, 3, 4, 5, 6]).isOff(0, 0, 0)).toBe(false);
    expect(look([Number.NaN, 16, 1, 2, 3, 4, 5, 6]).isOff(0, 0, 0)).toBe(true);
  });
});

test("the only unknown cell of an equation must be able to take what is left", () => {
  const asked: number[] = [];
  const isRefuted = (_: number, sum: number) => {
    asked.push(sum);
    return sum > 0;
  };
  // January is unknown, the quarter is read: 2 + 3 − 6 leaves 1 for January.
  const figures = { open: [2, -1], sum: [-6, 0], unknowns: [1, 0] };
  const options = { isRefuted } as unknown as { isRefuted: () => boolean };
  expect(look(sound, figures, totalsFirst, options).isOff(3, 3, 3)).toBe(false);
  expect(asked).toEqual([-1]);
  expect(look([6, 15, 1, 4, 3, 4, 5, 6], figures, totalsFirst, options).isOff(3, 3, 3)).toBe(true);
});

test("a sum may miss by the tolerance of the rule, and no more", () => {
  const off = [7, 15, 1, 2, 3, 4, 5, 6];
  expect(look(off, {}, totalsFirst, { tolerance: 1 }).isOff(0, 0, 0)).toBe(false);
  expect(look([8, ...off.slice(1)], {}, totalsFirst, { tolerance: 1 }).isOff(0, 0, 0)).toBe(true);
});
