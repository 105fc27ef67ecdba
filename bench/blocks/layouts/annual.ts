import { monthKeys } from "../../../src/rules/cell-names.ts";
import type { Layout } from "../look.ts";
import type { Activity, BlockPlan, PlanPart } from "../plan/block-plan.ts";
import { cell, row, type SheetCell } from "../sheet/sheet.ts";
import { bandRow, pairRow, preamble, wideRow } from "./contexts.ts";
import type { FamilyLayout } from "./lay-out.ts";
import { monthWords } from "./month-words.ts";

const MONTHS = monthKeys.length;

/** Anexo B-4 and B-5: a line of what is done and one of what it costs, for each year that is planned. */
export function annual(plan: BlockPlan, layout: Layout): FamilyLayout {
  const several = plan.family === "ceplan-b4";
  const columns = [6, 7, 13, 26, 10, 11, 9, ...(several ? [7] : []), 9, ...monthKeys.map(() => 7), 8];
  const width = columns.length;
  const names = several
    ? ["CODIGO", "ACTIVIDAD OPERATIVA", "UBIGEO", "U.M.", "PRIORIDAD", "PERIODO MULTIANUAL"]
    : ["COD.", "Actividad Operativa / Inversiones", "Ubigeo", "U.M.", "Prioridad", "Meta"];
  const words = monthWords(plan).map(({ word }) => cell(word, "head"));
  const heads = names.map((name) => cell(name, "head", 1, 2));
  const header = several
    ? [
        row("head", [
          cell("", "empty", 1, 2),
          cell("", "empty", 1, 2),
          ...heads,
          cell("PROGRAMACION MENSUAL", "head", MONTHS + 1),
          cell("TOTAL ANUAL", "head", 1, 2),
        ]),
        row("head", [cell("META", "head"), ...words]),
      ]
    : [
        row("head", [
          cell("", "empty", 1, 2),
          cell("", "empty", 1, 2),
          ...heads,
          cell("PROGRAMACION", "head", MONTHS),
          cell("Total Anual", "head", 1, 2),
        ]),
        row("head", words),
      ];
  const unit = `${plan.entity.code} - ${plan.entity.name}`;
  return {
    title: several
      ? "POI MultiAnual con Programación Física y Costeo"
      : "Anexo B-5 : POI Anual con Programacion Fisica y Financiera",
    columns,
    preamble: [
      wideRow(several ? "Anexo B-4" : "Anexo B-5", width),
      wideRow(
        several
          ? "PLAN OPERATIVO INSTITUCIONAL MULTIANUAL CON PROGRAMACIÓN FÍSICA Y COSTEO (Aprobado)"
          : "PLAN OPERATIVO INSTITUCIONAL FÍSICA Y FINANCIERA (Consistenciado)",
        width,
      ),
      wideRow(several ? `Año : ${plan.year} - ${plan.year + 2}` : `Año : ${plan.year}`, width),
      ...preamble(plan, width, layout),
      ...(several ? [pairRow("Unidad Ejecutora", unit, width, layout)] : []),
    ],
    centre: ({ code, name }) =>
      several
        ? [wideRow(`CENTRO DE COSTO: ${code} - ${name}`, width, "context")]
        : [
            pairRow("Unidad Ejecutora", unit, width, { ...layout, colons: true }, "context"),
            pairRow("Centro de Costo", `${code} - ${name}`, width, { ...layout, colons: true }, "context"),
          ],
    bands: ({ objective, action, goesOn }) => [
      ...(goesOn && several ? [] : [bandRow(objective.code, objective.name, 0, width, layout)]),
      bandRow(action.code, action.name, 1, width, layout),
    ],
    bandsFirst: true,
    header,
    activity: (activity) => rowsOf(activity, several, layout.nested),
    groupEnd: () => [],
    end: [...totalsOf(plan, several, width), wideRow("U.M. = Unidad de Medida", width)],
  };
}

function rowsOf({ labels, parts }: Activity, several: boolean, nested: boolean): SheetCell[][] {
  const lines = nested ? parts.length : 2 * parts.length;
  const joined = (code: string | undefined, name: string | undefined) =>
    code === undefined ? (name ?? "") : `${code} ${several ? "-" : ":"} ${name}`;
  const begin = [
    cell("", "empty", 2, lines),
    cell(labels.activityCode!, "label", 1, lines),
    cell(labels.activity!, "name", 1, lines),
    cell(joined(labels.placeCode, labels.place), "name", 1, lines),
    cell(joined(labels.unitCode, labels.unit), several ? "name" : "label", 1, lines),
    cell(joined(labels.priorityCode, labels.priority), "label", 1, lines),
  ];
  return parts.flatMap((part, p) => {
    const year = part.year === null ? [] : [cell(String(part.year), "kind", 1, nested ? 1 : 2)];
    const first = [...(p === 0 ? begin : []), ...year];
    const [physical, money] = [
      lineOf(part, "physical", "FISICO"),
      lineOf(part, "financial", several ? "COSTEO S/" : "Financiero S/."),
    ];
    if (!nested) return [[...first, ...physical], money];
    return [[...first, ...physical.map((one, k) => ({ ...one, texts: [...one.texts, ...money[k]!.texts] }))]];
  });
}

function lineOf({ cells }: PlanPart, series: string, name: string): SheetCell[] {
  return [
    cell(name, "kind"),
    ...[...monthKeys, "total"].map((key) => cell(cells[`${series}.${key}`]!.text, "number")),
  ];
}

function totalsOf({ centres }: BlockPlan, several: boolean, width: number) {
  const parts = centres.flatMap(({ groups }) =>
    groups.flatMap(({ activities }) => activities.flatMap((one) => one.parts)),
  );
  const years = [...new Set(parts.map(({ year }) => year))];
  return years.map((year) => {
    const all = parts
      .filter((part) => part.year === year)
      .reduce((sum, { cells }) => sum + (cells["financial.total"]!.value ?? 0), 0);
    const text = all.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return row("text", [
      cell("", "empty", width - 7),
      cell(several ? `COSTEO TOTAL AÑO ${year} S/` : "TOTAL FINANCIERO S/.", "context", 5),
      cell(text, "number", 2),
    ]);
  });
}
