import { basename } from "node:path";
import { listCells } from "../results/list-cells.ts";
import { openCells } from "../results/open-cells.ts";
import type { Candidate, Row } from "../schema.ts";
import type { Voice } from "./compare-thread.ts";
import type { Thread } from "./report.ts";
import { isSameAmount, isSure } from "./stated-cells.ts";

/**
 * How probable it is that a wrong reading agrees with a sister report by chance, because the row was revised in
 * between to just those numbers. Few rows are revised in a quarter, some two in a hundred, and of the ways to revise
 * one few are another reading of the damage: one in twenty is taken, to be on the safe side.
 */
const CHANCE = 0.001;

/** A reading is taken for settled from this probability on: no family asks for more before a row needs no review. */
const SETTLED = 0.99;

/** A row whose readings other reports of the year tell apart. */
export interface Proposal {
  /** The result's file in its folder, the document and the row it concerns. */
  readonly file: string;
  readonly document: string;
  readonly row: string;
  readonly organ: string | null;
  readonly activity: string | null;
  /** The values that the remaining readings share, in the cells that were open. */
  readonly cells: Readonly<Record<string, number | null>>;
  /** Which reports agree, and in which of these cells they say so themselves. */
  readonly agreement: readonly {
    readonly document: string;
    readonly row: string;
    readonly cells: readonly string[];
  }[];
  /** The readings before, and those that remain; one means that the row is settled. */
  readonly before: readonly Candidate[];
  readonly remaining: readonly Candidate[];
  /** Probability that the remaining readings hold the right one. */
  readonly confidence: number;
  readonly isSettled: boolean;
}

/** A row of another report that is sure, and which cells that report speaks of. */
interface Sister {
  readonly voice: Voice;
  readonly row: Row;
}

/**
 * Asks the other reports of the year which reading of an ambiguous row they have: the plan is the same in all of
 * them, and so are the executed months that were already reported. A sister is heard only if it is sure, if its
 * labels tell the row from all others, and if it agrees with everything that is already known of the row; a row that
 * was revised in between proves nothing. Returns null where no reading can be excluded.
 */
export function settleRow(thread: Thread, index: number, voices: readonly Voice[]): Proposal | null {
  const row = thread.rows[index];
  const voice = voices[index]!;
  if (row == null || row.status !== "ambiguous" || row.candidates.length === 0 || !thread.isSure) return null;
  const sisters = thread.rows.flatMap((other, i): Sister[] =>
    other === null || i === index || !isSure(other) ? [] : [{ voice: voices[i]!, row: other }],
  );
  const statements = sisters.map((sister) => ({ ...sister, ...askSister(row, voice, sister) }));
  const heard = statements.filter(({ isAlike, says }) => isAlike && says.size > 0);
  const agrees = ({ cells }: Candidate, { says }: { says: ReadonlyMap<string, number | null> }) =>
    [...says].every(([cell, value]) => isSameAmount(cells[cell] ?? null, value));
  const agreeing = row.candidates.filter((candidate) => heard.every((sister) => agrees(candidate, sister)));
  if (agreeing.length === 0 || agreeing.length === row.candidates.length) return null;
  // A report from after a revision that also has other numbers here: nobody knows when these were revised.
  const isDisputed = statements.some((sister) => !agreeing.some((candidate) => agrees(candidate, sister)));
  if (isDisputed) return null;

  const before = sum(agreeing);
  const confidence = weigh(before, isCovered(row, heard) ? 0 : Math.max(0, 1 - sum(row.candidates)));
  return {
    file: basename(voice.path),
    document: voice.name,
    row: row.id,
    organ: row.organ?.name ?? row.organ?.raw ?? null,
    activity: row.labels.activity ?? null,
    cells: sharedCells(agreeing),
    agreement: heard.map(({ voice: { name }, row: { id }, says }) => ({
      document: name,
      row: id,
      cells: [...says.keys()],
    })),
    before: row.candidates,
    remaining: agreeing.map((candidate) => ({
      ...candidate,
      probability: round(candidate.probability / before),
    })),
    confidence: round(confidence),
    isSettled: agreeing.length === 1 && confidence >= SETTLED,
  };
}

/**
 * What a sister says in the open cells that both reports speak of, and whether it is of the same state of the row: it
 * contradicts nothing that is known of it, and has a number in common with it.
 */
function askSister(
  row: Row,
  voice: Voice,
  sister: Sister,
): { says: Map<string, number | null>; isAlike: boolean } {
  const known = new Map([...listCells(row)].map(({ name, value }) => [name, value]));
  const open = openCells(row);
  const says = new Map<string, number | null>();
  let isRevised = false;
  let hasCommon = false;
  for (const cell of listCells(sister.row)) {
    if (!known.has(cell.name) || !voice.states(cell) || !sister.voice.states(cell)) continue;
    if (open.has(cell.name)) says.set(cell.name, cell.value);
    else if (!isSameAmount(known.get(cell.name)!, cell.value)) isRevised = true;
    else hasCommon ||= cell.value !== null && cell.value !== 0;
  }
  return { says, isAlike: hasCommon && !isRevised };
}

/**
 * The probability of readings that agree, against those that agree by chance, and against readings that were too
 * improbable to be listed and may agree as well.
 *
 * @param agreeing what the readings had together before the sisters were asked
 * @param unlisted what all readings that are not listed had
 */
function weigh(agreeing: number, unlisted: number): number {
  return agreeing / (agreeing + unlisted + CHANCE * Math.max(0, 1 - agreeing - unlisted));
}

/** Whether sisters speak of every open cell: then no other reading, listed or not, can agree with them. */
function isCovered(row: Row, heard: readonly { readonly says: ReadonlyMap<string, unknown> }[]): boolean {
  return [...openCells(row)].every((cell) => heard.some(({ says }) => says.has(cell)));
}

function sum(candidates: readonly Candidate[]): number {
  return candidates.reduce((total, { probability }) => total + probability, 0);
}

/** The values on which readings agree. */
function sharedCells([first, ...others]: readonly Candidate[]): Record<string, number | null> {
  const shared = Object.entries(first!.cells).filter(([cell, value]) =>
    others.every(({ cells }) => (cells[cell] ?? null) === value),
  );
  return Object.fromEntries(shared);
}

/** Probabilities are given to four decimals, rounded down: 1 is only said of what is certain. */
function round(probability: number): number {
  return Math.floor(probability * 10_000 + 1e-6) / 10_000;
}
