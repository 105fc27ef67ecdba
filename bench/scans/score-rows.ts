import type { Extraction } from "../../src/schema.ts";
import { fold } from "../../src/text/fold.ts";
import { CELLS } from "../cells.ts";
import type { TruthDocument } from "../rows/truth-row.ts";
import type { DrawnCell } from "./draw-plan.ts";

/** What came of the rows of a scanned document. */
export interface RowScore {
  rows: number;
  /** Rows that need no review, and those of them with a wrong number. */
  unreviewed: number;
  silent: number;
  /** Rows that did not come out at all. */
  missing: number;
  verified: number;
  repaired: number;
  /** Organs that were matched to the one that is printed. */
  organs: number;
  readonly errors: string[];
}

export function emptyRowScore(): RowScore {
  return { rows: 0, unreviewed: 0, silent: 0, missing: 0, verified: 0, repaired: 0, organs: 0, errors: [] };
}

/** Compares an extraction with the plan that was drawn; rows are found by where they stand. */
export function scoreRows(
  score: RowScore,
  { rows }: Extraction,
  plan: TruthDocument,
  pages: readonly (readonly DrawnCell[])[],
): void {
  for (const [index, cells] of pages.entries()) {
    const drawn = new Map(
      cells.filter(({ row }) => row < plan.rows.length).map((cell) => [cell.row, cell.box]),
    );
    for (const [k, box] of drawn) {
      score.rows++;
      const row = rows.find(({ page, source }) => {
        if (page !== index + 1) return false;
        const ys = Object.values(source.cells).flatMap((cell) =>
          cell.box ? [(cell.box[1] + cell.box[3]) / 2] : [],
        );
        const y = ys.sort((a, b) => a - b)[ys.length >> 1];
        return y !== undefined && y > box[1] && y < box[3];
      });
      if (row === undefined) {
        score.missing++;
        score.errors.push(`missing: page ${index + 1} row ${k}`);
        continue;
      }
      const truth = plan.rows[k]!;
      if (fold(row.organ?.name ?? "") === fold(truth.labels.organ)) score.organs++;
      if (row.status === "verified") score.verified++;
      if (row.status === "repaired") score.repaired++;
      if (row.needsReview) {
        score.errors.push(
          `review: page ${index + 1} row ${k} ${row.status} ${row.confidence} ${row.flags.map((f) => f.code)} ${row.organ?.name} ${truth.labels.organ}`,
        );
        continue;
      }
      score.unreviewed++;
      const wrong = CELLS.filter((name, at) => valueAt(row, name) !== (truth.values[at] ?? null));
      if (wrong.length === 0) continue;
      score.silent++;
      score.errors.push(`silent: page ${index + 1} row ${k} ${wrong.join()}`);
    }
  }
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function valueAt(row: Extraction["rows"][number], name: string): number | null {
  if (name === "target") return row.target;
  const [series = "", part = ""] = name.split(".");
  const values = row.series[series];
  if (part.startsWith("q")) return values?.quarterly?.[Number(part[1]) - 1] ?? null;
  return values?.monthly?.[MONTHS.indexOf(part)] ?? null;
}
