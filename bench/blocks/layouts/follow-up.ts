import type { Layout } from "../look.ts";
import type { BlockPlan } from "../plan/block-plan.ts";
import { cell, row, type SheetCell } from "../sheet/sheet.ts";
import { bandRow, pairRow, preamble, wideRow } from "./contexts.ts";
import type { FamilyLayout } from "./lay-out.ts";
import { monthWords } from "./month-words.ts";

/** Follow-up by cost centre: what is programmed on the left, what was done on the right, of a line each. */
export function followUp(plan: BlockPlan, layout: Layout): FamilyLayout {
  const months = monthWords(plan);
  const count = months.length;
  const columns = [6, 10, 28, 8, 9, ...months.map(() => 8), 9, 10, ...months.map(() => 8), 9, 8];
  const width = columns.length;
  const words = months.map(({ word }) => cell(word, "head"));
  const header = [
    row("head", [
      cell("OBJETIVO ESTRATEGICO", "head", 2, 3),
      cell("ACCION ESTRATÉGICA", "head", 1, 2),
      cell("PROGRAMACION MENSUAL", "head", count + 3),
      cell("UNIDAD MEDIDA", "head", 1, 3),
      cell("EJECUCION MENSUAL", "head", count + 1),
      cell("% AVANCE", "head", 1, 3),
    ]),
    row("head", [
      cell("FISICO - FINANCIERO", "head", count + 3),
      cell("FISICO - FINANCIERO", "head", count + 1),
    ]),
    row("head", [
      cell("ACTIVIDAD OPERATIVA", "head"),
      cell("TIPO", "head"),
      cell("APROB.", "head"),
      ...words,
      cell("MODIF.", "head"),
      ...words,
      cell("EJEC.", "head"),
    ]),
  ];
  return {
    title: "SEGUIMIENTO DEL PLAN OPERATIVO INSTITUCIONAL",
    columns,
    preamble: [
      wideRow(`SEGUIMIENTO DEL PLAN OPERATIVO INSTITUCIONAL PERIODO ${plan.year}`, width),
      ...preamble(plan, width, layout),
      pairRow("Unidad Ejecutora", `${plan.entity.code} - ${plan.entity.name}`, width, layout),
    ],
    centre: ({ code, name, register, responsible }) => [
      wideRow(`CENTRO COSTO RESPONS. : ${responsible.code} - ${responsible.name}`, width, "context"),
      wideRow(`CENTRO DE COSTO: ${code} - ${name}`, width, "context"),
      wideRow(`NRO. REGISTRO: ${register}`, width, "context"),
    ],
    header,
    bands: ({ objective, action }) => [
      bandRow(objective.code, objective.name, 0, width, layout),
      bandRow(action.code, action.name, 1, width, layout),
    ],
    bandsFirst: false,
    activity: ({ labels, parts: [part] }, number) => {
      const { cells } = part!;
      const line = (kind: string, name: string, unit: readonly SheetCell[]) => {
        const texts = (series: string, keys: readonly string[]) =>
          keys.map((key) => cell(cells[`${kind}${series}.${key}`]!.text, "number"));
        const keys = months.map(({ key }) => key);
        return [
          cell(name, "kind"),
          ...texts("Programmed", ["approved", ...keys, "total"]),
          ...unit,
          ...texts("Executed", [...keys, "total"]),
          ...texts("Progress", ["total"]),
        ];
      };
      return [
        [
          cell(String(number), "label", 1, 2),
          cell(`${labels.activityCode} - ${labels.activity}`, "name", 2, 2),
          ...line("physical", "Fisico", [cell(labels.unit!, "label", 1, 2)]),
        ],
        line("financial", "Financ.S/.", []),
      ];
    },
    groupEnd: () => [],
    end: [],
  };
}
