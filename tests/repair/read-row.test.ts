import { describe, expect, test } from "vitest";
import { brokenEquations, readAsPrinted } from "../../src/repair/as-printed.ts";
import type { Reading } from "../../src/repair/reading.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import {
  monthsOnly,
  planFamily,
  print,
  quartersFirst,
  quartersLast,
  readTexts,
  rowOf,
  soundRows,
  splice,
  targetRule,
  type Value,
  valuesIn,
} from "./support.ts";

/** The best reading, if it stands clearly above all others. */
function sureReading(
  texts: readonly string[],
  options: Parameters<typeof readTexts>[1] = {},
): Reading | null {
  const { readings, probabilities } = readTexts(texts, options);
  return (probabilities[0] ?? 0) > 0.95 ? (readings[0] as Reading) : null;
}

const toValue = (text: string) => (text === "" ? null : Number(text));

const layouts = [
  ["quarters after months, read from the end", quartersLast],
  ["quarters before months, read from the beginning", quartersFirst],
] as const;

/** Twelve months no two of which are equal, so that no damage hides in a run. */
const lively = [11, 24, 37, 42, 58, 63, 19, 85, 96, 73, 31, 46];
/** A year with months in which nothing is planned. */
const sparse: Value[] = [null, 24, null, 42, null, null, 19, 85, null, null, 31, null];

describe.each(layouts)("%s: each kind of damage alone is undone", (_, cells) => {
  const at = (cell: string) => cells.indexOf(cell);
  const row = rowOf(lively);
  const texts = print(row, cells);
  const readsAs = (printed: readonly string[], expected: Readonly<Record<string, Value>>) => {
    const reading = sureReading(printed, { cells });
    expect(reading?.values).toEqual(valuesIn(expected, cells));
    return reading as Reading;
  };

  test("nothing: the row is sound as printed", () => {
    const reading = readsAs(texts, row);
    expect(new Set(reading.origins)).toEqual(new Set(["read"]));
  });

  test.each(["programmed.may", "executed.may", "programmed.q2", "executed.dec", "target"])(
    "a number lost: %s",
    (cell) => {
      const reading = readsAs(splice(texts, at(cell), 1), row);
      // Of two equal neighbours, either may be the one that is gone.
      expect(reading.tokens.filter((token) => token === -1)).toHaveLength(1);
      expect(reading.leftovers).toEqual([]);
    },
  );

  test.each(["programmed.may", "executed.sep", "programmed.q2", "target"])(
    "a number lost, with a blank left in its place: %s",
    (cell) => {
      const reading = readsAs(splice(texts, at(cell), 1, ""), row);
      expect(reading.origins[at(cell)]).toBe("lost-in-place");
    },
  );

  test.each(["programmed.may", "executed.jan", "executed.q2"])("a number printed twice: %s", (cell) => {
    const text = texts[at(cell)] as string;
    const reading = readsAs(splice(texts, at(cell), 1, text, text), row);
    expect(reading.leftovers.map(({ kind }) => kind)).toEqual(["doubled"]);
  });

  test.each([
    ["programmed.may", "53"],
    ["executed.oct", "13"],
    ["executed.jan", "71"],
  ])("one digit misread: %s as %s", (cell, misread) => {
    const reading = readsAs(splice(texts, at(cell), 1, misread), row);
    expect(reading.origins[at(cell)]).toBe("misread");
  });

  test("one digit of a quarter misread", () => {
    const reading = readsAs(splice(texts, at("executed.q4"), 1, "158"), row);
    expect(reading.origins[at("executed.q4")]).toBe("misread");
  });

  test("a target that is wrong altogether, while the quarters hold", () => {
    const reading = readsAs(splice(texts, at("target"), 1, "999"), row);
    expect(reading.origins[at("target")]).toBe("misread");
  });

  test("a text that is no number", () => {
    const reading = readsAs(splice(texts, at("executed.may"), 1, "S8"), row);
    expect(reading.values[at("executed.may")]).toBe(58);
  });

  test.each(["programmed.apr", "executed.feb"])("two cells run together from %s on", (cell) => {
    const [first, second] = texts.slice(at(cell), at(cell) + 2) as [string, string];
    const reading = readsAs(splice(texts, at(cell), 2, first + second), row);
    expect(reading.origins.slice(at(cell), at(cell) + 2)).toEqual(["merged", "merged"]);
    expect(reading.tokens.slice(at(cell), at(cell) + 2)).toEqual([at(cell), at(cell)]);
  });

  test.each(["programmed.aug", "executed.nov"])("one cell parted in two: %s", (cell) => {
    const [a, b] = texts[at(cell)] as string;
    const reading = readsAs(splice(texts, at(cell), 1, a as string, b as string), row);
    expect(reading.origins[at(cell)]).toBe("split");
    expect(reading.tokens[at(cell)]).toBe(at(cell));
  });

  test.each([
    ["programmed.mar", "programmed.apr"],
    ["executed.sep", "executed.oct"],
  ])("%s and %s swapped across the border of their quarters", (a, b) => {
    const reading = readsAs(splice(texts, at(a), 2, texts[at(b)] as string, texts[at(a)] as string), row);
    expect([reading.origins[at(a)], reading.origins[at(b)]]).toEqual(["swapped", "swapped"]);
  });

  test("a blank lost", () => {
    const blanks = rowOf(sparse);
    const printed = print(blanks, cells);
    readsAs(splice(printed, at("programmed.mar"), 1), blanks);
    readsAs(splice(printed, at("executed.mar"), 1), blanks);
  });

  test("a blank too many", () => {
    const blanks = rowOf(sparse);
    const printed = print(blanks, cells);
    const reading = readsAs(splice(printed, at("programmed.mar"), 0, ""), blanks);
    expect(reading.leftovers.map(({ kind }) => kind)).toEqual(["extra-blank"]);
  });

  test("a run printed one shorter and the next one longer: the count of cells is right", () => {
    const steps = rowOf([4, 4, 4, 4, 4, 4, 4, 9, 9, 9, 9, 9]);
    const printed = print(steps, cells);
    const slipped = splice(printed, at("programmed.jul"), 1, "9");
    readsAs(slipped, steps);
  });
});

