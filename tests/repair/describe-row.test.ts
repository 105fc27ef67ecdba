import { describe, expect, test } from "vitest";
import type { Belief } from "../../src/repair/column-totals.ts";
import { describeRow } from "../../src/repair/describe-row.ts";
import type { Reading } from "../../src/repair/reading.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { planFamily, printedRow, readingOf, scaledNumbers } from "./support.ts";

const cells = ["programmed.q1", "programmed.jan", "programmed.feb", "programmed.mar"];
const rules = ["programmed.q1 = programmed.jan..mar"];

function described(
  texts: readonly string[],
  ranked: readonly (readonly [Reading, number])[],
  {
    equations = rules,
    tabular = true,
    scale = 1,
    isSound = false,
    evidence = () => null as string | null,
  } = {},
) {
  const prior = ranked.map(([, probability]) => probability);
  const belief: Belief = {
    readings: ranked.map(([reading]) => reading),
    prior,
    probabilities: [...prior],
    other: 1 - prior.reduce((a, b) => a + b, 0),
  };
  const code = compileRowCode(cells, planFamily({ equations }));
  const numbers = scaledNumbers(texts, scale);
  const context = { code, scale, tabular, reviewBelow: 0.98, isSound, numbers, evidence };
  return describeRow(printedRow(texts), belief, context);
}

const codes = (row: ReturnType<typeof described>) => row.flags.map(({ code }) => code);
const sound = readingOf([6, 1, 2, 3]);
const soundTexts = ["6", "1", "2", "3"];

describe("verified", () => {
  test("a sound row that is sure: its numbers, each with its token", () => {
    const row = described(soundTexts, [[sound, 0.999]]);
    expect(row).toMatchObject({
      status: "verified",
      confidence: 0.999,
      flags: [],
      repairs: [],
      candidates: [],
      values: { "programmed.q1": 6, "programmed.jan": 1, "programmed.feb": 2, "programmed.mar": 3 },
    });
    expect(row.tokens["programmed.feb"]).toMatchObject({ text: "2" });
  });

  test("a blank has no token, and stays null", () => {
    const row = described(["3", "1", "2", ""], [[readingOf([3, 1, 2, null]), 0.999]]);
    expect(row.values["programmed.mar"]).toBe(null);
    expect(row.tokens).not.toHaveProperty("programmed.mar");
  });
});

test("unverified: nothing to check against", () => {
  expect(described(soundTexts, [[sound, 0.999]], { equations: [] })).toMatchObject({ status: "unverified" });
});

describe("repaired", () => {
  const misread = readingOf([6, 1, 2, 3], { origins: ["read", "misread", "read", "read"] });

  test("a number changed, sure", () => {
    const row = described(["6", "7", "2", "3"], [[misread, 0.99]]);
    expect(row.status).toBe("repaired");
    expect(row.repairs).toHaveLength(1);
    // The cell is not read from its token as it stands, but the token is where it was printed.
    expect(row.tokens["programmed.jan"]?.text).toBe("7");
  });

  test("a row that was sound as printed is changed only where that is all but certain", () => {
    const swapped = readingOf([6, 2, 1, 3], { origins: ["read", "swapped", "swapped", "read"] });
    const status = (probability: number, isSound: boolean) =>
      described(soundTexts, [[swapped, probability]], { isSound }).status;
    expect([status(0.985, true), status(0.995, true), status(0.985, false)]).toEqual([
      "ambiguous",
      "repaired",
      "repaired",
    ]);
  });

  test("numbers that stood in another column are named as moved", () => {
    const moved = readingOf([5, null, 2, 3], {
      tokens: [0, -1, 1, 2],
      origins: ["read", "blank", "read", "read"],
    });
    const row = described(["5", "2", "3"], [[moved, 0.99]]);
    expect(row.status).toBe("repaired");
    expect(row.flags).toMatchObject([
      { code: "numbers-moved", severity: "info", cells: ["programmed.feb", "programmed.mar"] },
    ]);
  });

  test("where blanks leave no trace, nothing has moved", () => {
    const moved = readingOf([5, null, 2, 3], {
      tokens: [0, -1, 1, 2],
      origins: ["read", "blank", "read", "read"],
    });
    const row = described(["5", "2", "3"], [[moved, 0.99]], { tabular: false });
    expect(row).toMatchObject({ status: "verified", flags: [], repairs: [] });
  });

  test("a text that is no number is named, beside the number it was taken for", () => {
    const row = described(["6", "I", "2", "3"], [[misread, 0.99]]);
    expect(row.repairs).toMatchObject([{ cell: "programmed.jan", printed: null, value: 1 }]);
    expect(row.flags).toMatchObject([{ code: "number-not-read", severity: "warning" }]);
    expect(row.flags[0]?.message).toContain("I");
  });

  test("a number given to no cell is named", () => {
    const left = readingOf([6, 1, 2, 3], {
      tokens: [0, 1, 3, 4],
      leftovers: [{ token: 2, kind: "doubled", beside: 1 }],
    });
    const row = described(["6", "1", "17", "2", "3"], [[left, 0.99]]);
    expect(row.status).toBe("repaired");
    expect(row.flags.find(({ code }) => code === "number-left-out")?.message).toContain("17");
  });
});

