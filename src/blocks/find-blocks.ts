import type { BlockFamily } from "../block-family.ts";
import type { Page, Ruling } from "../document.ts";
import { cellText } from "../page-tables/cell-text.ts";
import type { ColumnLayout } from "../page-tables/place-columns.ts";
import { LINE_COLUMN, YEAR_COLUMN } from "./find-block-headers.ts";
import { createPrintTest, letters } from "./letters.ts";
import { pairInOrder } from "./pair-in-order.ts";
import type { BodyLine } from "./strip.ts";

/** A line of numbers of an activity: what it is, and where its numbers stand; null where none are printed. */
export interface BlockLine {
  /** Index of the kind of line in the family's list. */
  readonly kind: number;
  readonly y: number;
  readonly name: BodyLine;
  readonly numbers: BodyLine | null;
  /** Where the rest of its name stands, which its cell breaks off: `S/.` under `COSTEO`. */
  readonly rest?: number;
}

/** The lines of an activity that are of one year; of no year in families that print none. */
export interface BlockYear {
  readonly year: number | null;
  readonly lines: readonly BlockLine[];
}

/** A line with the name of what it is. */
interface NamedLine {
  readonly kind: number;
  readonly line: BodyLine;
}

/** All lines of an activity. */
export interface Block {
  readonly years: readonly BlockYear[];
  /** From its first to its last line, on the strip. */
  readonly top: number;
  readonly bottom: number;
  /** Whether it has not the lines that every block has, so that one may be another's. */
  readonly isIrregular: boolean;
}

export interface FoundBlocks {
  readonly blocks: readonly Block[];
  /** Lines of numbers that are no line's of any block. */
  readonly left: readonly BodyLine[];
  /** Lines that a page break cuts through, where they are printed again on the next page. */
  readonly repeated: ReadonlySet<BodyLine>;
}

/** In points: rather than further apart, a name of a line is one without numbers. */
const TOO_FAR = 160;
/** In heights of the font: a ruling line so far above the foot of a text stands over it. */
const OVER = 0.4;
/** What a pair costs that a ruling line parts: more than to leave both alone. */
const PARTED = 3 * TOO_FAR;
/** A line without a name beside it is one of numbers if it fills this share of the columns. */
const MIN_SHARE = 0.3;

export function createBlockFinder(family: BlockFamily) {
  const kinds = family.lines.kinds.map(({ prints }) => createPrintTest(prints));
  const tails = family.lines.kinds.flatMap(({ prints }) => prints.map(letters));

  /** Finds the activities among lines that follow each other without a header or another line between. */
  return (lines: readonly BodyLine[], { columns }: ColumnLayout): FoundBlocks => {
    const at = columns.findIndex(({ name }) => name === LINE_COLUMN);
    const yearAt = columns.findIndex(({ name }) => name === YEAR_COLUMN);
    const cells = columns.filter(({ kind }) => kind === "cell").length;
    const names: NamedLine[] = [];
    const repeated = new Set<BodyLine>();
    const rests = new Map<BodyLine, number>();
    for (const line of lines) {
      const text = cellText(line.placed.cells[at]!);
      if (text === "") continue;
      const kind = kinds.findIndex((test) => test(text) !== null);
      if (kinds.length > 1 && isAgain({ kind, line }, names.at(-1), columns)) repeated.add(line);
      else if (kind !== -1) names.push({ kind, line });
      else if (names.length > 0 && tails.some((tail) => tail.endsWith(letters(text))))
        rests.set(names.at(-1)!.line, line.y);
    }
    const named = new Set(names.map(({ line }) => line));
    const numbers = lines.filter(
      (line) => !repeated.has(line) && (line.placed.values > 0 || (named.has(line) && hasInk(line, columns))),
    );
    const rulingsOf = createRulingFinder();
    const isSure = (line: BodyLine) =>
      named.has(line) || line.placed.values >= Math.max(2, MIN_SHARE * cells);
    const partner = pairInOrder(
      names.length,
      numbers.length,
      (i, j) => distance(names[i]!.line, numbers[j]!, rulingsOf),
      TOO_FAR,
      // One number alone may be all that a line prints, or one of a text.
      (j) => (isSure(numbers[j]!) ? TOO_FAR : 0),
    );
    const found = names.map(({ kind, line }, i): BlockLine => {
      const own = numbers[partner[i]!] ?? null;
      const rest = rests.get(line);
      return { kind, y: line.y, name: line, numbers: own, ...(rest !== undefined && { rest }) };
    });
    const taken = new Set(partner);
    const years = yearAt === -1 ? [] : yearsOf(lines, yearAt);
    const passes = toPasses(found);
    const blocks =
      yearAt === -1 ? passes.map((pass) => [{ year: null, lines: pass }]) : joinYears(passes, years);
    return {
      blocks: blocks.map((parts) => toBlock(parts, kinds.length)),
      left: numbers.filter((line, j) => !taken.has(j) && isSure(line)),
      repeated,
    };
  };
}

