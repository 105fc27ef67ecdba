import type { Layout } from "../look.ts";
import type { Activity, ActivityGroup, BlockPlan } from "../plan/block-plan.ts";
import { cell, row, type SheetCell, type SheetRow } from "../sheet/sheet.ts";
import { bandRow, wideRow } from "./contexts.ts";
import type { FamilyLayout } from "./lay-out.ts";
import { monthWords } from "./month-words.ts";

/** The web application's follow-up: a line programmed and a line executed, physical on the left, financial on the right. */
export function web(plan: BlockPlan, layout: Layout): FamilyLayout {
  const months = monthWords(plan);
  const count = months.length;
  const columns = [20, 10, 13, 11, 8, ...months.map(() => 8), 9, 9, ...months.map(() => 9), 10];
  const width = columns.length;
  const words = months.map(({ word }) => cell(word, "head"));
  const keys = [...months.map(({ key }) => key), "total"];
  return {
    title: "REPORTE DE SEGUIMIENTO DEL PLAN OPERATIVO INSTITUCIONAL",
    columns,
    preamble: [
      "REPORTE DE SEGUIMIENTO DEL PLAN OPERATIVO INSTITUCIONAL",
      `Año : ${plan.year}`,
      "SECTOR : 05 - AMBIENTAL",
      `PLIEGO : 112 - ${plan.entity.name}`,
      `UE: ${plan.entity.code} - ${plan.entity.name}`,
      "CC: Todos",
    ].map((text) => wideRow(text, width)),
    centre: () => [],
    header: [
      row("head", [
        ...[
          "OBJETIVO ESTRATEGICO / ACCION ESTRATÉGICA / ACTIVIDAD OPERATIVA",
          "NIVEL DE PRIORIDAD",
          "UNIDAD MEDIDA",
          "TIPO DE AGREGACIÓN",
          "PROG./ EJE.",
        ].map((text) => cell(text, "head", 1, 2)),
        cell("FISICO", "head", count + 2),
        cell("FINANCIERO", "head", count + 1),
      ]),
      row("head", [
        ...words,
        cell("AVANCE ACUMULADO.", "head"),
        cell("AVANCE % ACUMULADO", "head"),
        ...words,
        cell("AVANCE ACUMULADO", "head"),
      ]),
    ],
    bands: ({ objective, action, goesOn }) => [
      ...(goesOn ? [] : [bandRow(objective.code, objective.name, 0, width, { ...layout, codeMark: " " })]),
      bandRow(action.code, action.name, 1, width, { ...layout, codeMark: " " }),
    ],
    bandsFirst: false,
    activity: ({ labels, parts: [part] }) => {
      const { cells } = part!;
      const line = (stage: string, share: readonly SheetCell[]) => {
        const texts = (kind: string) =>
          keys.map((key) => cell(cells[`${kind}${stage}.${key}`]!.text, "number"));
        return [...texts("physical"), ...share, ...texts("financial")];
      };
      return [
        [
          cell(`${labels.activityCode} - ${labels.activity}`, "name", 1, 2),
          cell(labels.priority!, "label", 1, 2),
          cell(labels.unit!, "label", 1, 2),
          cell(labels.aggregation!, "label", 1, 2),
          { ...cell("PROG.", "kind", 1, 2), texts: ["PROG.", "EJEC."] },
          ...line("Programmed", [cell(cells["physicalProgress.total"]!.text, "label", 1, 2)]),
        ],
        line("Executed", []),
      ];
    },
    groupEnd: (group) => (layout.subtotals ? [subtotal(group, count, width)] : []),
    end: [],
  };
}

function subtotal({ action, activities }: ActivityGroup, count: number, width: number): SheetRow {
  const values = (key: string) =>
    activities.flatMap(({ parts }: Activity) => parts[0]!.cells[key]!.value ?? []);
  const shares = values("physicalProgress.total");
  const mean = shares.reduce((all, value) => all + value, 0) / Math.max(1, shares.length);
  const money = values("financialExecuted.total").reduce((all, value) => all + value, 0);
  const left = 5 + count + 1;
  return row("context", [
    cell(`EJECUCIÓN FÍSICA POR ${action.code}:`, "number", left),
    cell(mean.toFixed(1), "label"),
    cell(`EJECUCIÓN FINANCIERA POR ${action.code}:`, "number", count),
    cell(
      money.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
      "number",
      width - left - 1 - count,
    ),
  ]);
}
