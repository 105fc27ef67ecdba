import type { BlockFamily } from "../block-family.ts";
import type { Flag, Page, PrintedRow, Word } from "../document.ts";
import type { ColumnLayout } from "../page-tables/place-columns.ts";
import { placeWords } from "../page-tables/place-words.ts";
import { standsBetween } from "../page-tables/stands-between.ts";
import { looksNumeric } from "../rules/number.ts";
import type { PlacedBlock } from "./block-regions.ts";
import { cutBlocks, type Edge } from "./cut-blocks.ts";
import { UNSURE } from "./doubt-texts.ts";
import { createBlockFinder } from "./find-blocks.ts";
import type { Run, Section } from "./find-sections.ts";
import { itemMarks } from "./item-marks.ts";
import { joinAbsences } from "./join-absences.ts";
import { createPrintTest } from "./letters.ts";
import { linesNear } from "./lines-near.ts";
import { cellsOf, toToken } from "./make-rows.ts";
import { fillsGap, isLabels, isRest, numbersIn } from "./numbers-left.ts";
import { createScaleDoubts } from "./other-scale.ts";
import { overprintedAt } from "./overprinted.ts";
import { createLinePlacer } from "./place-line.ts";
import { type BodyLine, extentOf, type StripLine } from "./strip.ts";
import { rulingsAcross } from "./table-rulings.ts";

/** What a run of lines comes to. */
interface ReadRun {
  readonly cells: readonly string[];
  readonly placed: readonly PlacedBlock[];
  /** What parts each of them from the one before. */
  readonly edges: readonly Edge[];
  readonly totals: readonly PrintedRow[];
  /** Lines with numbers that came into no row. */
  readonly left: readonly StripLine[];
}

/** A line with as many numbers is to be read, or named. */
const MIN_NUMBERS = 3;
/** @param offsets where each page begins on the strip */
export function createRunReader(family: BlockFamily, offsets: ReadonlyMap<number, number>) {
  const findBlocks = createBlockFinder(family);
  const isCode = createPrintTest(family.code.prints);
  // Codes of figures alone are told from years and the like by the column they stand in.
  const isFigures = family.code.prints.every((print) => !/\p{L}/u.test(print));
  const holdsCode = ({ key, codeKey }: BlockFamily["labels"][number]) =>
    [key, codeKey].includes(family.code.key);
  const placeLine = createLinePlacer(family);
  const joined = joinAbsences(family);
  const doubtScale = createScaleDoubts();

  return (run: Run, { layout, header, lacksColumns }: Section): ReadRun => {
    const ofHeader: Flag[] = [
      ...(run.isUnderTorn ? [UNDER_TORN] : []),
      ...(run.isContextUnsure ? [CONTEXT_UNSURE] : []),
      // What OCR makes of the edges of cells says nothing; whether a column is missing, the others' places tell.
      ...(header.unknown.length > 0 && header.page.skew === undefined ? [unknownHead(header.unknown)] : []),
      ...(lacksColumns ? [LACKS_COLUMNS] : []),
    ];
    const body = run.lines.flatMap((line): BodyLine[] => {
      const words = joined(line.line.words.filter((word) => isWithin(word, layout)));
      if (words.length === 0) return [];
      const printed = { ...line.line, words };
      const placed = placeLine(printed, layout);
      const isDoubted = placed.isDoubted || standsBetween(placed, layout);
      return [{ ...line, line: printed, placed: { ...placed, isDoubted } }];
    });
    const cells = cellsOf(layout, family);
    const { blocks, left, repeated } = findBlocks(body, layout);
    const placed: PlacedBlock[] = [];
    const edges: Edge[] = [];
    const used = new Set<StripLine>(left);
    const read = new Set(
      blocks.flatMap(({ years }) => years.flatMap(({ lines }) => lines.map(({ numbers }) => numbers))),
    );
    // Among activities, every number in a column of numbers is to be read; around them stand page numbers and the like.
    const isAmong = ({ y }: StripLine) =>
      blocks.length > 0 && y > blocks[0]!.top && y < blocks.at(-1)!.bottom;
    const isRestOfSome = (line: BodyLine) => blocks.some((block) => isRest(line, block, layout));
    const unread = body.filter(
      (line) =>
        !read.has(line) &&
        !repeated.has(line) &&
        (used.has(line) ||
          isAmong(line) ||
          numbersIn(line.line.words) >= MIN_NUMBERS ||
          isRestOfSome(line)) &&
        !isLabels(line, layout),
    );
    if (blocks.length > 0) {
      const { own, isStartSure, isEndSure } = linesNear(body, blocks, layout);
      const labels = own.flatMap((line) => labelWords(line, layout).map((word) => ({ word, line })));
      const cuts = cutBlocks(blocks, {
        marks: [
          ...labels.map(({ word, line }) => extentOf(word, line)),
          ...blocks
            .flatMap(({ years }) =>
              years.flatMap(({ lines }) =>
                lines.flatMap(({ name, numbers }) => [name, ...(numbers === null ? [] : [numbers])]),
              ),
            )
            .map((line) => extentOf(line.line.words[0]!, line)),
        ],
        ...codesIn(own, layout),
        items: itemMarks(own, layout),
        rulings: rulingsAcross(own, layout, offsets),
        pageEnds: own
          .slice(1)
          .flatMap((line, k) => (line.page === own[k]!.page ? [] : middleOf(own[k]!, line))),
      });
      edges.push(...cuts.edges);
      const over = overprintedAt(own, layout);
      let next = 0;
      for (const [i, block] of blocks.entries()) {
        const from = next;
        const to = cuts.starts[i + 1] ?? Number.POSITIVE_INFINITY;
        while (next < own.length && own[next]!.y < to) next++;
        const lines = own.slice(from, next);
        const pages = new Set(lines.map(({ page }) => page));
        const doubts = [
          ...ofHeader,
          ...[...pages].flatMap((page) => doubtScale(page, header.page)).slice(0, 1),
        ];
        if (block.isIrregular) doubts.push(IRREGULAR);
        const isEdgeSure = (i > 0 || isStartSure) && (i < blocks.length - 1 || isEndSure);
        // A text that is printed over another may be of the activities before and after, too.
        const [begin, end] = [cuts.starts[i - 1], cuts.starts[i + 2]];
        const isOver = over.some((y) => y >= (begin ?? y) && y < (end ?? Number.POSITIVE_INFINITY));
        if (cuts.isUnsure[i] || !isEdgeSure || isOver) doubts.push(UNSURE);
        const isOwn = (line: BodyLine) =>
          lines.includes(line) && (fillsGap(line, block, layout) || isRest(line, block, layout));
        if (unread.some(isOwn)) doubts.push(NUMBERS_LEFT);
        placed.push({ block, own: lines, doubts });
      }
    }
    return { cells, placed, edges, totals: totalRows(run, layout, cells), left: unread };
  };

  /** The y of every code on the strip; where a text begins with it, also that of what stands before. */
  function codesIn(own: readonly BodyLine[], { columns }: ColumnLayout) {
    const codes: number[] = [];
    const textsBefore: number[] = [];
    let last: { code: string; page: Page } | null = null;
    for (const [i, { name }] of columns.entries()) {
      const label = family.labels.find(({ key }) => key === name);
      if (label === undefined || (isFigures && !holdsCode(label))) continue;
      const begins = label.codeKey === family.code.key;
      let before = Number.NEGATIVE_INFINITY;
      for (const { placed, y, page } of own) {
        const words = placed.cells[i]!;
        const code = words
          .map(({ text }) => text.replace(/(?<![-:])[-:]+$/, ""))
          .find((text) => isCode(text) !== null);
        // A text that a page break cuts through may be printed whole on both pages.
        const isCut = last !== null && code === last.code && page !== last.page;
        if (code !== undefined && !isCut) {
          codes.push(y);
          textsBefore.push(begins ? before : Number.NEGATIVE_INFINITY);
          last = { code, page };
        }
        if (words.length > 0) before = y;
      }
    }
    return { codes, textsBefore };
  }

  /** A total's number stands after its words, or its numbers in the columns. */
  function totalRows({ totals }: Run, layout: ColumnLayout, cells: readonly string[]): PrintedRow[] {
    return totals.map(({ total, line, all }): PrintedRow => {
      const { cell, line: kind } = family.totals[total.index]!;
      const pages = new Map(line.line.words.map((word) => [word, line.page] as const));
      const placed = placeWords({ ...all.line, words: joined(line.line.words) }, layout);
      const tokens = cells.map((name) => {
        if (total.number !== null) return toToken(name === cell ? [total.number] : [], pages, line.page);
        const { group } =
          family.series.find(({ key, line: own }) => name.startsWith(`${key}.`) && own === kind) ?? {};
        const column = layout.columns.findIndex(
          (one) =>
            one.kind === "cell" &&
            group !== undefined &&
            one.name === `${group}.${name.slice(name.indexOf(".") + 1)}`,
        );
        const words = column === -1 ? [] : placed.cells[column]!.filter(({ text }) => looksNumeric(text));
        return toToken(words, pages, line.page);
      });
      return {
        kind: "total",
        page: line.page.number,
        line: line.number,
        text: line.line.words.map(({ text }) => text).join(" "),
        labels: { label: total.text },
        tokens,
        total: total.index,
        ...(total.year !== null && { year: total.year }),
      };
    });
  }
}