/** Whether a line says on the next page what the one before does: no two lines of one kind follow each other. */
function isAgain(
  { kind, line }: NamedLine,
  before: NamedLine | undefined,
  columns: ColumnLayout["columns"],
): boolean {
  if (before === undefined || before.kind !== kind || before.line.page === line.page) return false;
  const isSame = (i: number) => cellText(before.line.placed.cells[i]!) === cellText(line.placed.cells[i]!);
  return columns.every((column, i) => column.kind !== "cell" || isSame(i));
}

/** Whether a scan has ink in a column of numbers: one that OCR took for letters is a number as well. */
function hasInk({ page, placed }: BodyLine, columns: ColumnLayout["columns"]): boolean {
  return (
    page.skew !== undefined && placed.cells.some(({ length }, i) => length > 0 && columns[i]!.kind === "cell")
  );
}

type FindRulings = (page: Page, above: number, below: number) => readonly Ruling[];

/** Finds the horizontal lines between two heights of a page. */
function createRulingFinder(): FindRulings {
  const sorted = new Map<Page, readonly Ruling[]>();
  return (page, above, below) => {
    const rulings = sorted.get(page) ?? [...page.horizontal].sort((a, b) => a.at - b.at);
    sorted.set(page, rulings);
    let from = 0;
    for (let end = rulings.length; from < end; ) {
      const middle = (from + end) >> 1;
      if (rulings[middle]!.at < above) from = middle + 1;
      else end = middle;
    }
    let to = from;
    while (to < rulings.length && rulings[to]!.at <= below) to++;
    return rulings.slice(from, to);
  };
}

/**
 * How far a name stands from a line of numbers: on a scan too far where a line between them parts their cells, since a name
 * or a number that OCR lost would pair all that follow wrongly.
 */
function distance(name: BodyLine, numbers: BodyLine, find: FindRulings): number {
  const apart = Math.abs(name.y - numbers.y);
  const isScanned = name.page.skew !== undefined;
  if (!isScanned || name.line === numbers.line || name.page !== numbers.page || apart > TOO_FAR) return apart;
  const [upper, lower] = name.y < numbers.y ? [name, numbers] : [numbers, name];
  const words = [name, numbers].map(({ line }) => line.words.map(({ box }) => (box[0] + box[2]) / 2));
  const isUnder = ({ from, to }: Ruling) => words.every((middles) => middles.some((x) => x > from && x < to));
  const between = find(name.page, upper.line.y, lower.line.y - OVER * lower.placed.size);
  return between.some(isUnder) ? PARTED : apart;
}

/** Lines until the first kind of line comes again. */
function toPasses(lines: readonly BlockLine[]): BlockLine[][] {
  const passes: BlockLine[][] = [];
  for (const line of lines) {
    const last = passes.at(-1);
    if (last === undefined || last.at(-1)!.kind >= line.kind) passes.push([line]);
    else last.push(line);
  }
  return passes;
}

function yearsOf(lines: readonly BodyLine[], column: number): { year: number; y: number }[] {
  const years = lines.flatMap(({ placed, y, page }) => {
    const year = /^(?:19|20)[0-9]{2}$/.exec(cellText(placed.cells[column]!))?.[0];
    return year === undefined ? [] : { year: Number(year), y, page };
  });
  // One that a page break cuts through may be printed on both pages.
  return years.filter(({ year, page }, i) => year !== years[i - 1]?.year || page === years[i - 1]?.page);
}

/** Gives each pass its year, and joins those whose years follow each other. */
function joinYears(
  passes: readonly BlockLine[][],
  years: readonly { year: number; y: number }[],
): BlockYear[][] {
  const middle = (pass: readonly BlockLine[]) => (pass[0]!.y + pass.at(-1)!.y) / 2;
  const partner = pairInOrder(
    passes.length,
    years.length,
    (i, j) => Math.abs(middle(passes[i]!) - years[j]!.y),
    TOO_FAR,
  );
  const blocks: BlockYear[][] = [];
  for (const [i, lines] of passes.entries()) {
    const year = years[partner[i]!]?.year ?? null;
    const before = blocks.at(-1)?.at(-1)?.year ?? null;
    const goesOn = year !== null && before !== null && year === before + 1;
    if (goesOn) blocks.at(-1)!.push({ year, lines });
    else blocks.push([{ year, lines }]);
  }
  return blocks;
}

function toBlock(years: readonly BlockYear[], kinds: number): Block {
  const lines = years.flatMap((year) => year.lines);
  const ys = lines.flatMap(({ y, numbers, rest = y }) => [y, numbers?.y ?? y, rest]);
  return {
    years,
    top: Math.min(...ys),
    bottom: Math.max(...ys),
    isIrregular:
      years.some(({ lines: own }) => own.length !== kinds) ||
      lines.some(({ numbers }) => numbers === null) ||
      (years.length > 1 && years.some(({ year }) => year === null)),
  };
}
