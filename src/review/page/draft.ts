import { holds } from "../../rules/residual.ts";
import type { RowDetail } from "../api.ts";
import { readTyped } from "./cell-words.ts";

/** What a person is about to decide: numbers as they stand, what was typed, and what was chosen. */
export interface Draft {
  readonly cells: Readonly<Record<string, number | null>>;
  /** Text of cells that someone typed into; it may be no number yet. */
  readonly typed: Readonly<Record<string, string>>;
  /** Index of the reading that was taken. */
  readonly candidate: number | null;
  /** An id of the family's list; "" leaves the organ as printed; null has not been chosen. */
  readonly organ: string | null;
}

/** The numbers of a draft; undefined where what was typed is no number. */
export function numberIn(draft: Draft, cell: string): number | null | undefined {
  const typed = draft.typed[cell];
  return typed === undefined ? (draft.cells[cell] ?? null) : readTyped(typed);
}

export function numbersIn(draft: Draft): Record<string, number | null> {
  return Object.fromEntries(Object.keys(draft.cells).map((cell) => [cell, numberIn(draft, cell) ?? null]));
}

/**
 * The cells that the program left open, and that nobody has chosen or typed a number for. A reading that was taken
 * settles them all: what it does not list is blank in every reading.
 */
export function stillOpen(draft: Draft, detail: RowDetail): string[] {
  if (detail.state === "settled" || draft.candidate !== null) return [];
  return detail.open.filter((cell) => draft.typed[cell] === undefined);
}

/** Why a draft cannot be accepted yet; null where it can. */
export type Obstacle =
  | { readonly kind: "open"; readonly cells: readonly string[] }
  | { readonly kind: "organ" }
  | { readonly kind: "typed"; readonly cell: string }
  | { readonly kind: "broken"; readonly equations: readonly string[] };

export function findObstacle(
  draft: Draft,
  detail: RowDetail,
  decision: "values" | "document-wrong",
): Obstacle | null {
  const cell = Object.keys(draft.typed).find((cell) => numberIn(draft, cell) === undefined);
  if (cell !== undefined) return { kind: "typed", cell };
  const open = stillOpen(draft, detail);
  if (open.length > 0) return { kind: "open", cells: open };
  const isOrganOpen = detail.read.flags.some(({ code }) => code === "organ-not-matched");
  if (isOrganOpen && draft.organ === null && detail.state !== "settled") return { kind: "organ" };
  if (decision === "document-wrong") return null;
  const values = numbersIn(draft);
  const broken = (detail.equations ?? []).filter((equation) => !holds(equation, values));
  return broken.length === 0 ? null : { kind: "broken", equations: broken.map(({ text }) => text) };
}
