import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SettledRow } from "../../src/document.ts";
import { brokenEquations } from "../../src/repair/as-printed.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import {
  planFamily,
  print,
  quartersFirst,
  quartersLast,
  rowOf,
  settle,
  soundRows,
  toNumber,
  totalOf,
  type Value,
  valuesIn,
} from "./support.ts";

/** What each property may take of the time of all tests. */
const limits = { numRuns: 25 } as const;

const code = compileRowCode(quartersLast, planFamily());
const number = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 5000 }) },
);
const month: fc.Arbitrary<Value> = fc.option(number, { freq: 6, nil: null });
const year = fc.oneof(
  fc.array(month, { minLength: 12, maxLength: 12 }),
  // Flat years, in which runs hide what was lost or doubled.
  number.map((value): Value[] => Array(12).fill(value)),
);
const soundRow = fc.oneof(
  year.map((programmed) => rowOf(programmed)),
  fc.tuple(year, year).map(([programmed, executed]) => rowOf(programmed, executed)),
);

/** Damage to the texts of a row: each takes any row, also one that is damaged already. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant("lose"), at: fc.nat(), text: fc.constant("") }),
  fc.record({ kind: fc.constant("double"), at: fc.nat(), text: fc.constant("") }),
  fc.record({ kind: fc.constant("insert"), at: fc.nat(), text: fc.constant("") }),
  fc.record({ kind: fc.constant("replace"), at: fc.nat(), text: number.map(String) }),
  fc.record({ kind: fc.constant("merge"), at: fc.nat(), text: fc.constant("") }),
  fc.record({ kind: fc.constant("swap"), at: fc.nat(), text: fc.constant("") }),
);
type Damage = { readonly kind: string; readonly at: number; readonly text: string };

function harm(texts: readonly string[], { kind, at: anywhere, text }: Damage): string[] {
  const at = anywhere % Math.max(1, texts.length);
  const [here = "", next = ""] = texts.slice(at, at + 2);
  const rest = (count: number, ...others: string[]) => [
    ...texts.slice(0, at),
    ...others,
    ...texts.slice(at + count),
  ];
  if (kind === "lose") return rest(1);
  if (kind === "double") return rest(1, here, here);
  if (kind === "insert") return rest(0, text);
  if (kind === "replace") return rest(1, text);
  if (kind === "merge") return rest(2, here + next);
  return rest(2, next, here);
}

const damagedRow = fc
  .tuple(soundRow, fc.array(damage, { maxLength: 3 }))
  .map(([row, damages]) => damages.reduce<string[]>(harm, print(row)));
/** Texts that were never a row. */
const noRow = fc.array(
  fc.oneof(number.map(String), fc.constantFrom("", "0", "x", "-", "1.5", "99999999999999999999")),
  {
    maxLength: 45,
  },
);

const needsNoReview = ({ status }: SettledRow) => status === "verified" || status === "repaired";

describe("numbers are conserved", () => {
  /** Every printed text is in a cell, in a repair, or named by a flag. */
  function expectConserved(row: SettledRow): void {
    const placed = new Set(Object.values(row.tokens));
    const named = row.flags.map(({ message }) => ` ${message.replace(/[.:,;]( |$)/g, " ")} `).join(" ");
    const repaired = row.repairs.map(({ printed }) => printed);
    for (const token of row.printed.tokens) {
      if (token.text === "" || token.text === "-" || placed.has(token)) continue;
      const isNamed = named.includes(` ${token.text} `) || repaired.includes(Number(token.text));
      expect(isNamed, `${token.text} of ${row.printed.text} is nowhere: ${named}`).toBe(true);
    }
  }

  test("in damaged rows", () => {
    fc.assert(
      fc.property(fc.array(damagedRow, { minLength: 1, maxLength: 3 }), (rows) => {
        for (const row of settle({ rows }).rows) expectConserved(row);
      }),
      limits,
    );
  });

  test("in damaged rows with a damaged total", () => {
    fc.assert(
      fc.property(fc.array(damagedRow, { minLength: 1, maxLength: 3 }), damagedRow, (rows, total) => {
        for (const row of settle({ rows, total }).rows) expectConserved(row);
      }),
      { ...limits, numRuns: 12 },
    );
  });

  test("in rows of the collapsed channel", () => {
    fc.assert(
      fc.property(damagedRow, (texts) => {
        const rows = [texts.filter((text) => text !== "")];
        for (const row of settle({ rows, channel: "collapsed" }).rows) expectConserved(row);
      }),
      { ...limits, numRuns: 8 },
    );
  });

  test("in texts that were never a row", () => {
    fc.assert(
      fc.property(noRow, (texts) => {
        for (const row of settle({ rows: [texts] }).rows) expectConserved(row);
      }),
      limits,
    );
  });
});

