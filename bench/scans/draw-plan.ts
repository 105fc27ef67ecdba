import PDFDocument from "pdfkit";
import type { Box } from "../../src/document.ts";
import { printRow } from "../print-row.ts";
import type { TruthDocument, TruthRow } from "../rows/truth-row.ts";

/** What is printed in one place of the table, and where, in points from the top left. */
export interface DrawnCell {
  readonly text: string;
  readonly box: Box;
  /** The row of the document; totals come after the rows. */
  readonly row: number;
  /** 0 to 3 are labels, 4 to 36 numbers. */
  readonly column: number;
}

/** A plan as a PDF, with its truth page by page. */
export interface DrawnPlan {
  readonly bytes: Uint8Array;
  readonly pages: readonly (readonly DrawnCell[])[];
}

const MARGIN = 20;
const TITLE = "PLAN OPERATIVO INSTITUCIONAL 2023 - AL IV TRIMESTRE";
const SOURCE = "Fuente: Módulo de Control de la Gestión al 10/01/2024.";
const LABELS = ["ÓRGANO / UNIDAD ORGÁNICA", "ACTIVIDAD MEF", "ACTIVIDAD POI", "UNIDAD DE MEDIDA", "META"];
const MONTHS = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SET", "OCT", "NOV", "DIC"];
/** Excel shrinks a number to its cell, and whoever prints a plan sees to it that it can still be read. */
const MOST_SHRUNK = 0.75;
/** Points that Excel keeps free in a cell, both sides together. */
const PADDING = 3;
/** Shares of the width: four labels, then META, 24 months and 8 quarters. */
const WIDTHS = [0.1, 0.09, 0.155, 0.055, 0.022, ...Array(24).fill(0.0176), ...Array(8).fill(0.0195)];

/**
 * Draws a plan as SAT de Lima prints it: 37 ruled columns on landscape pages, the header on each page.
 *
 * @param paper A3 takes figures of 8 points, A4 of 5.6
 */
export async function drawPlan(plan: TruthDocument, paper: "A3" | "A4"): Promise<DrawnPlan> {
  const document = new PDFDocument({ size: paper, layout: "landscape", margin: 0, autoFirstPage: false });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve) => document.on("end", resolve));
  document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const size = paper === "A3" ? 8 : 5.6;
  const pages: DrawnCell[][] = [];
  let edges: number[] = [];
  let y = 0;
  const rule = (x0: number, y0: number, x1: number, y1: number) =>
    document.moveTo(x0, y0).lineTo(x1, y1).lineWidth(0.5).stroke();
  const write = (text: string, column: number, top: number, bottom: number, span = 1) => {
    const left = edges[column]!;
    const width = edges[column + span]! - left;
    const isLabel = column < 4 && span === 1;
    const inner = width - (isLabel ? 4 : PADDING);
    let font = size;
    document.font("Helvetica").fontSize(font);
    while (!isLabel && document.widthOfString(text) > inner) {
      font -= 0.2;
      document.fontSize(font);
    }
    const high = document.heightOfString(text, { width: inner, lineGap: 0 });
    document.text(text, left + (width - inner) / 2, top + (bottom - top - high) / 2 + 0.5, {
      width: inner,
      align: isLabel ? "left" : "center",
      lineBreak: isLabel,
      lineGap: 0,
    });
  };
  const begin = () => {
    document.addPage();
    pages.push([]);
    const inner = document.page.width - 2 * MARGIN;
    const sum = WIDTHS.reduce((a, b) => a + b, 0);
    edges = [MARGIN];
    for (const width of WIDTHS) edges.push(edges.at(-1)! + (width / sum) * inner);
    document
      .font("Helvetica-Bold")
      .fontSize(size * 1.5)
      .text(TITLE, MARGIN, MARGIN, { width: inner, align: "center" });
    const top = MARGIN + size * 3;
    const middle = top + size * 1.8;
    y = top + size * 3.6;
    LABELS.forEach((label, column) => {
      write(label, column, top, y);
      rule(edges[column]!, top, edges[column]!, y);
    });
    for (const [text, column, span] of [
      ["PROGRAMADO", 5, 12],
      ["EJECUTADO", 17, 12],
      ...["I", "II", "III", "IV"].map((quarter, k) => [`${quarter} TRIM.`, 29 + 2 * k, 2] as const),
    ] as const) {
      write(text, column, top, middle, span);
      rule(edges[column]!, top, edges[column]!, middle);
    }
    const below = [...MONTHS, ...MONTHS, ...Array(4).fill(["PROG", "EJC"]).flat()];
    below.forEach((text: string, k) => {
      write(text, 5 + k, middle, y);
      rule(edges[5 + k]!, middle, edges[5 + k]!, y);
    });
    rule(edges.at(-1)!, top, edges.at(-1)!, y);
    rule(MARGIN, top, edges.at(-1)!, top);
    rule(edges[5]!, middle, edges.at(-1)!, middle);
    rule(MARGIN, y, edges.at(-1)!, y);
  };
  const bottomEdge = () => document.page.height - MARGIN - size * 2.5;
  const draw = (row: TruthRow, index: number) => {
    const { organ, category, activity, unit } = row.labels;
    const texts = [organ, category, activity, unit, ...printRow(row, plan.thousands)];
    document.font("Helvetica").fontSize(size);
    const high = Math.max(
      ...texts
        .slice(0, 4)
        .map((text, k) => document.heightOfString(text, { width: edges[k + 1]! - edges[k]! - 4 })),
    );
    if (y + high + 4 > bottomEdge()) begin();
    const bottom = y + high + 4;
    texts.forEach((text, column) => {
      write(text, column, y, bottom);
      rule(edges[column]!, y, edges[column]!, bottom);
      pages.at(-1)!.push({ text, row: index, column, box: [edges[column]!, y, edges[column + 1]!, bottom] });
    });
    rule(edges.at(-1)!, y, edges.at(-1)!, bottom);
    rule(MARGIN, bottom, edges.at(-1)!, bottom);
    y = bottom;
  };
  const fits = (row: TruthRow) =>
    document.font("Helvetica").fontSize(size * MOST_SHRUNK) &&
    printRow(row, plan.thousands).every(
      (text, k) => document.widthOfString(text) <= edges[k + 5]! - edges[k + 4]! - PADDING,
    );
  begin();
  for (const [index, row] of [...plan.rows, ...plan.totals].entries()) if (fits(row)) draw(row, index);
  document
    .font("Helvetica")
    .fontSize(size)
    .text(SOURCE, MARGIN, y + 4, { lineBreak: false });
  document.end();
  await done;
  return { bytes: Buffer.concat(chunks), pages };
}
