import type { DocumentInfo, Line } from "../document.ts";
import type { Family } from "../family.ts";
import { fold } from "../text/fold.ts";

const YEAR = /(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])/;

/** How a quarter is written, folded: I, 1, 1ER, PRIMER and so on. */
const QUARTERS: Readonly<Record<string, number>> = {
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  "1ER": 1,
  "2DO": 2,
  "3ER": 3,
  "4TO": 4,
  "1RO": 1,
  "3RO": 3,
  PRIMER: 1,
  SEGUNDO: 2,
  TERCER: 3,
  CUARTO: 4,
  PRIMERO: 1,
  TERCERO: 3,
};
const NUMERAL = `(${Object.keys(QUARTERS).join("|")})`;
const BEFORE = new RegExp(`\\b${NUMERAL} TRIM(?:ESTRE)?\\b`);
const AFTER = new RegExp(`\\bTRIM(?:ESTRE)? ${NUMERAL}\\b`);
const SHORT = /\b(?:T([1-4])|([1-4])T)\b/;
const SEMESTER = new RegExp(`\\b${NUMERAL} SEMESTRE\\b|\\bSEMESTRE ${NUMERAL}\\b`);
/** The last days of the quarters, as in "al 30 de setiembre". */
const LAST_DAYS = [/\b31 DE MARZO\b/, /\b30 DE JUNIO\b/, /\b30 DE SEP?TIEMBRE\b/, /\b31 DE DICIEMBRE\b/];

/** The quarter that a text speaks of, from 1 to 4; null where it speaks of none. */
export function findQuarter(text: string): number | null {
  const folded = fold(text);
  const named = BEFORE.exec(folded)?.[1] ?? AFTER.exec(folded)?.[1];
  if (named !== undefined) return QUARTERS[named] ?? null;
  const semester = SEMESTER.exec(folded);
  const half = QUARTERS[semester?.[1] ?? semester?.[2] ?? ""];
  if (half !== undefined && half <= 2) return half * 2;
  const day = LAST_DAYS.findIndex((pattern) => pattern.test(folded));
  if (day !== -1) return day + 1;
  const short = SHORT.exec(folded);
  return short === null ? null : Number(short[1] ?? short[2]);
}

/** The year that a text speaks of; null where it names none. */
export function findYear(text: string): number | null {
  const year = YEAR.exec(text)?.[0];
  return year === undefined ? null : Number(year);
}

/** `Año : 2023`, `POI 2023`: a line that says of which year the plan is. */
const STATED =
  /(?:^\s*AÑO(?:\s+FISCAL)?|^\s*EJERCICIO(?:\s+FISCAL)?|\bPLAN\s+OPERATIVO\s+INSTITUCIONAL|\bPOI)[\s.:]*((?:19|20)[0-9]{2})(?![0-9])(?!\s*[-–/]\s*[0-9])/iu;

/** The number of a file, such as `2024-00123` or `045-2024-GPP`: its year is when it was filed. */
const FILE_NUMBER =
  /(?<![0-9])(?:(?:19|20)[0-9]{2}-[0-9]{5,}|(?!(?:19|20)[0-9]{2}-)[0-9]{3,}-(?:19|20)[0-9]{2}(?![0-9]))/g;

/** A day, such as `15 ENE 2024`: that on which the plan was filed or printed, or on which its quarter ends. */
const DAY = new RegExp(
  [
    "[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:19|20)[0-9]{2}(?![0-9])",
    "[0-9]{1,2}\\s+(?:de\\s+)?(?:ene|feb|mar|abr|may|jun|jul|ago|set|sep|oct|nov|dic)\\p{L}*\\.?\\s+(?:del?\\s+)?(?:19|20)[0-9]{2}",
  ].join("|"),
  "giu",
);

function unfiled(text: string): string {
  return text.replace(FILE_NUMBER, " ");
}

/** The year of a plan: that of its title, the one that a line states, or any that is not of a day, in this order. */
function yearOf(titles: readonly string[], lines: readonly string[]): number | null {
  const readers: readonly (readonly [readonly string[], (text: string) => number | null])[] = [
    [titles, findYear],
    [lines, (text) => findYear(STATED.exec(text)?.[1] ?? "")],
    [lines, (text) => findYear(unfiled(text).replace(DAY, " "))],
    [lines, (text) => findYear(unfiled(text))],
  ];
  for (const [texts, read] of readers) {
    const year = texts.map(read).find((value) => value !== null);
    if (year !== undefined) return year;
  }
  return null;
}

