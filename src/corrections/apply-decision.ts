import { holds } from "../rules/residual.ts";
import { type Cells, changedCells, readCells, writeCells } from "../rules/row-cells.ts";
import type { Row } from "../schema.ts";
import type { Settlement } from "./correction.ts";
import type { Rules } from "./rules-for.ts";

/** Doubts that a person who has seen the row has answered, whatever was decided. */
const ANSWERED = new Set(["low-confidence", "organ-not-matched"]);
/** And those that its numbers answer; of a document that is wrong, they still say what is printed. */
const ANSWERED_BY_VALUES = new Set(["several-readings", "no-reading", "no-numbers", "equation-broken"]);

/**
 * Puts a person's decision on a row as the program reads it now. What the program said stays in
 * `correction.before`. Where it now reads something else than both sides of the decision, or the decision no
 * longer fits the family, its own reading stands, flagged `correction-conflict`, and a person looks again.
 */
export function applyDecision(read: Row, decision: Settlement, rules: Rules): Row {
  const cells = readCells(read);
  const conflict = findConflict(read, cells, decision, rules);
  const changed = changedCells(cells, decision.after.cells).filter((cell) => Object.hasOwn(cells, cell));
  const pick = (from: Readonly<Cells>) =>
    Object.fromEntries(changed.map((cell) => [cell, from[cell] ?? null]));
  const organ = decision.after.organ;
  const isOrganNew = organ !== null && organ.id !== read.organ?.id;
  const isTrue = changed.length === 0 && !isOrganNew && !read.needsReview;
  const correction: NonNullable<Row["correction"]> = {
    outcome: conflict !== null ? "conflict" : isTrue ? "already-true" : "applied",
    decision: decision.decision,
    by: decision.by,
    at: decision.at,
    reason: decision.reason,
    cells: pick(decision.after.cells),
    organ,
    before: {
      status: read.status,
      needsReview: read.needsReview,
      organ: read.organ,
      flags: read.flags,
      // The numbers of a row in conflict stay as they are.
      cells: conflict === null ? pick(cells) : {},
    },
  };
  if (conflict !== null) {
    return placeCorrection({ ...read, needsReview: true, flags: [...read.flags, conflict] }, correction);
  }
  const settled = {
    ...writeCells(read, pick(decision.after.cells)),
    organ:
      isOrganNew && read.organ !== null
        ? { ...read.organ, name: organ.name, id: organ.id, method: "person" as const }
        : read.organ,
    status: statusOf(read, decision, changed.length > 0),
    needsReview: false,
    flags: [...read.flags.filter((flag) => isOpen(flag, decision)), settledFlag(decision, changed)],
  };
  return placeCorrection(settled, correction);
}

/** Keys keep their order: the same row gives the same bytes, with the correction before what was printed. */
function placeCorrection({ source, ...row }: Row, correction: NonNullable<Row["correction"]>): Row {
  return { ...row, correction, source };
}

function statusOf(read: Row, { decision }: Settlement, isChanged: boolean): Row["status"] {
  if (decision === "document-wrong") return "inconsistent";
  const wasSound = read.status === "verified" || read.status === "repaired" || read.status === "unverified";
  return wasSound && !isChanged ? read.status : "repaired";
}

function isOpen({ code }: Row["flags"][number], { decision }: Settlement): boolean {
  return !ANSWERED.has(code) && !(decision === "values" && ANSWERED_BY_VALUES.has(code));
}

function settledFlag({ by, at, reason }: Settlement, cells: string[]): Row["flags"][number] {
  const why = reason === "" ? "" : `: ${reason}`;
  return {
    code: "settled-by-person",
    severity: "info",
    cells,
    message: `Settled by ${by} on ${at.slice(0, 10)}${why}.`,
  };
}

/** Why a decision cannot be put on the row any more; null where it can. */
function findConflict(
  read: Row,
  cells: Readonly<Cells>,
  decision: Settlement,
  rules: Rules,
): Row["flags"][number] | null {
  const { before, after, by, at } = decision;
  const fail = (which: string[], why: string) => ({
    code: "correction-conflict",
    severity: "warning" as const,
    cells: which,
    message: `${by} settled this row on ${at.slice(0, 10)}, and ${why}`,
  });
  const gone = Object.keys(after.cells).filter((cell) => !Object.hasOwn(cells, cell));
  if (gone.length > 0) return fail([], `it no longer has these cells: ${gone.join(", ")}.`);
  const added = Object.keys(cells).filter((cell) => !Object.hasOwn(after.cells, cell));
  if (added.length > 0) return fail(added, `it now has cells that were not there: ${added.join(", ")}.`);
  const { organ } = after;
  if (organ !== null && rules !== null && !rules.organs.some(({ id }) => id === organ.id)) {
    return fail([], `the organ chosen then, ${organ.name}, is no longer one of the family.`);
  }
  const readId = read.organ?.id ?? null;
  const isOrganOther = readId !== before.organ && readId !== (organ?.id ?? before.organ);
  if (isOrganOther) return fail([], `its organ is now read as ${read.organ?.name ?? "none that is known"}.`);
  const other = changedCells(cells, after.cells).filter(
    (cell) => cells[cell] !== before.cells[cell] && !(cells[cell] === null && read.needsReview),
  );
  if (other.length > 0) {
    const list = other.map(
      (cell) => `${cell} = ${cells[cell] ?? "blank"}, not ${after.cells[cell] ?? "blank"}`,
    );
    return fail(other, `it now reads otherwise: ${list.join("; ")}.`);
  }
  const broken = (rules?.equations ?? []).filter((equation) => !holds(equation, after.cells));
  if (decision.decision === "values" && broken.length > 0) {
    const which = [...new Set(broken.flatMap(({ total, terms }) => [total, ...terms]))];
    return fail(which, `its numbers now break ${broken.map(({ text }) => text).join("; ")}.`);
  }
  return null;
}
