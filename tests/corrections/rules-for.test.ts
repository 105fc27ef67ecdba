import { expect, test } from "vitest";
import { rulesFor } from "../../src/corrections/rules-for.ts";
import type { Extraction, Row } from "../../src/schema.ts";
import { loadTableFamily } from "../support/load-table-family.ts";
import { plan } from "./support.ts";

const family = await loadTableFamily("sat-lima");

/** The same plan as if its columns of quarters were not printed. */
function withoutQuarters({ rows, totals }: Extraction) {
  const strip = (row: Row): Row => ({
    ...row,
    series: Object.fromEntries(
      Object.entries(row.series).map(([key, { monthly }]) => [
        key,
        { monthly, quarterly: [null, null, null, null] },
      ]),
    ),
    source: {
      ...row.source,
      cells: Object.fromEntries(Object.entries(row.source.cells).filter(([cell]) => !/\.q\d$/.test(cell))),
    },
  });
  return { rows: rows.map(strip), totals: totals.map(strip) };
}
const texts = (rules: ReturnType<typeof rulesFor>) => rules?.equations.map(({ text }) => text);

/** All that a document is held to that prints every column: the sum of the quarters says nothing more than the months. */
const ALL = family.equations.filter(({ text }) => text !== "target = programmed.q1..q4");

test("a document that prints all columns is held to all equations", async () => {
  expect(rulesFor(await plan(), family)?.equations).toEqual(ALL);
});

test("one without quarters is held to its target alone, whatever is verified in it", async () => {
  const bare = withoutQuarters(await plan());
  expect(texts(rulesFor(bare, family))).toEqual(["target = programmed.jan..dec"]);
  const doubted = bare.rows.map((row) => ({ ...row, status: "ambiguous" as const }));
  expect(texts(rulesFor({ ...bare, rows: doubted }, family))).toEqual(["target = programmed.jan..dec"]);
});

test("what a verified row breaks cannot be checked, what any other breaks can", async () => {
  const read = await plan();
  const broken = (status: Row["status"]) => ({
    ...read,
    rows: read.rows.map((row, k) => (k === 0 ? { ...row, target: 1, status } : row)),
  });
  expect(texts(rulesFor(broken("verified"), family))).not.toContain("target = programmed.jan..dec");
  expect(rulesFor(broken("inconsistent"), family)?.equations).toEqual(ALL);
});

test("amounts may be rounded only where the document prints none of their series with cents", async () => {
  const read = await plan();
  const rounded = { ...family, equations: family.equations.map((one) => ({ ...one, whole: 0.5 })) };
  const wholes = (text: string) => {
    const rows = read.rows.map((row, k) => ({
      ...row,
      source: {
        ...row.source,
        cells: {
          ...row.source.cells,
          ...(k === 0 && { "programmed.jan": { ...row.source.cells["programmed.jan"]!, text } }),
        },
      },
    }));
    return rulesFor({ ...read, rows }, rounded)?.equations.flatMap(({ total, whole }) => [[total, whole]]);
  };
  expect(wholes("1,250")).toContainEqual(["programmed.q1", 0.5]);
  expect(wholes("1,250.00")).toContainEqual(["programmed.q1", undefined]);
  expect(wholes("1,250.00")).toContainEqual(["executed.q1", 0.5]);
});

test("a number that is printed nowhere but among the readings makes its equation count", async () => {
  const bare = withoutQuarters(await plan());
  const [first, ...rest] = bare.rows as [Row, ...Row[]];
  const open = {
    ...first,
    status: "ambiguous" as const,
    candidates: [{ probability: 0.5, cells: { "programmed.q1": 3 } }],
  };
  const others = rest.map((row) => ({ ...row, status: "repaired" as const }));
  expect(texts(rulesFor({ rows: [open, ...others], totals: [] }, family))).toContain(
    "programmed.q1 = programmed.jan..mar",
  );
});

test("without a family there are no rules", async () => {
  expect(rulesFor(await plan(), null)).toBeNull();
});
