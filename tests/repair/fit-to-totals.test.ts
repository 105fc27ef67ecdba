import { describe, expect, test } from "vitest";
import type { Belief } from "../../src/repair/column-totals.ts";
import { fitToTotals } from "../../src/repair/fit-to-totals.ts";
import type { Reading } from "../../src/repair/reading.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { silentBlocks } from "../../src/repair/swap-readings.ts";
import {
  planFamily,
  print,
  quartersLast,
  readingOf,
  rowOf,
  settle,
  soundRows,
  splice,
  toNumber,
  totalOf,
  valuesIn,
} from "./support.ts";

const code = compileRowCode(quartersLast, planFamily());
const blocks = silentBlocks(code);
const wanted = rowOf([11, 24, 37, 42, 58, 63, 19, 85, 96, 73, 31, 46]);
const total = totalOf([...soundRows, wanted]);

const sure = (reading: Reading): Belief => ({
  readings: [reading],
  prior: [0.999],
  probabilities: [0.999],
  other: 0.001,
});
const unread = (): Belief => ({ readings: [], prior: [], probabilities: [], other: 1, beyond: 12 });
const read = soundRows.map((row) => sure(readingOf(valuesIn(row))));
const published = sure(readingOf(valuesIn(total)));
const printed = print(wanted).map(toNumber);
/** Takes any amounts for a reading of a given cost. */
const asAmounts = (cost: number) => (_: Belief, amounts: readonly number[]) => [readingOf(amounts, { cost })];

describe("a row that could not be read", () => {
  test("gets what the totals leave, where its tokens may have been that", () => {
    const row = unread();
    const group = { total: published, rows: [...read, row] };
    expect(fitToTotals([group], blocks, () => printed, asAmounts(15))).toBe(true);
    expect(row.readings[0]?.values).toEqual(valuesIn(wanted));
    expect(row.probabilities.reduce((a, b) => a + b, row.other)).toBeCloseTo(1, 9);
  });

  test("gets nothing where its tokens cannot have been that", () => {
    const row = unread();
    const group = { total: published, rows: [...read, row] };
    expect(
      fitToTotals(
        [group],
        blocks,
        () => printed,
        () => [],
      ),
    ).toBe(false);
    expect(row.readings).toEqual([]);
  });

  test("is not held against tokens that share hardly a number with it", () => {
    const row = unread();
    let asked = 0;
    const group = { total: published, rows: [...read, row] };
    fitToTotals(
      [group],
      blocks,
      () => [1, 2, 3],
      () => {
        asked++;
        return [];
      },
    );
    expect(asked).toBe(0);
  });

  test("gets nothing from a total that breaks its own arithmetic", () => {
    const row = unread();
    const unsound = { ...published, reliance: Array<number>(33).fill(0.9) };
    expect(
      fitToTotals([{ total: unsound, rows: [...read, row] }], blocks, () => printed, asAmounts(15)),
    ).toBe(false);
  });

  test("is asked but for its months where another row's months do not add up", () => {
    const row = unread();
    const swapped = { ...soundRows[1]!, "executed.may": 500, "executed.jun": -479 };
    const rows = [sure(readingOf(valuesIn(swapped))), ...read.filter((_, k) => k !== 1), row];
    const asked: (readonly number[])[] = [];
    fitToTotals(
      [{ total: published, rows }],
      blocks,
      () => printed,
      (_, amounts) => {
        asked.push(amounts);
        return [];
      },
    );
    expect(asked.length).toBeGreaterThan(0);
    const may = quartersLast.indexOf("executed.may");
    expect(asked[0]?.[may]).toBeNaN();
    expect(asked[0]?.[quartersLast.indexOf("executed.q2")]).toBe(wanted["executed.q2"]);
  });
});

test("a doubted reading that is what the totals leave is confirmed, and not searched again", () => {
  const doubted: Belief = {
    readings: [readingOf(valuesIn(wanted), { cost: 14 })],
    prior: [0.8],
    probabilities: [0.8],
    other: 0.2,
    beyond: 15.4,
  };
  let asked = 0;
  const readAs = () => {
    asked++;
    return [];
  };
  expect(fitToTotals([{ total: published, rows: [...read, doubted] }], blocks, () => printed, readAs)).toBe(
    true,
  );
  expect(doubted.fitted).toBe(true);
  expect(asked).toBe(0);
});

test("no total tells a blank from a 0: a reading with zeros is asked how else it may write them", () => {
  // January has the work of all three months; February shows a 0, March nothing.
  const [target, jan, feb, mar, ...rest] = valuesIn(wanted) as number[];
  const amounts = [target!, jan! + feb! + mar!, 0, null, ...rest];
  const other = readingOf(amounts.with(2, null).with(3, 0), { cost: 15 });
  const doubted: Belief = {
    readings: [readingOf(amounts, { cost: 14 })],
    prior: [0.8],
    probabilities: [0.8],
    other: 0.2,
    beyond: 19,
  };
  const sum = totalOf([
    ...soundRows,
    Object.fromEntries(quartersLast.map((cell, k) => [cell, amounts[k] ?? null])),
  ]);
  const group = { total: sure(readingOf(valuesIn(sum))), rows: [...read, doubted] };
  fitToTotals(
    [group],
    blocks,
    () => amounts,
    () => [other],
  );
  expect(doubted.fitted).toBe(true);
  expect(doubted.readings).toContain(other);
  expect(doubted.probabilities[0]).toBeLessThan(0.8);
});

describe("two rows that lost the same cells", () => {
  test("are both asked what the totals leave, also where one is read by likeness", () => {
    const dec = quartersLast.indexOf("executed.dec");
    const supposed = (): Belief => ({
      ...sure(
        readingOf(valuesIn(wanted), {
          cost: 14,
          origins: quartersLast.map((_, cell) => (cell === dec ? "likeness" : "read")),
        }),
      ),
      beyond: 20,
    });
    const rows = [supposed(), supposed()];
    const both = totalOf([...soundRows, wanted, wanted]);
    // One more in December than the two are supposed to have: nobody knows of which.
    const sum = {
      ...both,
      "executed.dec": both["executed.dec"]! + 1,
      "executed.q4": both["executed.q4"]! + 1,
    };
    const asked = new Set<Belief>();
    fitToTotals(
      [{ total: sure(readingOf(valuesIn(sum))), rows: [...read, ...rows] }],
      blocks,
      () => valuesIn(wanted),
      (belief) => {
        asked.add(belief);
        return [];
      },
    );
    expect(asked.size).toBe(2);
  });
});

describe("in a document", () => {
  // Two digits misread and a cell lost: more than a row alone can tell.
  const texts = splice(splice(splice(print(wanted), 29, 1), 13, 1, "17"), 3, 1, "31");
  const rows = [...soundRows.map((row) => print(row)), texts];

  test("a row damaged beyond repair is read by what the totals leave for it", () => {
    const settled = settle({ rows, total: print(total) }).rows[soundRows.length]!;
    expect(valuesIn(settled.values)).toEqual(valuesIn(wanted));
    expect(settled.status).toBe("repaired");
  });

  test("and is left to a person without totals", () => {
    expect(["ambiguous", "inconsistent"]).toContain(settle({ rows }).rows[soundRows.length]!.status);
  });

  test("the numbers of another plan are not made to fit", () => {
    const other = print(rowOf([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8])).map((text) =>
      String(7 * Number(text) + 1),
    );
    const settled = settle({ rows: [...rows.slice(0, -1), other], total: print(total) }).rows[
      soundRows.length
    ]!;
    expect(["ambiguous", "inconsistent"]).toContain(settled.status);
  });
});
