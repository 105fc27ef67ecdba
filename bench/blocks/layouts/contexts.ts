import type { Layout } from "../look.ts";
import type { BlockPlan } from "../plan/block-plan.ts";
import { cell, row, type SheetRow } from "../sheet/sheet.ts";

/** Lines over the whole sheet. */
export function wideRow(text: string, width: number, kind: SheetRow["kind"] = "text"): SheetRow {
  return row(kind, [cell(text, kind === "context" ? "context" : "note", width)]);
}

/** A name in a first cell and what it is in a second, with or without a colon between. */
export function pairRow(
  name: string,
  value: string,
  width: number,
  { colons }: Layout,
  kind: SheetRow["kind"] = "text",
): SheetRow {
  const first = Math.max(1, Math.floor(width / 6));
  return row(kind, [
    cell(colons ? `${name} :` : name, "context", first),
    cell(value, "context", width - first),
  ]);
}

/** What stands over the first table. */
export function preamble({ entity, year }: BlockPlan, width: number, layout: Layout): SheetRow[] {
  return [
    pairRow("Periodo PEI", `${year - 1} - ${year + 2}`, width, layout),
    pairRow("Nivel de Gobierno", "E - GOBIERNO NACIONAL", width, layout),
    pairRow("Sector", "05 - AMBIENTAL", width, layout),
    pairRow("Pliego", `112 - ${entity.name}`, width, layout),
  ];
}

/** A code and its text, as the cells of a band that begins some columns in. */
export function bandRow(
  code: string,
  name: string,
  indent: number,
  width: number,
  { codeMark }: Layout,
): SheetRow {
  const before = indent === 0 ? [] : [cell("", "empty", indent)];
  if (codeMark === "cell")
    return row("context", [...before, cell(code, "band"), cell(name, "band", width - indent - 1)]);
  return row("context", [...before, cell(`${code}${codeMark}${name}`, "band", width - indent)]);
}
