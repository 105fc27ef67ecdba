import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { reconcileBlocks } from "../../src/corrections/reconcile-blocks.ts";
import { extract } from "../../src/extract.ts";
import type { Extraction, Row } from "../../src/schema.ts";

const sample = new URL("../../samples/ceplan-b4/spreadsheet.pdf", import.meta.url);
const read = await extract(await readFile(sample), { name: "plan.pdf", family: "ceplan-b4" });

/** The document with the financial total of some rows changed. */
function change(by: number, isMeant: (row: Row) => boolean): Extraction {
  const rows = read.rows.map((row) => {
    if (!isMeant(row)) return row;
    const financial = row.series.financial!;
    return {
      ...row,
      series: { ...row.series, financial: { ...financial, total: (financial.total ?? 0) + by } },
    };
  });
  return { ...read, rows };
}

describe("reconcileBlocks", () => {
  const years = [...new Set(read.rows.map(({ year }) => year))];

  it("has a plan of several years before it, each with a total that agrees", () => {
    expect(years.length).toBeGreaterThan(1);
    expect(read.reconciliation.map(({ verdict }) => verdict)).toEqual(years.map(() => "match"));
  });

  it("leaves everything as it was where no row has changed", () => {
    expect(reconcileBlocks(read, read)).toEqual(read.reconciliation);
  });

  it("moves the total of the year whose row has changed, and no other", () => {
    const [year] = years;
    const first = read.rows.find((row) => row.year === year)!;
    const [changed, ...others] = reconcileBlocks(
      read,
      change(1000, (row) => row === first),
    );
    const [was, ...rest] = read.reconciliation;
    expect(others).toEqual(rest);
    expect(changed!.computed).toBeCloseTo(was!.computed! + 1000, 6);
    expect(changed!.difference).toBeCloseTo(was!.difference! - 1000, 6);
    expect(changed!.verdict).toBe("mismatch");
  });

  it("leaves a total that no rows make", () => {
    const odd = {
      ...read,
      reconciliation: read.reconciliation.map((entry) => ({ ...entry, computed: 12.5 })),
    };
    expect(
      reconcileBlocks(
        odd,
        change(1000, () => true),
      ),
    ).toEqual(odd.reconciliation);
  });
});
