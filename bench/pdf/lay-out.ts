import type { Column } from "./column.ts";
import { headerCells } from "./header-cells.ts";
import type { Look } from "./look.ts";
import { measure, wrap } from "./measure.ts";
import { printNumber } from "./number-style.ts";
import type { Plan, PlanItem } from "./plan.ts";
import type { Mark, Sheet, TextMark } from "./sheet.ts";

const LEADING = 1.15;
const BLACK = "#000000";
const GREY = "#d9d9d9";
const RULE = 0.5;
const SIDE = 1.5;

export interface LaidOut {
  readonly sheets: readonly Sheet[];
  /** The 1-based page on which each item begins. */
  readonly pages: readonly number[];
}

interface Half {
  readonly first: number;
  readonly columns: readonly Column[];
  /** Left edge of each column, and the right edge of the last. */
  readonly edges: readonly number[];
}

/** Puts a plan on paper: pages, header, cells, rules. */
export function layOut(plan: Plan, look: Look): LaidOut {
  const [width, height] = look.paper;
  const halves = halvesOf(look);
  const spreads: Mark[][][] = [];
  const pages: number[] = [];
  const bottom = height - look.margin - (look.pageNumbers ? 14 : 0);
  const line = look.fontSize * LEADING;
  let marks: Mark[][] = [];
  let y = 0;
  let shaded = 0;
  let group: { organ: string; top: number; rows: number; printed: boolean } | null = null;

  const open = () => {
    marks = halves.map(() => []);
    spreads.push(marks);
    y = look.margin;
    const first = spreads.length === 1;
    if (first || look.titleOn === "each") {
      const size = 9;
      put(marks[0] as Mark[], plan.title, (width - measure(plan.title, size, true)) / 2, y + size, size, true);
      y += size + 10;
    }
    if (first || look.headerOn === "each") y = drawHeader(halves, look, marks, y);
  };
  const closeGroup = () => {
    if (group === null || look.organ !== "merged") return;
    const column = look.columns.findIndex(({ key }) => key === "organ");
    const half = halves[0] as Half;
    const [left, right] = [half.edges[column] as number, half.edges[column + 1] as number];
    if (look.rules === "grid") frame(marks[0] as Mark[], left, group.top, right, y);
    if (!group.printed || look.organAgain) {
      const lines = wrap(group.organ, right - left - 2 * SIDE, look.fontSize);
      const top = group.top + Math.max(look.padding, (y - group.top - lines.length * line) / 2);
      drawLines(marks[0] as Mark[], lines, left, right, top, look.fontSize, "left", { row: pages.length - 1, column });
    }
    group = { ...group, printed: true };
  };
  const turn = () => {
    closeGroup();
    open();
    if (group !== null) group = { ...group, top: y };
  };
  open();

  for (const [index, item] of plan.items.entries()) {
    const organ = item.labels.organ ?? null;
    const begins = item.kind === "total" || organ !== (group as { organ: string } | null)?.organ;
    if (begins) {
      closeGroup();
      group = null;
    }
    const rest = plan.items.slice(index + 1);
    const next = rest[0];
    const cells = cellLines(item, look);
    const tallest = Math.max(...cells.map((lines) => lines.length));
    const organLines = begins && look.organ === "merged" && organ !== null ? organLineCount(organ, halves[0] as Half, look) : 0;
    const alone = next?.kind !== "activity" || next.labels.organ !== organ;
    const rowHeight = Math.max(tallest, alone ? organLines : Math.ceil(organLines / 2)) * line + 2 * look.padding;
    const bandHeight = begins && look.organ === "band" && organ !== null ? line + 2 * look.padding : 0;
    // A merged organ needs two rows to stand in, a band one row under it.
    const needs = rowHeight + bandHeight + (begins && look.organ === "merged" && !alone ? rowHeight : 0);
    const room = bottom - y;
    const fits = needs <= room;
    const partAt = look.partRows && !fits && tallest > 1 ? Math.floor((room - 2 * look.padding - bandHeight) / line) : 0;
    if (!fits && partAt < 1) turn();
    if (begins && item.kind === "activity" && organ !== null) {
      if (bandHeight > 0) {
        drawBand(halves, look, marks, organ, y, bandHeight);
        y += bandHeight;
      }
      group = { organ, top: y, rows: 0, printed: false };
    }
    pages.push(halves.length * (spreads.length - 1) + 1);
    const at = (lines: readonly (readonly string[])[], high: number, valign: Look["valign"]) => {
      drawRow(halves, look, marks, item, lines, index, y, high, valign, shaded);
      y += high;
    };
    if (partAt >= 1) {
      at(cells.map((lines) => lines.slice(0, partAt)), bottom - y, "top");
      turn();
      const left = cells.map((lines) => lines.slice(partAt));
      at(left, Math.max(...left.map((lines) => lines.length)) * line + 2 * look.padding, "top");
    } else at(cells, rowHeight, look.valign);
    shaded++;
  }
  closeGroup();
  const notes = [`Fuente: ${plan.source}`, ...(plan.preparedBy === null ? [] : [`Elaboración: ${plan.preparedBy}`])];
  if (y + 12 * notes.length > height - look.margin) turn();
  for (const note of notes) {
    y += 11;
    put(marks[0] as Mark[], note, look.margin, y, 7, false);
  }
  const flat = spreads.flat();
  if (look.pageNumbers) {
    for (const [index, sheet] of flat.entries()) {
      const text = `Página ${index + 1} de ${flat.length}`;
      put(sheet, text, width - look.margin - measure(text, 7), height - look.margin, 7, false);
    }
  }
  const { rotate, sideways } = look;
  return { sheets: flat.map((all) => ({ width, height, rotate, sideways, marks: decorate(all, look, flat[0] === all) })), pages };
}

