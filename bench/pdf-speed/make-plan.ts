import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import PDFDocument from "pdfkit";
import { printRow } from "../print-row.ts";
import { seededRandom } from "../random.ts";
import { makeDocument } from "../rows/make-document.ts";
import type { TruthDocument } from "../rows/truth-row.ts";

/** A3, landscape. */
const SIZE: [number, number] = [1190, 842];
const MARGIN = 30;
const ROWS_PER_PAGE = 30;
const ROW_HEIGHT = 23;
const HEADER_HEIGHT = 12;
const FONT_SIZE = 5;
const LABEL_WIDTHS = [95, 95, 130, 45];
const NUMBER_WIDTH = 23;
const TOP = 60;

const LABELS = ["ÓRGANO /UNIDAD ORGÁNICA", "ACTIVIDAD MEF", "ACTIVIDAD POI", "UNIDAD DE MEDIDA"];
const MONTHS = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SET", "OCT", "NOV", "DIC"];
const QUARTERS = ["I", "II", "III", "IV"].map((roman) => `${roman} TRIM`);
/** Headers over several columns: the text, and how many columns of numbers they stand over. */
const UPPER: readonly (readonly [string, number])[] = [
  ["META", 1],
  ["PROGRAMADO", 12],
  ["EJECUTADO", 12],
  ...QUARTERS.map((quarter) => [quarter, 2] as const),
];
const LOWER = ["", ...MONTHS, ...MONTHS, ...QUARTERS.flatMap(() => ["PROG", "EJC"])];

type Pdf = InstanceType<typeof PDFDocument>;

/** Writes a plan of so many full pages, ruled, the seed's header on each; returns how many rows it has. */
export async function makePlan(file: string, pages: number): Promise<number> {
  const plan = makeDocument(seededRandom(pages), pages * ROWS_PER_PAGE);
  const pdf = new PDFDocument({ size: SIZE, margin: 0, autoFirstPage: false });
  const stream = createWriteStream(file);
  pdf.pipe(stream);
  for (let page = 0; page < pages; page++) drawPage(pdf, plan, page);
  pdf.end();
  await finished(stream);
  return plan.rows.length;
}

/** The x of the lines between columns. */
const EDGES = [MARGIN];
for (const width of [...LABEL_WIDTHS, ...LOWER.map(() => NUMBER_WIDTH)]) EDGES.push(EDGES.at(-1)! + width);

function drawPage(pdf: Pdf, { rows, throughQuarter, thousands }: TruthDocument, page: number): void {
  pdf
    .addPage()
    .fontSize(9)
    .text(
      `PLAN OPERATIVO INSTITUCIONAL 2023 - AL ${["I", "II", "III", "IV"][throughQuarter - 1]} TRIMESTRE`,
      MARGIN,
      30,
    );
  pdf.fontSize(FONT_SIZE);
  const first = LABELS.length;
  for (const [i, label] of LABELS.entries()) put(pdf, label, i, i + 1, TOP + HEADER_HEIGHT / 2);
  let at = first;
  for (const [text, width] of UPPER) {
    put(pdf, text, at, at + width, TOP);
    at += width;
  }
  for (const [i, text] of LOWER.entries()) put(pdf, text, first + i, first + i + 1, TOP + HEADER_HEIGHT);
  const body = TOP + 2 * HEADER_HEIGHT;
  const shown = rows.slice(page * ROWS_PER_PAGE, (page + 1) * ROWS_PER_PAGE);
  for (const [k, row] of shown.entries()) {
    const y = body + k * ROW_HEIGHT;
    const { organ, category, activity, unit } = row.labels;
    for (const [i, text] of [organ, category, activity, unit].entries()) {
      const width = EDGES[i + 1]! - EDGES[i]! - 4;
      pdf.text(text, EDGES[i]! + 2, y + 2, { width, height: ROW_HEIGHT - 4 });
    }
    for (const [i, text] of printRow(row, thousands).entries()) {
      if (text !== "") put(pdf, text, first + i, first + i + 1, y + 7);
    }
  }
  drawLines(pdf, body, shown.length);
}

/** Sets a text in the middle of some columns. */
function put(pdf: Pdf, text: string, from: number, to: number, y: number): void {
  const middle = (EDGES[from]! + EDGES[to]!) / 2;
  pdf.text(text, middle - pdf.widthOfString(text) / 2, y + 3, { lineBreak: false });
}

function drawLines(pdf: Pdf, body: number, rows: number): void {
  const bottom = body + rows * ROW_HEIGHT;
  const [left, right, numbers] = [EDGES[0]!, EDGES.at(-1)!, EDGES[LABELS.length + 1]!];
  pdf.lineWidth(0.5);
  pdf.moveTo(left, TOP).lineTo(right, TOP);
  pdf.moveTo(numbers, TOP + HEADER_HEIGHT).lineTo(right, TOP + HEADER_HEIGHT);
  for (let k = 0; k <= rows; k++)
    pdf.moveTo(left, body + k * ROW_HEIGHT).lineTo(right, body + k * ROW_HEIGHT);
  const groups = new Set([0, 1, 2, 3, 4, 5, 17, 29, 31, 33, 35, 37]);
  for (const [i, x] of EDGES.entries())
    pdf.moveTo(x, groups.has(i) ? TOP : TOP + HEADER_HEIGHT).lineTo(x, bottom);
  pdf.stroke();
}
