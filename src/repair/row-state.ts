import { countContradictions } from "./count-contradictions.ts";
import { type ErrorModel, misreadCost } from "./error-model.ts";
import { createLastEdit } from "./last-edit.ts";
import type { Likeness } from "./likeness.ts";
import { createLookAhead } from "./look-ahead.ts";
import type { Origin } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import type { TokenValue } from "./row-tokens.ts";
import { createShiftCosts } from "./shift-costs.ts";
import { isLeftBlank, zeroShareOf } from "./zero-style.ts";

const UNSET = 0;
const NUMBER = 1;
const BLANK = 2;
const UNKNOWN = 3;
const FOUND_BLANK = 4;

/** Instead of the number of its open cells: an equation that was checked. */
const CLOSED = -1;

/** Undo entries: what was done to a cell (set, left open, found), its index and its kind before; and the row's hash. */
const ENTRY = 3;
const WAS_SET = 0;
const WAS_OPENED = 1;
const WAS_FOUND = 2;
/** What a mark keeps of the row: its cost, its part by likeness, periods that differ, and how much was undone by then. */
const FRAME = 4;

/**
 * A row while it is being read: cells get a number, a blank or stay unknown; an equation whose cells are all
 * there either holds, is broken at a cost, or gives its one unknown cell its value. Every step can be undone.
 */
