import type { Family } from "../family.ts";
import { monthKeys } from "../rules/cell-names.ts";
import { cellText } from "./cell-text.ts";
import type { PlacedColumn, Region, RegionCell, RegionRow } from "./region.ts";

/** Numbers of one row stand this near to the same height on both pages, in points. */
const SAME_HEIGHT = 3;
/**
 * Pages whose other half may come later, since all left halves are printed before the right ones, are kept until so many
 * wait: a plan that prints one series alone looks like a left half on each of its pages.
 */
const MAX_WAITING = 50;

/** A right half with texts of its own, such as remarks, has at least this share of its rows at the heights of the left one's. */
const MIN_BESIDE = 0.8;

/** One row alone may stand at the height of another by chance. */
const MIN_ROWS = 2;

/** A half that prints labels once more has those of at least this share of its rows. */
const MIN_SAME = 0.5;

/**
 * Joins tables whose columns are spread over facing pages: what a page prints without any label of the family's belongs to
 * the rows that stand at the same height on the page before, and what it prints beside the labels of these rows once more belongs to
 * them on any later page. Where the former has the same columns once more, nothing tells what they are, and the rows are
 * doubted. Each table is handed on as soon as no later page can belong to it.
 *
 * @param regions in the order of their pages
 * @param family its series and its labels
 */
export function* joinFacing(
  regions: Iterable<Region>,
  { series, labels }: Pick<Family, "series" | "labels">,
): Generator<Region> {
  const listed = new Set(labels.map(({ key }) => key));
  const open: Region[] = [];
  for (const region of regions) {
    const isOver = (left: Region) =>
      lastPage(left) + 1 < region.page.number && (open.length > MAX_WAITING || isWhole(left, series));
    while (open.length > 0 && isOver(open[0]!)) yield open.shift()!;
    const at = open.findIndex((left) => isRightHalf(left, region, listed));
    if (at !== -1) {
      open[at] = join(open[at]!, region);
      continue;
    }
    const half = open.findIndex(
      (left) => isNameless(left, region, listed) && standBeside(left, region, MIN_ROWS),
    );
    if (half !== -1) open[half] = doubt(open[half]!);
    open.push(region);
  }
  yield* open;
}

/** Whether a table has all months of each series. */
function isWhole({ columns }: Region, series: Family["series"]): boolean {
  const names = new Set(columns.map(({ name }) => name));
  return series.every(({ key }) => monthKeys.every((month) => names.has(`${key}.${month}`)));
}

function isRightHalf(left: Region, right: Region, listed: ReadonlySet<string>): boolean {
  const names = new Set(left.columns.map(({ name }) => name));
  if (!left.columns.some(isLabel)) return false;
  if (right.columns.some((column) => isNumber(column) && names.has(column.name))) return false;
  if (isNameless(left, right, listed)) return !right.columns.some(isLabel) || standBeside(left, right);
  return (
    !hasNoLabels(left, right, listed) && right.page.number > lastPage(left) && repeatsLabels(left, right)
  );
}

/** Whether a table prints none of the labels of the family's, nor of the table on the page before. */
function isNameless(left: Region, right: Region, listed: ReadonlySet<string>): boolean {
  return right.page.number === lastPage(left) + 1 && hasNoLabels(left, right, listed);
}

function hasNoLabels(left: Region, right: Region, listed: ReadonlySet<string>): boolean {
  const names = new Set(left.columns.map(({ name }) => name));
  return right.columns.filter(isLabel).every(({ name }) => !names.has(name) && !listed.has(name));
}

function doubt(region: Region): Region {
  return { ...region, rows: region.rows.map((row) => ({ ...row, isDoubted: true })) };
}

function standBeside(left: Region, right: Region, least = 1): boolean {
  const rows = right.rows.filter(isPrinted);
  const beside = rows.filter((row) => left.rows.some((other) => areBeside(row, other)));
  return rows.length >= least && beside.length >= MIN_BESIDE * rows.length;
}

