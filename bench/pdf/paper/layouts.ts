import {
  type Column,
  type HeaderWords,
  interleavedMonths,
  monthColumns,
  quarterColumns,
  SAT_WORDS,
  targetColumn,
} from "./column.ts";

const SEPTEMBER = 8;
const SEP_MONTHS = SAT_WORDS.months.with(SEPTEMBER, "SEP");

const SHORT: HeaderWords = {
  programmed: "PROGRAMADO",
  executed: "EJECUTADO",
  shortProgrammed: "P",
  shortExecuted: "E",
  months: SEP_MONTHS,
  quarters: ["I TRIM.", "II TRIM.", "III TRIM.", "IV TRIM."],
};

const TITLE_CASE: HeaderWords = {
  programmed: "Programado",
  executed: "Ejecutado",
  shortProgrammed: "Prog.",
  shortExecuted: "Ejec.",
  months: SEP_MONTHS.map((month) => `${month.slice(0, 1)}${month.slice(1).toLowerCase()}`),
  quarters: ["I Trimestre", "II Trimestre", "III Trimestre", "IV Trimestre"],
};

const ORGAN = { key: "organ", header: ["CENTRO DE COSTO"], width: 5 };
const CODE = { key: "code", header: ["CÓDIGO"], width: 2 };
const ACTIVITY = { key: "activity", header: ["ACTIVIDAD OPERATIVA"], width: 8 };
const UNIT = { key: "unit", header: ["U.M."], width: 3 };
const PROGRESS = { key: "extra.progress", header: ["% AVANCE"], width: 1.8 };

/** P and E side by side under each month, then under each quarter. */
export const INTERLEAVED: readonly Column[] = [
  ORGAN,
  ACTIVITY,
  UNIT,
  targetColumn("META ANUAL", 1.8),
  ...interleavedMonths(SHORT),
  ...quarterColumns(SHORT),
];

/** Quarters before the months, a code before the activity, a percentage at the end, three header levels. */
export const QUARTERS_FIRST: readonly Column[] = [
  CODE,
  { ...ORGAN, header: ["Órgano responsable"] },
  { ...ACTIVITY, header: ["Actividad operativa"] },
  { ...UNIT, header: ["Unidad de medida"] },
  targetColumn("Meta anual", 2.4),
  ...quarterColumns(TITLE_CASE).map((column) => ({
    ...column,
    header: ["Avance trimestral", ...column.header],
  })),
  ...monthColumns("programmed", TITLE_CASE, ["Avance mensual"]),
  ...monthColumns("executed", TITLE_CASE, ["Avance mensual"]),
  { ...PROGRESS, header: ["% de avance"] },
];

/** Months of both series and no quarters. */
export const MONTHS_ONLY: readonly Column[] = [
  { ...ORGAN, header: ["UNIDAD ORGÁNICA"] },
  CODE,
  { ...ACTIVITY, header: ["ACTIVIDAD"] },
  { ...UNIT, header: ["UNIDAD DE MEDIDA"] },
  targetColumn("META", 1.8),
  ...monthColumns("programmed", SHORT),
  ...monthColumns("executed", SHORT),
  PROGRESS,
];

/** Columns with their numbers made wider or narrower beside their labels. */
export function withNumberWidth(columns: readonly Column[], factor: number): Column[] {
  return columns.map((column) =>
    column.key.includes(".") || column.key === "target"
      ? { ...column, width: column.width * factor }
      : column,
  );
}

/** Columns without the organ's, which then stands in a row of its own. */
export function withoutOrgan(columns: readonly Column[]): Column[] {
  return columns.filter(({ key }) => key !== "organ");
}
