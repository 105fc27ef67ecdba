import PDFDocument from "pdfkit";
import type { Mark, Sheet } from "../paper/sheet.ts";

/** The same bytes on every day: pdfkit makes the document's id from this. */
const DATE = new Date("2024-01-10T12:00:00Z");

/** Prints sheets with pdfkit. */
export async function printPdfkit(sheets: readonly Sheet[], title: string): Promise<Uint8Array> {
  const pdf = new PDFDocument({ autoFirstPage: false, info: { Title: title, CreationDate: DATE } });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => pdf.on("end", resolve));
  for (const sheet of sheets) {
    const lies = sheet.sideways || sheet.rotate === 90 || sheet.rotate === 270;
    const { width, height } = sheet;
    pdf.addPage({ size: lies ? [height, width] : [width, height], margin: 0 });
    if (sheet.rotate !== 0) Object.assign(pdf.page.dictionary.data, { Rotate: sheet.rotate });
    pdf.transform(...turned(sheet));
    for (const mark of sheet.marks) draw(pdf, mark);
  }
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

/** From the sheet as it is seen to the page as it is drawn, both from the top left. */
function turned({
  width,
  height,
  rotate,
  sideways,
}: Sheet): [number, number, number, number, number, number] {
  if (rotate === 90 || sideways) return [0, -1, 1, 0, 0, width];
  if (rotate === 270) return [0, 1, -1, 0, height, 0];
  if (rotate === 180) return [-1, 0, 0, -1, width, height];
  return [1, 0, 0, 1, 0, 0];
}

function draw(pdf: PDFKit.PDFDocument, mark: Mark): void {
  if (mark.kind === "fill") {
    pdf.rect(mark.x, mark.y, mark.width, mark.height).fill(mark.colour);
    return;
  }
  if (mark.kind === "line") {
    pdf.lineWidth(mark.width).moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2).stroke(mark.colour);
    return;
  }
  pdf
    .font(mark.bold ? "Helvetica-Bold" : "Helvetica")
    .fontSize(mark.size)
    .fillColor(mark.colour);
  if (mark.angle === 0) {
    pdf.text(mark.text, mark.x, mark.y, { lineBreak: false, baseline: "alphabetic" });
    return;
  }
  pdf.save().rotate(-mark.angle, { origin: [mark.x, mark.y] });
  pdf.text(mark.text, mark.x, mark.y, { lineBreak: false, baseline: "alphabetic" });
  pdf.restore();
}
