import { describe, expect, test } from "vitest";
import { cents, completeRow, isSound, type Values } from "../../../bench/cells.ts";
import { CHANNELS } from "../../../bench/damage/channels.ts";
import { damageRow } from "../../../bench/damage/damage-row.ts";
import { blankPrior } from "../../../bench/oracle/blank-prior.ts";
import { fillHoles, readCents } from "../../../bench/oracle/fill-holes.ts";
import { oracleReach } from "../../../bench/oracle/oracle-reach.ts";
import { rowPrior } from "../../../bench/oracle/row-prior.ts";
import { HOLE, undoDamage } from "../../../bench/oracle/undo-damage.ts";
import { type Printed, printRow } from "../../../bench/print-row.ts";
import { seededRandom } from "../../../bench/random.ts";
import { makeDocument } from "../../../bench/rows/make-document.ts";
import type { TruthDocument, TruthRow } from "../../../bench/rows/truth-row.ts";

const style = { decimals: 0, thousands: "", blankQuarters: true } as const;
const frame = { throughQuarter: 4, thousands: "", blankQuarters: true } as const;
const rising = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function rowOf(programmed: Values, executed: Values = programmed): TruthRow {
  return {
    labels: { organ: "ESCUELA SAT", category: "", activity: "", unit: "ACCIONES" },
    shape: "seasonal",
    execution: "as programmed",
    values: completeRow(programmed, executed, () => true),
    decimals: 0,
  };
}

function reachOf(rows: TruthRow[], prints: (Printed | undefined)[], totals: boolean): (number | undefined)[] {
  const document: TruthDocument = { rows, totals: [], ...frame };
  const damaged = rows.map((row, index) => ({
    printed: prints[index] ?? printRow(row, ""),
    channels: prints[index] === undefined ? [] : ["any"],
  }));
  return oracleReach(document, { rows: damaged, totals: [] }, totals);
}

