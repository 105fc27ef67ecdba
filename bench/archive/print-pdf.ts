import { once } from "node:events";
import PDFDocument from "pdfkit";

/** As high as A3 on its side, and wide enough for numbers of ten digits, in points. */
const PAPER = { width: 1500, height: 842, margin: 25 };
const FONT_SIZE = 5;
const LINE_HEIGHT = 8;
/** Labels wide enough for two lines of the longest, then the numbers. */
const LABEL_WIDTHS = [110, 85, 160, 50];
const NUMBER_WIDTH = 31;
const NUMBERS = 33;
const WIDTHS = [...LABEL_WIDTHS, ...Array<number>(NUMBERS).fill(NUMBER_WIDTH)];
const LEFT = WIDTHS.map((_, column) => PAPER.margin + sum(WIDTHS.slice(0, column)));

/** Heads that stand over several columns: the first column of each, and how many it covers. */
const SPANS = new Map([
  [5, 12],
  [17, 12],
  [29, 2],
  [31, 2],
  [33, 2],
  [35, 2],
]);

type Pdf = InstanceType<typeof PDFDocument>;

/** Prints a plan that was printed as lines of tabs: a table with lines around its cells, a page for each title. */
export async function printPdf(text: string): Promise<Uint8Array> {
  // The date of making would differ from run to run.
  const info = { CreationDate: new Date(0), ModDate: new Date(0) };
  const pdf = new PDFDocument({ size: [PAPER.width, PAPER.height], margin: 0, autoFirstPage: false, info });
  const chunks: Uint8Array[] = [];
  pdf.on("data", (chunk) => chunks.push(chunk));
  const ended = once(pdf, "end");
  let y = 0;
  for (const line of text.split("\n").filter((line) => line.trim() !== "")) {
    const fields = line.split("\t");
    if (line.startsWith("PLAN OPERATIVO")) {
      pdf.addPage();
      pdf.fontSize(10).text(line, PAPER.margin, PAPER.margin, { lineBreak: false });
      y = PAPER.margin + 20;
    } else if (fields.length < NUMBERS / 2) {
      y += LINE_HEIGHT;
      pdf.fontSize(FONT_SIZE).text(line, PAPER.margin, y, { lineBreak: false });
    } else {
      y += drawRow(pdf, y, fields, fields.includes("PROGRAMADO") ? SPANS : new Map());
    }
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Draws a row of cells, and returns its height. */
function drawRow(pdf: Pdf, y: number, fields: readonly string[], spans: ReadonlyMap<number, number>): number {
  pdf.fontSize(FONT_SIZE).lineWidth(0.3);
  const cells = LEFT.flatMap((left, column) => {
    const isCovered = [...spans].some(([first, count]) => column > first && column < first + count);
    if (isCovered) return [];
    const width = sum(WIDTHS.slice(column, column + (spans.get(column) ?? 1)));
    return [{ left, width, text: fields[column] ?? "", isNumber: column >= LABEL_WIDTHS.length }];
  });
  const heights = cells.map(({ text, width }) => pdf.heightOfString(text, { width: width - 4 }));
  const height = Math.max(LINE_HEIGHT, ...heights) + 3;
  for (const { left, width, text, isNumber } of cells) {
    pdf.rect(left, y, width, height).stroke();
    // A number is never broken, however narrow its cell.
    const align = isNumber ? ({ align: "right", lineBreak: false } as const) : {};
    pdf.text(text, left + 2, y + 2, { width: width - 4, ...align });
  }
  return height;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
