import { htmlText } from "../../pdf/print/html-text.ts";
import type { BlockLook } from "../look.ts";
import { rowHeights } from "./row-heights.ts";
import { type CellKind, placeCells, type Sheet, type SheetCell } from "./sheet.ts";

const COVERED = "<table:covered-table-cell/>";
const EMPTY = "<table:table-cell/>";
const NAMESPACES = ["office", "style", "text", "table"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");
const KINDS: readonly CellKind[] = [
  "head",
  "band",
  "context",
  "label",
  "name",
  "number",
  "kind",
  "note",
  "empty",
];

/** A report as a spreadsheet in one XML file (flat ODF), with merged cells as an office makes them. */
export function toFods(sheet: Sheet, look: BlockLook): string {
  const { columns, rows } = sheet;
  const all = columns.reduce((sum, width) => sum + width, 0);
  const usable = look.paper[0] - 2 * look.margin;
  const heights = rowHeights(sheet, look);
  const grid = placeCells(sheet);
  const styles = [
    ...columns.map(
      (width, i) =>
        `<style:style style:name="co${i}" style:family="table-column"><style:table-column-properties style:column-width="${((width / all) * usable).toFixed(2)}pt"/></style:style>`,
    ),
    ...heights.map(
      (height, i) =>
        `<style:style style:name="ro${i}" style:family="table-row"><style:table-row-properties style:row-height="${height.toFixed(2)}pt" style:use-optimal-row-height="false"/></style:style>`,
    ),
    ...KINDS.flatMap((kind) => [cellStyle(kind, false, look), cellStyle(kind, true, look)]),
  ];
  const body = rows.map((_, i) => {
    const { placed, covered } = grid[i]!;
    const at = new Map(placed.map((one) => [one.column, one.cell]));
    let cells = "";
    for (let column = 0; column < columns.length; column++) {
      const own = at.get(column);
      if (own !== undefined) {
        const last = rows[i + own.down - 1];
        cells += xml(own, last?.ends === true) + COVERED.repeat(own.across - 1);
        column += own.across - 1;
      } else cells += covered.has(column) ? COVERED : EMPTY;
    }
    return `<table:table-row table:style-name="ro${i}">${cells}</table:table-row>`;
  });
  const head = look.runningHead ? `<text:p>${htmlText(sheet.title)}</text:p>` : "";
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>${styles.join("")}<style:style style:name="sheet" style:family="table" style:master-page-name="Default"/>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="${look.paper[0]}pt" fo:page-height="${look.paper[1]}pt" style:print-orientation="landscape" fo:margin="${look.margin}pt" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"><style:header style:display="${look.runningHead}">${head}</style:header><style:footer style:display="${look.runningHead}"><text:p>Página <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:spreadsheet><table:table table:name="POI" table:style-name="sheet">
${columns.map((_, i) => `<table:table-column table:style-name="co${i}"/>`).join("")}
${body.join("\n")}
</table:table></office:spreadsheet></office:body></office:document>
`;
}

function cellStyle(kind: CellKind, ends: boolean, look: BlockLook): string {
  const inTable = kind !== "context" && kind !== "note" && kind !== "empty";
  const shade = look.shades
    ? { head: "#9fc0e0", band: "#d9e6f5", name: "#ccffff" }[kind as string]
    : undefined;
  const border =
    look.rulings === "grid" && inTable
      ? ' fo:border="0.5pt solid #444444"'
      : look.rulings === "rows" && ends && inTable
        ? ' fo:border-bottom="0.6pt solid #666666"'
        : "";
  const align =
    kind === "number"
      ? { right: "end", center: "center" }[look.numberAlign]
      : kind === "head" || kind === "label" || kind === "kind"
        ? "center"
        : "start";
  const vertical = kind === "label" || kind === "name" ? look.valign : "middle";
  return `<style:style style:name="${styleName(kind, ends)}" style:family="table-cell"><style:table-cell-properties fo:wrap-option="${kind === "number" ? "no-wrap" : "wrap"}" style:vertical-align="${vertical}"${shade === undefined ? "" : ` fo:background-color="${shade}"`}${border} fo:padding="0.8pt"/><style:paragraph-properties fo:text-align="${align}"/><style:text-properties style:font-name="${look.font}" fo:font-family="'${look.font}'" fo:font-size="${look.fontSize}pt"/></style:style>`;
}

function styleName(kind: CellKind, ends: boolean): string {
  return ends ? `${kind}-end` : kind;
}

function xml({ texts, kind, across, down }: SheetCell, ends: boolean): string {
  const span =
    across * down === 1
      ? ""
      : ` table:number-columns-spanned="${across}" table:number-rows-spanned="${down}"`;
  return `<table:table-cell table:style-name="${styleName(kind, ends)}"${span} office:value-type="string">${texts.map((text) => `<text:p>${htmlText(text)}</text:p>`).join("")}</table:table-cell>`;
}
