import type { FillMark, LineMark, Sheet, TextMark } from "../paper/sheet.ts";
import { plainLines, type RuleStyle } from "./plain-lines.ts";
import { plainText, type TextStyle } from "./plain-text.ts";
import { type PdfObject, writePdf } from "./write-pdf.ts";

/** How a simple producer writes a page. */
export interface PlainStyle extends TextStyle {
  readonly rules: RuleStyle;
  /** Where the page's own coordinates begin; many begin elsewhere than at 0 0. */
  readonly origin: readonly [number, number];
  /** The table stands in a form that the page calls. */
  readonly form: boolean;
  /** Text is drawn with render mode 3, and cannot be seen. */
  readonly invisible: boolean;
  /** What each byte of text is said to mean; null leaves it to the font's encoding. */
  readonly toUnicode: ((code: number) => number) | null;
  /** JPEG pictures of the pages, drawn under the text, which is then all that the page shows; null for none. */
  readonly pictures: readonly Picture[] | null;
}

export interface Picture {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export const PLAIN_STYLE: PlainStyle = {
  order: "rows",
  glyphs: "run",
  rules: "lines",
  origin: [0, 0],
  unitFont: false,
  form: false,
  invisible: false,
  toUnicode: null,
  pictures: null,
};

/** Prints sheets as the simplest of libraries do: standard fonts, plain operators, nothing shared. */
export function printPlain(sheets: readonly Sheet[], style: PlainStyle = PLAIN_STYLE): Uint8Array {
  const objects: PdfObject[] = [{ dictionary: "/Type /Catalog /Pages 2 0 R" }, { dictionary: "" }];
  const add = (object: PdfObject) => objects.push(object);
  const cmap =
    style.toUnicode === null ? null : add({ dictionary: "", stream: toUnicodeMap(style.toUnicode) });
  const font = (name: string) =>
    add({
      dictionary: `/Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding${cmap === null ? "" : ` /ToUnicode ${cmap} 0 R`}`,
    });
  const resources = `/Font << /R ${font("Helvetica")} 0 R /B ${font("Helvetica-Bold")} 0 R >>`;
  const kids = sheets.map((sheet, index) => {
    const [x, y] = style.origin;
    const { wide, high } = place(sheet);
    const size = `[${x} ${y} ${x + wide} ${y + high}]`;
    const content = Buffer.from(contentOf(sheet, style), "latin1");
    const image = style.pictures?.[index];
    const picture = image === undefined ? null : add(imageObject(image));
    const form = style.form
      ? add({
          dictionary: `/Type /XObject /Subtype /Form /BBox ${size} /Resources << ${resources} >>`,
          stream: content,
        })
      : null;
    const drawn = picture === null ? "" : `q ${wide} 0 0 ${high} ${x} ${y} cm /I Do Q\n`;
    const stream =
      form === null ? Buffer.concat([Buffer.from(drawn), content]) : Buffer.from(`${drawn}q /F Do Q`);
    const xobjects = [
      ...(picture === null ? [] : [`/I ${picture} 0 R`]),
      ...(form === null ? [] : [`/F ${form} 0 R`]),
    ];
    const own = xobjects.length === 0 ? "" : ` /XObject << ${xobjects.join(" ")} >>`;
    const contents = add({ dictionary: "", stream });
    return add({
      dictionary: `/Type /Page /Parent 2 0 R /MediaBox ${size} /Rotate ${sheet.rotate} /Resources << ${resources}${own} >> /Contents ${contents} 0 R`,
    });
  });
  objects[1] = {
    dictionary: `/Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}]`,
  };
  return writePdf(objects);
}

function contentOf(sheet: Sheet, style: PlainStyle): string {
  const texts = sheet.marks.filter((mark): mark is TextMark => mark.kind === "text");
  const shapes = sheet.marks.filter((mark): mark is LineMark | FillMark => mark.kind !== "text");
  const [x, y] = style.origin;
  const lines = style.pictures === null ? plainLines(shapes, style.rules) : "";
  return `q 1 0 0 1 ${x} ${y} cm ${place(sheet).matrix} cm\n${lines}${style.invisible ? "3 Tr " : ""}${plainText(texts, style)}Q\n`;
}

/** The size of the page before /Rotate, and the matrix from marks, their y turned upwards, to its coordinates. */
function place({ width, height, rotate, sideways }: Sheet): { wide: number; high: number; matrix: string } {
  if (rotate === 90 || sideways) return { wide: height, high: width, matrix: "0 1 -1 0 0 0" };
  if (rotate === 270) return { wide: height, high: width, matrix: `0 -1 1 0 ${height} ${width}` };
  if (rotate === 180) return { wide: width, high: height, matrix: `-1 0 0 -1 ${width} 0` };
  return { wide: width, high: height, matrix: `1 0 0 1 0 ${height}` };
}

function imageObject({ jpeg, width, height }: Picture): PdfObject {
  return {
    dictionary: `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
    stream: jpeg,
    isEncoded: true,
  };
}

function toUnicodeMap(meaning: (code: number) => number): Uint8Array {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0");
  const codes = Array.from({ length: 224 }, (_, index) => index + 32);
  const blocks = [codes.slice(0, 100), codes.slice(100, 200), codes.slice(200)].map(
    (block) =>
      `${block.length} beginbfchar\n${block.map((code) => `<${hex(code, 2)}> <${hex(meaning(code), 4)}>`).join("\n")}\nendbfchar\n`,
  );
  return Buffer.from(
    `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00> <ff>\nendcodespacerange\n${blocks.join("")}endcmap\nend\nend\n`,
  );
}