describe("ambiguous", () => {
  const first = readingOf([13, 13, null, null], { tokens: [0, -1, 1, 2] });
  const second = readingOf([13, null, 13, null], { tokens: [0, 1, -1, 2] });

  test("what all readings share is given, the rest is null with candidates", () => {
    const row = described(
      ["13", "", ""],
      [
        [first, 0.6],
        [second, 0.39],
      ],
    );
    expect(row.status).toBe("ambiguous");
    expect(row.values).toEqual({
      "programmed.q1": 13,
      "programmed.jan": null,
      "programmed.feb": null,
      "programmed.mar": null,
    });
    expect(row.candidates).toEqual([
      { probability: 0.6, cells: { "programmed.jan": 13, "programmed.feb": null } },
      { probability: 0.39, cells: { "programmed.jan": null, "programmed.feb": 13 } },
    ]);
    expect(Object.keys(row.tokens)).toEqual(["programmed.q1"]);
  });

  test("the flag names the open cells and all printed numbers", () => {
    const row = described(
      ["13", "4", ""],
      [
        [first, 0.6],
        [second, 0.39],
      ],
    );
    const flag = row.flags.find(({ code }) => code === "several-readings");
    expect(flag?.severity).toBe("warning");
    expect(flag?.cells).toEqual(["programmed.jan", "programmed.feb"]);
    expect(flag?.message).toContain("13 4");
  });

  test("readings that are hardly probable do not take a cell away", () => {
    const row = described(
      ["13", "", ""],
      [
        [first, 0.9],
        [second, 0.0001],
      ],
    );
    expect(row.status).toBe("ambiguous");
    expect(row.values["programmed.jan"]).toBe(13);
    expect(row.candidates).toEqual([]);
  });

  test("a cell that the best reading leaves open is no certainty, however probable", () => {
    const open = readingOf([6, 1, undefined, 3]);
    const row = described(["6", "1", "3"], [[open, 0.999]]);
    expect(row).toMatchObject({ status: "ambiguous", confidence: 0 });
    expect(row.values["programmed.feb"]).toBe(null);
  });

  test("what only the other series says needs a total to confirm it", () => {
    const alike = readingOf([6, 1, 2, 3], { origins: ["read", "read", "likeness", "likeness"] });
    expect(described(["6", "1"], [[alike, 0.999]]).status).toBe("ambiguous");
    const confirmed = described(["6", "1"], [[alike, 0.999]], { evidence: () => "TOTAL: agrees" });
    expect(confirmed.status).toBe("repaired");
  });

  test("a change that still breaks an equation is never given as a repair", () => {
    const half = readingOf([9, 1, 2, 3], { origins: ["read", "misread", "read", "read"], broken: [0] });
    const row = described(["9", "7", "2", "3"], [[half, 0.999]]);
    expect(row.status).toBe("ambiguous");
    expect(codes(row)).toContain("equation-broken");
  });
});

describe("inconsistent", () => {
  const odd = readingOf([9, 1, 2, 3], { broken: [0] });

  test("the numbers stay as printed, with the broken equation as a flag", () => {
    const row = described(["9", "1", "2", "3"], [[odd, 0.99]]);
    expect(row).toMatchObject({ status: "inconsistent", repairs: [] });
    expect(Object.values(row.values)).toEqual([9, 1, 2, 3]);
    const flag = row.flags.find(({ code }) => code === "equation-broken");
    expect(flag?.severity).toBe("warning");
    expect(flag?.cells).toEqual(cells);
    expect(flag?.message).toContain("programmed.q1 says 9");
    expect(flag?.message).toContain("the sum is 6");
  });

  test("while it is not sure, rivals are shown", () => {
    const row = described(
      ["9", "1", "2", "3"],
      [
        [odd, 0.6],
        [readingOf([6, 1, 2, 3], { origins: ["misread", "read", "read", "read"] }), 0.3],
      ],
    );
    expect(row.status).toBe("inconsistent");
    expect(row.candidates.map(({ cells: open }) => open)).toEqual([
      { "programmed.q1": 9 },
      { "programmed.q1": 6 },
    ]);
  });

  test("sums are told in the printed unit", () => {
    const row = described(["0.9", "0.1", "0.2", "0.3"], [[odd, 0.99]], { scale: 10 });
    expect(row.flags[0]?.message).toContain("programmed.q1 says 0.9, the sum is 0.6");
  });
});

describe("nothing to describe", () => {
  test("no number at all is an error, and no verified row", () => {
    const row = described(["", "", "", ""], [[readingOf([null, null, null, null]), 0.999]]);
    expect(row).toMatchObject({ status: "unverified", confidence: 0 });
    expect(row.flags).toMatchObject([{ code: "no-numbers", severity: "error" }]);
    expect(codes(described([], []))).toEqual(["no-numbers"]);
  });

  test("numbers that nothing can be made of are all named", () => {
    const row = described(["7", "", "x1", "99"], []);
    expect(row).toMatchObject({ status: "ambiguous", confidence: 0, tokens: {}, candidates: [] });
    expect(Object.values(row.values)).toEqual([null, null, null, null]);
    expect(row.flags).toMatchObject([{ code: "no-reading", severity: "error", cells }]);
    expect(row.flags[0]?.message).toContain("7 x1 99");
  });
});
