import { htmlText } from "../../pdf/print/html-text.ts";
import type { BlockLook } from "../look.ts";
import { drawText, prosePages, STAMP } from "./html-parts.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet.ts";

/** A report as a page of HTML, whose tables the browser parts where its paper ends. */
export function toHtml(sheet: Sheet, look: BlockLook): string {
  const [width, height] = look.turns === 0 ? look.paper : look.paper;
  const { fontSize, font, margin } = look;
  const grid = look.rulings === "grid" ? "0.5pt solid #444" : "0";
  return `<!doctype html><meta charset="utf-8"><title>${htmlText(sheet.title)}</title><style>
@page { size: ${width}pt ${height}pt; margin: ${margin}pt }
body { margin: 0; font: ${fontSize}pt "${font}"; }
p { margin: 3pt 0 } .lead { height: ${look.lead}pt }
table { width: 100%; border-collapse: ${look.rulings === "none" ? "separate; border-spacing: 1px" : "collapse"}; ${look.autoWidths ? "" : "table-layout: fixed"} }
td { padding: 0.8pt 1.2pt; border: ${grid}; vertical-align: ${look.valign}; ${look.autoWidths ? "" : "overflow-wrap: anywhere"} }
td p { margin: ${fontSize / 2}pt 0 }
.head { background: #9fc0e0; text-align: center; vertical-align: middle }
.band { background: #d9e6f5 } .number { text-align: ${look.numberAlign}; vertical-align: middle; white-space: nowrap }
.label, .kind { text-align: center } .kind { vertical-align: middle } .name { text-align: left }
.context, .note, .empty { border: 0; text-align: left } .context { padding-top: 2pt; white-space: nowrap }
.end { ${look.rulings === "rows" ? "border-bottom: 0.6pt solid #666" : ""} }
.apart { white-space: nowrap } .apart span { display: inline-block } .prose { font-size: 10pt; break-after: page } .prose td { border: 0.5pt solid #000 }
.stamp { position: absolute; right: 0; top: 0; font: 6pt "Liberation Serif"; color: #a00 }
</style><body>${prosePages(look.prosePages)}${look.stamp ? STAMP : ""}<div class="lead"></div>${tables(sheet, look)}</body>`;
}

/** A table for each header where each group has one; else one, which may repeat its header on each page. */
function tables({ columns, rows }: Sheet, look: BlockLook): string {
  const parts: SheetRow[][] = [[]];
  for (const [i, row] of rows.entries()) {
    const begins = row.kind !== "body" && rows[i - 1]?.kind === "body";
    if (begins && look.layout.headers === "group") parts.push([]);
    parts.at(-1)!.push(row);
  }
  const widths = look.autoWidths
    ? ""
    : `<colgroup>${columns.map((width) => `<col style="width:${(100 * width) / columns.reduce((a, b) => a + b)}%">`).join("")}</colgroup>`;
  return parts
    .map((own) => {
      const first = own.findIndex(({ kind }) => kind === "head");
      const last = own.findIndex(({ kind }, i) => i > first && kind !== "head");
      if (look.layout.headers !== "page" || first === -1)
        return `<table>${widths}<tbody>${own.map((row) => tr(row, look)).join("\n")}</tbody></table>`;
      const join = (list: readonly SheetRow[]) => list.map((row) => tr(row, look)).join("\n");
      return `<table>${widths}<tbody>${join(own.slice(0, first))}</tbody></table><table>${widths}<thead>${join(own.slice(first, last))}</thead><tbody>${join(own.slice(last))}</tbody></table>`;
    })
    .join("\n");
}

function tr({ cells, ends }: SheetRow, look: BlockLook): string {
  const down = Math.max(...cells.map((one) => one.down), 1);
  return `<tr>${cells.map((one) => td(one, ends || (one.down === down && down > 1), look)).join("")}</tr>`;
}

function td({ texts, kind, across, down }: SheetCell, ends: boolean, look: BlockLook): string {
  const spans = `${across > 1 ? ` colspan="${across}"` : ""}${down > 1 ? ` rowspan="${down}"` : ""}`;
  const inner =
    texts.length === 1
      ? drawText(texts[0]!, look.drawing)
      : texts.map((text) => `<p>${drawText(text === "" ? "\u00a0" : text, look.drawing)}</p>`).join("");
  return `<td class="${kind}${ends && kind !== "empty" ? " end" : ""}"${spans}>${inner}</td>`;
}
