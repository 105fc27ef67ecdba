import fc from "fast-check";
import { expect, test } from "vitest";
import { extract, type Row } from "../../src/index.ts";
import { planOf, soundRows } from "../support/small-plan.ts";

const labels = soundRows[0]!.split("\t").slice(0, 4);
type Numbers = readonly (number | null)[];

/** Rows as the first real document prints them: tabs between cells, quarters in pairs at the end. */
const textOf = (rows: readonly Numbers[]) =>
  planOf(...rows.map((row) => [...labels, ...row.map((value) => value ?? "")].join("\t")));

const numbersOf = ({ target, series: { programmed, executed } }: Row): Numbers => [
  target,
  ...programmed!.monthly,
  ...executed!.monthly,
  ...[0, 1, 2, 3].flatMap((quarter) => [programmed!.quarterly[quarter]!, executed!.quarterly[quarter]!]),
];

const months = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 12, maxLength: 12 });
const sum = (list: Numbers) => list.reduce<number>((a, b) => a + (b ?? 0), 0);
const soundRow = months.map((programmed) => {
  const quarters = [0, 3, 6, 9].flatMap((at) => Array(2).fill(sum(programmed.slice(at, at + 3))) as number[]);
  return [sum(programmed), ...programmed, ...programmed, ...quarters];
});

/** A number lost, doubled or misread, anywhere behind the target. */
const damaged = fc
  .tuple(soundRow, fc.integer({ min: 1, max: 32 }), fc.constantFrom("lost", "doubled", "misread", "none"))
  .map(([row, at, kind]) => {
    if (kind === "none") return row;
    const others = kind === "lost" ? [] : kind === "doubled" ? [row[at]!, row[at]!] : [row[at]! + 1];
    return [...row.slice(0, at), ...others, ...row.slice(at + 1)];
  });

test("a clean result, printed again as text and converted, gives the same numbers, all verified", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(damaged, { minLength: 1, maxLength: 4 }), async (rows) => {
      const first = await extract(textOf(rows), { family: "sat-lima" });
      expect(first.rows).toHaveLength(rows.length);
      const clean = first.rows.filter((row) => !row.needsReview).map(numbersOf);
      if (clean.length === 0) return;
      const again = await extract(textOf(clean), { family: "sat-lima" });
      expect(again.rows.map(numbersOf)).toEqual(clean);
      expect(again.summary).toEqual({ rows: clean.length, verified: clean.length, repaired: 0, review: 0 });
    }),
    { numRuns: 20 },
  );
});

test("the same text gives the same object, byte by byte", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(damaged, { minLength: 1, maxLength: 3 }), async (rows) => {
      const [first, second] = [await extract(textOf(rows)), await extract(textOf(rows))];
      expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    }),
    { numRuns: 8 },
  );
});
