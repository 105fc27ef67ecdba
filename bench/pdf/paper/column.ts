/** A printed column. */
export interface Column {
  /** A label's key, or the name of the cell it holds: `organ`, `target`, `programmed.jan`, `extra.progress`. */
  readonly key: string;
  /** Header words from the top level down; neighbours that share their first words stand under one spanning cell. */
  readonly header: readonly string[];
  /** Width in parts of the table's width. */
  readonly width: number;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const QUARTERS = ["q1", "q2", "q3", "q4"];
const SHORT_MONTHS = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SET", "OCT", "NOV", "DIC"];
const ROMAN = ["I", "II", "III", "IV"];

/** The words that an entity uses in its header. */
export interface HeaderWords {
  readonly programmed: string;
  readonly executed: string;
  /** Under a month or quarter, where both series stand side by side. */
  readonly shortProgrammed: string;
  readonly shortExecuted: string;
  readonly months: readonly string[];
  readonly quarters: readonly string[];
}

/** SAT de Lima's words. */
export const SAT_WORDS: HeaderWords = {
  programmed: "PROGRAMADO",
  executed: "EJECUTADO",
  shortProgrammed: "PROG",
  shortExecuted: "EJC",
  months: SHORT_MONTHS,
  quarters: ROMAN.map((roman) => `${roman} TRIMESTRE`),
};

/** Parts of the table's width that a number column takes; labels are measured in the same parts. */
const NUMBER_WIDTH = 1;

/** The target's column. */
export function targetColumn(header: string, width = 1.3): Column {
  return { key: "target", header: [header], width };
}

/** Twelve months of one series under its name. */
export function monthColumns(
  series: "programmed" | "executed",
  words: HeaderWords,
  above: readonly string[] = [],
  months = 12,
): Column[] {
  return MONTHS.slice(0, months).map((month, index) => ({
    key: `${series}.${month}`,
    header: [...above, words[series], words.months[index] as string],
    width: NUMBER_WIDTH,
  }));
}

/** Months with programmed and executed side by side. */
export function interleavedMonths(words: HeaderWords): Column[] {
  return MONTHS.flatMap((month, index) => pair(month, words.months[index] as string, words));
}

/** Quarters with programmed and executed side by side. */
export function quarterColumns(words: HeaderWords): Column[] {
  return QUARTERS.flatMap((quarter, index) => pair(quarter, words.quarters[index] as string, words));
}

function pair(period: string, above: string, words: HeaderWords): Column[] {
  return [
    { key: `programmed.${period}`, header: [above, words.shortProgrammed], width: NUMBER_WIDTH },
    { key: `executed.${period}`, header: [above, words.shortExecuted], width: NUMBER_WIDTH },
  ];
}

/** True for a text column. */
export function isLabel({ key }: Column): boolean {
  return key !== "target" && !key.includes(".");
}

/** SAT de Lima's 37 columns. */
export const SAT_COLUMNS: readonly Column[] = [
  { key: "organ", header: ["ÓRGANO /UNIDAD ORGÁNICA"], width: 5 },
  { key: "category", header: ["ACTIVIDAD MEF"], width: 5 },
  { key: "activity", header: ["ACTIVIDAD POI"], width: 8 },
  { key: "unit", header: ["UNIDAD DE MEDIDA"], width: 3.2 },
  targetColumn("META"),
  ...monthColumns("programmed", SAT_WORDS),
  ...monthColumns("executed", SAT_WORDS),
  ...quarterColumns(SAT_WORDS),
];