describe("the end of a row", () => {
  test("the last cells gone are found by their sums and by their likeness", () => {
    const row = rowOf(lively);
    const reading = readTexts(print(row).slice(0, -3)).readings[0];
    expect(reading?.values).toEqual(valuesIn(row));
    expect(reading?.origins.slice(-3)).toEqual(["tail", "tail", "tail"]);
  });

  test("executed months gone from the end, where the quarters before them still say their sums", () => {
    const row = rowOf(lively);
    const texts = print(row, quartersFirst).slice(0, -1);
    expect(sureReading(texts, { cells: quartersFirst })?.values).toEqual(valuesIn(row, quartersFirst));
  });

  test("blanks trimmed from the end are no damage", () => {
    const cells = quartersFirst;
    const row = rowOf(lively, [...lively.slice(0, 9), null, null, null]);
    const reading = readTexts(print(row, cells).slice(0, -3), { cells }).readings[0];
    expect(reading?.values).toEqual(valuesIn(row, cells));
    expect(reading?.origins.slice(-3)).toEqual(["blank", "blank", "blank"]);
  });
});

describe("runs", () => {
  test("JEFATURA SAT: 24 ones of which two were printed as threes, not a year that ends in threes", () => {
    const texts = ["12", ...Array(22).fill("1"), ...Array(10).fill("3")];
    const reading = sureReading(texts);
    expect(reading?.values).toEqual(valuesIn(rowOf(Array(12).fill(1))));
    expect(reading?.origins.filter((origin) => origin === "repeat")).toHaveLength(2);
    expect(reading?.leftovers.map(({ kind }) => kind)).toEqual(["doubled", "doubled"]);
  });

  test("alignments with equal values are one reading", () => {
    const texts = ["12", ...Array(23).fill("1"), ...Array(8).fill("3")];
    const keys = readTexts(texts).readings.map(({ values }) => values.join());
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys[0]).toBe(valuesIn(rowOf(Array(12).fill(1))).join());
  });
});

