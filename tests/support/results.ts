import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Extraction, Row } from "../../src/schema.ts";

/** Twelve months, blank where no number is given. */
export function months(...values: (number | null)[]): (number | null)[] {
  return [...values, ...Array<null>(12 - values.length).fill(null)];
}

/** Four quarters, blank where no number is given. */
export function quarters(...values: (number | null)[]): (number | null)[] {
  return [...values, ...Array<null>(4 - values.length).fill(null)];
}

/** A name that was matched to one that is known. */
export function matched(raw: string, name = raw): NonNullable<Row["organ"]> {
  return { raw, name, id: name.toLowerCase().replaceAll(" ", "-"), score: 1, method: "exact" };
}

/** A sound row: one a month was planned, and done in January; what a test is about is given as `changes`. */
export function makeRow(changes: Partial<Row> = {}): Row {
  return {
    id: "1-7",
    page: 1,
    line: 7,
    organ: matched("FINANZAS", "Finanzas"),
    unit: matched("ACCIONES", "Acción"),
    labels: { category: "GESTIÓN", activity: "CIERRE DEL MES", unit: "ACCIONES" },
    target: 12,
    series: {
      programmed: { monthly: Array<number>(12).fill(1), quarterly: [3, 3, 3, 3] },
      executed: { monthly: months(1), quarterly: quarters(1) },
    },
    status: "verified",
    needsReview: false,
    confidence: 0.9999,
    flags: [],
    repairs: [],
    candidates: [],
    source: { text: "FINANZAS\t12", cells: { target: { text: "12", page: 1, box: [10, 20.5, 30, 40] } } },
    ...changes,
  };
}

/** A row with two readings: the program could not tell in which month two actions were planned. */
export function ambiguousRow(changes: Partial<Row> = {}): Row {
  return makeRow({
    id: "2-9",
    page: 2,
    line: 9,
    labels: { category: "GESTIÓN", activity: "ARQUEO DE CAJA", unit: "ACCIONES" },
    target: 2,
    series: {
      programmed: { monthly: months(null, null, 0), quarterly: [2, 0, 0, 0] },
      executed: { monthly: months(), quarterly: quarters() },
    },
    status: "ambiguous",
    needsReview: true,
    confidence: 0.6,
    flags: [
      {
        code: "several-readings",
        severity: "warning",
        cells: ["programmed.jan", "programmed.feb"],
        message: "The numbers can be read in 2 ways.",
      },
    ],
    candidates: [
      { probability: 0.6, cells: { "programmed.jan": 2, "programmed.feb": null } },
      { probability: 0.4, cells: { "programmed.jan": null, "programmed.feb": 2 } },
    ],
    ...changes,
  });
}

/** A document of these rows. */
export function makeExtraction(
  rows: readonly Row[],
  document: Partial<Extraction["document"]> = {},
  changes: Partial<Extraction> = {},
): Extraction {
  const count = (holds: (row: Row) => boolean) => rows.filter(holds).length;
  return {
    schemaVersion: 1,
    document: {
      id: `sha256:${document.name ?? "plan.txt"}`,
      name: "plan.txt",
      mediaType: "text/plain",
      pages: 2,
      family: "small",
      familyVersion: "1.0.0",
      title: "PLAN 2023",
      entity: "Municipalidad de Prueba",
      year: 2023,
      throughQuarter: 1,
      source: null,
      preparedBy: null,
      ...document,
    },
    rows: [...rows],
    totals: [],
    reconciliation: [],
    flags: [],
    summary: {
      rows: rows.length,
      verified: count(({ status }) => status === "verified"),
      repaired: count(({ status }) => status === "repaired"),
      review: count(({ needsReview }) => needsReview),
    },
    ...changes,
  };
}

/** Lends a folder that holds results, `<name>.poi.json` each; a text is written as it is. */
export async function withResults<T>(
  results: Readonly<Record<string, Extraction | string>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "poi-results-"));
  try {
    await writeResults(folder, results);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function writeResults(
  folder: string,
  results: Readonly<Record<string, Extraction | string>>,
): Promise<void> {
  for (const [name, result] of Object.entries(results)) {
    const text = typeof result === "string" ? result : JSON.stringify(result);
    await writeFile(join(folder, `${name}.poi.json`), text);
  }
}
