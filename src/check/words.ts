import type { FindingKind } from "./finding.ts";

/** What the report page says, in the two languages it speaks. */
export interface Words {
  readonly title: string;
  readonly documents: string;
  readonly compared: string;
  readonly nothing: string;
  readonly unplaced: string;
  readonly settled: string;
  readonly narrowed: string;
  readonly organ: string;
  readonly activity: string;
  readonly cell: string;
  readonly was: string;
  readonly now: string;
  readonly evidence: string;
  readonly agreesWith: string;
  readonly doubtful: string;
  readonly missingFrom: string;
  readonly foundIn: string;
  readonly blank: string;
  readonly findings: Readonly<Record<FindingKind, string>>;
  readonly months: readonly string[];
  readonly quarters: readonly string[];
  readonly series: Readonly<Record<string, string>>;
}

export const spanish: Words = {
  title: "Consistencia entre los informes del POI",
  documents: "Documentos",
  compared: "filas comparadas",
  nothing: "Los informes no se contradicen.",
  unplaced: "Sin entidad o sin año, no se compararon:",
  settled: "Filas ambiguas que otro informe resuelve",
  narrowed: "Filas ambiguas con menos lecturas posibles",
  organ: "Órgano",
  activity: "Actividad",
  cell: "Celda",
  was: "Lecturas",
  now: "Valor",
  evidence: "Evidencia",
  agreesWith: "coincide con",
  doubtful: "por revisar",
  missingFrom: "no está en",
  foundIn: "está en",
  blank: "en blanco",
  findings: {
    "plan-changed": "Plan modificado",
    "execution-restated": "Ejecución corregida después de informada",
    contradiction: "Contradicciones",
    "total-differs": "Totales publicados que difieren",
    "row-new": "Filas nuevas",
    "row-missing": "Filas que faltan",
  },
  months: "ene feb mar abr may jun jul ago set oct nov dic".split(" "),
  quarters: ["I trim.", "II trim.", "III trim.", "IV trim."],
  series: {
    target: "meta",
    programmed: "programado",
    executed: "ejecutado",
    physical: "físico",
    financial: "financiero",
  },
};

export const english: Words = {
  title: "Consistency between POI reports",
  documents: "Documents",
  compared: "rows compared",
  nothing: "The reports do not contradict each other.",
  unplaced: "Without entity or year, not compared:",
  settled: "Ambiguous rows that another report settles",
  narrowed: "Ambiguous rows with fewer readings left",
  organ: "Organ",
  activity: "Activity",
  cell: "Cell",
  was: "Readings",
  now: "Value",
  evidence: "Evidence",
  agreesWith: "agrees with",
  doubtful: "to review",
  missingFrom: "not in",
  foundIn: "in",
  blank: "blank",
  findings: {
    "plan-changed": "Plan changed",
    "execution-restated": "Execution restated",
    contradiction: "Contradictions",
    "total-differs": "Published totals that differ",
    "row-new": "New rows",
    "row-missing": "Missing rows",
  },
  months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
  quarters: ["Q1", "Q2", "Q3", "Q4"],
  series: {
    target: "target",
    programmed: "programmed",
    executed: "executed",
    physical: "physical",
    financial: "financial",
  },
};
