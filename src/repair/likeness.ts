import type { RowCode } from "./row-code.ts";
import { zeroStyleCost } from "./zero-style.ts";

/**
 * How plan and execution of a period go together, in nats, learnt from the sound rows of the document: in 9 rows
 * of 10 they are equal, in a half-year report the later months are blank.
 */
export interface Likeness {
  /** By cell of the plan (the first of the two series): what it costs that both are equal. */
  readonly equal: Float64Array;
  /** What it costs that the plan has a number and the execution a blank. */
  readonly blank: Float64Array;
  /** What it costs that they differ otherwise, the first time in a row. */
  readonly differ: Float64Array;
  /** The same for each further period of the row: rows that differ once differ often. */
  readonly differMore: number;
  /** What it costs that one of the two is blank and the other a printed 0: the same amount, written in two ways. */
  readonly blankBesideZero: Float64Array;
  /** By cell: the share of printed zeros among the cells that add nothing. */
  readonly zeroShare: Float64Array;
  /** By cell: the share of blanks in its column. */
  readonly blankShare: Float64Array;
}

/** What is known before a document speaks: rows that count as seen, of which 9 in 10 are equal. */
const PRIOR_ROWS = 20;
const PRIOR_DIFFER = 1;
const PRIOR_BLANK = 0.1;
/** What it costs that execution takes this other value and no other. */
const DIFFER_VALUE = 1.5;
/** In a row that differs somewhere, about a quarter of the periods do. */
const DIFFER_MORE = 1.4;

/** Learns the likeness from sound rows, each with a value for every cell. */
export function learnLikeness(code: RowCode, sound: Iterable<readonly (number | null)[]>): Likeness {
  const size = code.cells.length;
  const equal = new Float64Array(size);
  const blank = new Float64Array(size);
  const differ = new Float64Array(size);
  const mixed = new Float64Array(size);
  const nothing = new Float64Array(size);
  const zero = new Float64Array(size);
  const empty = new Float64Array(size);
  let rows = 0;
  for (const values of sound) {
    rows++;
    for (let cell = 0; cell < size; cell++) {
      if (values[cell] === 0) zero[cell] = (zero[cell] as number) + 1;
      else if (values[cell] === null) empty[cell] = (empty[cell] as number) + 1;
      const partner = code.partner[cell] as number;
      if (partner < 0 || !code.isPlan[cell]) continue;
      const a = values[cell] as number | null;
      const b = values[partner] as number | null;
      if ((a ?? 0) === 0 && (b ?? 0) === 0) {
        nothing[cell] = (nothing[cell] as number) + 1;
        if (a !== b) mixed[cell] = (mixed[cell] as number) + 1;
      }
      if ((a ?? 0) === (b ?? 0)) equal[cell] = (equal[cell] as number) + 1;
      else if (b === null) blank[cell] = (blank[cell] as number) + 1;
      else differ[cell] = (differ[cell] as number) + 1;
    }
  }
  const cost = (count: number, prior: number) => -Math.log((count + prior) / (rows + PRIOR_ROWS));
  return {
    equal: equal.map((n) => cost(n, PRIOR_ROWS - PRIOR_DIFFER - PRIOR_BLANK)),
    blank: blank.map((n) => cost(n, PRIOR_BLANK)),
    differ: differ.map((n) => cost(n, PRIOR_DIFFER) + DIFFER_VALUE),
    differMore: DIFFER_MORE,
    blankBesideZero: mixed.map((n, cell) => -Math.log((n + 0.1) / ((nothing[cell] as number) + 20))),
    blankShare: empty.map((n) => n / Math.max(1, rows)),
    zeroShare: zero.map((n, cell) => (n + 0.5) / (n + (empty[cell] as number) + 1)),
  };
}

/** Rows whose execution goes its own way: their share, and what each period then costs, equal or not. */
const OWN_WAY = 2.7;
const OWN_WAY_PERIOD = 0.5;
/** Also such a row has numbers where its plan has, and blanks where it has none. */
const OWN_WAY_BLANK = 2;

/** What a row's values cost before any token is read: how execution follows the plan, and how nothing is written. */
export function priorCost(
  code: RowCode,
  likeness: Likeness,
  values: readonly (number | null | undefined)[],
): number {
  return likenessCost(code, likeness, values) + zeroStyleCost(code, likeness, values);
}

/** What a row's values cost by their likeness: those of a row that follows its plan, or of one that goes its own way. */
export function likenessCost(
  code: RowCode,
  likeness: Likeness,
  values: readonly (number | null | undefined)[],
): number {
  let following = 0;
  let differing = 0;
  let ownWay = OWN_WAY;
  let blanks = 0;
  for (const [plan, partner] of code.partner.entries()) {
    if (partner < 0 || !code.isPlan[plan]) continue;
    const a = values[plan];
    const b = values[partner];
    if (a === undefined && b === undefined) continue;
    ownWay += (a === null) === (b === null) ? OWN_WAY_PERIOD : blankCost(plan, b);
    // A value that is open would have been taken from its partner, had it fitted.
    if (a !== undefined && b !== undefined && (a ?? 0) === (b ?? 0)) {
      following += likeness.equal[plan] as number;
      if (a !== b) blanks += likeness.blankBesideZero[plan] as number;
      continue;
    }
    let extra = likeness.differ[plan] as number;
    if (b === null) extra = Math.min(extra, likeness.blank[plan] as number);
    if (differing > 0) extra = Math.min(extra, likeness.differMore);
    differing++;
    following += extra;
  }
  return Math.min(following, ownWay) + blanks;

  function blankCost(plan: number, done: number | null | undefined): number {
    return done === null ? Math.min(OWN_WAY_BLANK, likeness.blank[plan] as number) : OWN_WAY_BLANK;
  }
}
