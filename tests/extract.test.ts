import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extract, listFamilies, loadFamily, outputSchema, PoiError, type Row } from "../src/index.ts";
import { extraction } from "../src/schema.ts";
import { root, sample } from "./support/run-poi.ts";
import { planOf, soundPlan, soundRows } from "./support/small-plan.ts";

const bytes = readFileSync(join(root, sample));

describe("the first real document", async () => {
  const plan = await extract(bytes, { name: "poi-2023-iv.txt" });

  test("is what the published schema says", () => {
    expect(extraction.parse(plan)).toEqual(plan);
  });

  test("has 79 activities and 2 totals, each once, in the order of print", () => {
    expect(plan.rows).toHaveLength(79);
    expect(plan.totals.map((total) => total.labels.label)).toEqual(["TOTAL ACCIONES", "TOTAL EQUIPOS"]);
    expect(new Set([...plan.rows, ...plan.totals].map(({ id }) => id)).size).toBe(81);
    // In this file, and only there, a row is a line that begins with an organ and has a unit in its fourth column.
    const printed = bytes.toString("utf8").split("\n");
    const lines = printed.flatMap((line, i) =>
      /^[A-Z][^\t]+\t[^\t]+\t[^\t]+\t(?:ACCIONES|INFORMES|DOCUMENTOS|REPORTE|EQUIPOS)\t/.test(line)
        ? [i + 1]
        : [],
    );
    expect(plan.rows.map(({ line }) => line)).toEqual(lines);
  });

  test("has its 24 organs matched, each to one name", () => {
    expect(plan.rows.filter((row) => row.organ?.id == null)).toEqual([]);
    expect(new Set(plan.rows.map((row) => row.organ?.id)).size).toBe(24);
  });

  test("keeps long text columns whole", () => {
    expect(plan.rows[0]?.labels).toEqual({
      category: "GESTIÓN ADMINISTRATIVA",
      activity: "DIRECCIÓN, CONTROL Y SUPERVISIÓN DEL CORRECTO FUNCIONAMIENTO DE LA ENTIDAD",
      unit: "ACCIONES",
    });
  });

  test("reads 24 ones in its first row, of which the copy lost two", () => {
    const { series, status, needsReview } = plan.rows[0]!;
    expect(series).toEqual({
      programmed: { monthly: Array(12).fill(1), quarterly: [3, 3, 3, 3] },
      executed: { monthly: Array(12).fill(1), quarterly: [3, 3, 3, 3] },
    });
    expect({ status, needsReview }).toEqual({ status: "repaired", needsReview: false });
  });

  test("explains every row that needs review", () => {
    const review = plan.rows.filter((row) => row.needsReview);
    expect(review.length).toBe(plan.summary.review);
    for (const row of review) {
      expect(row.flags.filter(({ severity }) => severity !== "info").length, row.id).toBeGreaterThan(0);
    }
  });

  test("says what stands around the table", () => {
    expect(plan.document).toMatchObject({
      family: "sat-lima",
      title: "PLAN OPERATIVO INSTITUCIONAL 2023 - AL IV TRIMESTRE",
      entity: "Servicio de Administración Tributaria de Lima",
      year: 2023,
      throughQuarter: 4,
      source: "Módulo de Control de la Gestión al 10/01/2024.",
    });
  });
});

describe("a choice of pages", () => {
  test("gives their rows, read as they are read with all others", async () => {
    const whole = await extract(bytes);
    const part = await extract(bytes, { pages: "2-3" });
    expect(part.rows).toEqual(whole.rows.filter(({ page }) => page > 1));
    expect(part.rows.length).toBeLessThan(79);
    expect(part.totals).toEqual(whole.totals);
    expect(part.summary.rows).toBe(part.rows.length);
  });
});

