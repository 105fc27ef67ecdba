import { INDEX, INITIALS, PROSE } from "../paper/cover.ts";
import type { Look } from "../paper/look.ts";
import { itemsOf, type Plan, type PlanItem } from "../plan/plan.ts";
import { htmlStyle } from "./html-style.ts";
import { htmlTable } from "./html-table.ts";
import { htmlText } from "./html-text.ts";

/**
 * A plan as a page of HTML. `pages` holds the page of each item, in the order of print, and each page becomes a
 * section of its own; null leaves the breaks to whatever prints it.
 */
export function printHtml(plan: Plan, look: Look, pages: readonly number[] | null): string {
  const all = itemsOf(plan);
  const pageOf = (item: PlanItem) => (pages === null ? 1 : (pages[all.indexOf(item)] as number));
  const numbers = [...new Set(all.map(pageOf))];
  const sections = numbers.map((page, place) => {
    const first = place === 0;
    const tables = plan.tables.flatMap(({ heading, items }) => {
      const own = items.filter((item) => pageOf(item) === page);
      if (own.length === 0) return [];
      const before = items[items.indexOf(own[0] as PlanItem) - 1];
      const header = before === undefined || look.headerOn === "each";
      const title = heading !== null && before === undefined ? `<h2>${htmlText(heading)}</h2>` : "";
      return [title + htmlTable({ items: own, before, header }, look)];
    });
    return `<section>${first || look.titleOn === "each" ? titleOf(plan) : ""}${over(look, first)}${tables.join("\n")}${
      place === numbers.length - 1 ? notesOf(plan) : ""
    }</section>`;
  });
  return `<!doctype html>
<html lang="es"><head><meta charset="utf-8"><title>${htmlText(plan.title)}</title><style>${htmlStyle(look)}</style></head><body>
${look.cover ? coverOf(plan) : ""}${sections.join("\n")}
</body></html>
`;
}

function titleOf(plan: Plan): string {
  return `${plan.printsEntity ? `<h1>ENTIDAD: ${htmlText(plan.entity)}</h1>` : ""}<h1>${htmlText(plan.title)}</h1>`;
}

function notesOf(plan: Plan): string {
  return `<p>Fuente: ${htmlText(plan.source)}</p><p>Elaboración: ${htmlText(plan.preparedBy)}</p>`;
}

function over({ watermark, stamp }: Look, first: boolean): string {
  const mark = watermark === null ? "" : `<div class="watermark">${htmlText(watermark)}</div>`;
  const signature =
    stamp === null || !first ? "" : `<div class="stamp">${stamp.map(htmlText).join("<br>")}</div>`;
  return mark + signature;
}

function coverOf(plan: Plan): string {
  const index = INDEX.map(([name, page]) => `<p>${name} ................ ${page}</p>`).join("");
  const initials = INITIALS.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join(
    "",
  );
  return `<section class="cover"><p>${htmlText(plan.entity)}</p><p>PLAN OPERATIVO INSTITUCIONAL</p><p>${plan.year}</p>${index}</section>
<section class="prose">${PROSE.map((text) => `<p>${text}</p>`).join("")}<table>${initials}</table></section>
`;
}
