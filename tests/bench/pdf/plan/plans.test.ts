import { describe, expect, test } from "vitest";
import { addItems } from "../../../../bench/pdf/plan/add-items.ts";
import { INSTITUTE, MUNICIPALITY } from "../../../../bench/pdf/plan/entities.ts";
import { type EntityPlanOptions, entityPlan } from "../../../../bench/pdf/plan/entity-plan.ts";
import { itemsOf, type Plan, type PlanItem } from "../../../../bench/pdf/plan/plan.ts";
import { satPlan, seedPlan } from "../../../../bench/pdf/plan/sat-plan.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const OPTIONS: EntityPlanOptions = {
  seed: 3,
  year: 2024,
  rows: 30,
  subtotal: "SUBTOTAL",
  total: "TOTAL",
  blankZeros: false,
  tables: 1,
};

const sum = (item: PlanItem, names: readonly string[]) =>
  Math.round(names.reduce((total, name) => total + (item.cells[name] ?? 0) * 100, 0));

/** The nine sums of a row, worked out here anew. */
function brokenSums(plan: Plan): string[] {
  return itemsOf(plan).flatMap((item) => {
    const sums = [["target", MONTHS.map((month) => `programmed.${month}`)] as const].concat(
      ["programmed", "executed"].flatMap((series) =>
        [0, 1, 2, 3].map(
          (quarter) =>
            [
              `${series}.q${quarter + 1}`,
              MONTHS.slice(3 * quarter, 3 * quarter + 3).map((month) => `${series}.${month}`),
            ] as const,
        ),
      ) as never,
    );
    return sums.filter(([total, terms]) => sum(item, [total]) !== sum(item, terms)).map(([total]) => total);
  });
}

describe("seedPlan", () => {
  const plan = seedPlan(79);

  test("holds the published report's 79 rows, and totals that add up", () => {
    const items = itemsOf(plan);
    expect(items.filter(({ kind }) => kind === "activity")).toHaveLength(79);
    expect(items.slice(79).map(({ labels }) => labels.label)).toEqual(["TOTAL ACCIONES", "TOTAL EQUIPOS"]);
    expect(brokenSums(plan)).toEqual([]);
  });

  test("prints the first row as it was published", () => {
    const [first] = itemsOf(plan);
    expect(first?.labels.organ).toBe("JEFATURA SAT");
    expect(first?.cells).toMatchObject({
      target: 12,
      "programmed.jan": 1,
      "executed.dec": 1,
      "executed.q4": 3,
    });
  });

  test("adds up EQUIPOS apart from all other units", () => {
    const items = itemsOf(plan);
    const add = (test: (unit: string | undefined) => boolean) =>
      items
        .filter(({ kind, labels }) => kind === "activity" && test(labels.unit))
        .reduce((total, { cells }) => total + (cells.target ?? 0), 0);
    expect(items[79]?.cells.target).toBe(add((unit) => unit !== "EQUIPOS"));
    expect(items[80]?.cells.target).toBe(add((unit) => unit === "EQUIPOS"));
  });
});

describe("satPlan", () => {
  test("is the same for the same seed, and sound", () => {
    expect(satPlan(7, 36, 2022)).toEqual(satPlan(7, 36, 2022));
    expect(satPlan(7, 36, 2022)).not.toEqual(satPlan(8, 36, 2022));
    for (const seed of [7, 12, 39, 44]) expect(brokenSums(satPlan(seed, 36, 2022))).toEqual([]);
  });

  test("names its quarter in the title, and prints nothing executed after it", () => {
    const plan = satPlan(7, 36, 2022);
    expect(plan.throughQuarter).toBe(2);
    expect(plan.title).toBe("PLAN OPERATIVO INSTITUCIONAL 2022 - AL II TRIMESTRE");
    for (const { kind, cells } of itemsOf(plan)) {
      if (kind === "activity") expect(cells["executed.jul"]).toBeNull();
    }
  });

  test("keeps an organ's rows together", () => {
    const organs = itemsOf(satPlan(7, 36, 2022)).map(({ labels }) => labels.organ);
    const runs = organs.filter((organ, index) => organ !== organs[index - 1]);
    expect(new Set(runs).size).toBe(runs.length);
  });
});

describe("entityPlan", () => {
  test("adds up each organ and all of them", () => {
    const items = itemsOf(entityPlan(MUNICIPALITY, OPTIONS));
    const rows = items.filter(({ kind }) => kind === "activity");
    const totals = items.filter(({ kind }) => kind === "total");
    expect(rows).toHaveLength(30);
    expect(totals.at(-1)?.labels.label).toBe("TOTAL");
    for (const cell of ["target", "programmed.may", "executed.q2"]) {
      expect(sum(totals.at(-1) as PlanItem, [cell])).toBe(
        rows.reduce((all, row) => all + sum(row, [cell]), 0),
      );
    }
    const [first] = totals;
    const own = rows.filter(({ labels }) => `SUBTOTAL ${labels.organ}` === first?.labels.label);
    expect(own.length).toBeGreaterThan(0);
    expect(first?.cells.target).toBe(own.reduce((all, { cells }) => all + (cells.target ?? 0), 0));
  });

  test("is sound with zeros and without them", () => {
    for (const blankZeros of [false, true]) {
      const plan = entityPlan(INSTITUTE, { ...OPTIONS, seed: 24, blankZeros });
      expect(brokenSums(plan)).toEqual([]);
      const zeros = itemsOf(plan).filter(
        ({ kind, cells }) => kind === "activity" && Object.values(cells).includes(0),
      );
      expect(zeros.length > 0).toBe(!blankZeros);
    }
  });

  test("gives every row a code and a text of its own", () => {
    const rows = itemsOf(entityPlan(INSTITUTE, { ...OPTIONS, rows: 60, total: null, subtotal: null }));
    expect(new Set(rows.map(({ labels }) => labels.code)).size).toBe(60);
    expect(new Set(rows.map(({ labels }) => labels.activity)).size).toBe(60);
  });

  test("deals its organs out to two tables", () => {
    const { tables } = entityPlan(MUNICIPALITY, { ...OPTIONS, tables: 2 });
    expect(tables.map(({ heading }) => heading)).toEqual([
      "I. ACTIVIDADES OPERATIVAS, GRUPO A",
      "II. ACTIVIDADES OPERATIVAS, GRUPO B",
    ]);
    expect(tables.flatMap(({ items }) => items.filter(({ kind }) => kind === "activity"))).toHaveLength(30);
    expect(tables[0]?.items.some(({ labels }) => labels.label === "TOTAL")).toBe(false);
  });
});

test("addItems prints 0 where nothing adds up, and leaves percentages out", () => {
  const item = (value: number | null): PlanItem => ({
    kind: "activity",
    labels: {},
    cells: { target: value, "programmed.jan": null, "extra.progress": 50 },
    decimals: 2,
  });
  expect(addItems("TOTAL", [item(0.1), item(0.2)])).toEqual({
    kind: "total",
    labels: { label: "TOTAL" },
    cells: { target: 0.3, "programmed.jan": 0 },
    decimals: 2,
  });
});
