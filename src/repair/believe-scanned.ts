import type { PrintedRow } from "../document.ts";
import { brokenEquations } from "./as-printed.ts";
import type { Belief } from "./column-totals.ts";
import { type DoubtedCell, doubtCell, isDamaged } from "./doubted-cells.ts";
import { errorModels } from "./error-model.ts";
import type { Origin, Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import type { TokenValue } from "./row-tokens.ts";
import { type Assignment, searchDoubted } from "./search-doubted.ts";

/** What a scan may hide from any model: a row of another table, a column read twice. */
const BEYOND = 0.0001;
/** Two errors in one equation make good for each other by chance this often. */
const MAKES_GOOD = 0.05;

/** Several numbers in one cell are those of cells whose lines were not found: the neighbours are not blank. */
const SEVERAL = 0.6;
/** Ink that says nothing where nothing is added up: a printed 0, or a stamp over a blank. */
const BLANK_OR_ZERO = 0.4;
/** A plan may give the yearly number alone, and not part it among the months. */
const NOT_PARTED = 0.5;
/** A value that one equation gives, and no other confirms. */
const UNCONFIRMED = 0.02;

/** Whether a row was read from a picture, so that its numbers are doubtful each in its own place. */
export function isScanned({ tokens }: PrintedRow): boolean {
  return tokens.some(({ readings }) => readings !== undefined);
}

/**
 * The ways to read a row of a scan. Its cells stand in their places; what OCR says of each is brought together with
 * the row's equations. Numbers that no equation reaches keep OCR's own doubt.
 *
 * @param parse reads a text as a scaled number
 */
export function believeScanned(
  printed: PrintedRow,
  code: RowCode,
  scale: number,
  parse: (text: string) => TokenValue,
): Belief {
  const damaged = isDamaged(printed.tokens);
  const cells = code.cells.map((_, cell) => doubtCell(printed.tokens[cell], parse, damaged));
  const tolerance = code.equations.map((equation) => Math.round(equation.tolerance * scale));
  const asRead: Assignment = {
    values: cells.map(({ options }) => options[0]?.value),
    cost: cells.reduce((sum, { options }) => sum + (options[0]?.cost ?? 0), 0),
  };
  const found = searchDoubted(code, cells, tolerance);
  const readings = found.map((one) => toReading(one, printed, code, scale, parse));
  const isOpen = asRead.values.includes(undefined);
  const broken = isOpen ? [] : brokenEquations(code, asRead.values, scale);
  if (broken.length > 0 || readings.length === 0) {
    // The document itself may contradict its arithmetic.
    const cost = asRead.cost + broken.length * errorModels.tabular.contradiction;
    readings.push(toReading({ ...asRead, cost }, printed, code, scale, parse));
  }
  const best = Math.min(...readings.map(({ cost }) => cost));
  const weights = readings.map(({ cost }) => Math.exp(best - cost));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const values = readings.find(({ cost }) => cost === best)?.values ?? [];
  const other = Math.min(
    1,
    unseen(code, cells) + unread(printed, values, code, cells) + unparted(values, asRead.values, code),
  );
  const probabilities = weights.map((weight) => ((1 - other) * weight) / sum);
  return { readings, prior: probabilities, probabilities, other };
}

/** The probability that a number is wrong and no equation says so. */
function unseen(code: RowCode, cells: readonly DoubtedCell[]): number {
  let doubt = BEYOND;
  for (const [cell, { residual }] of cells.entries()) {
    if (code.memberships[cell]!.length === 0) doubt += residual;
  }
  for (const e of code.equations.keys()) {
    const residuals = cells
      .filter((_, cell) => code.memberships[cell]!.some(({ equation }) => equation === e))
      .map(({ residual, options }) => (options.length === 0 ? 0 : residual));
    const sum = residuals.reduce((total, residual) => total + residual, 0);
    const squares = residuals.reduce((total, residual) => total + residual ** 2, 0);
    doubt += (MAKES_GOOD * (sum ** 2 - squares)) / 2;
  }
  return doubt;
}

/** The probability that a cell of which nothing could be read is not what its equations leave it. */
function unread(
  printed: PrintedRow,
  values: Reading["values"],
  code: RowCode,
  cells: readonly DoubtedCell[],
): number {
  let doubt = 0;
  for (const [cell, { options }] of cells.entries()) {
    if (options.length > 0) continue;
    const { text } = printed.tokens[cell]!;
    if (/\d\D+\d/.test(text)) doubt += SEVERAL;
    else if ((values[cell] ?? 0) === 0) doubt += BLANK_OR_ZERO;
    else if (code.memberships[cell]!.length < 2) doubt += UNCONFIRMED;
  }
  return doubt;
}

/** The probability that a total was read rightly which the blanks that it adds up make nothing of. */
function unparted(values: Reading["values"], asRead: Assignment["values"], code: RowCode): number {
  const isTaken = code.terms.some(
    (terms, total) =>
      terms.length > 0 &&
      (values[total] ?? 0) === 0 &&
      (asRead[total] ?? 0) !== 0 &&
      terms.every((term) => asRead[term] === null),
  );
  return isTaken ? NOT_PARTED : 0;
}

function toReading(
  { values, cost }: Assignment,
  printed: PrintedRow,
  code: RowCode,
  scale: number,
  parse: (text: string) => TokenValue,
): Reading {
  return {
    values,
    cost,
    leftovers: [],
    tokens: values.map((_, cell) => (cell < printed.tokens.length ? cell : -1)),
    origins: values.map((value, cell): Origin => {
      const text = printed.tokens[cell]?.text ?? "";
      if (text === "") return value === null ? "read" : "lost-in-place";
      return parse(text) === value ? "read" : "misread";
    }),
    broken: values.includes(undefined) ? [] : brokenEquations(code, values, scale),
  };
}
