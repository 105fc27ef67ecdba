import type { Random } from "../../random.ts";
import type { BlockColumns, BlockFamilyId } from "./block-plan.ts";

/** The words that reports of one family print differently: twelve months, and a report's own columns. */
export interface Wording {
  readonly months: readonly string[];
  readonly columns: Partial<BlockColumns>;
}

const SHORT = ["Ene", "Feb", "Mar", "Abr", "May", "Jun", "Jul", "Ago", "Sep", "Oct", "Nov", "Dic"];
const LONG = [
  "Enero",
  "Febrero",
  "Marzo",
  "Abril",
  "Mayo",
  "Junio",
  "Julio",
  "Agosto",
  "Setiembre",
  "Octubre",
  "Noviembre",
  "Diciembre",
];
const SET = SHORT.map((word) => (word === "Sep" ? "Set" : word));
const DIGITS = SHORT.map((_, i) => String(i + 1));
const PADDED = DIGITS.map((digits) => digits.padStart(2, "0"));
const ROMAN = ["I", "II", "III", "IV"];
const ORDINAL = ["1er", "2do", "3er", "4to"];
const NAMED = ["PRIMER", "SEGUNDO", "TERCER", "CUARTO"];

/** The words that CEPLAN's application prints. */
export function usualWording(family: BlockFamilyId): Wording {
  return { months: { "ceplan-b4": PADDED, "ceplan-b5": DIGITS }[family as string] ?? SHORT, columns: {} };
}

/** Words that a spreadsheet made from a report may print instead. */
export function randomWording(family: BlockFamilyId, quarter: number, span: number, random: Random): Wording {
  const upper = (words: readonly string[]) => words.map((word) => word.toUpperCase());
  const named = [SHORT, SET, upper(SHORT), upper(SET), LONG, upper(LONG), SET.map((word) => `${word}.`)];
  // Three numbers in a row are no months to anyone.
  const numbered = span > 3 ? [DIGITS, PADDED] : [];
  const isAnnual = family === "ceplan-b4" || family === "ceplan-b5";
  return {
    months: random.pick(isAnnual ? [DIGITS, PADDED, ...named] : [...named, ...named, ...numbered]),
    columns: family === "ceplan-b6" ? randomColumns(quarter, random) : {},
  };
}

function randomColumns(quarter: number, random: Random): Partial<BlockColumns> {
  const [roman, ordinal, named] = [ROMAN[quarter]!, ORDINAL[quarter]!, NAMED[quarter]!];
  return {
    quarterWord: random.pick([
      `${ordinal} TRIM.`,
      `${roman} TRIM.`,
      `${roman} TRIMESTRE`,
      `${roman} Trim`,
      `TRIM. ${roman}`,
      `${quarter + 1}° TRIMESTRE`,
      `${quarter + 1}º TRIM.`,
      `${named} TRIMESTRE`,
      `AL ${roman} TRIMESTRE`,
      `AL ${ordinal} TRIM.`,
    ]),
    executedYearWord: random.pick(["ANUAL", "ANUAL", "ACUMULADO"]),
    programmedWord: random.pick(["APROBADO", "PROGRAMADO", "PROGRAMACIÓN"]),
    executedWord: random.pick(["EJECUTADO AL", "EJECUTADO", "EJECUCIÓN"]),
    progressWord: random.pick(["% AVANCE", "AVANCE %", "% DE AVANCE", "AVANCE (%)", "AVANCE"]),
    sumToDate: random.chance(0.5),
  };
}
