import type { AnyFamily } from "../block-family.ts";
import type { Flag, SettledRow } from "../document.ts";
import { isBlockFamily } from "../is-block-family.ts";
import { monthKeys, quarterKeys } from "../rules/cell-names.ts";
import type { MatchedName, Row } from "../schema.ts";
import { surelyBreaksOff, surelyGoesOn } from "../text/wrapped-text.ts";

const EXTRA = "extra.";

/** Probabilities are given to 4 decimals: what they rest on is not known any better. */
const PROBABILITY_STEPS = 10_000;

/** What a row's names are matched with, and the family they belong to. */
interface Names {
  readonly family: AnyFamily;
  readonly matchOrgan: (raw: string) => MatchedName;
  readonly matchUnit: (raw: string) => MatchedName;
}

/** Returns a function that composes one row or total of the output from its most probable reading. */
export function createRowBuilder(names: Names): (settled: SettledRow, id: string) => Row {
  const { family } = names;
  // Cell names are put together once: there are dozens in a row, and rows by the ten thousand.
  const series = family.series.map(({ key }) => ({
    key,
    months: monthKeys.map((month) => `${key}.${month}`),
    quarters: quarterKeys.map((quarter) => `${key}.${quarter}`),
  }));
  const others = otherCells(family);
  const totals = isBlockFamily(family)
    ? new Map(family.series.map(({ key }) => [key, `${key}.total`]))
    : null;
  return (settled, id) => {
    const { printed, values } = settled;
    const { organ: rawOrgan, ...labels } = printed.labels;
    const organ = rawOrgan === undefined ? null : names.matchOrgan(rawOrgan);
    const unit = labels.unit === undefined ? null : names.matchUnit(labels.unit);
    const doubts = findDoubts(settled, organ, unit, family);
    const valuesOf = (cells: readonly string[]) => cells.map((cell) => values[cell] ?? null);
    return {
      id,
      page: printed.page,
      line: printed.line,
      ...(printed.year !== undefined && { year: printed.year }),
      organ,
      unit,
      labels,
      target: values.target ?? null,
      series: Object.fromEntries(
        series.map(({ key, months, quarters }) => [
          key,
          {
            monthly: valuesOf(months),
            quarterly: valuesOf(quarters),
            ...(totals !== null && { total: values[totals.get(key)!] ?? null }),
          },
        ]),
      ),
      ...extraOf(values, others),
      ...(settled.absences !== undefined && { absences: settled.absences }),
      status: settled.status,
      needsReview: doubts.needsReview,
      // Rounded down: 1 is only ever said of a reading that is certain.
      confidence: roundDown(settled.confidence),
      flags: [...settled.flags, ...doubts.flags].map((flag) => ({ ...flag, cells: [...flag.cells] })),
      repairs: [...settled.repairs],
      candidates: settled.candidates.map((candidate) => ({
        ...candidate,
        probability: Math.round(candidate.probability * PROBABILITY_STEPS) / PROBABILITY_STEPS,
      })),
      // What was printed is never changed, so it is not copied either: it is most of the output.
      source: { text: printed.text, cells: withoutReadings(settled.tokens) },
    };
  };
}

/** The tokens as they are given out. What OCR could have read besides has served its purpose. */
function withoutReadings(tokens: SettledRow["tokens"]): Row["source"]["cells"] {
  const cells = tokens as Row["source"]["cells"];
  if (Object.values(tokens).every(({ readings }) => readings === undefined)) return cells;
  return Object.fromEntries(
    Object.entries(cells).map(([cell, { text, page, box }]) => [cell, { text, page, box }]),
  );
}

/** Numbers outside the series' months, quarters and totals: `extra.<key>`, or a further column of a series. */
function extraOf(
  values: SettledRow["values"],
  others: ReadonlyMap<string, string>,
): { extra?: Record<string, number | null> } {
  const extra: Record<string, number | null> = {};
  let isEmpty = true;
  for (const cell in values) {
    const key = cell.startsWith(EXTRA) ? cell.slice(EXTRA.length) : others.get(cell);
    if (key === undefined) continue;
    extra[key] = values[cell] ?? null;
    isEmpty = false;
  }
  return isEmpty ? {} : { extra };
}

/** Cells of further columns by the key they are given out under: `a.approved` is `aApproved`. */
function otherCells(family: AnyFamily): ReadonlyMap<string, string> {
  if (!isBlockFamily(family)) return new Map();
  const columns = family.columns.filter(({ key }) => key !== "total");
  return new Map(
    family.series.flatMap(({ key: series }) =>
      columns.map(({ key }): [string, string] => [
        `${series}.${key}`,
        `${series}${key[0]!.toUpperCase()}${key.slice(1)}`,
      ]),
    ),
  );
}

/** Why a person should look at a row: its status, its organ, its confidence, or an error that a stage flagged. */
function findDoubts(
  settled: SettledRow,
  organ: MatchedName | null,
  unit: MatchedName | null,
  family: AnyFamily,
): { needsReview: boolean; flags: Flag[] } {
  const flags: Flag[] = [];
  const isOrganUnsure = organ?.method === "none" && family.organs.length > 0;
  if (isOrganUnsure) flags.push(warn("organ-not-matched", unmatched("organ", organ)));
  if (unit?.method === "none" && family.units.length > 0) {
    flags.push(warn("unit-not-matched", unmatched("unit of measure", unit)));
  }
  const broken = Object.entries(settled.printed.labels)
    .filter(([, text]) => surelyBreaksOff(text) || surelyGoesOn(text))
    .map(([key]) => key);
  if (broken.length > 0) flags.push(warn("text-breaks-off", brokenOff(broken)));

  const isUnsettled = settled.status === "ambiguous" || settled.status === "inconsistent";
  const isDoubtful = settled.confidence < family.reviewBelow;
  if (isDoubtful && !isUnsettled) {
    flags.push(
      warn(
        "low-confidence",
        `The numbers are right with a probability of ${percent(settled.confidence)}; family ${family.id} asks for a review below ${percent(family.reviewBelow)}.`,
      ),
    );
  }
  const hasError = settled.flags.some((flag) => flag.severity === "error");
  return { needsReview: isUnsettled || isDoubtful || isOrganUnsure || hasError, flags };
}

function brokenOff(keys: readonly string[]): string {
  return `The text of ${keys.join(", ")} begins or breaks off in the middle: the print cuts it, or the rest of it stands elsewhere.`;
}

function unmatched(what: string, { raw, candidates = [] }: MatchedName): string {
  const nearest = candidates.map(({ name }) => `"${name}"`).join(", ");
  const known = nearest === "" ? "nothing the family lists is near it" : `nearest: ${nearest}`;
  return raw.trim() === ""
    ? `No ${what} is printed for this row.`
    : `The ${what} "${raw}" is not one the family lists; ${known}.`;
}

/** The small addend makes up for what 0.57 × 10,000 lacks in binary. */
function roundDown(probability: number): number {
  return Math.floor(probability * PROBABILITY_STEPS + 1e-6) / PROBABILITY_STEPS;
}

function percent(probability: number): string {
  return `${Number((roundDown(probability) * 100).toFixed(2))} %`;
}

function warn(code: string, message: string): Flag {
  return { code, severity: "warning", cells: [], message };
}