function halvesOf(look: Look): Half[] {
  const cut = look.facingFrom ?? look.columns.length;
  const usable = look.paper[0] - 2 * look.margin;
  return [look.columns.slice(0, cut), look.columns.slice(cut)].flatMap((columns, side) => {
    if (columns.length === 0) return [];
    const parts = columns.reduce((sum, { width }) => sum + width, 0);
    const edges = [look.margin];
    for (const column of columns) edges.push((edges.at(-1) as number) + (column.width / parts) * usable);
    return [{ first: side * cut, columns, edges }];
  });
}

function isLabel({ key }: Column): boolean {
  return key !== "target" && !key.includes(".");
}

/** The lines of each cell of a row; an organ that is merged or stands in a band leaves its cell empty. */
function cellLines(item: PlanItem, look: Look): string[][] {
  const halves = halvesOf(look);
  return halves.flatMap(({ columns, edges }) =>
    columns.map((column, index) => {
      if (!isLabel(column)) {
        const decimals = column.key.startsWith("extra.") ? 2 : item.decimals;
        return [printNumber(item.cells[column.key] ?? null, decimals, look.numbers)];
      }
      if (item.kind === "total") return [""];
      if (column.key === "organ" && look.organ !== "each") return [""];
      const width = (edges[index + 1] as number) - (edges[index] as number) - 2 * SIDE;
      return wrap(item.labels[column.key] ?? "", width, look.fontSize);
    }),
  );
}

function organLineCount(organ: string, half: Half, look: Look): number {
  const column = half.columns.findIndex(({ key }) => key === "organ");
  const width = (half.edges[column + 1] as number) - (half.edges[column] as number) - 2 * SIDE;
  return wrap(organ, width, look.fontSize).length;
}