describe("a family with nothing but a target", () => {
  const family = planFamily({ equations: [targetRule] });
  const options = { cells: monthsOnly, family };
  const row = rowOf(lively);
  const texts = print(row, monthsOnly);

  test("a sound row is sound", () => {
    expect(sureReading(texts, options)?.values).toEqual(valuesIn(row, monthsOnly));
  });

  test("the place of a lost number is open, and no reading is sure", () => {
    const { readings, probabilities } = readTexts(splice(texts, 5, 1), options);
    expect(sureReading(splice(texts, 5, 1), options)).toBe(null);
    const truth = readings.findIndex(({ values }) => values.join() === valuesIn(row, monthsOnly).join());
    expect(truth).toBeGreaterThanOrEqual(0);
    // It may have stood before, between or after the eleven that are left, at like cost.
    expect(probabilities.filter((p) => p > 0.02).length).toBeGreaterThanOrEqual(10);
  });

  test("a blank where a number was lost tells its place, though the target may be wrong instead", () => {
    const { readings } = readTexts(splice(texts, 5, 1, ""), options);
    expect(readings[0]?.values).toEqual(valuesIn(row, monthsOnly));
    const revised = valuesIn({ ...row, "programmed.may": null, target: 585 - 58 }, monthsOnly);
    expect(readings.slice(0, 3).map(({ values }) => values)).toContainEqual(revised);
  });

  test("a number printed twice is left out", () => {
    expect(sureReading(splice(texts, 5, 0, texts[5] as string), options)?.values).toEqual(
      valuesIn(row, monthsOnly),
    );
  });

  test("two numbers run together are parted where the sum holds, unless the target itself is gone", () => {
    const { readings, probabilities } = readTexts(splice(texts, 4, 2, "4258"), options);
    const best = readings.slice(0, 2).map(({ values }) => values);
    expect(best).toContainEqual(valuesIn(row, monthsOnly));
    expect(probabilities[0]! + probabilities[1]!).toBeGreaterThan(0.8);
  });

  test("a misread digit could be any month's", () => {
    expect(sureReading(splice(texts, 5, 1, "88"), options)).toBe(null);
  });
});

describe("the collapsed channel: blanks are gone, the order is left", () => {
  test("numbers find their months by the quarters", () => {
    const row = rowOf([null, 24, null, 42, 13, null, 19, 85, 7, null, 31, null]);
    const texts = print(row).filter((text) => text !== "");
    const { readings } = readTexts(texts, { channel: "collapsed" });
    // A lone number of a quarter may stand in any of its three months: sums tell the quarter, not the month.
    for (const { values } of readings.slice(0, 5)) {
      expect(values[quartersLast.indexOf("programmed.q1")]).toBe(24);
      expect(brokenEquations(compileRowCode(quartersLast, planFamily()), values, 1)).toEqual([]);
    }
  });

  test("a full row needs no blanks", () => {
    expect(sureReading(print(rowOf(lively)), { channel: "collapsed" })?.values).toEqual(
      valuesIn(rowOf(lively)),
    );
  });
});

describe("one edit that leaves a row unlike its plan", () => {
  // A 1 misread as 70, and one of the threes gone: or it was 70, and its quarter's 72 is gone.
  const ones = rowOf(Array(12).fill(1));
  const at = (cell: string) => quartersLast.indexOf(cell);
  const texts = splice(splice(print(ones), at("executed.mar"), 1, "70"), at("executed.q3"), 1);
  // Ninety rows that are all executed as planned.
  const like = Array.from({ length: 90 }, (_, k) => soundRows[k % soundRows.length]!);

  test("does not hide two edits that leave it like its plan", () => {
    const { readings, probabilities } = readTexts(texts, { like });
    const planned = readings.findIndex(({ values }) => values.join() === valuesIn(ones).join());
    expect(probabilities[planned]).toBeGreaterThan(0.005);
  });
});

describe("what cannot be read", () => {
  test("a row against its own arithmetic keeps what is printed among its readings", () => {
    const odd = { ...rowOf(lively), target: 0, "programmed.q1": 999, "executed.q3": 1, "executed.q4": 9_999 };
    const { readings, probabilities } = readTexts(print(odd));
    expect(probabilities[0] ?? 0).toBeLessThan(0.98);
    expect(readings.length).toBeGreaterThan(0);
  });

  test("more tokens than a row could have make no trouble", () => {
    const { readings, other } = readTexts(Array(120).fill("5"));
    expect(readings.every(({ cost }) => Number.isFinite(cost))).toBe(true);
    expect(other).toBeGreaterThan(0);
  });

  test("probabilities and what was not searched for add up to 1", () => {
    for (const texts of [print(rowOf(lively)), splice(print(rowOf(lively)), 3, 1), ["1", "2"], []]) {
      const { probabilities, other } = readTexts(texts);
      expect(probabilities.reduce((a, b) => a + b, other)).toBeCloseTo(1, 9);
    }
  });
});

