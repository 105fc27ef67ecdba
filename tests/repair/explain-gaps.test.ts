import { describe, expect, test } from "vitest";
import { type Belief, mostProbable } from "../../src/repair/column-totals.ts";
import { errorModels } from "../../src/repair/error-model.ts";
import { explainGaps } from "../../src/repair/explain-gaps.ts";
import { learnLikeness } from "../../src/repair/likeness.ts";
import type { Reading } from "../../src/repair/reading.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { reorderReading } from "../../src/repair/swap-readings.ts";
import {
  planFamily,
  print,
  quartersLast,
  readingOf,
  rowOf,
  settle,
  soundRows,
  splice,
  totalOf,
  type Value,
  valuesIn,
} from "./support.ts";

const at = (cell: string) => quartersLast.indexOf(cell);
/** A row whose execution goes its own way: likeness does not say how its months should stand. */
const going = rowOf(
  [11, 24, 37, 42, 58, 63, 19, 85, 96, 73, 31, 46],
  [13, 20, 40, 44, 50, 60, 21, 80, 90, 70, 30, 45],
);
const rows = [...soundRows, going];
const sound = rows.map((row) => print(row));
const last = soundRows.length;
const swapped = splice(print(going), at("executed.may"), 2, "60", "50");
const total = totalOf(rows);

describe("a swap within a quarter, in a document", () => {
  const texts = [...sound.slice(0, last), swapped];

  test("is found by the totals", () => {
    const settled = settle({ rows: texts, total: print(total) }).rows[last]!;
    expect(valuesIn(settled.values)).toEqual(valuesIn(going));
    expect(settled.status).toBe("repaired");
    expect(settled.repairs).toMatchObject([
      { cell: "executed.may", edit: "swap", printed: 60, value: 50 },
      { cell: "executed.jun", edit: "swap", printed: 50, value: 60 },
    ]);
  });

  test("is asked about among thousands of rows, of which others could be behind the gap together", () => {
    const many = Array.from({ length: 2_000 }, () => soundRows[0]!);
    const texts = [...many.map((row) => print(row)), swapped];
    const settled = settle({ rows: texts, total: print(totalOf([...many, going])) });
    expect(settled.rows[many.length]!.status).toBe("ambiguous");
    expect(settled.rows[0]!.status).toBe("verified");
  });

  test("is not found without them: nothing in the row speaks for it", () => {
    const settled = settle({ rows: texts }).rows[last]!;
    expect(valuesIn(settled.values)).toEqual(valuesIn({ ...going, "executed.may": 60, "executed.jun": 50 }));
    expect(settled.repairs).toEqual([]);
  });

  test("two swaps in two quarters of one row are found together", () => {
    const twice = splice(swapped, at("executed.aug"), 2, "90", "80");
    const settled = settle({ rows: [...sound.slice(0, last), twice], total: print(total) }).rows[last]!;
    if (settled.status === "repaired") expect(valuesIn(settled.values)).toEqual(valuesIn(going));
    else expect(settled.status).toBe("ambiguous");
  });

  test("may be in the total itself: then no row is changed", () => {
    const [may, jun] = ["executed.may", "executed.jun"].map((cell) => String(total[cell])) as [
      string,
      string,
    ];
    const settled = settle({ rows: sound, total: splice(print(total), at("executed.may"), 2, jun, may) });
    for (const [k, row] of rows.entries()) {
      const found = settled.rows[k]!;
      expect(found.repairs).toEqual([]);
      if (found.status === "verified") expect(valuesIn(found.values)).toEqual(valuesIn(row));
    }
  });

  test("of two rows that could both be the cause, neither is changed without review", () => {
    const twin = { ...going, target: going.target! };
    // Both rows print June's number in May; the total was made with one of them as it is printed.
    const asPrinted = { ...twin, "executed.may": 60, "executed.jun": 50 };
    const settled = settle({
      rows: [...texts, swapped],
      total: print(totalOf([...rows, asPrinted])),
    });
    expect(settled.rows.filter(({ status }) => status === "repaired")).toEqual([]);
    for (const row of settled.rows.slice(last, last + 2)) {
      expect(row.status).toBe("ambiguous");
      expect(row.candidates.map(({ cells }) => cells["executed.may"]).sort()).toEqual([50, 60]);
    }
  });
});

