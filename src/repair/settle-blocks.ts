import type { BlockFamily, Rule } from "../block-family.ts";
import type {
  CellName,
  Flag,
  NumberFormat,
  PrintedRow,
  SettledDocument,
  SettledRow,
  Table,
  Token,
} from "../document.ts";
import { checkRule, type RuleResult, type StatedCell } from "../rules/check-rule.ts";
import { decimalsIn, parseNumber } from "../rules/number.ts";
import type { Absence } from "../schema.ts";
import { fold } from "../text/fold.ts";
import { addUpTotals } from "./add-up-totals.ts";
import { settleScannedBlocks } from "./settle-scanned-blocks.ts";

/** What may be wrong with a number that a page prints in its place: nothing was copied. */
const OTHER = 1e-4;

/**
 * Settles the rows of activities that are printed on several lines. Nothing is repaired: every number stands where the
 * page prints it, so a row that breaks its family's rules was published so, and is given as printed, with what it
 * breaks.
 */
export function settleBlocks(tables: readonly Table[], family: BlockFamily): SettledDocument {
  const isWhole = wholeSeries(tables);
  const read = tables.map((table) => {
    const readCell = createCellReader(family, table.numberFormat);
    return { table, readCell, rows: table.rows.map((row) => readRow(row, table.cells, readCell)) };
  });
  const all = read.flatMap((one) => one.rows);
  const rules = family.rules.filter((rule) => rule.mostly !== true || isKept(rule, all, isWhole));
  const rows = read.flatMap(({ table, readCell, rows: own }) => {
    const isAbsence = (text: string) => readCell(text)?.absence !== undefined;
    const scanned = settleScannedBlocks(table, { ...family, rules }, { amountOf, isAbsence, isWhole });
    return own.map((row) => {
      const believed = scanned.get(row.printed);
      if (believed === undefined) return settleRow(row, rules, isWhole);
      return bringTogether(row, believed, rules, table.numberFormat, isWhole);
    });
  });
  return { rows, reconciliation: addUpTotals(rows, family, isWhole), flags: [] };
}

/** A cell as it was printed: a number, a blank, something that stands for none, or nothing that can be read. */
type ReadCell = (StatedCell & { readonly absence?: Absence }) | null;

function createCellReader(family: BlockFamily, format: NumberFormat): (text: string) => ReadCell {
  const absences = new Map(
    family.absences.flatMap(({ prints, meaning }) =>
      prints.map((print) => [squeeze(print), meaning] as const),
    ),
  );
  return (printed) => {
    const text = amountOf(printed);
    const meaning = absences.get(squeeze(text));
    if (text !== "" && meaning !== undefined)
      return { value: null, decimals: 0, absence: { printed: text, meaning } };
    const value = parseNumber(text, format);
    if (value === undefined) return null;
    return { value, decimals: decimalsIn(text, format) };
  };
}

/** Totals name their currency. */
const CURRENCY = /^S\/\.?\s*/;

function amountOf(text: string): string {
  return text.replace(CURRENCY, "");
}

/** `S. P.` and `S.P .` are the same; `-` is told from nothing. */
function squeeze(text: string): string {
  return fold(text).replaceAll(" ", "") || text.trim();
}

/** A row with what its cells say, by name. */
interface ReadRow {
  readonly printed: PrintedRow;
  readonly stated: ReadonlyMap<CellName, StatedCell>;
  readonly tokens: Readonly<Record<CellName, Token>>;
  readonly absences: Readonly<Record<CellName, Absence>>;
  /** Cells that print what is no number and stands for none. */
  readonly unread: readonly CellName[];
}

function readRow(printed: PrintedRow, cells: readonly CellName[], read: (text: string) => ReadCell): ReadRow {
  const stated = new Map<CellName, StatedCell>();
  const tokens: Record<CellName, Token> = {};
  const absences: Record<CellName, Absence> = {};
  const unread: CellName[] = [];
  for (const [k, cell] of cells.entries()) {
    const token = printed.tokens[k];
    // A total prints the cells that it adds up; what it leaves out is no blank.
    if (token === undefined || (printed.kind === "total" && token.text === "")) continue;
    if (token.text !== "") tokens[cell] = token;
    const found = read(token.text);
    if (found === null) unread.push(cell);
    stated.set(cell, found ?? { value: null, decimals: 0 });
    if (found?.absence !== undefined) absences[cell] = found.absence;
  }
  return { printed, stated, tokens, absences, unread };
}

/** A document keeps to a rule where so many of the rows do that say something of it. */
const MOST = 0.8;

/** Whether most rows of a document keep to a rule. One that comes to nothing says nothing of it. */
function isKept(rule: Rule, rows: readonly ReadRow[], isWhole: (cell: CellName) => boolean): boolean {
  const results = rows
    .map(({ stated, printed }) => checkRule(rule, stated, printed.labels, isWhole))
    .filter((result) => result !== null && result.computed !== 0);
  return results.filter((result) => result?.holds).length >= MOST * results.length;
}

