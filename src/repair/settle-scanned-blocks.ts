import type { BlockFamily, Rule } from "../block-family.ts";
import type { CellName, PrintedRow, SettledRow, Table, Token } from "../document.ts";
import type { Equation } from "../family.ts";
import { asTableFamily } from "../rules/as-table-family.ts";
import { applies, checkRule, type StatedCell } from "../rules/check-rule.ts";
import { decimalsIn, parseNumber } from "../rules/number.ts";
import { believeScanned, isScanned } from "./believe-scanned.ts";
import type { Belief } from "./column-totals.ts";
import { describeRow } from "./describe-row.ts";
import { doubtColumns } from "./doubt-columns.ts";
import { compileRowCode, type RowCode } from "./row-code.ts";
import { scaleTokens } from "./scale-tokens.ts";

/** Ink that was read as a number, and is none by the row's equations: it may be dust, or a printed 0. */
const BLANK_OR_ZERO = 0.4;

/** A share may agree by chance, with a number that was misread. */
const CONFIRMED_WRONG = 0.001;

/** How the texts of a table's cells are taken. */
export interface CellTexts {
  /** A text without the sign of its currency. */
  readonly amountOf: (text: string) => string;
  /** Whether a text stands for no number. */
  readonly isAbsence: (text: string) => boolean;
  readonly isWhole: (cell: CellName) => boolean;
}

/**
 * Settles those rows of a table of blocks that were read from a picture: what OCR doubts, the sums of the family
 * settle. Its other rules are not asked here.
 */
export function settleScannedBlocks(
  table: Table,
  family: BlockFamily,
  texts: CellTexts,
): ReadonlyMap<PrintedRow, SettledRow> {
  const scanned = table.rows.filter((row) => row.kind === "activity" && isScanned(row));
  if (scanned.length === 0) return new Map();
  const cleaned = scanned.map((row): PrintedRow => {
    const tokens = row.tokens.map((token) => clean(token, texts));
    const confirmed = sharesIn({ ...row, tokens }, table, family, texts.isWhole);
    return {
      ...row,
      tokens: tokens.map((token, k) => (confirmed.has(table.cells[k]!) ? asSure(token) : token)),
    };
  });
  const { rows, scale, parse } = scaleTokens({ ...table, rows: cleaned });
  const codes = cleaned.map((row) => compileCode(table.cells, row, family, texts.isWhole));
  const beliefs = cleaned.map((row, k): Belief => believeScanned(row, codes[k]!, scale, parse));
  doubtColumns(beliefs);
  return new Map(
    scanned.map((printed, k) => {
      const context = {
        code: codes[k]!,
        scale,
        tabular: true,
        reviewBelow: family.reviewBelow,
        numbers: rows[k]!,
        evidence: () => null,
      };
      const row = describeRow(cleaned[k]!, doubtZeros(beliefs[k]!, cleaned[k]!), context);
      return [printed, { ...row, printed, tokens: tokensOf(row, printed, table.cells) }] as const;
    }),
  );
}

/** A token as its number: what stands for none is blank. */
function clean(token: Token, { amountOf, isAbsence }: CellTexts): Token {
  const text = amountOf(token.text);
  return isAbsence(text) ? { text: "", page: token.page, box: token.box } : { ...token, text };
}

/** The cells with a share that agrees with the numbers it is a share of: a number misread would not. */
function sharesIn(
  { labels, tokens }: PrintedRow,
  { cells, numberFormat }: Table,
  family: BlockFamily,
  isWhole: (cell: CellName) => boolean,
): Set<CellName> {
  const stated = new Map(
    cells.map((cell, k): [CellName, StatedCell] => {
      const { text } = tokens[k]!;
      return [
        cell,
        { value: parseNumber(text, numberFormat) ?? null, decimals: decimalsIn(text, numberFormat) },
      ];
    }),
  );
  return new Set(
    family.rules
      .filter(({ kind }) => kind === "percent")
      .filter((rule) => checkRule(rule, stated, labels, isWhole)?.holds === true)
      .map(({ total }) => total),
  );
}

function asSure(token: Token): Token {
  return { ...token, readings: [{ text: token.text, probability: 1 - CONFIRMED_WRONG }] };
}

/** The sums of the family that hold in a row. */
function compileCode(
  cells: readonly CellName[],
  { labels, tokens }: PrintedRow,
  family: BlockFamily,
  isWhole: (cell: CellName) => boolean,
): RowCode {
  const printed = new Set(cells);
  const isFilled = (cell: CellName) => (tokens[cells.indexOf(cell)]?.text ?? "") !== "";
  const equations = family.rules
    .filter((rule) => rule.kind === "sum" && applies(rule, labels, printed))
    .map(({ text, total, terms, tolerance, whole }: Rule): Equation => {
      const own = terms.filter((cell) => printed.has(cell));
      const rounded = own.filter((cell) => isWhole(cell) && isFilled(cell)).length;
      return { text, total, terms: own, tolerance: tolerance + whole * rounded };
    })
    // Numbers without a total are held against none.
    .filter(
      ({ total, terms }) =>
        printed.has(total) && terms.length > 0 && (isFilled(total) || !terms.some(isFilled)),
    );
  return compileRowCode(cells, { ...asTableFamily(family), equations });
}

/** Ink that comes out as a blank leaves doubt. */
function doubtZeros(belief: Belief, { tokens }: PrintedRow): Belief {
  const probabilities = belief.probabilities.map((probability, k) => {
    const isDoubted = tokens.some(
      ({ text }, cell) => text !== "" && belief.readings[k]!.values[cell] === null,
    );
    return isDoubted ? probability * (1 - BLANK_OR_ZERO) : probability;
  });
  return { ...belief, probabilities, prior: probabilities };
}

/** The tokens of a row as they were printed, with the signs of their currencies. */
function tokensOf(
  { tokens }: SettledRow,
  printed: PrintedRow,
  cells: readonly CellName[],
): Record<CellName, Token> {
  return Object.fromEntries(Object.keys(tokens).map((cell) => [cell, printed.tokens[cells.indexOf(cell)]!]));
}
