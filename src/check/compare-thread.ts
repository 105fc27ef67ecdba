import { type Cell, listCells } from "../results/list-cells.ts";
import { openCells } from "../results/open-cells.ts";
import type { Row } from "../schema.ts";
import type { Difference, Finding, FindingKind, Statement } from "./finding.ts";
import type { PlanYear, Report, Thread } from "./report.ts";
import { createStates, isExecution, isSameAmount, isSure } from "./stated-cells.ts";

/** A report, and which cells it speaks of. */
export interface Voice extends Report {
  readonly states: (cell: Cell) => boolean;
}

export function toVoice(report: Report): Voice {
  return { ...report, states: createStates(report.extraction) };
}

/** What the reports of a year say differently of one row, and where they lack it. */
export function compareThread(thread: Thread, voices: readonly Voice[], year: PlanYear): Finding[] {
  return [...findDifferences(thread, voices, year), ...findGaps(thread, voices, year)];
}

/** What published totals of the same label say differently. */
export function compareTotals(thread: Thread, voices: readonly Voice[], year: PlanYear): Finding[] {
  return findDifferences(thread, voices, year, "total-differs");
}

function findDifferences(
  thread: Thread,
  voices: readonly Voice[],
  year: PlanYear,
  only?: FindingKind,
): Finding[] {
  const kinds = new Map<FindingKind, Difference[]>();
  for (const [cell, statements] of collectStatements(thread, voices)) {
    if (statements.every(({ value }) => isSameAmount(value, statements[0]!.value))) continue;
    const kind = only ?? classify(cell, statements);
    const plain = statements.map(({ quarter: _, ...statement }) => statement);
    kinds.set(kind, [...(kinds.get(kind) ?? []), { cell, statements: plain }]);
  }
  return [...kinds].map(([kind, differences]) => ({
    kind,
    ...describe(thread, voices, year),
    differences,
    isDoubtful:
      !thread.isSure ||
      differences.some(({ statements }) => statements.some((statement) => !statement.isSure)),
  }));
}

type Dated = Statement & { readonly quarter: number | null };

/** Cell by cell, what each report that speaks of it has there. Cells with several readings say nothing yet. */
function collectStatements({ rows }: Thread, voices: readonly Voice[]): Map<string, Dated[]> {
  const byCell = new Map<string, Dated[]>();
  for (const [i, voice] of voices.entries()) {
    const row = rows[i];
    if (row == null) continue;
    const open = openCells(row);
    const rowIsSure = isSure(row);
    for (const cell of listCells(row)) {
      if (open.has(cell.name) || !voice.states(cell)) continue;
      // In a row that is in doubt, a blank may be a number that was not found.
      if (cell.value === null && !rowIsSure) continue;
      const statement = {
        document: voice.name,
        row: row.id,
        value: cell.value,
        isSure: rowIsSure,
        quarter: voice.quarter,
      };
      byCell.set(cell.name, [...(byCell.get(cell.name) ?? []), statement]);
    }
  }
  return byCell;
}

/** A number that changes once between quarters was revised; all else is a contradiction. */
function classify(cell: string, statements: readonly Dated[]): FindingKind {
  const changes = statements.slice(1).filter((next, i) => !isSameAmount(next.value, statements[i]!.value));
  const isDated = statements.every(({ quarter }) => quarter !== null);
  const clashes = statements.some((one) =>
    statements.some((other) => one.quarter === other.quarter && !isSameAmount(one.value, other.value)),
  );
  const returns = changes.length >= new Set(statements.map(({ value }) => value ?? 0)).size;
  if (!isDated || clashes || returns) return "contradiction";
  return isExecution(cell) ? "execution-restated" : "plan-changed";
}

/** Rows that come or go between reports. */
function findGaps(thread: Thread, voices: readonly Voice[], year: PlanYear): Finding[] {
  const first = thread.rows.findIndex((row) => row !== null);
  const last = thread.rows.findLastIndex((row) => row !== null);
  const isMissing = thread.rows.some((row, i) => row === null && i > first);
  const gaps: FindingKind[] = [
    ...(first > 0 ? (["row-new"] as const) : []),
    ...(isMissing ? (["row-missing"] as const) : []),
  ];
  const rows = [thread.rows[first], thread.rows[last]];
  const isDoubtful = rows.some((row) => row != null && !isSure(row));
  return gaps.map((kind) => ({ kind, ...describe(thread, voices, year), differences: [], isDoubtful }));
}

function describe({ rows }: Thread, voices: readonly Voice[], { entity, year }: PlanYear) {
  const row: Row = rows.findLast((one) => one !== null)!;
  const names = (wanted: boolean) =>
    voices.filter((_, i) => (rows[i] !== null) === wanted).map(({ name }) => name);
  return {
    entity,
    year,
    organ: row.organ?.name ?? row.organ?.raw ?? null,
    activity: row.labels.activity ?? row.labels.label ?? (Object.values(row.labels).join(" ") || null),
    unit: row.unit?.name ?? row.unit?.raw ?? null,
    foundIn: names(true),
    missingFrom: names(false),
  };
}