function drawHeader(halves: readonly Half[], look: Look, marks: Mark[][], top: number): number {
  const size = look.fontSize;
  const line = size * LEADING;
  const levels = Math.max(...look.columns.map(({ header }) => header.length));
  const heights = Array<number>(levels).fill(line + 2 * look.padding);
  const laid = halves.map((half) => {
    const cells = headerCells(half.columns).map((cell) => {
      const left = half.edges[cell.from] as number;
      const right = half.edges[cell.to] as number;
      const upright = look.verticalHeader && cell.to === cell.from + 1 && !isLabel(half.columns[cell.from] as Column);
      const lines = upright ? [cell.text] : wrap(cell.text, right - left - 2 * SIDE, size, true);
      const high = (upright ? measure(cell.text, size, true) : lines.length * line) + 2 * look.padding;
      // What a cell needs beyond the levels above its last is that level's to give.
      const last = Math.min(cell.below, levels) - 1;
      return { ...cell, left, right, upright, lines, high, last };
    });
    return cells;
  });
  for (const cell of laid.flat().sort((a, b) => a.last - a.level - (b.last - b.level))) {
    const have = heights.slice(cell.level, cell.last + 1).reduce((sum, height) => sum + height, 0);
    if (cell.high > have) heights[cell.last] = (heights[cell.last] as number) + cell.high - have;
  }
  const tops = [top];
  for (const height of heights) tops.push((tops.at(-1) as number) + height);
  const end = tops.at(-1) as number;
  for (const [side, cells] of laid.entries()) {
    const to = marks[side] as Mark[];
    const { edges } = halves[side] as Half;
    if (look.zebra !== null) fill(to, edges[0] as number, top, edges.at(-1) as number, end, GREY);
    for (const cell of cells) {
      const [up, down] = [tops[cell.level] as number, tops[cell.last + 1] as number];
      if (look.rules === "grid" || look.rules === "header") frame(to, cell.left, up, cell.right, down);
      if (cell.upright) {
        const x = (cell.left + cell.right) / 2 + size * 0.36;
        put(to, cell.text, x, down - look.padding, size, true, 90);
      } else {
        const first = up + (down - up - cell.lines.length * line) / 2;
        drawLines(to, cell.lines, cell.left, cell.right, first, size, "center", undefined, true);
      }
    }
    if (look.rules === "rows") {
      rule(to, edges[0] as number, top, edges.at(-1) as number, top);
      rule(to, edges[0] as number, end, edges.at(-1) as number, end);
    }
  }
  return end;
}

function drawBand(halves: readonly Half[], look: Look, marks: Mark[][], organ: string, top: number, height: number): void {
  for (const [side, { edges }] of halves.entries()) {
    const to = marks[side] as Mark[];
    if (look.rules === "grid" || look.zebra !== null) fill(to, edges[0] as number, top, edges.at(-1) as number, top + height, "#e8eef7");
    if (look.rules === "grid") frame(to, edges[0] as number, top, edges.at(-1) as number, top + height);
    if (look.rules === "rows") rule(to, edges[0] as number, top + height, edges.at(-1) as number, top + height);
    if (side === 0) {
      put(to, organ, (edges[0] as number) + SIDE, top + look.padding + 0.8 * look.fontSize, look.fontSize, true);
    }
  }
}

