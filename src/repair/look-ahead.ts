import type { RowCode } from "./row-code.ts";
import type { TokenValue } from "./row-tokens.ts";

/** The figures of the equations while a row is being read: cells open, signed sum so far, unknown cells. */
export interface EquationFigures {
  readonly open: Int32Array;
  readonly sum: Float64Array;
  readonly unknowns: Int32Array;
}

/**
 * Tells whether the rest of a row would satisfy its equations if every token left were read as it stands: if not,
 * at least one more edit is to be paid. Sums over stretches of tokens come from running totals, so that a look
 * costs a few additions an equation.
 *
 * @param isRefuted whether the only unknown cell of an equation cannot be what the rest of it makes it
 */
export function createLookAhead(
  code: RowCode,
  tolerance: readonly number[],
  figures: EquationFigures,
  isRefuted: (equation: number, sum: number) => boolean,
) {
  const m = code.cells.length;
  const index = new Map(code.cells.map((cell, i) => [cell, i]));
  const at = (cell: string) => {
    const place = index.get(cell) as number;
    return code.backwards ? m - 1 - place : place;
  };
  // Flat, and those that close first in front: they fail soonest, and those that have closed are passed over.
  const shapes = code.equations
    .map((equation, e) => {
      const terms = equation.terms.map(at).sort((a, b) => a - b);
      const total = at(equation.total);
      return { e, total, stretches: stretchesOf(terms), past: Math.max(total, ...terms) };
    })
    .sort((a, b) => a.past - b.past);
  const count = shapes.length;
  const equationOf = Int32Array.from(shapes, ({ e }) => e);
  const totalOf = Int32Array.from(shapes, ({ total }) => total);
  const within = Float64Array.from(shapes, ({ e }) => tolerance[e] as number);
  const stretches = Int32Array.from(shapes.flatMap(({ stretches }) => stretches));
  const startOf = Int32Array.from({ length: count + 1 }, (_, k) => sizeOf(shapes.slice(0, k)));
  /** By place: the first equation with a cell there or later. */
  const firstAt = Int32Array.from({ length: m + 1 }, (_, p) => shapes.filter(({ past }) => past < p).length);

  let running = new Float64Array(1);
  let broken = new Int32Array(1);
  let n = 0;

  /** Takes the tokens of a row, in reading order. */
  function load(tokens: readonly TokenValue[]): void {
    n = tokens.length;
    if (running.length <= n) {
      running = new Float64Array(2 * n + 2);
      broken = new Int32Array(2 * n + 2);
    }
    for (let i = 0; i < n; i++) {
      const token = tokens[i] as TokenValue;
      const bad = token !== null && Number.isNaN(token);
      running[i + 1] = (running[i] as number) + (bad ? 0 : (token ?? 0));
      broken[i + 1] = (broken[i] as number) + (bad ? 1 : 0);
    }
  }

  /**
   * Whether, from token `i` and cell `p` on, some equation would not hold. Equations with a cell from `touched` to
   * `p` are passed over: an edit there is being weighed.
   */
  function isOff(i: number, p: number, touched: number): boolean {
    for (let k = firstAt[touched] as number; k < count; k++) {
      const e = equationOf[k] as number;
      const open = figures.open[e] as number;
      const unknowns = figures.unknowns[e] as number;
      if (open > 0 && unknowns <= 1 && failsAt(k, i, p, touched, e, unknowns)) return true;
    }
    return false;
  }

  function failsAt(k: number, i: number, p: number, touched: number, e: number, unknowns: number): boolean {
    const total = totalOf[k] as number;
    if (total >= touched && total < p) return false;
    const shift = i - p;
    let rest = figures.sum[e] as number;
    const stop = startOf[k + 1] as number;
    for (let s = startOf[k] as number; s < stop; s += 2) {
      const from = stretches[s] as number;
      const end = stretches[s + 1] as number;
      if (from < p && end > touched && touched < p) return false;
      if (end <= p) continue;
      let first = (from < p ? p : from) + shift;
      let last = end + shift;
      first = first < 0 ? 0 : first > n ? n : first;
      last = last < 0 ? 0 : last > n ? n : last;
      if (broken[last] !== broken[first]) return false;
      rest += (running[last] as number) - (running[first] as number);
    }
    if (total >= p) {
      let first = total + shift;
      first = first < 0 ? 0 : first > n ? n : first;
      const last = first < n ? first + 1 : n;
      if (total + shift >= 0) {
        if (broken[last] !== broken[first]) return false;
        rest -= (running[last] as number) - (running[first] as number);
      }
    }
    return unknowns === 1
      ? isRefuted(e, rest)
      : rest > (within[k] as number) || -rest > (within[k] as number);
  }

  return { load, isOff };
}

/** How long the stretches of some equations are in a flat list. */
function sizeOf(shapes: readonly { readonly stretches: readonly number[] }[]): number {
  return shapes.reduce((sum, { stretches }) => sum + stretches.length, 0);
}

/** Sorted places as flat pairs of start and end, neighbours joined. */
function stretchesOf(places: readonly number[]): number[] {
  const flat: number[] = [];
  for (const place of places) {
    if (flat[flat.length - 1] === place) flat[flat.length - 1] = place + 1;
    else flat.push(place, place + 1);
  }
  return flat;
}
