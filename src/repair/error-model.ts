import type { Channel } from "../document.ts";

/**
 * What each kind of damage costs, in nats: minus the logarithm of the probability that one row carries that
 * damage at one given place. Fitted on generated damage (bench/README.md) and on the slips of the seed text.
 */
export interface ErrorModel {
  /** A run of equal values printed one shorter or longer; long runs are miscounted more often, see `slipCost`. */
  readonly slip: number;
  /** Each further element lost or gained by the same slip. */
  readonly slipMore: number;
  /** A slip that makes up for an earlier one: whoever copies keeps the number of cells right. */
  readonly slipBack: number;
  /** What each slip after the second costs on top. */
  readonly slipAgain: number;
  /** A number gone, its neighbours moved up. */
  readonly lost: number;
  /** A number gone, a blank left in its place. */
  readonly lostInPlace: number;
  /** A stretch of numbers gone, blanks left in their places; flat, however long. */
  readonly lostStretch: number;
  /** A lone number printed twice. */
  readonly doubled: number;
  readonly doubledMore: number;
  readonly lostBlank: number;
  readonly extraBlank: number;
  readonly blankMore: number;
  /** What it costs on top that no blank stands beside the one that is lost or too many. */
  readonly blankAlone: number;
  /** What it costs on top that a row without any blank has lost one. */
  readonly blankUnheardOf: number;
  /** A number read as another: the place; what it was read as costs `misreadDigit` or `misreadFar` on top. */
  readonly misread: number;
  /** One digit of as many changed: nine others, at one of the places. */
  readonly misreadDigit: number;
  /** Any other change of a number. */
  readonly misreadFar: number;
  /** A target changed to any other number: targets are retyped and revised, months are not. */
  readonly targetFar: number;
  /** A token that is no number at all stands for one. */
  readonly unreadable: number;
  /** A number where the row had a blank. */
  readonly numberForBlank: number;
  /** A token that belongs to no cell. */
  readonly spurious: number;
  readonly merged: number;
  readonly split: number;
  readonly swapped: number;
  /** The last cells of the row gone: flat, and for each cell. */
  readonly tail: number;
  readonly tailMore: number;
  /** The document itself breaks an equation. */
  readonly contradiction: number;
  /** A blank that leaves no trace: only where blanks do not travel. First of a run, and each further one. */
  readonly unseenBlank: number;
  readonly unseenBlankMore: number;
}

const tabular: ErrorModel = {
  slip: 7.3,
  slipMore: 2.5,
  slipBack: 3.3,
  slipAgain: 3,
  lost: 7,
  lostInPlace: 7,
  lostStretch: 9,
  doubled: 7,
  doubledMore: 1,
  lostBlank: 6,
  extraBlank: 6,
  blankMore: 0.7,
  blankAlone: 1,
  blankUnheardOf: 2,
  misread: 6.5,
  misreadDigit: 2.2,
  misreadFar: 8,
  targetFar: 2.5,
  unreadable: 3,
  numberForBlank: 12,
  spurious: 13,
  merged: 7,
  split: 6.5,
  swapped: 7,
  tail: 6,
  tailMore: 0.2,
  contradiction: 13,
  unseenBlank: Number.POSITIVE_INFINITY,
  unseenBlankMore: Number.POSITIVE_INFINITY,
};

/** The error model of a channel. */
export const errorModels: Readonly<Record<Exclude<Channel, "placed">, ErrorModel>> = {
  tabular,
  collapsed: { ...tabular, unseenBlank: 0.7, unseenBlankMore: 0.05 },
};

/** A row that lacks no more tokens than this has hardly a blank: it has lost a number or two. */
const FEW_MISSING = 3;

/** The model for a row that lacks so many tokens: where blanks leave no trace, a row without many has few. */
export function modelFor(model: ErrorModel, missing: number): ErrorModel {
  if (model.unseenBlank === Number.POSITIVE_INFINITY || missing > FEW_MISSING) return model;
  return { ...model, unseenBlank: 3, unseenBlankMore: 1.5 };
}

/** How much likelier a slip gets with the logarithm of the run's length: a little more than in proportion. */
const SLIP_BY_LENGTH = 1.3;

/** Runs are short and asked for often. */
const LOGARITHMS = Float64Array.from({ length: 64 }, (_, length) => Math.log(length));

/** However long the runs: a slip is never a matter of course. */
const LEAST_SLIP = 1.5;
/** The same for each further element, as a share of the first; and however long the run, each costs as much. */
const SLIP_MORE_BY_LENGTH = 0.7;
const LEAST_MORE = 0.7;

/** The cost of a run of `length` cells printed with `more` elements too few or too many. */
export function slipCost(model: ErrorModel, length: number, more: number, makesUp: boolean): number {
  const first = makesUp ? model.slipBack : model.slip;
  const gain = SLIP_BY_LENGTH * (LOGARITHMS[length] ?? Math.log(length));
  const further = Math.max(LEAST_MORE, model.slipMore - SLIP_MORE_BY_LENGTH * gain);
  return Math.max(LEAST_SLIP, first - gain) + further * (more - 1);
}

/**
 * The cost of a number printed with the digits `printed` instead of `digits`, beyond the place: one digit changed
 * among as many, or anything else.
 */
export function misreadCost(model: ErrorModel, printed: string, digits: string, isTarget: boolean): number {
  const cost = isTarget ? model.targetFar : model.misreadFar;
  if (printed.length !== digits.length) return cost;
  let changed = 0;
  for (let k = 0; k < printed.length; k++) if (printed[k] !== digits[k]) changed++;
  return changed === 1 ? Math.min(cost, model.misreadDigit + Math.log(printed.length)) : cost;
}