function drawRow(
  halves: readonly Half[],
  look: Look,
  marks: Mark[][],
  item: PlanItem,
  lines: readonly (readonly string[])[],
  row: number,
  top: number,
  height: number,
  valign: Look["valign"],
  shaded: number,
): void {
  const line = look.fontSize * LEADING;
  const total = item.kind === "total";
  for (const [side, half] of halves.entries()) {
    const to = marks[side] as Mark[];
    const { edges } = half;
    const labels = half.columns.filter(isLabel).length;
    if (look.zebra !== null && shaded % 2 === 1) fill(to, edges[0] as number, top, edges.at(-1) as number, top + height, look.zebra);
    if (look.rules === "rows") rule(to, edges[0] as number, top + height, edges.at(-1) as number, top + height);
    for (const [index, column] of half.columns.entries()) {
      const [left, right] = [edges[index] as number, edges[index + 1] as number];
      const merged = look.organ === "merged" && column.key === "organ" && !total;
      const spanned = total && index < labels;
      if (look.rules === "grid" && !merged && !spanned) frame(to, left, top, right, top + height);
      if (spanned && index === 0) {
        const end = edges[labels] as number;
        if (look.rules === "grid") frame(to, left, top, end, top + height);
        if (side === 0) {
          const first = top + (height - line) / 2;
          drawLines(to, [item.labels.label ?? ""], left, end, first, look.fontSize, "left", { row, column: 0 }, true);
        }
      }
      const text = lines[half.first + index] as readonly string[];
      const free = height - text.length * line;
      // The longest label fills its cell from the top; all others follow the look.
      const space = valign === "top" ? look.padding : valign === "bottom" ? free - look.padding : free / 2;
      const align = isLabel(column) ? (column.key === "unit" || column.key === "code" ? "center" : "left") : look.align;
      drawLines(to, text, left, right, top + space, look.fontSize, align, { row, column: half.first + index }, total);
    }
  }
}

function drawLines(
  to: Mark[],
  lines: readonly string[],
  left: number,
  right: number,
  top: number,
  size: number,
  align: Look["align"],
  cell?: TextMark["cell"],
  bold = false,
): void {
  for (const [index, text] of lines.entries()) {
    if (text === "") continue;
    const width = measure(text, size, bold);
    const x = align === "left" ? left + SIDE : align === "right" ? right - SIDE - width : (left + right - width) / 2;
    put(to, text, x, top + index * size * LEADING + 0.8 * size, size, bold, 0, BLACK, cell);
  }
}

function put(
  to: Mark[],
  text: string,
  x: number,
  y: number,
  size: number,
  bold: boolean,
  angle = 0,
  colour = BLACK,
  cell?: TextMark["cell"],
): void {
  to.push({ kind: "text", x, y, text, size, bold, angle, colour, ...(cell !== undefined && { cell }) });
}

function rule(to: Mark[], x1: number, y1: number, x2: number, y2: number): void {
  to.push({ kind: "line", x1, y1, x2, y2, width: RULE, colour: BLACK });
}

function frame(to: Mark[], left: number, top: number, right: number, bottom: number): void {
  rule(to, left, top, right, top);
  rule(to, left, bottom, right, bottom);
  rule(to, left, top, left, bottom);
  rule(to, right, top, right, bottom);
}

function fill(to: Mark[], left: number, top: number, right: number, bottom: number, colour: string): void {
  to.push({ kind: "fill", x: left, y: top, width: right - left, height: bottom - top, colour });
}

function decorate(marks: readonly Mark[], look: Look, isFirst: boolean): Mark[] {
  const all = [...marks];
  const [width, height] = look.paper;
  if (look.watermark !== null) {
    const size = height / 5;
    const long = measure(look.watermark, size, true);
    const turn = Math.PI / 6;
    put(all, look.watermark, (width - long * Math.cos(turn)) / 2, (height + long * Math.sin(turn)) / 2 + size / 3, size, true, 30, "#dddddd");
  }
  if (look.stamp !== null && isFirst) {
    const size = 6;
    const wide = Math.max(...look.stamp.map((text) => measure(text, size))) + 8;
    const [left, top] = [width * 0.55, height * 0.42];
    const high = look.stamp.length * size * 1.2 + 8;
    for (const [x1, y1, x2, y2] of [
      [left, top, left + wide, top],
      [left, top + high, left + wide, top + high],
      [left, top, left, top + high],
      [left + wide, top, left + wide, top + high],
    ] as const) {
      all.push({ kind: "line", x1, y1, x2, y2, width: 1, colour: "#1f3c88" });
    }
    for (const [index, text] of look.stamp.entries()) put(all, text, left + 4, top + 4 + (index + 0.8) * size * 1.2, size, false, 0, "#1f3c88");
  }
  return all;
}
