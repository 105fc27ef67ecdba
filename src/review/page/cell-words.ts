import { monthKeys, quarterKeys } from "../../rules/cell-names.ts";
import type { Row } from "../../schema.ts";
import type { EquationInfo, FamilyInfo } from "../api.ts";
import type { Words } from "./words.ts";

/** Cells as the family prints them, and as people say them. */

const number = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

/** A number as es-PE writes it; null is a blank. */
export function showNumber(value: number | null): string {
  return value === null ? "" : number.format(value);
}

export function percent(share: number): string {
  return `${number.format(Math.round(share * 1000) / 10)} %`;
}

/** The header of a cell's column: `DIC`, `IV TRIMESTRE`, `META`. */
export function columnHeader(cell: string, family: FamilyInfo | null, words: Words): string {
  const [series = "", period] = cell.split(".");
  if (period === undefined) return family?.target ?? cell;
  if (period === "total") return words.total;
  if (series === "extra") return family?.extra.find(({ key }) => key === period)?.header ?? period;
  const month = (monthKeys as readonly string[]).indexOf(period);
  if (month >= 0) return family?.months[month] || (words.months[month] ?? period).slice(0, 3).toUpperCase();
  const quarter = (quarterKeys as readonly string[]).indexOf(period);
  return quarter >= 0 ? family?.quarters[quarter] || period.toUpperCase() : period;
}

/** A cell with its series, briefly: `DIC ejecutado`. */
export function shortCell(cell: string, family: FamilyInfo | null, words: Words): string {
  const [series = "", period] = cell.split(".");
  const header = columnHeader(cell, family, words);
  return period === undefined || series === "extra"
    ? header
    : `${header} ${seriesWord(series, family, words)}`;
}

export function seriesWord(key: string, family: FamilyInfo | null, words: Words): string {
  return (
    words.series[key] ?? family?.series.find((series) => series.key === key)?.header.toLowerCase() ?? key
  );
}

/** A cell in a sentence: `el cuarto trimestre ejecutado`. */
function spokenCell(cell: string, family: FamilyInfo | null, words: Words): string {
  if (cell === "target") return words.target;
  const [series = "", period = ""] = cell.split(".");
  const spoken = spokenPeriod(period, words);
  return spoken === null ? shortCell(cell, family, words) : `${spoken} ${seriesWord(series, family, words)}`;
}

function spokenPeriod(period: string, words: Words): string | null {
  const month = (monthKeys as readonly string[]).indexOf(period);
  if (month >= 0) return words.months[month] ?? null;
  const quarter = (quarterKeys as readonly string[]).indexOf(period);
  return quarter >= 0 ? (words.quarters[quarter] ?? null) : null;
}

/** A piece of evidence, such as `executed.q4 = 25`, in words: `el cuarto trimestre ejecutado dice 25`. */
export function spokenEvidence(evidence: string, family: FamilyInfo | null, words: Words): string {
  const total = /^(.*): (\S+) = (-?[\d.]+)$/.exec(evidence);
  if (total !== null) {
    const [, label = "", cell = "", value = ""] = total;
    return words.confirms(label, spokenCell(cell, family, words), showNumber(Number(value)));
  }
  const [side = "", value = ""] = evidence.split(" = ");
  if (value === "" || Number.isNaN(Number(value))) return evidence;
  const cells = side.split(" + ");
  const spoken = cells.map((cell) => spokenRange(cell, family, words)).join(" + ");
  const isSum = cells.length > 1 || side.includes("..");
  return isSum ? words.sum(spoken, showNumber(Number(value))) : words.says(spoken, showNumber(Number(value)));
}

function spokenRange(cell: string, family: FamilyInfo | null, words: Words): string {
  const range = /^([^.]+)\.([a-z0-9]+)\.\.([a-z0-9]+)$/.exec(cell);
  if (range === null) return spokenCell(cell, family, words);
  const [, series = "", first = "", last = ""] = range;
  const from = spokenPeriod(first, words) ?? first;
  const until = spokenPeriod(last, words) ?? last;
  return `${from} ${words.to} ${until} ${seriesWord(series, family, words)}`;
}

/** An equation in the family's headers: `IV TRIMESTRE ejecutado = OCT + NOV + DIC`. */
export function shownEquation(
  { total, terms }: Pick<EquationInfo, "total" | "terms">,
  family: FamilyInfo | null,
  words: Words,
): string {
  const series = total.split(".")[0];
  const name = (cell: string) =>
    cell.split(".")[0] === series ? columnHeader(cell, family, words) : shortCell(cell, family, words);
  const names =
    terms.length > 4
      ? `${shortCell(terms[0]!, family, words)} … ${columnHeader(terms.at(-1)!, family, words)}`
      : terms.map(name).join(" + ");
  return `${shortCell(total, family, words)} = ${names}`;
}

/** What a repair did, and why, in words. */
export function spokenRepair(repair: Row["repairs"][number], family: FamilyInfo | null, words: Words) {
  return {
    cell: shortCell(repair.cell, family, words),
    value: repair.value === null ? words.blank : showNumber(repair.value),
    printed: repair.printed === null ? words.blank : showNumber(repair.printed),
    edit: words.edits[repair.edit] ?? repair.edit,
    evidence: repair.evidence.map((evidence) => spokenEvidence(evidence, family, words)),
  };
}

/** What someone typed as a number: undefined where it is none, null where it is a blank. */
export function readTyped(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === "") return null;
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(typed)
    ? typed.replaceAll(",", "")
    : typed.replace(",", ".");
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
}