/** The lines over the table that are its title: those that begin as the family says, else the first with a year. */
export function findTitles(preamble: readonly Line[], family: Pick<Family, "recognise">): string[] {
  const known = family.recognise.title.map(fold);
  const texts = preamble.map((line) => tidy(line.text)).filter((text) => text !== "");
  const titles = texts.filter((text) => known.some((title) => isTitled(fold(text), title)));
  const years = texts.filter((text) => YEAR.test(text));
  const dated = years.find((text) => YEAR.test(unfiled(text).replace(DAY, " "))) ?? years[0];
  return titles.length > 0 ? titles : dated === undefined ? [] : [dated];
}

function isTitled(folded: string, title: string): boolean {
  return ` ${folded} `.includes(` ${title} `);
}

/**
 * What stands around the table: title, year and quarter from the lines over it, source and author from the
 * lines under it.
 */
export function readInfo(
  preamble: readonly Line[],
  footer: readonly Line[],
  titles: readonly string[],
  family: Pick<Family, "entity" | "footer">,
): DocumentInfo {
  const over = [...titles, ...preamble.map((line) => line.text)];
  const first = <T>(read: (text: string) => T | null) =>
    over.map(read).find((value) => value !== null) ?? null;
  return {
    title: titles[0] ?? null,
    entity: family.entity ?? first(readEntity) ?? findEntity(preamble, titles),
    year: yearOf(
      titles,
      preamble.map((line) => line.text),
    ),
    throughQuarter: first(findQuarter),
    source: readFooter(footer, family.footer.source),
    preparedBy: readFooter(footer, family.footer.preparedBy),
  };
}

/** Letters that are kerned may stand apart: `P LIEGO`. */
const ENTITY_WORDS = ["ENTIDAD", "PLIEGO", "UNIDAD EJECUTORA"].map((word) => [...word].join(" ?"));
/** The entity's number may stand before its name: `Pliego : 112 - INSTITUTO`. */
const ENTITY = new RegExp(
  `^[\\s"]*(?:${ENTITY_WORDS.join("|")})(?:\\s*:\\s*| {3})(?:[0-9]{1,6}\\s*[-:]\\s*)?(\\S.*)$`,
  "i",
);

/** How the names of public entities begin, folded. */
const ENTITY_KINDS = [
  "MUNICIPALIDAD (?:DISTRITAL|PROVINCIAL|METROPOLITANA)",
  "(?:GOBIERNO|DIRECCION|GERENCIA) REGIONAL",
  "(?:UNIVERSIDAD|CONSEJO|CENTRO|BIBLIOTECA|REGISTRO|OFICINA|JURADO|COMISION|PROGRAMA|ESCUELA) NACIONAL",
  "MINISTERIO|INSTITUTO|AUTORIDAD|SUPERINTENDENCIA|ORGANISMO|SERVICIO|AGENCIA|FONDO|EMPRESA|HOSPITAL",
  "CONTRALORIA GENERAL|ARCHIVO GENERAL|SEGURO SOCIAL|DEFENSORIA DEL PUEBLO|PODER JUDICIAL|CORTE SUPERIOR",
  "CONGRESO DE LA|TRIBUNAL CONSTITUCIONAL|PRESIDENCIA DEL CONSEJO|SOCIEDAD DE BENEFICENCIA|PROYECTO ESPECIAL",
];
const NAMED_ENTITY = new RegExp(`^(?:${ENTITY_KINDS.join("|")}) [A-Z]`);
/** An entity stands over its plan's title, or this many lines under it at most. */
const UNDER_TITLE = 2;
const MAX_NAME = 100;

/** A line of its own by the title that begins as the names of public entities do. */
function findEntity(preamble: readonly Line[], titles: readonly string[]): string | null {
  const title = preamble.findIndex((line) => tidy(line.text) === titles[0]);
  for (const { text } of preamble.slice(0, title + 1 + UNDER_TITLE)) {
    const name = tidy(
      text
        .slice(0, 300)
        .split(/\t| {3}/)
        .find((part) => part.trim() !== "") ?? "",
    );
    if (name.length <= MAX_NAME && !/[0-9]/.test(name) && NAMED_ENTITY.test(fold(name))) return name;
  }
  return null;
}

function readEntity(text: string): string | null {
  const name = ENTITY.exec(text.slice(0, 300))?.[1];
  return name === undefined ? null : tidy(name);
}

function readFooter(lines: readonly Line[], words: readonly string[]): string | null {
  const known = words.map(fold);
  for (const line of lines) {
    const text = tidy(line.text);
    const colon = text.indexOf(":");
    if (colon > 0 && known.includes(fold(text.slice(0, colon)))) return text.slice(colon + 1).trim() || null;
  }
  return null;
}

/** A line's text, its words one space apart and without the marks of a delimited file. */
function tidy(text: string): string {
  return text.replace(/[\s]+/g, " ").replace(/^[";, ]+|[";, ]+$/g, "");
}
