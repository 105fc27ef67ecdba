import { listCells } from "../results/list-cells.ts";
import type { Row } from "../schema.ts";
import { editDistance } from "../text/edit-distance.ts";
import { fold } from "../text/fold.ts";
import type { Thread } from "./report.ts";
import { isExecution } from "./stated-cells.ts";

/** How alike two activities must be to be taken for one that was reworded: 1 is the same, 0 nothing in common. */
const ALIKE = 0.85;
/** Beyond this many comparisons the rest is left unmatched: texts that differ so often are of different plans. */
const MAX_COMPARISONS = 40_000;

interface Draft {
  readonly rows: (Row | null)[];
  isSure: boolean;
}

/**
 * Follows rows through the reports of a year: rows of the same organ, activity, unit and category are one. Where a
 * report has several such rows, the plans tell which is which; what is left over is matched by activities that are
 * nearly the same. Neither of these is sure.
 *
 * @param reports the rows of each report, in the order of the reports
 */
export function threadRows(reports: readonly (readonly Row[])[]): Thread[] {
  const threads: Draft[] = [];
  for (const [index, rows] of reports.entries()) {
    const place = (draft: Draft, row: Row, isSure: boolean) => {
      draft.rows[index] = row;
      draft.isSure &&= isSure;
    };
    const threadsOf = Map.groupBy(threads, (draft) => keyOf(lastRow(draft)));
    const left: Row[] = [];
    for (const [key, same] of Map.groupBy(rows, keyOf)) {
      const known = threadsOf.get(key) ?? [];
      const isSure = same.length === 1 && known.length === 1;
      for (const { row, draft } of pairByPlan(same, known)) {
        if (draft === null) left.push(row);
        else place(draft, row, isSure);
      }
    }
    const free = threads.filter((draft) => draft.rows[index] == null);
    const near = pairByActivity(left, free);
    for (const row of left) {
      const draft = near.get(row);
      if (draft !== undefined) place(draft, row, false);
      else threads.push(newDraft(row, index));
    }
    for (const draft of threads) draft.rows[index] ??= null;
  }
  return threads;
}

function newDraft(row: Row, index: number): Draft {
  return { rows: [...Array<null>(index).fill(null), row], isSure: true };
}

function lastRow({ rows }: Draft): Row {
  return rows.findLast((row) => row != null)!;
}

function organOf({ organ }: Row): string {
  return organ?.id ?? fold(organ?.raw ?? "");
}

function unitOf({ unit, labels }: Row): string {
  return unit?.id ?? fold(labels.unit ?? "");
}

function activityOf({ labels }: Row): string {
  return fold(labels.activity ?? Object.values(labels).join(" "));
}

function keyOf(row: Row): string {
  return [organOf(row), activityOf(row), unitOf(row), fold(row.labels.category ?? "")].join("\n");
}

/** Rows of one key to threads of the same: those whose plans agree most come first, then the order of print. */
function pairByPlan(rows: readonly Row[], drafts: readonly Draft[]): { row: Row; draft: Draft | null }[] {
  if (rows.length === 1 && drafts.length <= 1) return [{ row: rows[0]!, draft: drafts[0] ?? null }];
  const plans = new Map([...rows, ...drafts.map(lastRow)].map((row) => [row, planOf(row)]));
  const free = new Set(drafts);
  const choices = rows
    .flatMap((row, i) =>
      drafts.map((draft, j) => ({
        row,
        draft,
        agreement: countAgreeing(plans.get(row)!, plans.get(lastRow(draft))!),
        distance: Math.abs(i - j),
      })),
    )
    .sort((a, b) => b.agreement - a.agreement || a.distance - b.distance);
  const chosen = new Map<Row, Draft>();
  for (const { row, draft } of choices) {
    if (chosen.has(row) || !free.delete(draft)) continue;
    chosen.set(row, draft);
  }
  return rows.map((row) => ({ row, draft: chosen.get(row) ?? null }));
}

function planOf(row: Row): Map<string, number | null> {
  const cells = [...listCells(row)].filter(({ name }) => !isExecution(name));
  return new Map(cells.map(({ name, value }) => [name, value]));
}

function countAgreeing(a: ReadonlyMap<string, number | null>, b: ReadonlyMap<string, number | null>): number {
  return [...a].filter(([name, value]) => value !== null && b.get(name) === value).length;
}

/** Rows and threads of one organ and unit whose activities are each other's nearest, and near enough. */
function pairByActivity(rows: readonly Row[], drafts: readonly Draft[]): Map<Row, Draft> {
  const pairs = new Map<Row, Draft>();
  if (rows.length * drafts.length > MAX_COMPARISONS) return pairs;
  const choices = rows
    .flatMap((row) =>
      drafts
        .filter((draft) => organOf(lastRow(draft)) === organOf(row) && unitOf(lastRow(draft)) === unitOf(row))
        .map((draft) => ({ row, draft, likeness: likeness(activityOf(row), activityOf(lastRow(draft))) })),
    )
    .filter((choice) => choice.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<Draft>();
  for (const { row, draft } of choices) {
    if (pairs.has(row) || taken.has(draft)) continue;
    pairs.set(row, draft);
    taken.add(draft);
  }
  return pairs;
}

function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer;
}