describe("what is taken as input", () => {
  test("a string, bytes and a source are read alike", async () => {
    const fromText = await extract(soundPlan, { name: "plan.txt" });
    const fromBytes = await extract(new TextEncoder().encode(soundPlan), { name: "plan.txt" });
    expect(fromBytes).toEqual(fromText);
    expect(fromText.document.name).toBe("plan.txt");
    expect(fromText.rows.map(({ target }) => target)).toEqual([46, 64, 628]);
  });

  test("pasted text needs no name", async () => {
    expect((await extract(soundPlan)).document.name).toBe("text");
  });

  test.each([
    ["an id", "sat-lima"],
    ["a path", join(root, "pipelines/sat-lima")],
  ])("a family by %s", async (_, family) => {
    expect((await extract(soundPlan, { family })).document.family).toBe("sat-lima");
  });

  test("a family that was loaded before, even where it would not be recognised", async () => {
    const generic = await loadFamily("generic");
    expect((await extract(soundPlan, { family: generic })).document.family).toBe("generic");
  });

  test("families to choose from", async () => {
    const others = (await listFamilies()).filter(({ id }) => id !== "sat-lima");
    const chosen = await extract(soundPlan, { families: others }).then(
      (plan) => plan.document.family,
      (error) => error.code,
    );
    expect(chosen).not.toBe("sat-lima");
  });
});

describe("what cannot be read throws one typed error", () => {
  test.each([
    ["nothing at all", "empty-file", "", {}],
    ["a letter", "no-table", "Dear reader, there is no table here.", {}],
    ["a family that nobody knows", "family-not-found", soundPlan, { family: "nobody" }],
    ["a page that is not there", "usage", soundPlan, { pages: "2" }],
    ["pages that are no pages", "usage", soundPlan, { pages: "x" }],
  ] as const)("%s: %s", async (_, code, text, options) => {
    const error = await extract(text, options).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(PoiError);
    expect(error).toMatchObject({ code });
  });
});

describe("what holds of any document", () => {
  /** A row of the family's columns, whose sums are right; a month is blank where nothing was planned. */
  const soundRow = fc
    .tuple(
      fc.array(fc.option(fc.integer({ min: 1, max: 400 }), { freq: 8 }), { minLength: 12, maxLength: 12 }),
      fc.array(fc.option(fc.integer({ min: 1, max: 400 }), { freq: 8 }), { minLength: 12, maxLength: 12 }),
    )
    .map(([programmed, executed]) => {
      const sum = (values: readonly (number | null)[]) => values.reduce<number>((a, b) => a + (b ?? 0), 0);
      const quarters = [0, 3, 6, 9].flatMap((at) =>
        [programmed, executed].map((s) => sum(s.slice(at, at + 3))),
      );
      return [sum(programmed), ...programmed, ...executed, ...quarters];
    });
  const labels = soundRows[0]!.split("\t").slice(0, 4);
  const print = (rows: readonly (readonly (number | null)[])[]) =>
    planOf(...rows.map((row) => [...labels, ...row.map((value) => value ?? "")].join("\t")));
  const numbersOf = ({ target, series: { programmed, executed } }: Row) => [
    target,
    ...programmed!.monthly,
    ...executed!.monthly,
    ...[0, 1, 2, 3].flatMap((quarter) => [programmed!.quarterly[quarter], executed!.quarterly[quarter]]),
  ];

  test("rows without a fault are read as printed, in their order, and ask for nothing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(soundRow, { minLength: 1, maxLength: 6 }), async (rows) => {
        const plan = await extract(print(rows), { family: "sat-lima" });
        expect(plan.rows.map(numbersOf)).toEqual(rows);
        expect(plan.rows.map(({ status }) => status)).toEqual(rows.map(() => "verified"));
      }),
      { numRuns: 40 },
    );
  });

  test("what was read, printed and read again stays as it is", async () => {
    const plan = await extract(bytes);
    const settled = plan.rows.filter((row) => !row.needsReview).map(numbersOf) as (number | null)[][];
    const again = await extract(print(settled), { family: "sat-lima" });
    expect(again.rows.map(numbersOf)).toEqual(settled);
    expect(again.summary).toEqual({ rows: settled.length, verified: settled.length, repaired: 0, review: 0 });
  });
});

test("the schema of the output is derived from what the types come from", () => {
  expect(outputSchema()).toMatchObject({ title: "poi-extract output", type: "object" });
});
