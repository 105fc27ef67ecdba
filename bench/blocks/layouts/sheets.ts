import { monthKeys } from "../../../src/rules/cell-names.ts";
import type { Layout } from "../look.ts";
import type { Activity, BlockPlan } from "../plan/block-plan.ts";
import { cell, row, type SheetCell } from "../sheet/sheet.ts";
import { pairRow, wideRow } from "./contexts.ts";
import type { FamilyLayout } from "./lay-out.ts";

const MONTHS = ["Ene", "Feb", "Mar", "Abr", "May", "Jun", "Jul", "Agst", "Set", "Oct", "Nov", "Dic"];

/** Sheets of organs: a line of goals and one of what they are worth, with their own header for each action. */
export function sheets(plan: BlockPlan, layout: Layout): FamilyLayout {
  const columns = [9, 26, 20, 11, 14, ...MONTHS.map(() => 8), 11];
  const width = columns.length;
  const head = (text: string, across = 1) => cell(text, "head", across);
  return {
    title: "Plan Operativo Institucional",
    columns,
    preamble: [
      wideRow("PLAN OPERATIVO INSTITUCIONAL", width),
      pairRow("Pliego", `112 - ${plan.entity.name}`, width, layout),
      wideRow(`Año : ${plan.year}`, width),
    ],
    centre: ({ name }) => [pairRow("Órgano / Unidad responsable", name, width, layout, "context")],
    bands: () => [],
    bandsFirst: true,
    header: [
      row("head", [
        head("Producto"),
        head("Sin Producto", 3),
        head("Programación de las actividades operativas", MONTHS.length + 2),
      ]),
      row("head", [
        ...["Código", "Actividad Operativa", "Indicador", "Ud. Md", "Metas", ...MONTHS].map((text) =>
          head(text),
        ),
        head("Meta Anual"),
      ]),
    ],
    activity: rowsOf,
    groupEnd: () => [],
    end: totalOf(plan, width),
  };
}

function rowsOf({ labels, parts }: Activity): SheetCell[][] {
  const [{ cells }] = parts as [Activity["parts"][number]];
  const line = (series: string, name: string, currency: string) => [
    cell(name, "kind"),
    ...monthKeys.map((key) => cell(cells[`${series}.${key}`]!.text, "number")),
    cell(`${currency}${cells[`${series}.total`]!.text}`, "number"),
  ];
  return [
    [
      cell(labels.activityCode!, "label", 1, 2),
      cell(labels.activity!, "name", 1, 2),
      cell(labels.indicator!, "name", 1, 2),
      cell(labels.unit!, "label", 1, 2),
      ...line("physical", "Física", ""),
    ],
    line("financial", "Valor de referencia (S/.)", "S/. "),
  ];
}

function totalOf({ centres }: BlockPlan, width: number) {
  const all = centres
    .flatMap(({ groups }) => groups.flatMap(({ activities }) => activities.flatMap(({ parts }) => parts)))
    .reduce((sum, { cells }) => sum + (cells["financial.total"]!.value ?? 0), 0);
  const text = all.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return [row("text", [cell("TOTAL", "context", width - 2), cell(`S/. ${text}`, "number", 2)])];
}