/**
 * Whether each row of a page stands at the height of one of another page, with the same texts in the columns of both; the name of
 * a total may stand elsewhere, or is not printed again.
 */
function repeatsLabels(left: Region, right: Region): boolean {
  const [of, again] = [left, right].map(({ rows }) => rows.filter(isPrinted)) as [RegionRow[], RegionRow[]];
  const labels = left.columns.filter(isLabel).map(({ name }) => name);
  const names = right.columns.filter(isLabel).flatMap(({ name }) => (labels.includes(name) ? [name] : []));
  const isSame = (row: RegionRow, i: number) => {
    const text = textsOf(right, row, names);
    return text !== "" && text === textsOf(left, of[i]!, names);
  };
  const isBare = (row: RegionRow, i: number) =>
    ["", textsOf(left, of[i]!, labels)].includes(textsOf(right, row, names));
  return (
    of.length === again.length &&
    again.every((row, i) => areBeside(of[i]!, row) && (isSame(row, i) || isBare(row, i))) &&
    again.filter(isSame).length >= Math.max(1, MIN_SAME * again.length)
  );
}

/** The texts of a row in some columns; a band or the name of a total runs over several. */
function textsOf({ columns }: Region, { cells }: RegionRow, names: readonly string[]): string {
  const words = cells.flatMap((cell, i) => (names.includes(columns[i]!.name) ? cell.words : []));
  return cellText(words);
}

function isLabel({ kind }: PlacedColumn): boolean {
  return kind === "label";
}

/** Whether a column holds numbers that the family knows: both halves may print a TOTAL. */
function isNumber({ kind, name }: PlacedColumn): boolean {
  return kind === "cell" && !name.startsWith("extra.");
}

function isPrinted({ cells }: RegionRow): boolean {
  return cells.some(({ words }) => words.length > 0);
}

/** The last page that a table is joined over. */
function lastPage({ page, rows }: Region): number {
  return Math.max(page.number, ...(rows[0]?.cells ?? []).map((cell) => cell.page ?? 0));
}

function join(left: Region, right: Region): Region {
  const used = new Set<RegionRow>();
  const names = new Set(left.columns.map(({ name }) => name));
  const isNew = (column: PlacedColumn) => !names.has(column.name) || !(isLabel(column) || isNumber(column));
  const taken = new Set(names);
  const added = right.columns.filter(isNew).map((column) => {
    const name = freeName(column.name, taken);
    taken.add(name);
    return { ...column, name };
  });
  const addedOf = (row: RegionRow) => row.cells.filter((_, i) => isNew(right.columns[i]!));
  const onRight = (cells: readonly RegionCell[]) =>
    cells.map((cell) => ({ ...cell, page: right.page.number }));
  const rows = left.rows.map((row): RegionRow => {
    const [beside] = right.rows
      .filter((other) => !used.has(other) && areBeside(row, other))
      .sort((a, b) => Math.abs(a.at - row.at) - Math.abs(b.at - row.at));
    if (beside !== undefined) used.add(beside);
    const cells = beside === undefined ? added.map(() => EMPTY) : addedOf(beside);
    return { ...row, cells: [...row.cells, ...onRight(cells)] };
  });
  const alone = right.rows
    .filter((row) => !used.has(row) && isPrinted(row))
    .map(
      (row): RegionRow => ({
        ...row,
        cells: [...left.columns.map(() => EMPTY), ...onRight(addedOf(row))],
      }),
    );
  return { ...left, columns: [...left.columns, ...added], rows: [...rows, ...alone] };
}

/** A name that no other column has. */
function freeName(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name)) return name;
  let n = 2;
  while (used.has(`${name}-${n}`)) n++;
  return `${name}-${n}`;
}

const EMPTY: RegionCell = { words: [], box: null };

function areBeside(a: RegionRow, b: RegionRow): boolean {
  return Math.abs(a.at - b.at) < SAME_HEIGHT;
}