export function createRowState(code: RowCode, model: ErrorModel, likeness: Likeness, scale: number) {
  const size = code.cells.length;
  const count = code.equations.length;
  const tolerance = code.equations.map((equation) => Math.round(equation.tolerance * scale));
  const members = code.equations.map((equation) => equation.terms.length + 1);
  /** The cells' memberships, flat: those of cell c from `from[c]` to `from[c + 1]`. */
  const from = new Int32Array(size + 1);
  for (const [cell, list] of code.memberships.entries())
    from[cell + 1] = (from[cell] as number) + list.length;
  const equationOf = Int32Array.from(code.memberships.flat(), (membership) => membership.equation);
  const signOf = Int32Array.from(code.memberships.flat(), (membership) => membership.sign);
  const partnerOf = Int32Array.from(code.partner);
  /** For each cell, the cell of the plan for its period. */
  const planOf = Int32Array.from(code.partner, (partner, cell) => (code.isPlan[cell] ? cell : partner));
  const isSum = Uint8Array.from(code.isSum, Number);
  const { equal, differ, blank, blankBesideZero, differMore } = likeness;

  const kind = new Uint8Array(size);
  const value = new Float64Array(size);
  const origin: Origin[] = new Array(size).fill("read");
  /** What the token in a cell's place says; NaN where there is none. */
  const printed = new Float64Array(size);
  const token = new Int32Array(size);

  const open = new Int32Array(count);
  const sum = new Float64Array(count);
  const unknowns = new Int32Array(count);
  /** Sum of the indices of the unknown cells: the index itself when there is one. */
  const unknownCells = new Float64Array(count);

  const lookAhead = createLookAhead(code, tolerance, { open, sum, unknowns }, (e, rest) => {
    const cell = unknownCells[e] as number;
    return resolutionCost(cell, 0 - signIn(e, cell) * rest) === Number.POSITIVE_INFINITY;
  });

  const shiftCosts = createShiftCosts(code.backwards);
  const lastEdit = createLastEdit(code, tolerance);

  const alikeFrom = alikeLeft(code, likeness);
  let cost = 0;
  /** Cells that are to be found yet. */
  let openCells = 0;
  /** The part that likeness has in the cost, or would have. */
  let alike = 0;
  let differing = 0;
  let hashA = 0;
  let hashB = 0;
  let followsPlan = true;
  /** What every cell is to add to its column, where only such readings count. */
  let pins: readonly number[] | null = null;
  /** Whether the row prints a 0 where cells are no sums. */
  let showsZeros = false;
  let texts: readonly string[] = [];
  /** Of each token, once they were asked for. */
  let digits: (string | undefined)[] = [];
  let trail = new Int32Array(ENTRY * 512);
  let top = 0;
  let frames = new Float64Array(FRAME * 256);
  let depth = 0;

  /** Marks the row as it is now: `undo` goes back to it. */
  function mark(): number {
    if (depth + FRAME > frames.length) frames = longer(frames, new Float64Array(2 * frames.length));
    frames[depth] = cost;
    frames[depth + 1] = alike;
    frames[depth + 2] = differing;
    frames[depth + 3] = top;
    depth += FRAME;
    return depth - FRAME;
  }

  function log(what: number, cell: number): void {
    if (top + ENTRY > trail.length) trail = longer(trail, new Int32Array(2 * trail.length));
    trail[top] = (cell << 2) | what;
    trail[top + 1] = hashA;
    trail[top + 2] = hashB;
    top += ENTRY;
  }

  function undo(mark: number): void {
    cost = frames[mark] as number;
    alike = frames[mark + 1] as number;
    differing = frames[mark + 2] as number;
    depth = mark;
    const to = frames[mark + 3] as number;
    while (top > to) {
      top -= ENTRY;
      const entry = trail[top] as number;
      hashA = trail[top + 1] as number;
      hashB = trail[top + 2] as number;
      takeBack(entry >> 2, entry & 3);
    }
  }

  /** Takes a cell out of its equations again. */
  function takeBack(cell: number, what: number): void {
    const number = value[cell] as number;
    const end = from[cell + 1] as number;
    for (let k = from[cell] as number; k < end; k++) {
      const e = equationOf[k] as number;
      if (open[e] === CLOSED) open[e] = 0;
      if (what !== WAS_OPENED) sum[e] = (sum[e] as number) - (signOf[k] as number) * number;
      if (what !== WAS_FOUND) open[e] = (open[e] as number) + 1;
      if (what === WAS_SET) continue;
      const by = what === WAS_FOUND ? 1 : -1;
      unknowns[e] = (unknowns[e] as number) + by;
      unknownCells[e] = (unknownCells[e] as number) + by * cell;
    }
    if (what === WAS_FOUND) openCells++;
    else if (what === WAS_OPENED) openCells--;
    kind[cell] = what === WAS_FOUND ? UNKNOWN : UNSET;
    value[cell] = 0;
  }

  /** What plan and execution of one period cost, once both are known. */
  function compare(cell: number): void {
    const partner = partnerOf[cell] as number;
    if (partner < 0) return;
    const other = kind[partner];
    if (other !== NUMBER && other !== BLANK) return;
    const plan = planOf[cell] as number;
    if (value[cell] === value[partner]) {
      const isAlike = kind[cell] === other || isSum[cell] === 1;
      like((isAlike ? 0 : (blankBesideZero[plan] as number)) + (equal[plan] as number));
      return;
    }
    const done = plan === cell ? partner : cell;
    let extra = differ[plan] as number;
    if (kind[done] === BLANK) extra = Math.min(extra, blank[plan] as number);
    if (differing > 0) extra = Math.min(extra, differMore);
    differing++;
    like(extra);
  }

  function like(nats: number): void {
    alike += nats;
    if (followsPlan) cost += nats;
  }

  /** Adds a cell's value to the hash of the row, or takes it out again (Zobrist, by multiplication). */
  function mix(cell: number, is: number, number: number): void {
    const low = number | 0;
    const high = (number / 0x100000000) | 0;
    const seed =
      Math.imul(cell * 8 + is + 1, 0x9e3779b1) ^ Math.imul(low ^ Math.imul(high, 0x27d4eb2f), 0x85ebca6b);
    hashA ^= Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
    hashB ^= Math.imul(seed ^ (seed >>> 13), 0x297a2d39);
  }

  function settle(cell: number, is: number, number: number): void {
    if (kind[cell] === UNKNOWN) {
      log(WAS_FOUND, cell);
      openCells--;
      mix(cell, UNKNOWN, 0);
    } else log(WAS_SET, cell);
    kind[cell] = is;
    value[cell] = number;
    mix(cell, is, number);
    if (pins !== null && isElse(cell, number)) cost = Number.POSITIVE_INFINITY;
    else compare(cell);
  }

  /** Whether a cell is pinned to another amount. */
  function isElse(cell: number, number: number): boolean {
    const pin = (pins as readonly number[])[cell] as number;
    return pin !== number && !Number.isNaN(pin);
  }

  /**
   * A cell that adds nothing was a printed 0 where the other series prints one, else a blank. Where that one is still
   * to be read, it may be one in a row that prints zeros, if other rows print anything there.
   */
  function printsZero(cell: number): boolean {
    const partner = partnerOf[cell] as number;
    if (partner < 0) return false;
    if (kind[partner] === UNSET) return showsZeros && !isLeftBlank(likeness, cell);
    return kind[partner] === NUMBER && value[partner] === 0;
  }

  const isNumber = (cell: number, x: number) => kind[cell] === NUMBER && value[cell] === x;

  /** What it costs that an unknown cell turns out to be `x`; infinite where that is no repair at all. */
  function resolutionCost(cell: number, x: number): number {
    if (x < 0 || !Number.isSafeInteger(x)) return Number.POSITIVE_INFINITY;
    const was = printed[cell] as number;
    switch (origin[cell]) {
      case "misread":
        if (x === was) return Number.POSITIVE_INFINITY;
        if (Number.isNaN(was)) return 0;
        return misreadCost(
          model,
          digitsOf(token[cell] as number, was),
          String(x),
          code.isTarget[cell] as boolean,
        );
      case "tail":
      case "lost-stretch":
        return 0;
      case "lost":
        // Equal to its neighbour, it is an element that a run lost: a slip, which costs less.
        if (isNumber(cell - 1, x) || isNumber(cell + 1, x)) return Number.POSITIVE_INFINITY;
        return x === 0 && !printsZero(cell) ? Number.POSITIVE_INFINITY : 0;
      default:
        return x === 0 && !printsZero(cell) ? Number.POSITIVE_INFINITY : 0;
    }
  }

  function resolve(cell: number, x: number): void {
    cost += resolutionCost(cell, x);
    if (cost === Number.POSITIVE_INFINITY) return;
    const mayBeBlank = origin[cell] === "tail" || origin[cell] === "lost-stretch";
    fill(cell, x, x === 0 && mayBeBlank ? BLANK : NUMBER);
  }

  function fill(cell: number, x: number, is: number): void {
    settle(cell, is, x);
    // A blank that was only found is not the same as one that was read: it may have been a printed 0.
    if (is === BLANK) mix(cell, FOUND_BLANK, 0);
    const end = from[cell + 1] as number;
    for (let k = from[cell] as number; k < end; k++) {
      const e = equationOf[k] as number;
      unknowns[e] = (unknowns[e] as number) - 1;
      unknownCells[e] = (unknownCells[e] as number) - cell;
      sum[e] = (sum[e] as number) + (signOf[k] as number) * x;
    }
    closeAll(cell);
  }

  function closeAll(cell: number): void {
    const end = from[cell + 1] as number;
    for (let k = from[cell] as number; k < end; k++) close(equationOf[k] as number);
  }

  function signIn(e: number, cell: number): number {
    const end = from[cell + 1] as number;
    for (let k = from[cell] as number; k < end; k++) if (equationOf[k] === e) return signOf[k] as number;
    return 1;
  }

  function close(e: number): void {
    if (open[e] !== 0 || cost === Number.POSITIVE_INFINITY) return;
    if (unknowns[e] === 0) {
      open[e] = CLOSED;
      if (Math.abs(sum[e] as number) > (tolerance[e] as number)) cost += model.contradiction;
    } else if (unknowns[e] === 1) {
      const cell = unknownCells[e] as number;
      // Never −0, which would not be the 0 that is printed.
      resolve(cell, 0 - signIn(e, cell) * (sum[e] as number));
    }
  }

  function place(cell: number, made: Origin, at: number, says: number): void {
    origin[cell] = made;
    token[cell] = at;
    printed[cell] = says;
  }

  /** Gives a cell a number, or a blank (`null`). */
  function set(cell: number, number: number | null, made: Origin, at: number): void {
    place(cell, made, at, number ?? Number.NaN);
    settle(cell, number === null ? BLANK : NUMBER, number ?? 0);
    const end = from[cell + 1] as number;
    for (let k = from[cell] as number; k < end; k++) {
      const e = equationOf[k] as number;
      open[e] = (open[e] as number) - 1;
      sum[e] = (sum[e] as number) + (signOf[k] as number) * (number ?? 0);
    }
    closeAll(cell);
  }

  /** Leaves a cell to be found by its equations; `says` is what its token says, NaN for nothing. */
  function setUnknown(cell: number, made: Origin, at: number, says: number): void {
    place(cell, made, at, says);
    log(WAS_OPENED, cell);
    kind[cell] = UNKNOWN;
    openCells++;
    mix(cell, UNKNOWN, 0);
    const end = from[cell + 1] as number;
    for (let k = from[cell] as number; k < end; k++) {
      const e = equationOf[k] as number;
      open[e] = (open[e] as number) - 1;
      unknowns[e] = (unknowns[e] as number) + 1;
      unknownCells[e] = (unknownCells[e] as number) + cell;
    }
    closeAll(cell);
    if (pins !== null && kind[cell] === UNKNOWN && !Number.isNaN(pins[cell]))
      resolve(cell, pins[cell] as number);
  }

  /** Gives a cell left unknown its partner's value, where that is known; true if it did. */
  function fillFromPartner(cell: number): boolean {
    const partner = code.partner[cell] as number;
    if (kind[cell] !== UNKNOWN) return true;
    if (partner < 0 || (kind[partner] !== NUMBER && kind[partner] !== BLANK)) return false;
    // Beside a blank a cell adds nothing: it is taken for a blank.
    if (kind[partner] === BLANK) fill(cell, 0, BLANK);
    else resolve(cell, value[partner] as number);
    return true;
  }

  /**
   * Starts a row with its tokens' texts in print order and values in reading order; `follows` says whether
   * likeness counts while it is read.
   */
  function reset(printedTexts: readonly string[], tokens: readonly TokenValue[], follows = true): void {
    if (texts !== printedTexts) digits = [];
    texts = printedTexts;
    lookAhead.load(tokens);
    lastEdit?.load(tokens);
    followsPlan = follows;
    const place = (i: number) => (code.backwards ? tokens.length - 1 - i : i);
    showsZeros = tokens.some((token, i) => token === 0 && isSum[place(i)] === 0);
    alike = 0;
    kind.fill(UNSET);
    value.fill(0);
    for (let e = 0; e < count; e++) open[e] = members[e] as number;
    sum.fill(0);
    unknowns.fill(0);
    unknownCells.fill(0);
    cost = 0;
    openCells = 0;
    differing = 0;
    hashA = 0;
    hashB = 0;
    top = 0;
    depth = 0;
  }

  /** A token's digits as printed: a misread digit may have become a leading 0. */
  function digitsOf(index: number, number: number): string {
    digits[index] ??= (texts[index] ?? "").replace(/\D/g, "");
    const found = digits[index] as string;
    return Number(found) === number ? found : String(number);
  }

  /** The equations that cells left open cannot satisfy together, whatever their values. */
  function openContradictions(): number {
    const rows = new Map<number, { signs: Map<number, number>; sum: number }>();
    for (let cell = 0; cell < size; cell++) {
      if (kind[cell] !== UNKNOWN) continue;
      for (const { equation, sign } of code.memberships[cell] ?? []) {
        const row = rows.get(equation) ?? { signs: new Map(), sum: sum[equation] as number };
        rows.set(equation, row);
        row.signs.set(cell, sign);
      }
    }
    return countContradictions([...rows.values()]);
  }

  /** The cell's number, null for a blank, undefined while unset or unknown. */
  function numberIn(cell: number): number | null | undefined {
    return kind[cell] === NUMBER ? (value[cell] as number) : kind[cell] === BLANK ? null : undefined;
  }

  /** What a cell adds, NaN while unset or unknown. */
  function amountIn(cell: number): number {
    return kind[cell] === NUMBER || kind[cell] === BLANK ? (value[cell] as number) : Number.NaN;
  }

  reset([], []);
  return {
    reset,
    /** Lets only readings count whose cells add these amounts to their columns, NaN for any, or any reading again (`null`). */
    pin: (amounts: readonly number[] | null) => {
      pins = amounts;
    },
    isPinned: () => pins !== null,
    shiftCosts,
    set,
    setUnknown,
    fillFromPartner,
    undo,
    mark,
    cost: () => cost,
    /** The least that likeness will cost from place `p` on: nothing is known of it while cells are open. */
    alikeFrom: (p: number): number => (followsPlan && openCells === 0 ? (alikeFrom[p] as number) : 0),
    /** The cost of edits and broken equations alone. */
    editCost: () => (followsPlan ? cost - alike : cost),
    openContradictions,
    /** A number of 38 bits that stands for the values so far. */
    hash: () => (hashA >>> 0) * 64 + ((hashB >>> 0) & 63),
    isOff: lookAhead.isOff,
    /** Whether one edit may be enough from here: see last-edit.ts. */
    mayEnd: (i: number, p: number, touched: number): boolean =>
      lastEdit?.mayEnd(i, p, touched, amountIn) ?? true,
    /** Adds the cost of an edit; undone with the step that follows it. */
    pay: (nats: number) => {
      cost += nats;
    },
    valueOf: numberIn,
    originOf: (cell: number): Origin => origin[cell] as Origin,
    tokenOf: (cell: number): number => token[cell] as number,
    /** The chance that a cell that adds nothing was printed as 0: as its column, its terms or its partner do it. */
    zeroChance: (cell: number, values: readonly (number | null | undefined)[]): number => {
      const share = zeroShareOf(code, likeness, cell, values);
      if (code.isSum[cell]) return share;
      const partner = partnerOf[cell] as number;
      if (partner < 0 || token[partner] === -1 || value[partner] !== 0) return share;
      return (share + (kind[partner] === NUMBER ? 0.95 : 0.05)) / 2;
    },
    /** Equations whose cells are all known and that do not hold. */
    broken: (): number[] =>
      [...open.keys()].filter(
        (e) => open[e] === CLOSED && Math.abs(sum[e] as number) > (tolerance[e] as number),
      ),
  };
}

/** Likeness is not paid for cells that are left open: by the edits of a search, or by one that leaves many open at once. */
const MOST_OPEN = 3;
const MOST_ALIKE = 3;

/** By place in reading order: the least that likeness costs for the periods of which one cell or both are read there or later. */
function alikeLeft(code: RowCode, likeness: Likeness): Float64Array {
  const size = code.cells.length;
  const from = new Float64Array(size + 1);
  let most = 0;
  for (const [plan, partner] of code.partner.entries()) {
    if (partner < 0 || !code.isPlan[plan]) continue;
    const place = code.backwards ? size - 1 - Math.min(plan, partner) : Math.max(plan, partner);
    const costs = [likeness.equal, likeness.differ, likeness.blank].map((list) => list[plan] as number);
    const cost = Math.min(...costs, likeness.differMore);
    most = Math.max(most, cost);
    for (let p = 0; p <= place; p++) from[p] = (from[p] as number) + cost;
  }
  return from.map((sum) => Math.min(MOST_ALIKE, Math.max(0, sum - MOST_OPEN * most)));
}

function longer<T extends Float64Array | Int32Array>(list: T, into: T): T {
  into.set(list);
  return into;
}

export type RowState = ReturnType<typeof createRowState>;