describe("a row that satisfies everything is never altered", () => {
  test.each([
    ["quarters last", quartersLast],
    ["quarters first", quartersFirst],
  ])("%s: its numbers are given as they are printed", (_, cells) => {
    fc.assert(
      fc.property(fc.array(soundRow, { minLength: 1, maxLength: 5 }), (rows) => {
        const settled = settle({ rows: rows.map((row) => print(row, cells)), cells });
        for (const [k, row] of rows.entries()) {
          const found = settled.rows[k]!;
          expect(found.repairs).toEqual([]);
          if (needsNoReview(found)) expect(valuesIn(found.values, cells)).toEqual(valuesIn(row, cells));
        }
      }),
      limits,
    );
  });

  test("under a total that agrees, every row is verified", () => {
    fc.assert(
      fc.property(fc.array(soundRow, { minLength: 1, maxLength: 5 }), (rows) => {
        const settled = settle({ rows: rows.map((row) => print(row)), total: print(totalOf(rows)) });
        for (const [k, row] of rows.entries()) {
          expect(valuesIn(settled.rows[k]!.values)).toEqual(valuesIn(row));
          expect(settled.rows[k]!.status).toBe("verified");
        }
        expect(settled.reconciliation.filter(({ verdict }) => verdict !== "match")).toEqual([]);
      }),
      limits,
    );
  });
});

describe("what is given without review", () => {
  test("has no broken equation, and no cell left open", () => {
    fc.assert(
      fc.property(fc.array(damagedRow, { minLength: 1, maxLength: 3 }), (damaged) => {
        const rows = [...soundRows.map((row) => print(row)), ...damaged];
        for (const row of settle({ rows }).rows.filter(needsNoReview)) {
          const values = valuesIn(row.values);
          expect(brokenEquations(code, values, 1)).toEqual([]);
          expect(row.flags.map((flag) => flag.code)).not.toContain("equation-broken");
          expect(row.candidates).toEqual([]);
          for (const value of values) expect(value ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
      limits,
    );
  });

  test("names every cell whose number is not the one printed for it", () => {
    fc.assert(
      fc.property(damagedRow, (texts) => {
        for (const row of settle({ rows: [...soundRows.map((r) => print(r)), texts] }).rows.slice(-1)) {
          if (!needsNoReview(row)) continue;
          const changed = new Set(row.repairs.map(({ cell }) => cell));
          for (const [cell, value] of Object.entries(row.values)) {
            const printed = row.tokens[cell];
            if (value !== null && (printed === undefined || toNumber(printed.text) !== value))
              expect(changed).toContain(cell);
          }
        }
      }),
      limits,
    );
  });
});

describe("documents", () => {
  const documents = fc.array(fc.oneof(damagedRow, noRow), { minLength: 1, maxLength: 4 });

  test("keep their rows in the order of print, each once, with all their cells", () => {
    fc.assert(
      fc.property(documents, (rows) => {
        const settled = settle({ rows, total: [] });
        expect(settled.rows.map(({ printed }) => printed.line)).toEqual([...rows, []].map((_, k) => k + 1));
        for (const { values, confidence } of settled.rows) {
          expect(Object.keys(values)).toEqual(quartersLast);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
      { ...limits, numRuns: 12 },
    );
  });

  test("are settled in the same way twice", () => {
    fc.assert(
      fc.property(documents, damagedRow, (rows, total) => {
        expect(settle({ rows, total })).toEqual(settle({ rows, total }));
      }),
      { ...limits, numRuns: 8 },
    );
  });

  test("are not changed by being read: what was printed stays with its row", () => {
    fc.assert(
      fc.property(documents, (rows) => {
        const before = structuredClone(rows);
        const settled = settle({ rows });
        expect(rows).toEqual(before);
        expect(settled.rows.map(({ printed }) => printed.tokens.map(({ text }) => text))).toEqual(before);
      }),
      { ...limits, numRuns: 8 },
    );
  });

  /** Reads rows among sound ones, prints those that need no review as they were read, and reads them again. */
  function expectSettled(damaged: readonly (readonly string[])[]): void {
    const first = settle({ rows: [...soundRows.map((row) => print(row)), ...damaged] });
    const clean = first.rows.filter(needsNoReview).map(({ values }) => values);
    const again = settle({ rows: clean.map((values) => print(values)) });
    expect(again.rows.map(({ values }) => values)).toEqual(clean);
    expect(again.rows.filter(({ status }) => status !== "verified")).toEqual([]);
  }

  test("once settled without review, printed again and read again, stay as they are", () => {
    fc.assert(fc.property(fc.array(damagedRow, { minLength: 1, maxLength: 3 }), expectSettled), limits);
  });

  test.each([
    [
      "a wrong target, and months in another order than in the plan",
      ["1||||1|||5||5|||1|||||1||5|5||||1|0|0|1|1|10|10|1|1", `0${"|".repeat(25)}0|0|0|0|0|0|0|0`],
    ],
    [
      "a blank that is lost, and a 0 that is found",
      ["10|1|1||1|1|1|1|1|1|1|1|1|1||1|1|1|1|1|1|1|1|0|2|2|3|3|3|3|2|2"],
    ],
  ])("stay as they are: %s", (_, rows) => {
    expectSettled(rows.map((row) => row.split("|")));
  });
});
