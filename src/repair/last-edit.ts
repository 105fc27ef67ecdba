import type { RowCode } from "./row-code.ts";
import type { TokenValue } from "./row-tokens.ts";

/** An edit falls into two stretches at most, unless it fills or loses several cells. */
const MOST_HARMED = 2;
/** Blanks that stand for lost numbers may reach over a whole series: four quarters and the one it begins in. */
const HARMED_BY_LOST_STRETCH = 5;

/** Cells that add up to a total, by their places in reading order. */
interface Stretch {
  readonly total: number;
  readonly totalAt: number;
  readonly from: number;
  readonly end: number;
  readonly tolerance: number;
}

/**
 * Tells whether a single edit could still make a row of the tokens that are left. Before it they stand at the shift
 * that they have now, after it at the shift in which the row ends: so every stretch adds up to its total at one of the
 * two, but for those that the edit itself falls into. Null where a row may end early at no cost.
 */
export function createLastEdit(code: RowCode, tolerance: readonly number[]) {
  const m = code.cells.length;
  if (!code.backwards) return null;
  const stretches = stretchesOf(code, tolerance).sort((a, b) => a.from - b.from);
  const count = stretches.length;
  const totals = Int32Array.from(stretches, ({ total }) => total);
  const totalPlaces = Int32Array.from(stretches, ({ totalAt }) => totalAt);
  const starts = Int32Array.from(stretches, ({ from }) => from);
  const ends = Int32Array.from(stretches, ({ end }) => end);
  const tolerances = Float64Array.from(stretches, ({ tolerance: within }) => within);
  /** By place: the first stretch that begins there or later. */
  const firstAt = Int32Array.from(
    { length: m + 1 },
    (_, p) => stretches.filter(({ from }) => from < p).length,
  );
  let running = new Float64Array(1);
  let unread = new Int32Array(1);
  let n = 0;
  let mayLoseStretch = false;
  return { load, mayEnd };

  /** Takes the tokens of a row, in reading order. */
  function load(tokens: readonly TokenValue[]): void {
    n = tokens.length;
    if (running.length <= n) {
      running = new Float64Array(2 * n + 2);
      unread = new Int32Array(2 * n + 2);
    }
    mayLoseStretch = false;
    for (let i = 0; i < n; i++) {
      const token = tokens[i] as TokenValue;
      const isBad = token !== null && Number.isNaN(token);
      running[i + 1] = (running[i] as number) + (isBad ? 0 : (token ?? 0));
      unread[i + 1] = (unread[i] as number) + (isBad ? 1 : 0);
      mayLoseStretch ||= token === null && tokens[i + 1] === null && tokens[i + 2] === null;
    }
  }

  /**
   * Whether one edit from token `i` and cell `p` on may be enough.
   *
   * @param touched cells from here to `p` are being weighed, and not known
   * @param amountIn what a cell adds, NaN where it is open
   */
  function mayEnd(i: number, p: number, touched: number, amountIn: (cell: number) => number): boolean {
    const now = i - p;
    const last = n - m;
    let harmed = Math.max(MOST_HARMED, now - last);
    if (mayLoseStretch && now === last) harmed = HARMED_BY_LOST_STRETCH;
    for (let k = firstAt[p] as number; k < count; k++) {
      const totalAt = totalPlaces[k] as number;
      if (totalAt >= touched && totalAt < p) continue;
      const from = starts[k] as number;
      const end = ends[k] as number;
      const within = tolerances[k] as number;
      let fits: boolean;
      if (totalAt < p) {
        const sum = amountIn(totals[k] as number);
        if (Number.isNaN(sum)) continue;
        fits = isSum(sum, from + now, end + now, within) || isSum(sum, from + last, end + last, within);
      } else
        fits =
          addsUp(totalAt + now, from + now, end + now, within) ||
          addsUp(totalAt + now, from + last, end + last, within) ||
          addsUp(totalAt + last, from + last, end + last, within) ||
          addsUp(totalAt + last, from + now, end + now, within);
      if (!fits && --harmed < 0) return false;
    }
    return true;
  }

  function addsUp(total: number, from: number, end: number, within: number): boolean {
    const at = total < 0 ? 0 : total >= n ? n - 1 : total;
    if (n === 0 || at !== total || unread[at + 1] !== unread[at]) return true;
    return isSum((running[at + 1] as number) - (running[at] as number), from, end, within);
  }

  function isSum(sum: number, from: number, end: number, within: number): boolean {
    const first = from < 0 ? 0 : from > n ? n : from;
    const past = end < 0 ? 0 : end > n ? n : end;
    if (unread[past] !== unread[first]) return true;
    return Math.abs((running[past] as number) - (running[first] as number) - sum) <= within;
  }
}

/** What every stretch of neighbouring cells adds up to; the year's total hangs on all of them, and is left out. */
function stretchesOf(code: RowCode, tolerance: readonly number[]): Stretch[] {
  const m = code.cells.length;
  const place = (cell: string) => m - 1 - code.cells.indexOf(cell);
  return code.equations.flatMap(({ total, terms }, e) => {
    const cell = code.cells.indexOf(total);
    const places = terms.map(place);
    const from = Math.min(...places);
    const end = Math.max(...places) + 1;
    const isStretch = end - from === terms.length && terms.length >= 3 && !code.isTarget[cell];
    return isStretch
      ? [{ total: cell, totalAt: place(total), from, end, tolerance: tolerance[e] as number }]
      : [];
  });
}