describe("a row that satisfies everything", () => {
  test("is not taken for another without a person or a total, however much likelier it would be", () => {
    // The document prints every nothing as 0; this row has two blanks at the end of its execution.
    const zeros = Array.from({ length: 30 }, (_, k) =>
      rowOf(
        Array(12)
          .fill(0)
          .with(k % 12, k + 1),
      ),
    );
    const months = Array(12).fill(0).with(1, 262);
    const texts = print(rowOf(months, [...months.slice(0, 10), null, null]));
    const { readings, probabilities } = readTexts(texts, { like: [...soundRows, ...zeros] });
    const printed = readings.findIndex(({ values }) => values.join() === texts.map(toValue).join());
    expect(printed).toBeGreaterThanOrEqual(0);
    expect(Math.max(...probabilities.filter((_, k) => k !== printed))).toBeLessThan(0.96);
    expect(probabilities[printed]).toBeGreaterThan(0.04);
  });
});

describe("a row as printed", () => {
  const code = compileRowCode(monthsOnly, planFamily());

  test("trimmed blanks are put back", () => {
    const reading = readAsPrinted(code, [6, 1, 2, 3], 1);
    expect(reading?.values).toEqual([6, 1, 2, 3, ...Array(9).fill(null)]);
    expect(reading?.tokens.slice(2, 5)).toEqual([2, 3, -1]);
    expect(reading?.origins.slice(2, 5)).toEqual(["read", "read", "blank"]);
    expect(reading?.broken).toEqual([]);
  });

  test("too many tokens, or one that is no number, cannot stand as printed", () => {
    expect(readAsPrinted(code, Array(14).fill(0), 1)).toBe(null);
    expect(readAsPrinted(code, [6, 1, Number.NaN, 3], 1)).toBe(null);
  });

  test("equations are broken by more than their tolerance, in the printed unit", () => {
    const rounded = compileRowCode(monthsOnly, planFamily({ tolerance: 2 }));
    expect(brokenEquations(rounded, [8, 1, 2, 3], 1)).toEqual([]);
    expect(brokenEquations(rounded, [9, 1, 2, 3], 1)).toEqual([0]);
    // In hundredths.
    expect(brokenEquations(rounded, [800, 100, 200, 300], 100)).toEqual([]);
    expect(brokenEquations(rounded, [801, 100, 200, 300], 100)).toEqual([0]);
  });
});

describe("a row whose tail is gone", () => {
  const whole = rowOf([40, 37, 41, 48, 61, 71, 78, 81, 80, 72, 61, 48]);

  test("is held against its plan as far as it goes: two numbers that were run together are no month", () => {
    const texts = print(whole).slice(0, 22);
    const reading = sureReading(splice(texts, quartersLast.indexOf("executed.feb"), 2, "3741"));
    expect(reading?.values.slice(13, 23)).toEqual([40, 37, 41, 48, 61, 71, 78, 81, 80, 72]);
  });
});

describe("a 0 that is gone from its field", () => {
  const row = rowOf([0, 0, 4, 0, 0, 0, 0, 0, 53, 0, 0, 0], [0, 0, 4, 0, 0, 0, 0, 0, 52, 0, 0, 0]);
  const lost = splice(print(row), quartersLast.indexOf("executed.apr"), 1, "");

  test("of the execution, in a row that prints all its zeros, is never taken for a blank", () => {
    const { readings, probabilities } = readTexts(lost);
    const blank = readings.findIndex(({ values }) => values[quartersLast.indexOf("executed.apr")] === null);
    expect(probabilities[blank] ?? 0).toBeLessThan(0.9);
    expect(readings.map(({ values }) => values)).toContainEqual(valuesIn(row));
  });
});

test("a row that would not be sure if it were printed as it is read has its tokens where they are printed", () => {
  // A month is lost, and two months of the execution stand in another order than in the plan.
  const plan = [10, 12, 9, 14, 11, 10, 13, 12, 10, 9, 15, 11];
  const odd = rowOf(plan, [12, 10, 9, 14, 11, 10, 13, 12, 10, 9, 15, 11]);
  const texts = splice(print(odd), quartersLast.indexOf("programmed.aug"), 1);
  const { readings } = readTexts(texts);
  expect(readings.length).toBeGreaterThan(1);
  for (const { values, tokens, origins } of readings)
    for (const [cell, origin] of origins.entries())
      if (origin === "read" && tokens[cell] !== -1)
        expect(Number(texts[tokens[cell]!]) || null).toBe(values[cell] || null);
});
