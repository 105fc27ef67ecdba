import { openCells } from "../corrections/reconcile-again.ts";
import type { Rules } from "../corrections/rules-for.ts";
import { withoutDecision } from "../corrections/without-decision.ts";
import { holds } from "../rules/residual.ts";
import { readCells } from "../rules/row-cells.ts";
import type { Row } from "../schema.ts";
import { fold } from "../text/fold.ts";
import type { QueueItem, RowState } from "./api.ts";

/** A row as the queue knows it: what it is listed, counted and searched by. */
export interface ReviewRow extends QueueItem {
  readonly row: Row;
  /** Texts of the equations that are broken, or that the open cells stand in. */
  readonly equations: readonly string[];
  /**
   * Rows with the same text are alike: one family, the same reasons, the same doubtful equations and cells, and
   * where the organ is in doubt, the same printed name.
   */
  readonly likeness: string;
  /** Folded text to search in. */
  readonly search: () => string;
}

/** Describes a row for the queue. */
export function describeReviewRow(
  row: Row,
  place: { n: number; document: number; isTotal: boolean; name: string },
  family: string | null,
  rules: Rules,
): ReviewRow {
  const read = withoutDecision(row);
  const isConflict = row.correction?.outcome === "conflict";
  const shown = isConflict ? row : read;
  const state: RowState = isConflict
    ? "conflict"
    : row.correction !== undefined
      ? "settled"
      : read.needsReview
        ? "pending"
        : "sound";
  const organ = row.organ?.name ?? row.organ?.raw ?? "";
  const activity = row.labels.activity ?? row.labels.label ?? Object.values(row.labels).join(" · ");
  const { n, document, isTotal, name } = place;
  const reasons = shown.needsReview ? reasonsOf(shown) : [];
  const open = read.needsReview ? openCells(read) : new Set<string>();
  const equations = read.needsReview ? doubtfulEquations(read, open, rules) : [];
  const doubtedOrgan = reasons.includes("organ-not-matched") ? fold(row.organ?.raw ?? "") : "";
  return {
    n,
    document,
    isTotal,
    page: row.page,
    line: row.line,
    organ,
    activity,
    status: row.status,
    state,
    reasons,
    confidence: read.confidence,
    row,
    equations,
    likeness: [family, isTotal, ...reasons, ...equations, doubtedOrgan, ...[...open].sort()].join("\n"),
    // Folding the texts of 50,000 rows takes a second, and is for those who search.
    search: once(() => fold(`${organ} ${activity} ${Object.values(row.labels).join(" ")} ${row.id} ${name}`)),
  };
}

function once(make: () => string): () => string {
  let made: string | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** The codes of the doubts about a row; its status where no stage said more. */
function reasonsOf(row: Row): string[] {
  const doubts = row.flags.filter(({ severity }) => severity !== "info").map(({ code }) => code);
  return [...new Set(doubts.length > 0 ? doubts : [row.status])];
}

function doubtfulEquations(row: Row, open: ReadonlySet<string>, rules: Rules): string[] {
  const cells = readCells(row);
  return (rules?.equations ?? [])
    .filter(
      (equation) =>
        !holds(equation, cells) || [equation.total, ...equation.terms].some((cell) => open.has(cell)),
    )
    .map(({ text }) => text);
}

/** Whether a row has its place in the queue: it needs a person, or it did. */
export function isQueued({ state, row }: ReviewRow): boolean {
  return (
    state === "pending" ||
    state === "conflict" ||
    (state === "settled" && row.correction?.before.needsReview === true)
  );
}
