import { quarterKeys } from "../../../src/rules/cell-names.ts";
import type { Layout } from "../look.ts";
import type { Activity, BlockPlan, CostCentre } from "../plan/block-plan.ts";
import { executedYearKey } from "../plan/make-cells.ts";
import { cell, row, type SheetCell } from "../sheet/sheet.ts";
import { bandRow, pairRow, preamble, wideRow } from "./contexts.ts";
import type { FamilyLayout } from "./lay-out.ts";

/** Anexo B-6: what the year and a quarter were to bring, what the quarter brought, and why. */
export function quarterly(plan: BlockPlan, layout: Layout): FamilyLayout {
  const { columns: own } = plan;
  const quarter = quarterKeys[plan.quarter]!;
  const order = (yearFirst: boolean, both = true) =>
    both ? (yearFirst ? ["total", quarter] : [quarter, "total"]) : [quarter];
  const groups = [
    { head: own.programmedWord, series: "Programmed", keys: order(own.yearFirst) },
    {
      head: own.executedWord,
      series: "Executed",
      keys: order(own.yearFirst, own.executedYear).map((key) =>
        key === "total" ? executedYearKey(own) : key,
      ),
    },
    { head: own.progressWord, series: "Progress", keys: order(own.shareYearFirst) },
  ];
  const words: Record<string, string> = {
    total: "ANUAL",
    accumulated: own.executedYearWord,
    [quarter]: own.quarterWord,
  };
  const values = groups.flatMap(({ series, keys }) => keys.map((key) => `${series}.${key}`));
  const columns = [20, 9, 14, 6, ...values.map(() => 7), ...(own.numberedReasons ? [2] : []), 20];
  const width = columns.length;
  const reasonWidth = own.numberedReasons ? 2 : 1;
  const header = [
    row("head", [
      ...["ACTIVIDAD OPERATIVA", "UNIDAD MEDIDA", "CENTRO COSTO", "META"].map((text) =>
        cell(text, "head", 1, 2),
      ),
      ...groups.map(({ head, keys }) => cell(head, "head", keys.length)),
      cell("MOTIVO", "head", reasonWidth, 2),
    ]),
    row(
      "head",
      groups.flatMap(({ keys }) => keys.map((key) => cell(words[key]!, "head"))),
    ),
  ];
  return {
    title: "Anexo B-6",
    columns,
    preamble: [
      wideRow("Anexo B-6", width),
      wideRow(`EVALUACIÓN DEL PLAN OPERATIVO INSTITUCIONAL ${plan.year}`, width),
      ...preamble(plan, width, layout),
      pairRow("Unidad Ejecutora", `${plan.entity.code} - ${plan.entity.name}`, width, layout),
    ],
    centre: () => [],
    header,
    bands: ({ objective, action, goesOn }) => [
      ...(goesOn ? [] : [bandRow(objective.code, objective.name, 0, width, { ...layout, codeMark: " - " })]),
      bandRow(action.code, action.name, 0, width, { ...layout, codeMark: " - " }),
    ],
    bandsFirst: true,
    activity: (activity, _, centre) => rowsOf(activity, centre, values, own.numberedReasons),
    groupEnd: () => [],
    end: [],
  };
}

function rowsOf(
  { labels, parts: [part] }: Activity,
  centre: CostCentre,
  values: readonly string[],
  numbered: boolean,
): SheetCell[][] {
  const lines = numbered ? 3 : 2;
  const line = (kind: string, name: string, down: number) => [
    cell(name, "kind", 1, down),
    ...values.map((key) => cell(part!.cells[`${kind}${key}`]!.text, "number", 1, down)),
  ];
  const begin = [
    cell(`${labels.activityCode} - ${labels.activity}`, "name", 1, lines),
    cell(`${labels.unitCode} : ${labels.unit}`, "name", 1, lines),
    cell(`${centre.code} : ${centre.name}`, "name", 1, lines),
  ];
  const [physical, money] = [line("physical", "Física", 1), line("financial", "Financiera", lines - 1)];
  if (!numbered) return [[...begin, ...physical, cell(labels.reason!, "name", 1, 2)], money];
  const reason = (n: number) => [cell(String(n), "label"), cell(labels[`reason${n}`]!, "name")];
  return [[...begin, ...physical, ...reason(1)], [...money, ...reason(2)], reason(3)];
}
