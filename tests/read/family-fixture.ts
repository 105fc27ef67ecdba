import type { Family } from "../../src/family.ts";
import { monthKeys, quarterKeys } from "../../src/rules/cell-names.ts";

const MONTHS = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SET", "OCT", "NOV", "DIC"];
const ROMAN = ["I", "II", "III", "IV"];
const name = (id: string, text: string, ...aliases: string[]) => ({
  id,
  name: text,
  aliases: aliases.map((alias) => ({ name: alias })),
});

const monthCells = (series: string) => monthKeys.map((month) => `${series}.${month}`);

/** A town council that does not exist. Its names are chosen to be mistaken for each other. */
export const town: Family = {
  id: "town",
  version: "1.0.0",
  name: "A town council",
  description: "For tests",
  entity: null,
  recognise: { title: ["PLAN OPERATIVO INSTITUCIONAL"], words: [] },
  labels: [
    { key: "organ", header: ["ÓRGANO / UNIDAD ORGÁNICA", "ÓRGANO"], values: [] },
    {
      key: "category",
      header: ["ACTIVIDAD MEF"],
      values: ["GESTIÓN ADMINISTRATIVA", "RECURSOS MUNICIPALES"],
    },
    { key: "activity", header: ["ACTIVIDAD POI", "ACTIVIDAD OPERATIVA"], values: [] },
    { key: "unit", header: ["UNIDAD DE MEDIDA", "U.M."], values: [] },
  ],
  target: { header: ["META", "META ANUAL"] },
  series: [
    { key: "programmed", header: ["PROGRAMADO", "PROG", "P"] },
    { key: "executed", header: ["EJECUTADO", "EJC", "E"] },
  ],
  months: MONTHS.map((month, i) => (i === 8 ? ["SET", "SEP", "SETIEMBRE"] : [month])),
  quarters: ROMAN.map((roman) => [`${roman} TRIMESTRE`, `${roman} TRIM`]),
  extra: [{ key: "progress", header: ["% AVANCE"] }],
  columns: [
    "organ",
    "category",
    "activity",
    "unit",
    "target",
    ...monthCells("programmed"),
    ...monthCells("executed"),
    ...quarterKeys.flatMap((quarter) => [`programmed.${quarter}`, `executed.${quarter}`]),
  ],
  equations: [],
  totals: [{ label: "TOTAL*", rows: "all" }],
  footer: { source: ["FUENTE"], preparedBy: ["ELABORACIÓN"] },
  reviewBelow: 0.98,
  organs: [
    name("mayor", "Alcaldía"),
    name("administration", "Gerencia de Administración"),
    name(
      "resources",
      "Gerencia Central de Administración de Recursos",
      "Gerencia Central de Administración General",
    ),
    name("control", "Órgano de Control Institucional", "OCI"),
    name("institutional", "Institucional"),
  ],
  units: [
    name("action", "Acción", "Acciones"),
    name("report", "Informe", "Informes"),
    name("kit", "Equipos"),
  ],
};