describe("other slips within a quarter, in a document", () => {
  /** What the last of some rows came out as, printed with its months changed; the total is that of the truth. */
  const settleLast = (truth: readonly Readonly<Record<string, Value>>[], cell: string, months: string[]) => {
    const texts = truth.map((row) => print(row));
    texts.push(splice(texts.pop()!, at(cell), months.length, ...months));
    return settle({ rows: texts, total: print(totalOf(truth)) }).rows[truth.length - 1]!;
  };

  describe("in months that are not yet reported", () => {
    const toCome = [...Array<Value>(6).fill(1), ...Array<Value>(6).fill(null)];
    const year = [6, 9, 7, 8, 10, 7, 7, 8, 6, 8, 8, 9];
    const wrong = year.with(7, 6).with(8, 8);
    const settledOf = (plans: readonly (readonly Value[])[], printed: readonly (readonly Value[])[]) =>
      settle({
        rows: [...sound, ...printed.map((plan) => print(rowOf(plan, toCome)))],
        total: print(totalOf([...rows, ...plans.map((plan) => rowOf(plan, toCome))])),
      }).rows.slice(rows.length);

    test("is that of the row whose year another row has, and no equal one is asked about", () => {
      const equals = [
        [5, 4, 3, 3, 3, 3, 3, 4, 2, 2, 3, 3],
        [2, 8, 7, 9, 7, 9, 7, 9, 7, 8, 7, 8],
      ];
      const printed = equals.map((plan) => plan.with(7, plan[8]!).with(8, plan[7]!));
      const settled = settledOf([year, year, ...printed], [year, wrong, ...printed]);
      expect(settled[0]!.status).toBe("verified");
      expect(settled[1]!.status).not.toBe("verified");
      for (const row of settled.slice(2)) expect(row.status).toBe("verified");
    });

    test("is not that of a repaired row whose year comes again by the quarter", () => {
      const quarterly = [5, 5, 7, 5, 5, 7, 5, 5, 7, 5, 5, 7];
      const damaged = splice(print(rowOf(quarterly, toCome)), 0, 1, "99");
      const other = [5, 4, 3, 3, 3, 3, 3, 4, 2, 2, 3, 3];
      const settled = settle({
        rows: [...sound, damaged, print(rowOf(other.with(7, 2).with(8, 4), toCome))],
        total: print(totalOf([...rows, rowOf(quarterly, toCome), rowOf(other, toCome)])),
      }).rows.slice(rows.length);
      expect(settled[0]!.status).toBe("repaired");
      expect(valuesIn(settled[0]!.values)).toEqual(valuesIn(rowOf(quarterly, toCome)));
      expect(settled[1]!.status).not.toBe("verified");
    });
  });

  test("three months that moved round are found by the totals, or asked for", () => {
    const found = settleLast(rows, "executed.apr", ["60", "44", "50"]);
    if (found.status === "repaired") expect(valuesIn(found.values)).toEqual(valuesIn(going));
    else expect(found.status).toBe("ambiguous");
    expect(found.status).not.toBe("verified");
  });

  test("two rows with a swap each in one quarter leave one gap, and neither passes", () => {
    const other = rowOf(
      [21, 34, 47, 52, 68, 73, 29, 95, 86, 63, 41, 56],
      [23, 30, 50, 54, 60, 77, 31, 90, 80, 60, 40, 55],
    );
    const texts = [...sound, print(other)];
    texts[last] = splice(print(going), at("executed.apr"), 2, "50", "44");
    texts[last + 1] = splice(print(other), at("executed.may"), 2, "77", "60");
    const settled = settle({ rows: texts, total: print(totalOf([...rows, other])) });
    for (const [k, truth] of [going, other].entries()) {
      const found = settled.rows[last + k]!;
      if (found.status === "repaired") expect(valuesIn(found.values)).toEqual(valuesIn(truth));
      else expect(found.status).toBe("ambiguous");
    }
  });

  test("three rows with a swap each, which two others could explain as well, are none of them believed as printed", () => {
    const alike = (months: number[]) => rowOf(months, months);
    const truth = [
      ...soundRows,
      alike([900, 900, 900, 900, 900, 900, 120, 964, 700, 900, 900, 900]),
      alike([19, 18, 16, 17, 19, 23, 26, 28, 30, 27, 25, 22]),
      alike([2, 8, 7, 9, 7, 9, 7, 8, 8, 8, 7, 8]),
      // It goes its own way, and could make up for the first of them instead of the other two.
      rowOf(
        [20, 22, 27, 34, 39, 43, 44, 42, 38, 32, 27, 24],
        [20, 22, 26, 34, 39, 43, 45, 42, 35, 32, 27, 24],
      ),
    ];
    const july = at("executed.jul");
    const texts = truth.map((row, k) => {
      const [jul, aug] = print(row).slice(july, july + 2) as [string, string];
      return k >= last && k < last + 3 ? splice(print(row), july, 2, aug, jul) : print(row);
    });
    const settled = settle({ rows: texts, total: print(totalOf(truth)) });
    for (const row of settled.rows.slice(last, last + 3)) expect(row.status).not.toBe("verified");
    for (const [k, row] of settled.rows.slice(0, truth.length).entries())
      if (row.status === "verified" || row.status === "repaired")
        expect(valuesIn(row.values)).toEqual(valuesIn(truth[k]!));
  });

  test("a slip over four quarters of a row leaves four gaps, and is one slip", () => {
    const flat = rowOf(
      [13, 13, 13, 13, 13, 13, 13, 14, 13, 15, 13, 13],
      [13, 13, 13, 13, 13, 13, 13, 14, 13, 15, 13, 13],
    );
    const truth = [...rows, flat];
    const texts = truth.map((row) => print(row));
    for (const series of ["programmed", "executed"]) {
      texts.push(splice(texts.pop()!, at(`${series}.aug`), 2, "13", "14"));
      texts.push(splice(texts.pop()!, at(`${series}.oct`), 2, "13", "15"));
    }
    const found = settle({ rows: texts, total: print(totalOf(truth)) }).rows[truth.length - 1]!;
    if (found.status === "repaired") expect(valuesIn(found.values)).toEqual(valuesIn(flat));
    else expect(found.status).toBe("ambiguous");
  });
});