function settleRow(
  { printed, stated, tokens, absences, unread }: ReadRow,
  rules: readonly Rule[],
  isWhole: (cell: CellName) => boolean,
): SettledRow {
  const results = rules
    .map((rule) => checkRule(rule, stated, printed.labels, isWhole))
    .filter((result) => result !== null);
  const broken = results.filter(({ holds }) => !holds);
  const status = statusOf(unread.length, results, broken, Object.keys(tokens).length);
  return {
    printed,
    values: Object.fromEntries([...stated].map(([cell, { value }]) => [cell, value])),
    status,
    confidence: confidenceOf(tokens, results, unread.length),
    flags: [
      ...broken.map(brokenFlag),
      ...(unread.length === 0 ? [] : [notRead(unread, tokens)]),
      ...(Object.keys(tokens).length === 0 ? [NO_NUMBERS] : []),
      ...(printed.kind === "activity"
        ? rules.flatMap((rule) => totalMissing(rule, stated, [...unread, ...Object.keys(absences)]) ?? [])
        : []),
      ...(printed.doubts ?? []).filter(({ cells }) => !areConfirmed(cells, results)),
    ],
    repairs: [],
    candidates: [],
    tokens,
    ...(Object.keys(absences).length > 0 && { absences }),
  };
}

/** Whether sums that hold say that the numbers of cells are as they were read. */
function areConfirmed(cells: readonly CellName[], results: readonly RuleResult[]): boolean {
  const sums = results.filter(({ rule, holds }) => rule.kind === "sum" && holds);
  return cells.length > 0 && cells.every((cell) => sums.some((sum) => sum.cells.includes(cell)));
}

/**
 * A row of a scan as its sums settle it, held to the family's other rules as well. Doubts about how it was read stay.
 */
function bringTogether(
  { printed, stated, tokens, absences }: ReadRow,
  believed: SettledRow,
  rules: readonly Rule[],
  format: NumberFormat,
  isWhole: (cell: CellName) => boolean,
): SettledRow {
  const settled = new Map(
    [...stated.keys()].map((cell): [CellName, StatedCell] => [
      cell,
      { value: believed.values[cell] ?? null, decimals: decimalsIn(tokens[cell]?.text ?? "", format) },
    ]),
  );
  const broken = rules
    .filter(({ kind }) => kind !== "sum")
    .map((rule) => checkRule(rule, settled, printed.labels, isWhole))
    .filter((result) => result !== null)
    .filter(({ holds }) => !holds);
  return {
    ...believed,
    status: broken.length > 0 && believed.status !== "ambiguous" ? "inconsistent" : believed.status,
    flags: [...believed.flags, ...broken.map(brokenFlag), ...(printed.doubts ?? [])],
    tokens: { ...believed.tokens, ...keep(tokens, Object.keys(absences)) },
    ...(Object.keys(absences).length > 0 && { absences }),
  };
}

function keep<T>(all: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(keys.map((key) => [key, all[key]!]));
}

function statusOf(
  unread: number,
  results: readonly RuleResult[],
  broken: readonly RuleResult[],
  numbers: number,
) {
  if (unread > 0) return "ambiguous";
  if (broken.length > 0) return "inconsistent";
  return results.length > 0 && numbers > 0 ? "verified" : "unverified";
}

/** A number of a scan that no rule confirms is as sure as OCR is of it. */
function confidenceOf(
  tokens: Readonly<Record<CellName, Token>>,
  results: readonly RuleResult[],
  unread: number,
): number {
  if (unread > 0 || Object.keys(tokens).length === 0) return 0;
  const confirmed = new Set(results.filter(({ holds }) => holds).flatMap(({ cells }) => cells));
  let confidence = 1 - OTHER;
  for (const [cell, { readings }] of Object.entries(tokens)) {
    if (readings === undefined || confirmed.has(cell)) continue;
    confidence *= readings[0]?.probability ?? 0;
  }
  return confidence;
}

function brokenFlag({ rule, printed, computed, cells }: RuleResult): Flag {
  const says = `${rule.total} says ${printed ?? "nothing"}`;
  const instead = computed === null ? "it should print no number" : `it comes to ${computed}`;
  return {
    code: "equation-broken",
    severity: "warning",
    cells: [...cells],
    message: `${rule.text} does not hold: ${says}, ${instead}.`,
  };
}

/** A sum whose total is blank: its column may have been read as another's, and nothing else would say so. */
function totalMissing(
  { kind, total, terms }: Rule,
  stated: ReadonlyMap<CellName, StatedCell>,
  said: readonly CellName[],
): Flag | null {
  const isBlank = stated.get(total)?.value === null && !said.includes(total);
  const isStated = terms.some((term) => (stated.get(term)?.value ?? null) !== null);
  if (kind !== "sum" || !isBlank || !isStated) return null;
  return {
    code: "total-missing",
    severity: "error",
    cells: [total],
    message: `Numbers are printed that add up to ${total}, which is blank`,
  };
}

function notRead(cells: readonly CellName[], tokens: Readonly<Record<CellName, Token>>): Flag {
  const texts = cells.map((cell) => tokens[cell]?.text ?? "").join(" ");
  return {
    code: "number-not-read",
    severity: "warning",
    cells,
    message: `Printed where a number stands, and not one that can be held exactly: ${texts}.`,
  };
}

const NO_NUMBERS: Flag = {
  code: "no-numbers",
  severity: "error",
  cells: [],
  message: "No number is printed in this row.",
};

/** Tells the cells of series whose numbers the document prints without decimals: amounts among them are rounded. */
function wholeSeries(tables: readonly Table[]): (cell: CellName) => boolean {
  const withDecimals = new Set<string>();
  for (const { cells, rows, numberFormat } of tables) {
    const decimals = new RegExp(`\\${numberFormat.decimal}[0-9]+\\W*$`);
    for (const { tokens } of rows.filter(({ kind }) => kind === "activity"))
      for (const [k, { text }] of tokens.entries())
        if (decimals.test(text)) withDecimals.add(seriesOf(cells[k]!));
  }
  return (cell) => !withDecimals.has(seriesOf(cell));
}

function seriesOf(cell: CellName): string {
  return cell.slice(0, cell.indexOf("."));
}
