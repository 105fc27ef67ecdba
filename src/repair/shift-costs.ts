import { type ErrorModel, slipCost } from "./error-model.ts";
import type { RowTokens } from "./row-tokens.ts";

/** The longest slip: a run that lost or gained more elements is not read. */
export const LONGEST_SLIP = 6;
/** Nothing is told of a row that lacks more tokens than this, or has as many too many. */
const FARTHEST = 8;
const WIDTH = 2 * FARTHEST + 1;
const NEVER = Number.POSITIVE_INFINITY;

/**
 * The least that the rest of a row costs by its tokens alone, whatever they add up to: from a token on, so many are too
 * many or too few for the cells that are left, and each edit moves that by what it passes over or fills. Where slips
 * were made before, others may make up for them, which costs less.
 */
export function createShiftCosts(backwards: boolean) {
  /** By token and surplus: while no slip is to be made up for, and while one is. */
  let settled = new Float64Array(0);
  let owing = new Float64Array(0);
  /** By token: the cheapest edit from there on. */
  let leastSettled = new Float64Array(0);
  let leastOwing = new Float64Array(0);
  let loaded: { tokens: RowTokens; model: ErrorModel } | undefined;
  /** What slips at the token that is being weighed cost, by their length: those that move it on, and that make up. */
  const slips = new Float64Array(LONGEST_SLIP + 1);
  const backs = new Float64Array(LONGEST_SLIP + 1);
  return { load, from, leastFrom };

  /** The least that it costs to end rightly from token `i` on with `surplus` tokens more than cells. */
  function from(i: number, surplus: number, owes: boolean): number {
    if (surplus === 0 || surplus > FARTHEST || surplus < -FARTHEST) return 0;
    return (owes ? owing : settled)[placeOf(i, surplus)] as number;
  }

  /** The least that any edit costs from token `i` on. */
  function leastFrom(i: number, owes: boolean): number {
    return (owes ? leastOwing : leastSettled)[i] as number;
  }

  function placeOf(i: number, surplus: number): number {
    return i * WIDTH + surplus + FARTHEST;
  }

  /** Takes the tokens of a row; those that it has already cost nothing. */
  function load(tokens: RowTokens, model: ErrorModel): void {
    if (loaded?.tokens === tokens && loaded.model === model) return;
    loaded = { tokens, model };
    const n = tokens.values.length;
    if (leastSettled.length <= n) {
      const size = 2 * n + 2;
      settled = new Float64Array(size * WIDTH);
      owing = new Float64Array(size * WIDTH);
      leastSettled = new Float64Array(size);
      leastOwing = new Float64Array(size);
    }
    for (let i = n; i >= 0; i--) {
      priceSlips(i, tokens, model);
      weigh(i, tokens, model);
      weighEdits(i, tokens, model);
    }
  }

  /** Weighs every edit at token `i` that moves the surplus, from the largest surplus down. */
  function weigh(i: number, tokens: RowTokens, model: ErrorModel): void {
    const { values, cuts, joins, runsFrom } = tokens;
    const n = values.length;
    const token = values[i];
    const isDoubling = isDoubled(i, tokens);
    const hasSlipped = !isDoubling && (slips[1] as number) < NEVER;
    const first = firstBlank(tokens, model);
    const more = blankMore(model);
    // The cheapest way to have lost blanks here: the first, or one more than where there is one token more.
    let blanksSettled = NEVER;
    let blanksOwing = NEVER;
    for (let surplus = FARTHEST; surplus >= -FARTHEST; surplus--) {
      const place = placeOf(i, surplus);
      const end = surplus === 0 || (surplus < 0 && !backwards) ? 0 : NEVER;
      settled[place] = i < n ? (settled[place + WIDTH] as number) : end;
      owing[place] = i < n ? (owing[place + WIDTH] as number) : end;
      take(model.lost, place, i, surplus + 1);
      if (token !== null && surplus < FARTHEST) {
        blanksSettled = Math.min(first + (settled[place + 1] as number), more + blanksSettled);
        blanksOwing = Math.min(first + (owing[place + 1] as number), more + blanksOwing);
        settled[place] = Math.min(settled[place] as number, blanksSettled);
        owing[place] = Math.min(owing[place] as number, blanksOwing);
      }
      for (let k = 1; hasSlipped && k <= LONGEST_SLIP; k++) takeSlip(k, place, i, surplus + k);
      if (i === n) continue;
      const run = runsFrom[i] as number;
      if (token === null) take(model.extraBlank + model.blankMore * (run - 1), place, i + run, surplus - run);
      else take(model.spurious, place, i + 1, surplus - 1);
      if (isDoubling) takeSlip(1, place, i + run, surplus - run);
      if ((cuts[i] as readonly unknown[]).length > 0) take(model.merged, place, i + 1, surplus + 1);
      if (joins[i] !== null) take(model.split, place, i + 2, surplus - 1);
    }
  }

  /** Lowers what a place costs to that of an edit after which token `i` comes, with `surplus` tokens too many. */
  function take(cost: number, place: number, i: number, surplus: number): void {
    if (surplus > FARTHEST || surplus < -FARTHEST) return;
    const after = placeOf(i, surplus);
    settled[place] = Math.min(settled[place] as number, cost + (settled[after] as number));
    owing[place] = Math.min(owing[place] as number, cost + (owing[after] as number));
  }

  /** The same for a slip, which is to be made up for from then on, or makes up for one. */
  function takeSlip(k: number, place: number, i: number, surplus: number): void {
    if (surplus > FARTHEST || surplus < -FARTHEST) return;
    const after = placeOf(i, surplus);
    const onward = (slips[k] as number) + (owing[after] as number);
    settled[place] = Math.min(settled[place] as number, onward);
    owing[place] = Math.min(
      owing[place] as number,
      onward,
      (backs[k] as number) + (settled[after] as number),
    );
  }

  /** The slips that a run before token `i` may have made there: of elements lost or, as one price, of those too many. */
  function priceSlips(i: number, tokens: RowTokens, model: ErrorModel): void {
    slips.fill(NEVER);
    backs.fill(NEVER);
    if (isDoubled(i, tokens)) {
      slips[1] = doubledCost(i, tokens, model, false);
      backs[1] = doubledCost(i, tokens, model, true);
      return;
    }
    if (!hasRunBefore(i, tokens) || tokens.values[i] === tokens.values[i - 1]) return;
    const run = tokens.runsTo[i - 1] as number;
    for (let k = 1; k <= LONGEST_SLIP; k++) {
      slips[k] = slipCost(model, run + k, k, false);
      backs[k] = slipCost(model, run + k, k, true);
    }
  }

  /** Notes the cheapest edit from token `i` on, whatever it does. */
  function weighEdits(i: number, tokens: RowTokens, model: ErrorModel): void {
    const { values, cuts, joins } = tokens;
    const token = values[i];
    let least = Math.min(model.lost, model.misread, model.contradiction);
    if (token === null) least = Math.min(least, model.lostInPlace, model.lostStretch, model.extraBlank);
    else least = Math.min(least, firstBlank(tokens, model));
    if (Number.isNaN(token)) least = Math.min(least, model.unreadable);
    if ((cuts[i]?.length ?? 0) > 0) least = Math.min(least, model.merged);
    if ((joins[i] ?? null) !== null) least = Math.min(least, model.split);
    let leastBack = least;
    for (let k = 1; k <= LONGEST_SLIP; k++) {
      least = Math.min(least, slips[k] as number);
      leastBack = Math.min(leastBack, backs[k] as number);
    }
    const isLast = i === values.length;
    leastSettled[i] = Math.min(least, isLast ? NEVER : (leastSettled[i + 1] as number));
    leastOwing[i] = Math.min(least, leastBack, isLast ? NEVER : (leastOwing[i + 1] as number));
  }
}

