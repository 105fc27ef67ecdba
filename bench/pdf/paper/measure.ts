import PDFDocument from "pdfkit";

/** Helvetica's widths, from the metrics that pdfkit brings. */
const ruler = new PDFDocument({ autoFirstPage: false });

/** The width of a text in points. */
export function measure(text: string, size: number, bold = false): number {
  ruler.font(bold ? "Helvetica-Bold" : "Helvetica").fontSize(size);
  return ruler.widthOfString(text);
}

/** Breaks a text into lines no wider than `width`; a word that is wider keeps a line of its own. */
export function wrap(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
