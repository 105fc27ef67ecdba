import PDFDocument from "pdfkit";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import type { Source } from "../../src/document.ts";

const MONTHS = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SET", "OCT", "NOV", "DIC"];
const LEFT = 30;
const TEXT = 110;
const NUMBER = 32;
const ROW = 24;
/** Where the header of the table begins, and its first row, in points from the top of the page. */
export const TOP = 100;
export const FIRST_ROW = TOP + 2 * ROW;

/** Each row adds up to its target, except the last: its months come to 13. */
export const ROWS = [
  ["OFICINA DE PRENSA", "Notas <y> boletines", "INFORME", 12, ...MONTHS.map(() => 1)],
  ["OFICINA DE PRENSA", "Visitas", "VISITA", 24, ...MONTHS.map(() => 2)],
  ["GERENCIA MUNICIPAL", "Informes", "INFORME", 12, 2, ...MONTHS.slice(1).map(() => 1)],
] as const;

/** The left edge of a column of the table, in points; that after the last column is its right edge. */
export function edge(column: number): number {
  return LEFT + Math.min(column, 3) * TEXT + Math.max(0, column - 3) * NUMBER;
}

interface Look {
  /** Quarter turns of everything that is painted, counter-clockwise, without a word about it in the file. */
  readonly turned?: boolean;
}

/** A PDF of two pages: a plan drawn with lines, and a page of prose. */
export async function planPdf({ turned = false }: Look = {}): Promise<Source> {
  const size: [number, number] = turned ? [595, 842] : [842, 595];
  const pdf = new PDFDocument({ size, margin: 0, info: { CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  if (turned) pdf.translate(0, 842).rotate(-90);
  pdf.fontSize(12).text("PLAN OPERATIVO INSTITUCIONAL 2023", 250, 40, { lineBreak: false });
  // A number that belongs to no cell.
  pdf.fontSize(8).text("4711", 700, 560, { lineBreak: false });
  const right = edge(16);
  const bottom = FIRST_ROW + ROWS.length * ROW;
  pdf.lineWidth(0.5);
  const line = (x0: number, y0: number, x1: number, y1: number) => pdf.moveTo(x0, y0).lineTo(x1, y1).stroke();
  const write = (text: string, column: number, y: number) => {
    pdf.fontSize(7).text(text, edge(column) + 3, y + 8, { lineBreak: false });
  };
  for (let column = 0; column <= 16; column++) {
    const isInside = column > 4 && column < 16;
    line(edge(column), isInside ? TOP + ROW : TOP, edge(column), bottom);
  }
  for (let y = FIRST_ROW; y <= bottom; y += ROW) line(LEFT, y, right, y);
  line(LEFT, TOP, right, TOP);
  line(edge(4), TOP + ROW, right, TOP + ROW);
  for (const [i, text] of ["ÓRGANO", "ACTIVIDAD", "UNIDAD DE MEDIDA", "META"].entries())
    write(text, i, TOP + 12);
  write("PROGRAMADO", 9, TOP);
  for (const [i, month] of MONTHS.entries()) write(month, 4 + i, TOP + ROW);
  for (const [i, row] of ROWS.entries()) {
    for (const [column, value] of row.entries()) write(String(value), column, FIRST_ROW + i * ROW);
  }
  pdf.addPage({ size: [595, 842], margin: 0 });
  pdf.fontSize(10).text("Nada que contar en esta hoja.", 60, 60, { lineBreak: false });
  pdf.end();
  await ended;
  return sourceFromBytes("plan.pdf", Buffer.concat(chunks));
}