/** The middle between what two lines print. */
function middleOf(above: BodyLine, below: BodyLine): number {
  return (extentOf(above.line.words[0]!, above).bottom + extentOf(below.line.words[0]!, below).top) / 2;
}

function labelWords({ placed }: BodyLine, { columns }: ColumnLayout): Word[] {
  return placed.cells.flatMap((words, i) => (columns[i]!.kind === "cell" ? [] : words));
}

/** Whether a word does not stand to the left of the first column. */
function isWithin({ box }: Word, { columns: [first] }: ColumnLayout): boolean {
  return first === undefined || (box[0] + box[2]) / 2 > first.left;
}

const LACKS_COLUMNS: Flag = {
  code: "header-not-read",
  severity: "error",
  cells: [],
  message: "A column of the header over this row was not read, so its numbers may stand under another's name",
};

const UNDER_TORN: Flag = {
  code: "header-torn",
  severity: "error",
  cells: [],
  message:
    "A page break parts the header over this row, so its columns may not be those of the header before",
};

const CONTEXT_UNSURE: Flag = {
  code: "context-unsure",
  severity: "error",
  cells: [],
  message: "A line over this row that says what it belongs to has another text printed over it",
};

function unknownHead(words: readonly Word[]): Flag {
  const text = words.map((word) => word.text).join(" ");
  return {
    code: "head-unknown",
    severity: "error",
    cells: [],
    message: `The header over this row says "${text}", which the family does not list: a column may be missing`,
  };
}

/** What is said of an activity that has not the lines, or the years, that others have. */
export const IRREGULAR: Flag = {
  code: "lines-missing",
  severity: "error",
  cells: [],
  message:
    "The lines of this activity are not those that each has, so that one may be lost or its neighbour's",
};

const NUMBERS_LEFT: Flag = {
  code: "line-not-read",
  severity: "error",
  cells: [],
  message: "Among its lines stand numbers that came into no cell",
};
