import type { Plan, PlanItem } from "../plan/plan.ts";
import { coverSheets } from "./cover.ts";
import { decorate } from "./decorate.ts";
import { LEADING, put } from "./draw.ts";
import { drawHeader } from "./draw-header.ts";
import { drawRow } from "./draw-row.ts";
import type { Look } from "./look.ts";
import { measure } from "./measure.ts";
import { measureItem } from "./measure-item.ts";
import { drawBand, drawMergedOrgan, type OrganGroup } from "./organ-group.ts";
import { type Half, placeColumns } from "./place-columns.ts";
import type { Mark, Sheet } from "./sheet.ts";

const TITLE_SIZE = 9;
const NOTE_SIZE = 7;

/** A plan on paper. */
export interface LaidOut {
  readonly sheets: readonly Sheet[];
  /** The 1-based page on which each item begins, in the order of print. */
  readonly pages: readonly number[];
}

/** Puts a plan on paper: pages with title, header, rows, totals and notes, as the look says. */
export function layOut(plan: Plan, look: Look): LaidOut {
  const [width, height] = look.paper;
  const halves = placeColumns(look);
  const [left] = halves as [Half];
  const line = look.fontSize * LEADING;
  const bottom = height - look.margin - (look.pageNumbers ? 2 * NOTE_SIZE : 0);
  const cover = look.cover ? coverSheets(plan, width, height) : [];
  const spreads: Mark[][][] = [];
  const pages: number[] = [];
  let marks: Mark[][] = [];
  let y = 0;
  let group = null as OrganGroup | null;

  const openPage = () => {
    marks = halves.map(() => []);
    spreads.push(marks);
    y = look.margin;
    if (spreads.length === 1 || look.titleOn === "each") y = drawTitle(plan, width, y, marks[0] as Mark[]);
  };
  const closeGroup = () => {
    if (group !== null && look.organ === "merged") drawMergedOrgan(group, y, left, look, marks[0] as Mark[]);
  };
  const band = (organ: string) => {
    const high = line + 2 * look.padding;
    drawBand(organ, y, y + high, halves, look, marks);
    y += high;
  };
  const turn = () => {
    closeGroup();
    openPage();
    if (look.headerOn === "each") y = drawHeader(halves, look, marks, y);
    if (group === null) return;
    if (look.organ === "band" && look.organAgain) band(group.organ);
    group = { ...group, top: y, printed: true };
  };
  const drawPart = (
    item: PlanItem,
    lines: readonly (readonly string[])[],
    end: number,
    valign: Look["valign"],
  ) => {
    for (const [side, half] of halves.entries()) {
      drawRow(
        { item, index: pages.length - 1, lines, top: y, bottom: end, valign },
        half,
        look,
        marks[side] as Mark[],
      );
    }
    y = end;
  };

  openPage();
  for (const [number, { heading, items }] of plan.tables.entries()) {
    if (number > 0 && y > bottom - 12 * line) openPage();
    if (heading !== null) {
      y += number > 0 ? 2 * TITLE_SIZE : 0;
      put(marks[0] as Mark[], heading, look.margin, y + NOTE_SIZE, NOTE_SIZE, { bold: true });
      y += 2 * NOTE_SIZE;
    }
    y = drawHeader(halves, look, marks, y);
    for (const [index, item] of items.entries()) {
      const organ = item.labels.organ ?? "";
      const {
        begins,
        lines,
        tallest,
        height: high,
        band: bandHigh,
        needed,
      } = measureItem(items, index, halves, look);
      if (begins || item.kind === "total") {
        closeGroup();
        group = null;
      }
      const parted = look.partRows ? Math.floor((bottom - y - bandHigh - 2 * look.padding) / line) : 0;
      const isParted = y + needed > bottom && parted >= 1 && tallest > parted && !begins;
      if (y + needed > bottom && !isParted) turn();
      if (begins) {
        if (look.organ === "band") band(organ);
        group = { organ, top: y, printed: false, row: pages.length };
      } else if (group !== null) group = { ...group, row: pages.length };
      pages.push(cover.length + halves.length * (spreads.length - 1) + 1);
      if (isParted) {
        drawPart(
          item,
          lines.map((cell) => cell.slice(0, parted)),
          bottom,
          "top",
        );
        turn();
        drawPart(
          item,
          lines.map((cell) => cell.slice(parted)),
          y + (tallest - parted) * line + 2 * look.padding,
          "top",
        );
      } else drawPart(item, lines, y + high, look.valign);
    }
    closeGroup();
    group = null;
  }
  const notes = [`Fuente: ${plan.source}`, `Elaboración: ${plan.preparedBy}`];
  if (y + 12 * notes.length > height - look.margin) openPage();
  for (const [index, note] of notes.entries())
    put(marks[0] as Mark[], note, look.margin, y + 11 * (index + 1), NOTE_SIZE);
  const { rotate, sideways } = look;
  const tables = spreads.flat().map((drawn, index) => ({
    width,
    height,
    rotate,
    sideways,
    marks: decorate(drawn, look, index === 0),
  }));
  return { sheets: numbered([...cover, ...tables], look), pages };
}

function drawTitle(plan: Plan, width: number, top: number, to: Mark[]): number {
  const lines = [...(plan.printsEntity ? [`ENTIDAD: ${plan.entity}`] : []), plan.title];
  for (const [index, text] of lines.entries()) {
    const x = (width - measure(text, TITLE_SIZE, true)) / 2;
    put(to, text, x, top + (1 + 1.3 * index) * TITLE_SIZE, TITLE_SIZE, { bold: true });
  }
  return top + 1.3 * lines.length * TITLE_SIZE + 8;
}

function numbered(sheets: readonly Sheet[], look: Look): Sheet[] {
  if (!look.pageNumbers) return [...sheets];
  return sheets.map((sheet, index) => {
    const text = `Página ${index + 1} de ${sheets.length}`;
    const marks = [...sheet.marks];
    const x = sheet.width - look.margin - measure(text, NOTE_SIZE);
    put(marks, text, x, sheet.height - look.margin + NOTE_SIZE / 2, NOTE_SIZE);
    return { ...sheet, marks };
  });
}
