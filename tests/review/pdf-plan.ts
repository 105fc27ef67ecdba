import PDFDocument from "pdfkit";

/** Points: Wide enough, with room for 37 columns. */
const WIDTH = 1340;
const MARGIN = 30;
const LABELS = [200, 150, 170, 60];
const NUMBER = 21;
const ROW = 18;

/** Prints lines of tab-separated fields as a ruled table of one page, the first lines being its header; a password locks it. */
export async function pdfPlan(
  title: string,
  lines: readonly string[],
  password?: string,
): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: [WIDTH, 400],
    margin: 0,
    info: { CreationDate: new Date(0) },
    ...(password !== undefined && { userPassword: password }),
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on("end", resolve));
  document.fontSize(10).text(title, MARGIN, 20, { lineBreak: false });
  const widths = Array.from({ length: 37 }, (_, k) => LABELS[k] ?? NUMBER);
  document.fontSize(5.5).lineWidth(0.4);
  for (const [row, line] of lines.entries()) {
    const fields = line.split("\t");
    const y = 50 + row * ROW;
    let x = MARGIN;
    for (let k = 0; k < widths.length; ) {
      // A text of the header runs over the empty fields behind it: PROGRAMADO over its twelve months.
      let end = k + 1;
      if (row === 0 && k >= LABELS.length) while (end < widths.length && !fields[end]) end++;
      const width = widths.slice(k, end).reduce((sum, one) => sum + one, 0);
      document.rect(x, y, width, ROW).stroke();
      document.text(shorten(fields[k] ?? "", k < LABELS.length ? width : Infinity), x + 2, y + 6, {
        lineBreak: false,
      });
      x += width;
      k = end;
    }
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Capitals of 5.5 points are about 3.7 points wide. */
function shorten(text: string, width: number): string {
  return text.slice(0, Math.floor(width / 3.7));
}
