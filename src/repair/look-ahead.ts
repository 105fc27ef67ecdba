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
  const shapes = code.equations.map((equation) => {
    const terms = equation.terms.map(at).sort((a, b) => a - b);
    const total = at(equation.total);
    return { total, stretches: stretchesOf(terms) };
  });

  let running = new Float64Array(1);
  let broken = new Int32Array(1);
  let count = 0;

  /** Takes the tokens of a row, in reading order. */
  function load(tokens: readonly TokenValue[]): void {
    count = tokens.length;
    if (running.length <= count) {
      running = new Float64Array(2 * count + 2);
      broken = new Int32Array(2 * count + 2);
    }
    for (const [i, token] of tokens.entries()) {
      const bad = token !== null && Number.isNaN(token);
      running[i + 1] = (running[i] as number) + (bad ? 0 : (token ?? 0));
      broken[i + 1] = (broken[i] as number) + (bad ? 1 : 0);
    }
  }

  const clamp = (i: number) => (i < 0 ? 0 : i > count ? count : i);

  /**
   * Whether, from token `i` and cell `p` on, some equation would not hold. Equations with a cell from `touched` to
   * `p` are passed over: an edit there is being weighed.
   */
  function isOff(i: number, p: number, touched: number): boolean {
    const shift = i - p;
    for (let e = 0; e < shapes.length; e++) {
      if ((figures.open[e] as number) <= 0 || (figures.unknowns[e] as number) > 1) continue;
      const { total, stretches } = shapes[e] as (typeof shapes)[number];
      if (total >= touched && total < p) continue;
      let rest = figures.sum[e] as number;
      let skip = false;
      for (let k = 0; k < stretches.length; k += 2) {
        const from = stretches[k] as number;
        const end = stretches[k + 1] as number;
        if (from < p && end > touched && touched < p) {
          skip = true;
          break;
        }
        if (end <= p) continue;
        const first = clamp((from < p ? p : from) + shift);
        const last = clamp(end + shift);
        if (broken[last] !== broken[first]) {
          skip = true;
          break;
        }
        rest += (running[last] as number) - (running[first] as number);
      }
      if (skip) continue;
      if (total >= p) {
        const first = clamp(total + shift);
        const last = clamp(total + shift + 1);
        if (broken[last] !== broken[first]) continue;
        rest -= (running[last] as number) - (running[first] as number);
      }
      if (figures.unknowns[e] === 1 ? isRefuted(e, rest) : Math.abs(rest) > (tolerance[e] as number))
        return true;
    }
    return false;
  }

  return { load, isOff };
}

/** Sorted places as flat pairs of start and end, neighbours joined. */
function stretchesOf(places: readonly number[]): Int32Array {
  const flat: number[] = [];
  for (const place of places) {
    if (flat[flat.length - 1] === place) flat[flat.length - 1] = place + 1;
    else flat.push(place, place + 1);
  }
  return Int32Array.from(flat);
}
