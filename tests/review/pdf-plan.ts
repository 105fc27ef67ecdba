import PDFDocument from "pdfkit";

/** Points: A3 across, with room for 37 columns. */
const WIDTH = 1190;
const MARGIN = 30;
const LABELS = [150, 110, 190, 60];
const NUMBER = 19;
const ROW = 18;

/** Prints lines of tab-separated fields as a ruled table of one page, the first lines being its header. */
export async function pdfPlan(title: string, lines: readonly string[]): Promise<Uint8Array> {
  const document = new PDFDocument({ size: [WIDTH, 400], margin: 0, info: { CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on("end", resolve));
  document.fontSize(10).text(title, MARGIN, 20, { lineBreak: false });
  const widths = Array.from({ length: 37 }, (_, k) => LABELS[k] ?? NUMBER);
  document.fontSize(5.5).lineWidth(0.4);
  for (const [row, line] of lines.entries()) {
    const fields = line.split("\t");
    let x = MARGIN;
    for (const [k, width] of widths.entries()) {
      const y = 50 + row * ROW;
      document.rect(x, y, width, ROW).stroke();
      document.text((fields[k] ?? "").slice(0, k < 4 ? 44 : 9), x + 2, y + 6, { lineBreak: false });
      x += width;
    }
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
