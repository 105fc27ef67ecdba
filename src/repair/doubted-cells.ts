import type { Token } from "../document.ts";
import type { TokenValue } from "./row-tokens.ts";

/** A value that a cell may have, and what it costs in nats: minus the logarithm of its probability. */
export interface CellOption {
  readonly value: number | null;
  readonly cost: number;
}

/** What OCR says of one cell. */
export interface DoubtedCell {
  /** The cheapest first; none where nothing that was read is a number. */
  readonly options: readonly CellOption[];
  /** The probability that none of the options is right. */
  readonly residual: number;
  /** What it costs that an equation gives the cell a value that is none of its options. */
  readonly otherCost: number;
}

/** OCR finds no ink where a number is printed: a faint one, or one under a stamp. */
const MISSED = 0.0002;
/** The same beside numbers that something lies over: it may hide one as well. */
const MISSED_IN_DAMAGED = 0.01;
/** A number read with less is damaged: by a stamp, or by what makes it look like nothing. */
const UNDAMAGED = 0.85;
/** However sure OCR is: both of its readers may err alike. */
const LEAST_RESIDUAL = 0.00002;
/** A number that was read as several words, or as no number: every other one is not what it says. */
const PIECED = 0.5;
/** A number that was read where nothing is printed: dust, or the edge of a line. */
const DUST = 0.1;
/** How many numbers another reading may be: nine other digits at one place, as for pasted text. */
const SPREAD = 2.2;

/**
 * What OCR says of the cell of a token.
 *
 * @param parse reads a text as a scaled number
 * @param damaged whether a stamp or worse lies over numbers of the same row
 */
export function doubtCell(
  token: Token | undefined,
  parse: (text: string) => TokenValue,
  damaged: boolean,
): DoubtedCell {
  if (token === undefined || token.text === "") {
    return cell([{ value: null, probability: 1 - (damaged ? MISSED_IN_DAMAGED : MISSED) }]);
  }
  const readings = token.readings ?? [{ text: token.text, probability: PIECED }];
  const probabilities = new Map<number, number>();
  for (const { text, probability } of readings) {
    const value = parse(text);
    if (value === null || Number.isNaN(value)) continue;
    probabilities.set(value, (probabilities.get(value) ?? 0) + probability);
  }
  const numbers = [...probabilities].map(([value, probability]) => ({ value, probability }));
  if (numbers.length === 0) return cell([]);
  const rest = Math.max(LEAST_RESIDUAL, 1 - numbers.reduce((sum, { probability }) => sum + probability, 0));
  return cell([...numbers, { value: null, probability: rest * DUST }]);
}

function cell(options: readonly { value: number | null; probability: number }[]): DoubtedCell {
  const known = options.reduce((sum, { probability }) => sum + probability, 0);
  const residual = options.length === 0 ? 1 : Math.max(LEAST_RESIDUAL, 1 - known);
  return {
    residual,
    otherCost: options.length === 0 ? 0 : SPREAD - Math.log(residual),
    options: options
      .map(({ value, probability }) => ({ value, cost: -Math.log(Math.max(probability, Number.MIN_VALUE)) }))
      .sort((a, b) => a.cost - b.cost || (a.value ?? -1) - (b.value ?? -1)),
  };
}

/** Whether OCR could hardly read a number of the row. */
export function isDamaged(tokens: readonly Token[]): boolean {
  return tokens.some(({ text, readings }) => text !== "" && (readings?.[0]?.probability ?? 1) < UNDAMAGED);
}
