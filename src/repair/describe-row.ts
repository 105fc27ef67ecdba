import type { CellName, Flag, PrintedRow, SettledRow, Token } from "../document.ts";
import type { Belief } from "./column-totals.ts";
import { listCandidates } from "./list-candidates.ts";
import { type Evidence, listRepairs } from "./list-repairs.ts";
import { oneOffReadings } from "./one-off-readings.ts";
import { isAsPrinted, type Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import type { TokenValue } from "./row-tokens.ts";

/** What a row is described with. */
export interface RowContext {
  readonly code: RowCode;
  readonly scale: number;
  /** Whether blanks leave a trace, so that a number away from its place has moved. */
  readonly tabular: boolean;
  /** Below this probability a reading is not given as the row. */
  readonly reviewBelow: number;
  /** Whether the row is sound as it is printed, so that only a total speaks for any other reading. */
  readonly isSound?: boolean;
  /** The row's tokens as numbers, scaled; NaN for what is no number that can be held exactly. */
  readonly numbers: readonly TokenValue[];
  /** What a column total says of a cell with the value it has in this row. */
  readonly evidence: Evidence;
}

/** Readings less probable than this are not worth showing: what a person may know better is offered, noise is not. */
const WORTH_SHOWING = 0.002;

/** A row that is sound in itself is not changed for less, whatever the total of a column says. */
const SURE_OF_CHANGE = 0.99;

/** Says what became of a row: its values, status and confidence, and how each changed number came about. */
export function describeRow(printed: PrintedRow, belief: Belief, context: RowContext): SettledRow {
  const ranked = rank(belief);
  const best = ranked[0];
  if (printed.tokens.every((token) => token.text === "")) return withoutNumbers(printed, context);
  if (best === undefined) return withoutReading(printed, context);

  const { reading, probability } = best;
  // What only the other series says was never printed here: for a person to confirm, unless a total does.
  const isWhole = context.code.cells.every(
    (cell, k) =>
      reading.values[k] !== undefined &&
      (reading.origins[k] !== "likeness" || context.evidence(cell) !== null),
  );
  const changed = isChanged(reading, context);
  const least = changed && context.isSound ? SURE_OF_CHANGE : 0;
  const sure = isWhole && probability >= Math.max(context.reviewBelow, least);
  const broken = brokenFlags(reading, context);
  if (broken.length > 0 && !changed)
    return settled(printed, reading, "inconsistent", probability, context, broken, sure ? [] : ranked);
  if (!sure || broken.length > 0) return ambiguous(printed, ranked, context, broken);
  const checked = context.code.equations.length > 0;
  const status = changed ? "repaired" : checked ? "verified" : "unverified";
  return settled(printed, reading, status, probability, context, unplaced(printed, reading), []);
}

/** A row's readings, most probable first. */
function rank({ readings, probabilities }: Belief): Ranked {
  const ranked = readings.map((reading, k) => ({ reading, probability: probabilities[k] as number }));
  return ranked.length < 2 ? ranked : ranked.sort((a, b) => b.probability - a.probability);
}

type Ranked = readonly { reading: Reading; probability: number }[];

function settled(
  printed: PrintedRow,
  reading: Reading,
  status: SettledRow["status"],
  confidence: number,
  context: RowContext,
  flags: readonly Flag[],
  rivals: Ranked,
): SettledRow {
  // Most rows are as printed: there is nothing to list of them.
  const changed = status === "repaired" || isChanged(reading, context);
  return {
    printed,
    values: valuesOf(reading, context, () => true),
    status,
    confidence,
    flags: [...flags, ...unread(printed, context), ...(changed ? shifted(reading, context) : [])],
    repairs: changed ? listRepairs(reading, context, () => true) : [],
    candidates: listCandidates(worthShowing(rivals), context.code.cells, context.scale),
    tokens: tokensOf(printed, reading, context.code.cells, () => true),
  };
}

/** Several readings remain: what they share is given, the rest is left to a person. */
function ambiguous(
  printed: PrintedRow,
  ranked: Ranked,
  context: RowContext,
  broken: readonly Flag[],
): SettledRow {
  const { cells } = context.code;
  const shown = worthShowing(ranked);
  const { reading, probability } = ranked[0] as Ranked[number];
  const isShared = (cell: number) =>
    reading.values[cell] !== undefined && shown.every((s) => s.reading.values[cell] === reading.values[cell]);
  const open = cells.filter((_, cell) => !isShared(cell));
  const names = printed.tokens.map((token) => token.text).filter((text) => text !== "");
  return {
    printed,
    values: valuesOf(reading, context, isShared),
    status: "ambiguous",
    confidence: reading.values.includes(undefined) ? 0 : probability,
    flags: [
      {
        code: "several-readings",
        severity: "warning",
        cells: open,
        message: `The numbers can be read in ${shown.length === 1 ? "one way only in part" : `${shown.length} ways`}; printed, in order: ${names.join(" ")}.`,
      },
      ...broken,
      ...unread(printed, context),
    ],
    repairs: listRepairs(reading, context, isShared),
    candidates: listCandidates(expandOpen(shown, context), cells, context.scale),
    tokens: tokensOf(printed, reading, cells, isShared),
  };
}

/** Where only part of a row could be read, what it may have been if its sums fell into single months. */
function expandOpen(shown: Ranked, { code }: RowContext): Ranked {
  return shown.flatMap(({ reading, probability }) => {
    if (!reading.values.includes(undefined)) return [{ reading, probability }];
    const readings = oneOffReadings(code, reading);
    return readings.map((oneOff) => ({ reading: oneOff, probability: probability / readings.length }));
  });
}

function worthShowing(ranked: Ranked): Ranked {
  return ranked.filter((r, k) => k === 0 || r.probability >= WORTH_SHOWING);
}

/** No way to read the row was found: its numbers are named, and given to no cell. */
function withoutReading(printed: PrintedRow, { code }: RowContext): SettledRow {
  const names = printed.tokens.map((token) => token.text).filter((text) => text !== "");
  return {
    printed,
    values: Object.fromEntries(code.cells.map((cell) => [cell, null])),
    status: "ambiguous",
    confidence: 0,
    flags: [
      {
        code: "no-reading",
        severity: "error",
        cells: [...code.cells],
        message: `No reading of this row comes near the arithmetic of its family; printed, in order: ${names.join(" ")}.`,
      },
    ],
    repairs: [],
    candidates: [],
    tokens: {},
  };
}

function withoutNumbers(printed: PrintedRow, { code }: RowContext): SettledRow {
  return {
    printed,
    values: Object.fromEntries(code.cells.map((cell) => [cell, null])),
    status: "unverified",
    confidence: 0,
    flags: [
      { code: "no-numbers", severity: "error", cells: [], message: "No number is printed in this row." },
    ],
    repairs: [],
    candidates: [],
    tokens: {},
  };
}

/** Whether a reading gives the row other numbers, or the same numbers other places, than it was printed with. */
function isChanged(reading: Reading, { tabular }: RowContext): boolean {
  if (reading.leftovers.length > 0) return true;
  return reading.origins.some(
    (origin, cell) =>
      !isAsPrinted(origin) || (tabular && reading.tokens[cell] !== -1 && reading.tokens[cell] !== cell),
  );
}

function brokenFlags(reading: Reading, { code, scale }: RowContext): Flag[] {
  return reading.broken.map((e) => {
    const equation = code.equations[e] as (typeof code.equations)[number];
    const value = (cell: CellName) => (reading.values[code.cells.indexOf(cell)] ?? 0) / scale;
    const sum = equation.terms.reduce((total, term) => total + Math.round(value(term) * scale), 0) / scale;
    return {
      code: "equation-broken",
      severity: "warning",
      cells: [equation.total, ...equation.terms],
      message: `${equation.text} does not hold: ${equation.total} says ${value(equation.total)}, the sum is ${sum}.`,
    };
  });
}

/** Names what was printed in a number's place and is no number, or none that can be held exactly. */
function unread(printed: PrintedRow, { numbers }: RowContext): Flag[] {
  if (!numbers.some((number) => Number.isNaN(number))) return [];
  const texts = printed.tokens.map((token) => token.text).filter((_, k) => Number.isNaN(numbers[k]));
  return [
    {
      code: "number-not-read",
      severity: "warning",
      cells: [],
      message: `Printed where a number stands, and not one that can be held exactly: ${texts.join(" ")}.`,
    },
  ];
}

/** Names every printed number that the reading gives to no cell. */
function unplaced(printed: PrintedRow, reading: Reading): Flag[] {
  const numbers = reading.leftovers
    .map((leftover) => printed.tokens[leftover.token]?.text ?? "")
    .filter((text) => text !== "");
  if (numbers.length === 0) return [];
  return [
    {
      code: "number-left-out",
      severity: "info",
      cells: [],
      message: `Printed once too often and given to no cell: ${numbers.join(" ")}.`,
    },
  ];
}

/** Names the cells whose number was printed in another column. */
function shifted(reading: Reading, { code, tabular }: RowContext): Flag[] {
  if (!tabular) return [];
  const cells = code.cells.filter((_, cell) => {
    const token = reading.tokens[cell] as number;
    return (
      reading.origins[cell] === "read" && token !== -1 && token !== cell && reading.values[cell] !== null
    );
  });
  if (cells.length === 0) return [];
  const moved = cells.length === 1 ? "1 number" : `${cells.length} numbers`;
  const message = `Printed in another column and moved to their own: ${moved}.`;
  return [{ code: "numbers-moved", severity: "info", cells, message }];
}

function valuesOf(reading: Reading, { code, scale }: RowContext, isGiven: (cell: number) => boolean) {
  const values: Record<CellName, number | null> = { ...emptyRow(code.cells) };
  for (let cell = 0; cell < code.cells.length; cell++) {
    const value = reading.values[cell];
    if (typeof value === "number" && isGiven(cell)) values[code.cells[cell] as CellName] = value / scale;
  }
  return values;
}

function tokensOf(
  printed: PrintedRow,
  reading: Reading,
  cells: readonly CellName[],
  isGiven: (cell: number) => boolean,
) {
  const found = cells.map((_, cell) => {
    const token = printed.tokens[reading.tokens[cell] as number];
    return token !== undefined && token.text !== "" && isGiven(cell) ? token : null;
  });
  const isFull = !found.includes(null);
  const tokens: Record<CellName, Token | null> = isFull ? { ...emptyRow(cells) } : {};
  for (const [cell, token] of found.entries()) if (token !== null) tokens[cells[cell] as CellName] = token;
  return (isFull ? tokens : compact(tokens)) as Record<CellName, Token>;
}

const emptyRows = new WeakMap<readonly CellName[], Readonly<Record<CellName, null>>>();

/** A row with nothing in its cells: copies of it are filled in a fraction of the time that it takes to name every cell. */
function emptyRow(cells: readonly CellName[]): Readonly<Record<CellName, null>> {
  const made = emptyRows.get(cells) ?? compact(Object.fromEntries(cells.map((cell) => [cell, null])));
  emptyRows.set(cells, made);
  return made;
}

/** V8 keeps an object that was filled name by name as a hash table, which is four times as large as a copy of it. */
function compact<T>(filled: Readonly<Record<CellName, T>>): Record<CellName, T> {
  return { ...filled };
}
