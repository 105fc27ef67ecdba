import type { RowCode } from "./row-code.ts";

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
  /** The share of printed zeros among sums that add nothing: of blanks only, and of at least one printed zero. */
  readonly zeroSums: readonly [ofBlanks: number, ofZeros: number];
  /** By cell: the share of blanks in its column. */
  readonly blankShare: Float64Array;
}

/** What is known before a document speaks: rows that count as seen, of which 9 in 10 are equal. */
const PRIOR_ROWS = 20;
const PRIOR_DIFFER = 1;
const PRIOR_BLANK = 0.1;
/** A blank sum after the last number of its row teaches this much: it may be of a tail that is gone. */
const IN_TAIL = 0.05;
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
  const sums = [
    [0, 0],
    [0, 0],
  ] as [[number, number], [number, number]];
  let rows = 0;
  for (const values of sound) {
    rows++;
    const end = 1 + values.findLastIndex((value) => value !== null);
    for (let cell = 0; cell < size; cell++) {
      if (values[cell] === 0) zero[cell] = (zero[cell] as number) + 1;
      else if (values[cell] === null) empty[cell] = (empty[cell] as number) + 1;
      const terms = code.terms[cell] as readonly number[];
      if (terms.length > 0 && (values[cell] ?? 0) === 0)
        sums[showsZero(terms, values) ? 1 : 0][values[cell] === 0 ? 1 : 0] += cell < end ? 1 : IN_TAIL;
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
  // A sum of printed zeros is mostly a printed zero; what is done with a sum of blanks, each document decides.
  const cost = (count: number, prior: number) => -Math.log((count + prior) / (rows + PRIOR_ROWS));
  return {
    equal: equal.map((n) => cost(n, PRIOR_ROWS - PRIOR_DIFFER - PRIOR_BLANK)),
    blank: blank.map((n) => cost(n, PRIOR_BLANK)),
    differ: differ.map((n) => cost(n, PRIOR_DIFFER) + DIFFER_VALUE),
    differMore: DIFFER_MORE,
    blankBesideZero: mixed.map((n, cell) => -Math.log((n + 0.1) / ((nothing[cell] as number) + 20))),
    blankShare: empty.map((n) => n / Math.max(1, rows)),
    zeroSums: [shareOf(sums[0], 0.5, 0.5), shareOf(sums[1], 0.4, 6)],
    zeroShare: zero.map((n, cell) => (n + 0.5) / (n + (empty[cell] as number) + 1)),
  };
}

/**
 * The share of zeros; what is known before a document speaks counts as so many blanks and zeros seen. One that is
 * written otherwise than most may be the damage that is asked about: it does not count.
 */
function shareOf(
  [seenBlanks, seenZeros]: readonly [number, number],
  priorBlanks: number,
  priorZeros: number,
): number {
  const blanks = seenBlanks < seenZeros ? Math.max(0, seenBlanks - 1) : seenBlanks;
  const zeros = seenZeros < seenBlanks ? Math.max(0, seenZeros - 1) : seenZeros;
  return (zeros + priorZeros) / (zeros + blanks + priorBlanks + priorZeros);
}

/** Whether one of the cells is printed, be it as 0: as far as it is known. */
export function showsZero(terms: readonly number[], values: readonly (number | null | undefined)[]): boolean {
  return terms.some((cell) => values[cell] === 0);
}

/** Rows whose execution goes its own way: their share, and what each period then costs. */
const OWN_WAY = 2.7;
const OWN_WAY_DIFFERS = 0.5;
/** Where most periods are equal, the row follows its plan and differs here and there. */
const OWN_WAY_EQUAL = 1.2;
/** Also such a row has numbers where its plan has, and blanks where it has none. */
const OWN_WAY_BLANK = 2;

/** What a row's values cost by their likeness: those of a row that follows its plan, or of one that goes its own way. */
export function likenessCost(
  code: RowCode,
  likeness: Likeness,
  values: readonly (number | null | undefined)[],
): number {
  let following = 0;
  let differing = 0;
  let ownWay = OWN_WAY;
  for (const [plan, partner] of code.partner.entries()) {
    if (partner < 0 || !code.isPlan[plan]) continue;
    const a = values[plan];
    const b = values[partner];
    if (a === undefined && b === undefined) continue;
    const period = (a ?? 0) === (b ?? 0) ? OWN_WAY_EQUAL : OWN_WAY_DIFFERS;
    ownWay += (a === null) === (b === null) ? period : blankCost(plan, b);
    // A value that is open would have been taken from its partner, had it fitted.
    if (a !== undefined && b !== undefined && (a ?? 0) === (b ?? 0)) {
      following += likeness.equal[plan] as number;
      continue;
    }
    let extra = likeness.differ[plan] as number;
    if (b === null) extra = Math.min(extra, likeness.blank[plan] as number);
    if (differing > 0) extra = Math.min(extra, likeness.differMore);
    differing++;
    following += extra;
  }
  return Math.min(following, ownWay) + blankBesideZeroCost(code, likeness, values);

  function blankCost(plan: number, done: number | null | undefined): number {
    return done === null ? Math.min(OWN_WAY_BLANK, likeness.blank[plan] as number) : OWN_WAY_BLANK;
  }
}

/**
 * The part of that cost which says how nothing is written: as a blank in one series and as a 0 in the other. Blanks at
 * the end of the execution are one: it stopped there. Sums are written as what they add up, see zero-style.ts.
 */
export function blankBesideZeroCost(
  code: RowCode,
  likeness: Likeness,
  values: readonly (number | null | undefined)[],
): number {
  let cost = 0;
  let isEnd = true;
  let end = 0;
  for (let plan = code.partner.length - 1; plan >= 0; plan--) {
    const partner = code.partner[plan] as number;
    if (partner < 0 || !code.isPlan[plan] || code.isSum[plan]) continue;
    const [a, b] = [values[plan], values[partner]];
    isEnd &&= b === null;
    if (!((a === null && b === 0) || (a === 0 && b === null))) continue;
    const mixed = likeness.blankBesideZero[plan] as number;
    if (isEnd) end = Math.max(end, mixed);
    else cost += mixed;
  }
  return cost + end;
}

/** What a row's values cost by their likeness where every period is executed as planned. */
export function likenessOfEqual(code: RowCode, likeness: Likeness): number {
  return code.partner.reduce(
    (sum, partner, cell) => sum + (partner >= 0 && code.isPlan[cell] ? (likeness.equal[cell] as number) : 0),
    0,
  );
}