describe("fillHoles", () => {
  const row = printRow(rowOf(rising), "");
  const change = (cell: number, text: string, hole?: number) =>
    row.map((field, index) => (index === cell ? text : index === hole ? HOLE : field));

  test("fills a month from its quarter, a quarter from its months, META from the year", () => {
    for (const cell of [0, 5, 17, 25, 32]) {
      const holed = row.map((field, index) => (index === cell ? HOLE : field));
      expect(fillHoles(holed, style)).toEqual([row]);
    }
  });

  test("gives a blank and a zero for a hole that comes to 0", () => {
    const none = rowOf([null, 4, null, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
    const holed = printRow(none, "").map((field, index) => (index === 3 ? HOLE : field));
    expect(fillHoles(holed, style).map((filled) => filled[3])).toEqual(["", "0"]);
  });

  test("gives nothing for a broken sum, a negative number, or no number at all", () => {
    expect(fillHoles(change(1, "9"), style)).toEqual([]);
    expect(fillHoles(change(25, "2", 13), style)).toEqual([]);
    expect(fillHoles(change(1, "1 2"), style)).toEqual([]);
  });

  test("gives nothing for a number that the document would print otherwise", () => {
    expect(fillHoles(change(1, "01"), style)).toEqual([]);
  });

  test("reads numbers to the cent", () => {
    expect(readCents("1,234.50")).toBe(123_450);
    expect(readCents("")).toBe(0);
    expect(readCents(HOLE)).toBeUndefined();
    expect(readCents("1 2")).toBeNaN();
  });
});

describe("undoDamage", () => {
  // A dropped tail that took executed months can be undone only where they were as programmed.
  test.each(Object.keys(CHANNELS))("finds the truth behind every %s", (channel) => {
    const random = seededRandom(33);
    let tried = 0;
    for (let document = 0; document < 4; document++) {
      const { rows, throughQuarter, thousands, blankQuarters } = makeDocument(random, 30);
      for (const row of rows) {
        const truth = printRow(row, thousands);
        const damaged = damageRow(truth, channel, random);
        if (damaged === undefined) continue;
        if (channel === "dropped-tail" && row.execution !== "as programmed") continue;
        const found = undoDamage(damaged.printed, throughQuarter)
          .flatMap((holed) => fillHoles(holed, { decimals: row.decimals, thousands, blankQuarters }))
          .map((filled) => filled.join("|"));
        expect(found, damaged.printed.join("|")).toContain(truth.join("|"));
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(10);
  });

  test("gives sound rows only, once holes are filled", () => {
    const slipped = ["12", ...Array(22).fill("1"), ...Array(10).fill("3")];
    const rows = undoDamage(slipped, 4).flatMap((row) => fillHoles(row, style));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(isSound(row.map((field) => (field === "" ? null : Number(field))))).toBe(true);
  });
});

describe("rowPrior", () => {
  const prior = (executed: number[]) =>
    rowPrior(
      rowOf(rising, executed).values.map((v) => cents(v)),
      4,
    );
  const change = (changes: Record<number, number>) => rising.map((value, month) => changes[month] ?? value);

  test("holds executed as programmed for likeliest, then what the generator draws, then the rest", () => {
    const same = prior(rising);
    const moved = prior(change({ 3: 0, 4: 9 }));
    const oneOff = prior(change({ 6: 8 }));
    const odd = prior(rising.map((value, month) => value * (month % 2 === 0 ? 5 : 9)));
    expect(same).toBeGreaterThan(moved);
    expect(same).toBeGreaterThan(oneOff);
    expect(moved).toBeGreaterThan(odd);
    expect(oneOff).toBeGreaterThan(odd);
  });
});

describe("blankPrior", () => {
  const document = { throughQuarter: 4, blankQuarters: true };
  const months = [null, 4, null, null, null, null, 4, 4, 4, 4, 4, 4];
  const printed = printRow(rowOf(months), "");
  const prior = (changes: Record<number, string>, through = 4) => {
    const row = printed.map((field, cell) => changes[cell] ?? field);
    return blankPrior(row, { ...document, throughQuarter: through });
  };

  test("holds blanks for likelier than zeros, and either than some of each", () => {
    const zeros = { 1: "0", 3: "0", 4: "0", 5: "0", 6: "0", 13: "0", 15: "0", 16: "0", 17: "0", 18: "0" };
    const allZero = prior({ ...zeros, 27: "0", 28: "0" });
    const mixed = prior({ 1: "0", 13: "0" });
    expect(prior({})).toBeGreaterThan(allZero);
    expect(allZero).toBeGreaterThan(mixed);
  });

  test("expects both series to print an empty month alike", () => {
    expect(prior({ 1: "0", 13: "0" })).toBeGreaterThan(prior({ 13: "0" }));
  });

  test("expects blank quarters over blank months, and blanks after the report's quarter", () => {
    expect(prior({})).toBeGreaterThan(1000 * prior({ 27: "0" }));
    const cut = { 19: "", 20: "", 21: "", 22: "", 23: "", 24: "", 30: "", 32: "" };
    expect(prior(cut, 2)).toBeGreaterThan(1000 * prior({ ...cut, 22: "0" }, 2));
  });
});

describe("oracleReach", () => {
  const truth = rowOf(rising);
  const printed = printRow(truth, "");

  test("does not judge undamaged rows", () => {
    expect(reachOf([truth], [undefined], true)).toEqual([undefined]);
  });

  test("reads a row with a wrong META, and 24 ones behind a slip", () => {
    expect(reachOf([truth], [["77", ...printed.slice(1)]], false)).toEqual([1]);
    const slipped = ["12", ...Array(22).fill("1"), ...Array(10).fill("3")];
    expect(reachOf([rowOf(Array(12).fill(1))], [slipped], false)).toEqual([1]);
  });

  test("cannot tell in which series two months of a quarter changed places, but for the totals", () => {
    // Programmed 2 1 3, executed 1 2 3: either series may be the one that was swapped.
    const swapped = ["78", "2", "1", ...printed.slice(3)];
    expect(reachOf([truth], [swapped], false)).toEqual([0.5]);
    expect(reachOf([truth], [swapped], true)).toEqual([1]);
  });

  test("cannot tell, totals or not, where another row can make good the difference", () => {
    const programmedSwapped = ["78", "2", "1", ...printed.slice(3)];
    // Read the other way round, this row changes the column sums exactly against the first one.
    const other = rowOf([2, 1, ...rising.slice(2)]);
    const otherSwapped = ["78", "1", "2", ...printRow(other, "").slice(3)];
    expect(reachOf([truth, other], [programmedSwapped, otherSwapped], true)).toEqual([0.5, 0.5]);
  });

  test("cannot tell by totals whether a lost cell was blank or 0, but by the other series", () => {
    const row = rowOf([null, 4, 0, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
    const fields = printRow(row, "");
    // The executed 0 of March left an empty field; the programmed 0 speaks for it.
    const lost = fields.map((field, cell) => (cell === 15 ? "" : field));
    expect(reachOf([row], [lost], true)).toEqual([1]);
    // Here the series are not alike: either of them may be the one that lost its 0.
    const other = { ...row, values: row.values.map((value, cell) => (cell === 3 ? null : value)) };
    const misled = printRow(other, "").map((field, cell) => (cell === 15 ? "" : field));
    expect(reachOf([other], [misled], true)).toEqual([0.5]);
  });

  test("does not judge pairs without totals", () => {
    const document: TruthDocument = { rows: [truth], totals: [], ...frame };
    const damaged = { rows: [{ printed, channels: ["lost-number", "wrong-meta"] }], totals: [] };
    expect(oracleReach(document, damaged, false)).toEqual([undefined]);
    expect(oracleReach(document, damaged, true)).toEqual([1]);
  });
});
