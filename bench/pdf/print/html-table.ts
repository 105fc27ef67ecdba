import { cellText } from "../paper/cell-lines.ts";
import { isLabel } from "../paper/column.ts";
import { headerCells } from "../paper/header-cells.ts";
import type { Look } from "../paper/look.ts";
import { beginsOrgan } from "../paper/organ-group.ts";
import type { PlanItem } from "../plan/plan.ts";
import { htmlText } from "./html-text.ts";

/** Items that share a page, and the item before the first of them. */
export interface TablePart {
  readonly items: readonly PlanItem[];
  readonly before: PlanItem | undefined;
  readonly header: boolean;
}

/** Part of a plan's table in HTML; spanning cells are real ones. */
export function htmlTable({ items, before, header }: TablePart, look: Look): string {
  const all = look.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = look.columns.map(({ width }) => `<col style="width:${((100 * width) / all).toFixed(3)}%">`);
  const rows = items.map((item, index) =>
    htmlRows(item, items, index, index === 0 ? before : items[index - 1], look),
  );
  return `<table><colgroup>${widths.join("")}</colgroup>${header ? htmlHeader(look) : ""}<tbody>\n${rows.join("\n")}\n</tbody></table>`;
}

function htmlHeader({ columns, verticalHeader }: Look): string {
  const cells = headerCells(columns);
  const levels = Math.max(...cells.map(({ below }) => below));
  const rows = Array.from({ length: levels }, (_, level) =>
    cells
      .filter((cell) => cell.level === level)
      .map(({ text, from, to, below }) => {
        const column = columns[from] as Look["columns"][number];
        const upright = verticalHeader && !isLabel(column) && column.header.length === level + 1;
        return `<th colspan="${to - from}" rowspan="${below - level}">${upright ? `<span class="upright">${htmlText(text)}</span>` : htmlText(text)}</th>`;
      })
      .join(""),
  );
  return `<thead>${rows.map((row) => `<tr>${row}</tr>`).join("")}</thead>`;
}

function htmlRows(
  item: PlanItem,
  items: readonly PlanItem[],
  index: number,
  before: PlanItem | undefined,
  look: Look,
): string {
  const { columns } = look;
  const numbers = columns
    .filter((column) => !isLabel(column))
    .map(({ key }) => `<td class="number">${htmlText(cellText(item, key, look))}</td>`)
    .join("");
  const labels = columns.filter(isLabel);
  if (item.kind === "total") {
    return `<tr class="total"><td colspan="${labels.length}">${htmlText(item.labels.label ?? "")}</td>${numbers}</tr>`;
  }
  const begins = beginsOrgan(item, before);
  const organ = htmlText(item.labels.organ ?? "");
  const band =
    look.organ === "band" && (begins || (index === 0 && look.organAgain))
      ? `<tr class="band"><td colspan="${columns.length}">${organ}</td></tr>\n`
      : "";
  const own = labels.map(({ key }) => {
    if (key !== "organ" || look.organ !== "merged")
      return `<td class="${key}">${htmlText(item.labels[key] ?? "")}</td>`;
    if (index > 0 && !begins) return "";
    const next = items.findIndex(
      (other, at) => at > index && (other.kind === "total" || beginsOrgan(other, items[at - 1])),
    );
    const span = (next === -1 ? items.length : next) - index;
    return `<td class="organ" rowspan="${span}">${begins || look.organAgain ? organ : ""}</td>`;
  });
  return `${band}<tr>${own.join("")}${numbers}</tr>`;
}