describe("damage that was undone wrongly, in a document", () => {
  // A tail is gone, so that no quarter tells that an element of one run was lost and one of another doubled.
  const flat = rowOf([5, 4, 4, 7, 6, 6, 7, 7, 7, 5, 4, 5]);
  const slipped = [5, 4, 4, 7, 6, 6, 7, 7, 7, 5, 4, 5, 5, 5, 4, 4, 7, 6, 7, 7, 7, 5, 4, 5].map(String);
  const all = [...rows, flat];

  test("is told by the totals", () => {
    const texts = [...sound, ["67", ...slipped]];
    const settled = settle({ rows: texts, total: print(totalOf(all)) }).rows[rows.length]!;
    if (settled.status === "repaired") expect(valuesIn(settled.values)).toEqual(valuesIn(flat));
    else expect(settled.status).toBe("ambiguous");
  });
});

describe("what explains a gap", () => {
  const code = compileRowCode(quartersLast, planFamily());
  const likeness = learnLikeness(
    code,
    soundRows.map((row) => valuesIn(row)),
  );
  const belief = (texts: readonly string[]): Belief => ({
    readings: [readingOf(texts.map(Number))],
    prior: [0.999],
    probabilities: [0.999],
    other: 0.001,
  });
  const explain = (printed: readonly (readonly string[])[], sum: Belief) =>
    explainBeliefs(printed.map(belief), sum);
  const explainBeliefs = (
    beliefs: readonly Belief[],
    sum: Belief,
    readAs: (amounts: readonly number[]) => Reading[] = () => [],
    tokens: readonly number[] = [],
  ) => {
    explainGaps(code, [{ total: sum, rows: beliefs }], () => tokens, {
      reorder: (reading, order) => reorderReading(code, errorModels.tabular, likeness, reading, order),
      readAs: (_, amounts) => readAs(amounts),
      costOf: ({ cost }) => cost,
      swapped: errorModels.tabular.swapped,
    });
    return beliefs;
  };

  test("no gap, no change", () => {
    const sum = belief(print(total));
    const beliefs = explain(sound, sum);
    for (const { readings } of [...beliefs, sum]) expect(readings).toHaveLength(1);
  });

  test("columns that miss their totals by different amounts are no swap", () => {
    const sum = belief(print({ ...total, "executed.may": total["executed.may"]! + 7 }));
    for (const { readings } of explain(sound, sum)) expect(readings).toHaveLength(1);
  });

  test("a total that breaks its own arithmetic explains nothing", () => {
    const sum = { ...belief(print(total)), reliance: Array(33).fill(0.9) };
    const beliefs = explain([...sound.slice(0, last), swapped], sum);
    for (const { readings } of beliefs) expect(readings).toHaveLength(1);
  });

  test("what a row is believed to be adds up to 1, before and after", () => {
    const beliefs = explain([...sound.slice(0, last), swapped], belief(print(total)));
    expect(mostProbable(beliefs[last]!)?.values).toEqual(valuesIn(going));
    for (const { probabilities, other } of beliefs)
      expect(probabilities.reduce((a, b) => a + b, other)).toBeCloseTo(1, 9);
  });

  test("a row that is read wrongly hides no swap of another one", () => {
    // August may have lost 3 to September, which hides part of what a swap of the same months left.
    const open = valuesIn(soundRows[1]!);
    const wrong = open.with(at("programmed.aug"), 15).with(at("programmed.sep"), 7);
    const others: Belief[] = sound.map((texts) => belief(texts));
    others[1] = {
      readings: [readingOf(wrong), readingOf(open)],
      prior: [0.5, 0.49],
      probabilities: [0.5, 0.49],
      other: 0.01,
    };
    others[last] = belief(splice(print(going), at("programmed.aug"), 2, "96", "85"));
    explainBeliefs(others, belief(print(total)));
    expect(mostProbable(others[1])?.values).toEqual(open);
    expect(mostProbable(others[last])?.values).toEqual(valuesIn(going));
  });

  test("a row that its total overruled for the swap of another one is believed no more than that swap", () => {
    // Its own numbers say otherwise, but what the swap left in August and September is made good only so.
    const own = valuesIn(soundRows[1]!);
    const overruled = own.with(at("programmed.aug"), 1).with(at("programmed.sep"), 21);
    const others: Belief[] = sound.map((texts) => belief(texts));
    others[1] = {
      readings: [readingOf(overruled), readingOf(own)],
      prior: [0.002, 0.997],
      probabilities: [0.98, 0.02],
      other: 0,
    };
    others[last] = belief(splice(print(going), at("programmed.aug"), 2, "96", "85"));
    explainBeliefs(others, belief(print(total)));
    expect(others[1]!.probabilities[0]).toBeLessThan(0.9);
    expect(others[last]!.probabilities[0]).toBeLessThan(0.9);
    const { readings } = others[last]!;
    expect(readings.map(({ values }) => values)).toContainEqual(valuesIn(going));
  });

  test("a row that its total overruled for what another one was read as wrongly is believed no more than that", () => {
    const own = valuesIn(soundRows[1]!);
    const more = (values: Reading["values"], amount: number) =>
      values
        .with(at("executed.aug"), values[at("executed.aug")]! + amount)
        .with(at("executed.q3"), values[at("executed.q3")]! + amount);
    const wrong = readingOf(more(valuesIn(going), -5), {
      cost: 9,
      origins: quartersLast.map((cell) => (cell === "executed.q3" ? "tail" : "read")),
    });
    const others: Belief[] = sound.map((texts) => belief(texts));
    others[1] = {
      readings: [readingOf(more(own, 5)), readingOf(own)],
      prior: [0.01, 0.99],
      probabilities: [0.99, 0.01],
      other: 0,
    };
    others[last] = { readings: [wrong], prior: [0.99], probabilities: [0.99], other: 0.01 };
    explainBeliefs(others, belief(print(total)), (amounts) =>
      amounts.join() === valuesIn(going).join() ? [readingOf(amounts, { cost: 12 })] : [],
    );
    expect(others[1]!.probabilities[0]).toBeLessThan(0.9);
    expect(mostProbable(others[last]!)?.values).toEqual(valuesIn(going));
  });

  test("a row without any reading hides no swap where its numbers stand beside what the total leaves for it", () => {
    const own = valuesIn(soundRows[1]!) as number[];
    const others: Belief[] = sound.map((texts) => belief(texts));
    others[1] = { readings: [], prior: [], probabilities: [], other: 1 };
    others[last] = belief(splice(print(going), at("executed.aug"), 2, "90", "80"));
    // Nothing can be read of it: its target is gone, and April was printed twice, as 14 and 99.
    const tokens = [...own.slice(1, 5), 99, ...own.slice(5)];
    explainBeliefs(others, belief(print(total)), () => [], tokens);
    expect(mostProbable(others[last]!)?.values).toEqual(valuesIn(going));
  });

  test("a row whose numbers were moved may be behind a gap like that of a swap, though it has no such months", () => {
    // A number before the months was taken for January's: 10 12 was read as 9 13.
    const own = valuesIn(soundRows[1]!);
    const moved = readingOf(own.with(at("programmed.jan"), 9).with(at("programmed.feb"), 13), {
      cost: 9,
      tokens: quartersLast.map((_, cell) => cell + 1),
      origins: quartersLast.map((_, cell) => (cell === 0 ? "misread" : "read")),
    });
    const others: Belief[] = sound.map((texts) => belief(texts));
    others[1] = { readings: [moved], prior: [0.99], probabilities: [0.99], other: 0.01 };
    explainBeliefs(others, belief(print(total)), (amounts) =>
      amounts.join() === own.join() ? [readingOf(own, { cost: 11 })] : [],
    );
    expect(mostProbable(others[1]!)?.values).toEqual(own);
    for (const k of [0, 2, 3, last]) expect(others[k]!.probabilities[0]).toBeGreaterThan(0.98);
  });

  test("a row that leaves cells open hides no swap, where it has a whole reading as well", () => {
    const own = valuesIn(soundRows[1]!);
    const open: Reading["values"] = own.map((value, cell) => (cell > at("executed.jun") ? undefined : value));
    const others: Belief[] = sound.map((texts) => belief(texts));
    others[1] = {
      readings: [readingOf(open), readingOf(own)],
      prior: [0.6, 0.4],
      probabilities: [0.6, 0.4],
      other: 0,
    };
    others[last] = belief(splice(print(going), at("executed.aug"), 2, "90", "80"));
    explainBeliefs(others, belief(print(total)));
    expect(mostProbable(others[last]!)?.values).toEqual(valuesIn(going));
  });

  test("rows that make good each other's errors are not believed because of each other", () => {
    const early = rowOf([5, 5, 5, 5, 5, 5, 5, 6, 5, 5, 5, 5]);
    const late = rowOf([5, 5, 5, 5, 5, 5, 5, 5, 6, 5, 5, 5]);
    const either = (first: typeof early, second: typeof early): Belief => ({
      readings: [readingOf(valuesIn(first)), readingOf(valuesIn(second))],
      prior: [0.5, 0.5],
      probabilities: [0.99, 0.01],
      other: 0,
    });
    const [a, b] = [either(early, late), either(late, early)];
    explainBeliefs([a, b], belief(print(totalOf([early, late]))));
    for (const { probabilities } of [a, b]) expect(probabilities[0]).toBeCloseTo(0.5, 6);
  });

  test("a swap that one column spoke for is given up where something else is behind all gaps", () => {
    const slip = readingOf(
      valuesIn(going)
        .with(at("executed.may"), 60)
        .with(at("executed.jun"), 50)
        .with(at("executed.aug"), 90)
        .with(at("executed.sep"), 80),
      {
        cost: 10,
        origins: quartersLast.map((_, cell) => (cell === 1 ? "misread" : "read")),
      },
    );
    const other = rowOf([7, 7, 7, 7, 50, 60, 7, 7, 7, 7, 7, 7], [7, 7, 7, 7, 60, 50, 7, 7, 7, 7, 7, 7]);
    const swap = readingOf(valuesIn({ ...other, "executed.may": 50, "executed.jun": 60 }), {
      origins: quartersLast.map((cell) => (/executed.(may|jun)/.test(cell) ? "swapped" : "read")),
    });
    const doubted: Belief = {
      readings: [readingOf(valuesIn(other)), swap],
      prior: [0.9, 0.1],
      probabilities: [0.01, 0.99],
      other: 0,
    };
    const slipped: Belief = { readings: [slip], prior: [1], probabilities: [1], other: 0 };
    const truth = [...soundRows, going, other];
    explainBeliefs(
      [...soundRows.map((row) => belief(print(row))), slipped, doubted],
      belief(print(totalOf(truth))),
      (amounts) => (amounts[at("executed.aug")] === 80 ? [readingOf(amounts, { cost: 3 })] : []),
    );
    expect(mostProbable(slipped)?.values).toEqual(valuesIn(going));
    expect(mostProbable(doubted)?.values).toEqual(valuesIn(other));
  });
});
