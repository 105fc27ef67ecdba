import { describe, expect, test } from "vitest";
import type { Belief } from "../../src/repair/column-totals.ts";
import type { Reading } from "../../src/repair/reading.ts";
import { doubtChosen, share, spread, takeBack } from "../../src/repair/share-belief.ts";
import { readingOf } from "./support.ts";

/** A row with a probability for each of its readings, the one it is read as first. */
const row = (...list: readonly (readonly [Reading, number])[]): Belief => ({
  readings: list.map(([reading]) => reading),
  prior: list.map(([, p]) => p),
  probabilities: list.map(([, p]) => p),
  other: 0,
});
const early = readingOf([1, 0, 5]);
const late = readingOf([0, 1, 5]);
const other = readingOf([0, 3, 5]);

describe("a row that was believed too much", () => {
  test("gives its other readings what they have among the choices", () => {
    const belief = row([early, 0.9], [late, 0.1]);
    doubtChosen(belief, early, new Map([[late, 0.4]]));
    expect(belief.probabilities).toEqual([expect.closeTo(0.6, 9), expect.closeTo(0.4, 9)]);
  });

  test("keeps what is neither, and how its readings write nothing", () => {
    const blank = readingOf([null, 1, 5]);
    const belief = row([early, 0.8], [late, 0.03], [blank, 0.01], [other, 0.16]);
    doubtChosen(belief, early, new Map([[late, 0.5]]));
    expect(belief.probabilities).toEqual([0.42, 0.315, 0.105, 0.16].map((p) => expect.closeTo(p, 9)));
  });

  test("is never believed more", () => {
    const belief = row([early, 0.6], [late, 0.4]);
    doubtChosen(belief, early, new Map([[late, 0.01]]));
    expect(belief.probabilities).toEqual([0.6, 0.4]);
  });
});

describe("a row that is behind a gap", () => {
  test("has its new readings at the expense of the others, each by how it writes nothing", () => {
    const belief = row([early, 0.9], [late, 0.1]);
    const zero = readingOf([0, 2, 5], { cost: 7 });
    const blank = readingOf([null, 2, 5], { cost: 8 });
    share(belief, spread([zero, blank], 0.5));
    const first = 0.5 / (1 + Math.exp(-1));
    expect(belief.readings).toEqual([early, late, zero, blank]);
    expect(belief.probabilities).toEqual([0.45, 0.05, first, 0.5 - first].map((p) => expect.closeTo(p, 9)));
  });

  test("is believed of a reading it had already what the gap says, and no more", () => {
    const belief = row([early, 0.6], [late, 0.4]);
    share(belief, [{ reading: readingOf([0, 1, 5]), p: 0.1 }]);
    expect(belief.probabilities).toEqual([0.9, 0, 0.1].map((p) => expect.closeTo(p, 9)));
  });
});

describe("a swap that is not behind the gap of its columns", () => {
  const swap = readingOf([0, 1, 5], { origins: ["swapped", "swapped", "read"] });
  const heard = (): Belief => ({ ...row([early, 0.05], [swap, 0.9]), prior: [0.75, 0.2] });

  test("is given up where something else is", () => {
    const belief = heard();
    takeBack(belief, (cell) => (cell < 2 ? 0 : null));
    expect(belief.probabilities).toEqual([expect.closeTo(0.95, 9), 0]);
  });

  test("is believed as before any total had spoken as far as nothing is", () => {
    const belief = heard();
    takeBack(belief, (cell) => (cell < 2 ? 0.5 : null));
    expect(belief.probabilities).toEqual([0.85, 0.1].map((p) => expect.closeTo(p, 9)));
  });

  test("is kept where its columns have no gap, or where the row has nothing else", () => {
    const belief = heard();
    takeBack(belief, (cell) => (cell === 0 ? 0 : null));
    expect(belief.probabilities).toEqual([0.05, 0.9]);
    const alone = row([swap, 0.9]);
    takeBack(alone, () => 0);
    expect(alone.probabilities).toEqual([0.9]);
  });
});