function firstBlank({ hasBlanks }: RowTokens, model: ErrorModel): number {
  if (model.unseenBlank < NEVER) return model.unseenBlank;
  return model.lostBlank + (hasBlanks ? 0 : model.blankUnheardOf);
}

function blankMore(model: ErrorModel): number {
  return model.unseenBlank < NEVER ? model.unseenBlankMore : model.blankMore;
}

/** Whether a number stands before token `i`, so that a run may have lost or gained elements there. */
function hasRunBefore(i: number, { values }: RowTokens): boolean {
  const before = values[i - 1];
  return typeof before === "number" && !Number.isNaN(before);
}

/** Whether token `i` and its equals may be a number printed once too often. */
function isDoubled(i: number, tokens: RowTokens): boolean {
  const { values, runsFrom } = tokens;
  return (
    i < values.length &&
    hasRunBefore(i, tokens) &&
    values[i] === values[i - 1] &&
    runsFrom[i]! <= LONGEST_SLIP
  );
}

function doubledCost(
  i: number,
  { runsTo, runsFrom }: RowTokens,
  model: ErrorModel,
  makesUp: boolean,
): number {
  const length = runsTo[i - 1] as number;
  const more = runsFrom[i] as number;
  return length > 1 ? slipCost(model, length, more, makesUp) : model.doubled + model.doubledMore * (more - 1);
}
