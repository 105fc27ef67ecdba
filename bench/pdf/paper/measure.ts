import PDFDocument from "pdfkit";

/** Helvetica's widths, from the metrics that pdfkit brings. */
const ruler = new PDFDocument({ autoFirstPage: false });

/** Widths of single letters in parts of the size, by font and letter. */
const widths = new Map<string, number>();

/** The width of a text in points, its letters side by side: kerning, where a producer applies it, takes a little off. */
export function measure(text: string, size: number, bold = false): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter, bold);
  return width * size;
}

function letterWidth(letter: string, bold: boolean): number {
  const key = `${bold ? "B" : "R"}${letter}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const width = ruler
    .font(bold ? "Helvetica-Bold" : "Helvetica")
    .fontSize(1)
    .widthOfString(letter);
  widths.set(key, width);
  return width;
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
