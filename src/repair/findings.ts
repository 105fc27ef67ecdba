import type { ErrorModel } from "./error-model.ts";
import { keyOf, type Leftover, type Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import type { RowState } from "./row-state.ts";

/** Cells taken over from the other series, with nothing but a sum to confirm them: the first, and each further one. */
const FROM_LIKENESS = 1.5;
const FROM_LIKENESS_MORE = 0.1;

/**
 * Collects the readings that a search ends in. Readings with equal values are one reading, whatever their
 * alignments: it keeps the lightest alignment and the weight of all.
 */
export function createFindings(code: RowCode, model: ErrorModel, state: RowState, bound: number) {
  const found = new Map<string, { reading: Reading; lightest: number; weight: number }>();

  /** Takes the row as its state is now, all cells placed; `leftovers` are the tokens given to none. */
  function add(leftovers: readonly Leftover[]): void {
    const mark = state.mark();
    const filled = fillTheRest();
    const contradictions = state.openContradictions();
    if (contradictions > 0) state.pay(model.contradiction * contradictions);
    if (state.cost() <= bound) {
      const values = code.cells.map((_, cell) => state.valueOf(cell));
      const unsure = [...values.keys()].filter((cell) => values[cell] === null && isFound(cell));
      for (const { written, cost } of waysToWrite(values, unsure)) keep(written, filled, leftovers, cost);
    }
    state.undo(mark);
  }

  /**
   * What was lost and adds nothing was a blank or a printed 0: the typed cells one or the other, and sums as they
   * mostly are of such cells, or not so.
   */
  function waysToWrite(values: Reading["values"], unsure: readonly number[]) {
    let ways = [{ written: values, cost: 0 }];
    for (const cells of [
      unsure.filter((cell) => !code.isSum[cell]),
      unsure.filter((cell) => code.isSum[cell]),
    ]) {
      if (cells.length === 0) continue;
      ways = ways.flatMap(({ written, cost }) => {
        const chances = cells.map((cell) => state.zeroChance(cell, written));
        const mostly = chances.reduce((sum, chance) => sum + Math.max(chance, 1 - chance), 0) / cells.length;
        const write = (asMostly: boolean) =>
          written.map((value, cell) => {
            const at = cells.indexOf(cell);
            return at < 0 ? value : (chances[at] as number) > 0.5 === asMostly ? 0 : null;
          });
        return [
          { written: write(true), cost: cost - Math.log(mostly) },
          { written: write(false), cost: cost - Math.log(1 - mostly) },
        ];
      });
    }
    return ways;
  }

  /** Whether a cell's value was found by its equations after a stretch or a tail was lost. */
  function isFound(cell: number): boolean {
    const origin = state.originOf(cell);
    return origin === "tail" || origin === "lost-stretch";
  }

  /** Keeps a reading, or adds its weight to one with the same values. */
  function keep(
    values: Reading["values"],
    filled: readonly number[],
    leftovers: readonly Leftover[],
    extra: number,
  ): void {
    const cost = state.cost() + extra;
    const edits = state.editCost() + extra;
    const key = keyOf(values);
    const known = found.get(key);
    if (known !== undefined && cost >= known.lightest) {
      known.weight += Math.exp(-edits);
      return;
    }
    const reading: Reading = {
      values,
      tokens: code.cells.map((_, cell) => state.tokenOf(cell)),
      origins: code.cells.map((_, cell) => (filled.includes(cell) ? "likeness" : state.originOf(cell))),
      leftovers: [...leftovers],
      broken: state.broken(),
      cost: edits,
    };
    found.set(key, { reading, lightest: cost, weight: (known?.weight ?? 0) + Math.exp(-edits) });
  }

  /** Cells that several losses left open take the other series' value where the sums allow it. */
  function fillTheRest(): number[] {
    const filled: number[] = [];
    for (const cell of code.cells.keys()) {
      if (state.valueOf(cell) !== undefined) continue;
      const mark = state.mark();
      const broken = state.broken().length;
      state.pay(filled.length === 0 ? FROM_LIKENESS : FROM_LIKENESS_MORE);
      if (state.fillFromPartner(cell) && state.broken().length === broken && state.cost() <= bound)
        filled.push(cell);
      else state.undo(mark);
    }
    return filled;
  }

  /** The readings, each at the cost of its edits over all its alignments, without likeness. */
  function list(): Reading[] {
    return [...found.values()].map(({ reading, weight }) => ({ ...reading, cost: -Math.log(weight) }));
  }

  return { add, list };
}
