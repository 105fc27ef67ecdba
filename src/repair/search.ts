import { type ErrorModel, slipCost } from "./error-model.ts";
import { createFindings } from "./findings.ts";
import type { Leftover, Origin, Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import type { RowState } from "./row-state.ts";
import type { RowTokens, TokenValue } from "./row-tokens.ts";
import type { SeenStates } from "./seen-states.ts";
import { LONGEST_SLIP } from "./shift-costs.ts";

/** What a search may cost: `bound` in nats, and how many steps it may take. */
export interface SearchLimits {
  readonly bound: number;
  readonly steps: number;
  /** Whether likeness counts against the bound: off for rows whose execution goes its own way. */
  readonly follows: boolean;
}

export interface SearchResult {
  /** Their costs are those of their edits and broken equations, without likeness. */
  readonly readings: readonly Reading[];
  /** False where the steps ran out, so that readings within the bound may be missing. */
  readonly complete: boolean;
  readonly steps: number;
}

/** What the last step was, so that each alignment is made in one way only. */
const FREE = 0;
const AFTER_REPEAT = 1;
const AFTER_SKIP = 2;
const AFTER_LOST_BLANK = 3;

/** As many pairs of token and cell can be told apart beside a row's hash: a longer row is not searched. */
const MOST_PLACES = 1 << 15;

/** The longest stretch of cells that can be gone from the end of a row. */
const LONGEST_TAIL = 18;
/** Sums of costs are compared within this. */
const ROUNDING = 1e-9;
/** Blanks that stand for a lost stretch are at least this many. */
const SHORTEST_STRETCH = 3;

/**
 * All the readings of a row whose cost is within the bound: a depth-first walk over its cells in the order in
 * which equations close soonest, with every edit of the error model, cut off as soon as edits and broken
 * equations cost too much. Readings with equal values are one reading, whatever their alignments.
 */
export function searchReadings(
  code: RowCode,
  tokens: RowTokens,
  model: ErrorModel,
  state: RowState,
  seen: SeenStates,
  { bound, steps: mostSteps, follows }: SearchLimits,
): SearchResult {
  const n = tokens.values.length;
  const m = code.cells.length;
  const back = code.backwards;
  const cellAt = (p: number) => (back ? m - 1 - p : p);
  const tokenAt = (i: number) => (back ? n - 1 - i : i);
  const at = (i: number): TokenValue => tokens.values[i] as TokenValue;
  const series = code.cells.map((cell) => cell.split(".")[0]);
  const unseen = model.unseenBlank < Number.POSITIVE_INFINITY;

  const places = (n + 1) * (m + 1);
  if (places > MOST_PLACES) return { readings: [], complete: false, steps: 0 };

  const { shiftCosts } = state;
  const findings = createFindings(code, model, state, bound);
  const leftovers: Leftover[] = [];
  let steps = 0;
  let slips = 0;

  /** Only in runs of equal tokens do many alignments meet in the same values. */
  const meetsAgain = tokens.longestRun > 2 || tokens.hasBlanks || state.isPinned();
  const leastWrong = Math.min(model.misread, model.lostInPlace, model.lostStretch);
  /** Whether a last edit is looked for: not where blanks come and go, nor where all numbers are known. */
  const looksForLast = !unseen && !state.isPinned();
  const firstLostBlank = unseen
    ? model.unseenBlank
    : model.lostBlank + (tokens.hasBlanks ? 0 : model.blankUnheardOf);

  /**
   * Whether it is any use to pay `nats` and be at token `i` and cell `p`: where tokens and cells do not pair up, or
   * where an equation that the cells from `touched` have no part in would fail, another edit is still to come.
   */
  function isWorth(nats: number, i: number, p: number, touched: number, net: number): boolean {
    const spent = state.cost() + nats + state.alikeFrom(p);
    const surplus = n - i - (m - p);
    const owing = net !== 0;
    if (spent + shiftCosts.from(i, surplus, owing) > bound + ROUNDING) return false;
    const first = shiftCosts.leastFrom(i, owing);
    if (spent + first <= bound) {
      // Two that make good each other leave the shift as it was: elsewhere a second edit costs as much as any.
      const second = shiftCosts.leastFrom(i, net === 0 && surplus === 0);
      return spent + first + second <= bound || !looksForLast || state.mayEnd(i, p, touched);
    }
    if (surplus > 0 || (surplus < 0 && back && !unseen)) return false;
    return !state.isOff(i, p, touched);
  }

  /** One step: cell `p` and token `i` in reading order; `net` elements more (or fewer) by slips so far. */
  function walk(i: number, p: number, last: number, net: number): void {
    if (++steps > mostSteps) return;
    const spent = state.cost();
    const budget = bound - spent - state.alikeFrom(p);
    const owing = net !== 0;
    if (shiftCosts.from(i, n - i - (m - p), owing) > budget + ROUNDING) return;
    // The same values by another alignment lead to the same readings: only the lightest way is followed.
    if (meetsAgain && seen.wasCheaper(state.hash() * places + i * (m + 1) + p, spent)) return;
    if (i === n) {
      if (p === m) findings.add(leftovers);
      else if (!back && !unseen) endEarly(i, p, net);
      if (p === m || (!back && !unseen)) return;
    }
    const before = p > 0 ? state.valueOf(cellAt(p - 1)) : undefined;
    const token = i < n ? at(i) : undefined;
    if (p < m && token !== undefined) {
      if (token === null || !Number.isNaN(token)) {
        const mark = state.mark();
        state.set(cellAt(p), token, "read", tokenAt(i));
        if (state.cost() <= bound) walk(i + 1, p + 1, FREE, net);
        state.undo(mark);
      }
      if (budget >= leastWrong || Number.isNaN(token)) readWrongly(i, p, token, net);
      if (budget >= model.split && token !== null) joinOrPart(i, p, net);
      if (budget >= model.swapped && p + 1 < m && i + 1 < n) swap(i, p, token, at(i + 1), net);
    }
    if (budget < shiftCosts.leastFrom(i, owing)) return;
    if (p < m && last !== AFTER_SKIP) lose(i, p, last, token, before, net);
    if (token !== undefined && last !== AFTER_LOST_BLANK && last !== AFTER_REPEAT)
      skip(i, p, token, before, net);
  }

  /** Fills `count` cells from `p` with one value and walks on. */
  function fill(
    nats: number,
    i: number,
    p: number,
    count: number,
    value: number | null,
    made: Origin,
    last: number,
    net: number,
  ): void {
    if (!isWorth(nats, i, p + count, p, net)) return;
    const mark = state.mark();
    state.pay(nats);
    // Every few cells count as a step: a row of many blanks is no cheaper to try.
    steps += count >> 2;
    for (let q = p; q < p + count && state.cost() <= bound; q++) state.set(cellAt(q), value, made, -1);
    if (state.cost() <= bound) walk(i, p + count, last, net);
    state.undo(mark);
  }

  /** Leaves `count` cells from `p` open, which stand for as many tokens (or for none), and walks on. */
  function leaveOpen(
    nats: number,
    i: number,
    p: number,
    count: number,
    made: Origin,
    printed: boolean,
    net: number,
  ) {
    const after = printed ? i + count : i;
    if (!isWorth(nats, after, p + count, p, net)) return;
    const mark = state.mark();
    state.pay(nats);
    for (let k = 0; k < count; k++) {
      const says = printed ? (at(i + k) ?? Number.NaN) : Number.NaN;
      state.setUnknown(cellAt(p + k), made, printed ? tokenAt(i + k) : -1, says);
    }
    if (isWorth(0, after, p + count, p + count, net)) walk(after, p + count, FREE, net);
    state.undo(mark);
  }

  /** A token that stands in its place, but says something else than was printed. */
  function readWrongly(i: number, p: number, token: TokenValue, net: number): void {
    const cell = cellAt(p);
    if (token === null) {
      leaveOpen(model.lostInPlace, i, p, 1, "lost-in-place", true, net);
      loseStretch(i, p, net);
      return;
    }
    // Two numbers run together are no number either, and say what they were.
    const isGarbled = Number.isNaN(token) && (tokens.cuts[i]?.length ?? 0) === 0;
    leaveOpen(isGarbled ? model.unreadable : model.misread, i, p, 1, "misread", true, net);
    if (!isWorth(model.numberForBlank, i + 1, p + 1, p, net)) return;
    const mark = state.mark();
    state.pay(model.numberForBlank);
    state.set(cell, null, "misread", tokenAt(i));
    if (state.cost() <= bound) walk(i + 1, p + 1, FREE, net);
    state.undo(mark);
  }

  /** A stretch of blanks where one series had numbers: all of it is unknown, whatever its length. */
  function loseStretch(i: number, p: number, net: number): void {
    const own = series[cellAt(p)];
    if (i > 0 && at(i - 1) === null && p > 0 && series[cellAt(p - 1)] === own) return;
    let length = 0;
    while (i + length < n && at(i + length) === null && p + length < m && series[cellAt(p + length)] === own)
      length++;
    if (length >= SHORTEST_STRETCH) leaveOpen(model.lostStretch, i, p, length, "lost-stretch", true, net);
  }

  /** Two tokens that changed places. */
  function swap(i: number, p: number, token: TokenValue, next: TokenValue, net: number): void {
    if (token === next || Number.isNaN(token) || Number.isNaN(next)) return;
    placeTwo(model.swapped, i, p, next, token, "swapped", 2, net);
  }

  /** One token for two cells, or two tokens for one. */
  function joinOrPart(i: number, p: number, net: number): void {
    if (p + 1 < m) {
      for (const [first, second] of tokens.cuts[i] ?? [])
        placeTwo(model.merged, i, p, first, second, "merged", 1, net);
    }
    const whole = tokens.joins[i] ?? null;
    if (whole !== null && isWorth(model.split, i + 2, p + 1, p, net)) {
      const mark = state.mark();
      state.pay(model.split);
      state.set(cellAt(p), whole, "split", Math.min(tokenAt(i), tokenAt(i + 1)));
      if (state.cost() <= bound) walk(i + 2, p + 1, FREE, net);
      state.undo(mark);
    }
  }

  /** Gives cells `p` and `p + 1` two values made from one or two tokens, and walks on. */
  function placeTwo(
    nats: number,
    i: number,
    p: number,
    first: TokenValue,
    second: TokenValue,
    made: Origin,
    used: 1 | 2,
    net: number,
  ) {
    if (!isWorth(nats, i + used, p + 2, p, net)) return;
    const mark = state.mark();
    state.pay(nats);
    state.set(cellAt(p), first, made, tokenAt(i + used - 1));
    state.set(cellAt(p + 1), second, made, tokenAt(i));
    if (state.cost() <= bound) walk(i + used, p + 2, FREE, net);
    state.undo(mark);
  }

  /** Cells that no token stands for: repeats of a run, a number, blanks. */
  function lose(
    i: number,
    p: number,
    last: number,
    token: TokenValue | undefined,
    before: number | null | undefined,
    net: number,
  ): void {
    // A run loses its elements at its end, so that each slip is made once.
    if (last !== AFTER_REPEAT && typeof before === "number" && token !== before) {
      const run = runBefore(i, before);
      const again = slips >= 2 ? model.slipAgain : 0;
      const room = bound - state.cost();
      slips++;
      for (let k = 1; k <= LONGEST_SLIP && p + k <= m; k++) {
        const cost = again + slipCost(model, run + k, k, net === k);
        if (cost > room) continue;
        fill(cost, i, p, k, before, "repeat", AFTER_REPEAT, net - k);
      }
      slips--;
    }
    leaveOpen(model.lost, i, p, 1, "lost", false, net);
    if (token === null || last === AFTER_LOST_BLANK) return;
    const first = firstLostBlank + (unseen || before === null ? 0 : model.blankAlone);
    const more = unseen ? model.unseenBlankMore : model.blankMore;
    for (let k = 1; p + k <= m && state.cost() + first + more * (k - 1) <= bound; k++)
      fill(first + more * (k - 1), i, p, k, null, "blank", AFTER_LOST_BLANK, net);
  }

  /** How many tokens before token `i` are equal to `value`. */
  function runBefore(i: number, value: number): number {
    return i > 0 && at(i - 1) === value ? (tokens.runsTo[i - 1] as number) : 0;
  }

  /** Tokens that belong to no cell: repeats of a run, blanks, a stray number. */
  function skip(
    i: number,
    p: number,
    token: TokenValue,
    before: number | null | undefined,
    net: number,
  ): void {
    const run = tokens.runsFrom[i] as number;
    // All that is left of the run goes, so that each slip is made once.
    if (token === null) {
      const first = model.extraBlank + (before === null ? 0 : model.blankAlone);
      drop(first + model.blankMore * (run - 1), i, p, run, "extra-blank", net);
    } else if (token === before && run <= LONGEST_SLIP) {
      const length = runBefore(i, token);
      const cost =
        length > 1
          ? slipCost(model, length, run, net === -run)
          : model.doubled + model.doubledMore * (run - 1);
      const again = slips >= 2 ? model.slipAgain : 0;
      slips++;
      drop(cost + again, i, p, run, "doubled", net + run);
      slips--;
    } else if (token !== before) {
      drop(model.spurious, i, p, 1, "spurious", net);
    }
  }

  /** Passes over `count` tokens and walks on. */
  function drop(
    nats: number,
    i: number,
    p: number,
    count: number,
    kind: Leftover["kind"],
    net: number,
  ): void {
    if (!isWorth(nats, i + count, p, p, net)) return;
    const mark = state.mark();
    const kept = leftovers.length;
    state.pay(nats);
    for (let q = i; q < i + count; q++)
      leftovers.push({ token: tokenAt(q), kind, beside: cellAt(Math.max(0, p - 1)) });
    walk(i + count, p, AFTER_SKIP, net);
    leftovers.length = kept;
    state.undo(mark);
  }

  /** A tail that is gone, and after it the blanks that then stood at the end and were trimmed with it. */
  function loseTail(i: number, p: number, count: number, net: number): void {
    const nats = model.tail + model.tailMore * count;
    if (state.cost() + nats > bound) return;
    const mark = state.mark();
    state.pay(nats);
    for (let q = p; q < p + count; q++) state.setUnknown(cellAt(q), "tail", -1, Number.NaN);
    const trimmed = back ? Math.max(0, m - n - count) : 0;
    for (let k = 0; k <= trimmed && state.cost() <= bound; k++) {
      if (isWorth(0, i, p + count + k, p + count + k, net)) walk(i, p + count + k, FREE, net);
      if (k < trimmed) state.set(cellAt(p + count + k), null, "blank", -1);
    }
    state.undo(mark);
  }

  /** The tokens are used up before the cells: blanks that were trimmed, or a tail that is gone. */
  function endEarly(i: number, p: number, net: number): void {
    fill(0, i, p, m - p, null, "blank", FREE, net);
    if (m - p <= LONGEST_TAIL) loseTail(i, p, m - p, net);
  }

  /** Read backwards, the end of the row comes first. */
  function startLate(): void {
    const longest = Math.min(m, Math.max(LONGEST_TAIL, m - n + 2));
    for (let k = 0; k <= longest; k++) {
      fill(0, 0, 0, k, null, "blank", FREE, 0);
      if (k > 0 && k <= LONGEST_TAIL) loseTail(0, 0, k, 0);
    }
  }

  state.reset(tokens.texts, tokens.values, follows);
  shiftCosts.load(tokens, model);
  seen.clear();
  if (back && !unseen) startLate();
  else walk(0, 0, FREE, 0);
  return { readings: findings.list(), complete: steps <= mostSteps, steps };
}
