import type { Ruling } from "../document.ts";
import type { ColumnLayout } from "../page-tables/place-columns.ts";
import type { TextLine } from "../page-tables/text-lines.ts";
import type { Block } from "./find-blocks.ts";
import { itemMarks } from "./item-marks.ts";
import { ASCENT, type BodyLine, type StripLine } from "./strip.ts";
import { createAcross } from "./table-rulings.ts";

/** Texts nearer than this to the lines of numbers, in heights of the font, are of an activity. */
const APART = 2.6;
/** Texts that are further than that, and not so far, may be of it or stand outside of the table. */
const FAR = 6;

/** The lines of a run's activities, and whether it is sure that its first and its last begin and end there. */
export interface Near {
  readonly own: readonly BodyLine[];
  readonly isStartSure: boolean;
  readonly isEndSure: boolean;
}

/**
 * The lines of a run's activities, and the texts over the first and under the last that are theirs: as far as the
 * lines across the table, else as far as texts stand close.
 */
export function linesNear(body: readonly BodyLine[], blocks: readonly Block[], layout: ColumnLayout): Near {
  const { top } = blocks[0]!;
  const { bottom } = blocks.at(-1)!;
  const first = body.findIndex(({ y }) => y >= top - 0.01);
  const last = body.findLastIndex(({ y }) => y <= bottom + 0.01);
  const isAcross = createAcross(body.slice(first, last + 1), layout);
  const start = reach(body, first, -1, isAcross);
  const end = reach(body, last, 1, isAcross);
  const own = body.slice(start.to, end.to + 1);
  return {
    own,
    isStartSure: start.isSure,
    isEndSure: end.isSure || itemsGoOn(body.slice(first, end.to + 1), body[end.sure]!, layout),
  };
}

/**
 * The lines of a run without those that stand far under the last line of its activities: what a page prints at its foot,
 * once or on every page, is in no column.
 */
export function withoutFoot(
  lines: readonly StripLine[],
  isOfActivity: (line: TextLine) => boolean,
): readonly StripLine[] {
  let end = lines.findLastIndex(({ line }) => isOfActivity(line)) + 1;
  if (end === 0) return lines;
  const apart = (a: StripLine, b: StripLine) => b.y - a.y > FAR * b.line.words[0]!.size;
  while (end < lines.length && !apart(lines[end - 1]!, lines[end]!)) end++;
  return lines.slice(0, end);
}

/** How far the texts of an activity reach, up or down from a line of its numbers: an index, and the last that is sure. */
function reach(
  body: readonly BodyLine[],
  from: number,
  step: 1 | -1,
  isAcross: (line: Ruling) => boolean,
): { to: number; sure: number; isSure: boolean } {
  const go = (start: number, apart: number) => {
    let to = start;
    for (let next = body[to + step]; next !== undefined; next = body[to + step]) {
      const here = body[to]!;
      if (Math.abs(next.y - here.y) > apart * Math.max(here.placed.size, next.placed.size)) break;
      to += step;
    }
    return to;
  };
  const sure = go(from, APART);
  const to = go(sure, FAR);
  const edge = tableEdge(body[from]!, step, isAcross);
  if (edge === null) return { to, sure, isSure: to === sure };
  const { page } = body[from]!;
  let within = from;
  for (
    let next = body[within + step];
    next?.page === page && (edge - next.line.y) * step > 0;
    next = body[within + step]
  )
    within += step;
  const goesOn = body[within + step];
  // A page break may draw a line where the activity goes on.
  if (goesOn !== undefined && goesOn.page !== page) return { to, sure, isSure: to === sure };
  // A text longer than its cell is printed over the edge of it.
  if (goesOn !== undefined && isThrough(edge, goesOn))
    return { to: within + step, sure: within, isSure: false };
  return { to: within, sure: within, isSure: true };
}

/** Whether a line across the table goes through the letters of a text. */
function isThrough(edge: number, { line: { y }, placed: { size } }: BodyLine): boolean {
  return edge > y - ASCENT * size && edge < y;
}

/** Lines of one table are as long, in points. */
const ONE_TABLE = 2;

/** Where the row of a line ends: at a line across the table that another on its other side is as long as. Null for none. */
function tableEdge(
  { page, line }: BodyLine,
  step: 1 | -1,
  isAcross: (line: Ruling) => boolean,
): number | null {
  const across = page.horizontal.filter(isAcross);
  const isBeyond = ({ at }: Ruling) => (at - line.y) * step > 0;
  const isTwin = (a: Ruling, b: Ruling) =>
    Math.abs(a.from - b.from) <= ONE_TABLE && Math.abs(a.to - b.to) <= ONE_TABLE;
  const edges = across.filter(
    (one) => isBeyond(one) && across.some((other) => !isBeyond(other) && isTwin(one, other)),
  );
  if (edges.length === 0) return null;
  const places = edges.map(({ at }) => at);
  return step === 1 ? Math.min(...places) : Math.max(...places);
}

/** Whether texts under the last line that is sure go on counting items, and end close to the last. */
function itemsGoOn(lines: readonly BodyLine[], sure: BodyLine, layout: ColumnLayout): boolean {
  const last = itemMarks(lines, layout).at(-1)?.y ?? Number.NEGATIVE_INFINITY;
  const rest = lines.filter(({ y }) => y >= last);
  return (
    last > sure.y && rest.every((line, i) => i === 0 || line.y - rest[i - 1]!.y <= APART * line.placed.size)
  );
}
