import { isLabel } from "../paper/column.ts";
import { headerCells } from "../paper/header-cells.ts";
import type { Look } from "../paper/look.ts";
import { beginsOrgan } from "../paper/organ-group.ts";
import type { Plan, PlanItem } from "../plan/plan.ts";
import { htmlText } from "./html-text.ts";

/** Columns that are not fitted to the pages leave some of the last one blank. */
const FILLED = 0.9;
const COVERED = "<table:covered-table-cell/>";
const NAMESPACES = ["office", "style", "text", "table", "number"]
  .map(
    (name) =>
      `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name === "number" ? "datastyle" : name}:1.0"`,
  )
  .join(" ");

/**
 * A plan as a spreadsheet in one XML file (flat ODF), as an office would keep it: numbers are numbers, spanning cells
 * span, and the header rows repeat on every page. Prints one table.
 */
export function printFods(plan: Plan, look: Look): string {
  const { columns } = look;
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const usable = (look.paper[0] - 2 * look.margin) * (look.across === null ? 1 : look.across.pages * FILLED);
  const items = plan.tables.flatMap((table) => table.items);
  const widths = columns.map(
    ({ width }, index) =>
      `<style:style style:name="co${index}" style:family="table-column"><style:table-column-properties style:column-width="${((width / all) * usable).toFixed(2)}pt"/></style:style>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:styles>${numberStyle("whole", 0, look)}${numberStyle("cents", 2, look)}</office:styles>
<office:automatic-styles>${widths.join("")}${cellStyles(look)}${pageLayout(look)}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"><style:header style:display="false"/><style:footer style:display="false"/></style:master-page></office:master-styles>
<office:body><office:spreadsheet><table:table table:name="POI" table:style-name="sheet">
${columns.map((_, index) => `<table:table-column table:style-name="co${index}"/>`).join("")}
<table:table-header-rows>${plan.printsEntity ? wide(`ENTIDAD: ${plan.entity}`, columns.length, "title") : ""}${wide(plan.title, columns.length, "title")}${headerRows(look)}</table:table-header-rows>
${items.map((item, index) => itemRows(item, items, index, look)).join("\n")}
${wide(`Fuente: ${plan.source}`, columns.length, "note")}${wide(`Elaboración: ${plan.preparedBy}`, columns.length, "note")}
</table:table></office:spreadsheet></office:body></office:document>
`;
}

function numberStyle(name: string, decimals: number, { numbers }: Look): string {
  return `<number:number-style style:name="${name}"><number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1" number:grouping="${numbers.thousands !== ""}"/></number:number-style>`;
}

function cellStyles(look: Look): string {
  const border = look.rules === "grid" ? 'fo:border="0.5pt solid #000000"' : "";
  const align = { left: "start", center: "center", right: "end" }[look.align];
  const style = (name: string, cell: string, paragraph: string, text: string, data = "") =>
    `<style:style style:name="${name}" style:family="table-cell"${data}><style:table-cell-properties ${cell} fo:padding="1pt"/><style:paragraph-properties ${paragraph}/><style:text-properties fo:font-size="${look.fontSize}pt" ${text}/></style:style>`;
  const middle = `style:vertical-align="${look.valign}" ${border}`;
  const number = (name: string, data: string, bold: string) =>
    style(name, middle, `fo:text-align="${align}"`, bold, ` style:data-style-name="${data}"`);
  return [
    style("title", "", 'fo:text-align="center"', 'fo:font-weight="bold"'),
    style("note", "", 'fo:text-align="start"', ""),
    style(
      "head",
      `style:vertical-align="middle" fo:wrap-option="wrap" ${border}`,
      'fo:text-align="center"',
      'fo:font-weight="bold"',
    ),
    style("label", `fo:wrap-option="wrap" ${middle}`, 'fo:text-align="start"', ""),
    style("total", `fo:wrap-option="wrap" ${middle}`, 'fo:text-align="start"', 'fo:font-weight="bold"'),
    number("whole-cell", "whole", ""),
    number("cents-cell", "cents", ""),
    number("whole-total", "whole", 'fo:font-weight="bold"'),
    number("cents-total", "cents", 'fo:font-weight="bold"'),
    '<style:style style:name="sheet" style:family="table" style:master-page-name="Default"/>',
    '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
  ].join("");
}

function pageLayout({ paper, margin, across }: Look): string {
  const order = across === null ? 'style:scale-to-X="1" style:scale-to-Y="0"' : PAGE_ORDER[across.order];
  return `<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="${paper[0]}pt" fo:page-height="${paper[1]}pt" style:print-orientation="landscape" fo:margin="${margin}pt" ${order}/></style:page-layout>`;
}

const PAGE_ORDER = {
  over: 'style:scale-to="100%" style:print-page-order="ltr"',
  down: 'style:scale-to="100%" style:print-page-order="ttb"',
};

function wide(text: string, columns: number, style: string): string {
  return row(`${cell(text, style, columns)}${COVERED.repeat(columns - 1)}`);
}

function row(cells: string): string {
  return `<table:table-row table:style-name="row">${cells}</table:table-row>`;
}

function cell(text: string, style: string, across = 1, down = 1): string {
  const span =
    across * down === 1
      ? ""
      : ` table:number-columns-spanned="${across}" table:number-rows-spanned="${down}"`;
  return `<table:table-cell table:style-name="${style}"${span} office:value-type="string"><text:p>${htmlText(text)}</text:p></table:table-cell>`;
}

function headerRows({ columns }: Look): string {
  const cells = headerCells(columns);
  const levels = Math.max(...cells.map(({ below }) => below));
  return Array.from({ length: levels }, (_, level) =>
    row(
      columns
        .map((_, column) => {
          const own = cells.find((one) => one.level === level && one.from === column);
          return own === undefined ? COVERED : cell(own.text, "head", own.to - own.from, own.below - level);
        })
        .join(""),
    ),
  ).join("");
}

function itemRows(item: PlanItem, items: readonly PlanItem[], index: number, look: Look): string {
  const { columns } = look;
  const labels = columns.filter(isLabel).length;
  const begins = beginsOrgan(item, items[index - 1]);
  const next = items.findIndex(
    (other, at) => at > index && (other.kind === "total" || beginsOrgan(other, items[at - 1])),
  );
  const cells = columns.map((column, at) => {
    if (!isLabel(column)) return numberCell(item, column.key);
    if (item.kind === "total") return at === 0 ? cell(item.labels.label ?? "", "total", labels) : COVERED;
    const text = item.labels[column.key] ?? "";
    if (column.key !== "organ" || look.organ !== "merged") return cell(text, "label");
    return begins ? cell(text, "label", 1, (next === -1 ? items.length : next) - index) : COVERED;
  });
  const band = begins && look.organ === "band" ? wide(item.labels.organ ?? "", columns.length, "total") : "";
  return band + row(cells.join(""));
}

function numberCell(item: PlanItem, key: string): string {
  const value = item.cells[key] ?? null;
  const kind = `${item.decimals === 0 && !key.startsWith("extra.") ? "whole" : "cents"}-${item.kind === "total" ? "total" : "cell"}`;
  if (value === null) return `<table:table-cell table:style-name="${kind}"/>`;
  return `<table:table-cell table:style-name="${kind}" office:value-type="float" office:value="${value}"/>`;
}
