import type { Flag, SettledRow } from "../document.ts";
import type { Family } from "../family.ts";
import { monthKeys, quarterKeys } from "../rules/cell-names.ts";
import type { MatchedName, Row } from "../schema.ts";

const EXTRA = "extra.";

/** Probabilities are given to 4 decimals: what they rest on is not known any better. */
const PROBABILITY_STEPS = 10_000;

/** What a row's names are matched with, and the family they belong to. */
interface Names {
  readonly family: Family;
  readonly matchOrgan: (raw: string) => MatchedName;
  readonly matchUnit: (raw: string) => MatchedName;
}

/** Composes one row or total of the output from its most probable reading. */
export function buildRow(settled: SettledRow, id: string, names: Names): Row {
  const { printed, values } = settled;
  const { organ: rawOrgan, ...labels } = printed.labels;
  const organ = rawOrgan === undefined ? null : names.matchOrgan(rawOrgan);
  const unit = labels.unit === undefined ? null : names.matchUnit(labels.unit);
  const doubts = findDoubts(settled, organ, unit, names.family);
  const extra = Object.entries(values).filter(([cell]) => cell.startsWith(EXTRA));
  return {
    id,
    page: printed.page,
    line: printed.line,
    organ,
    unit,
    labels,
    target: values.target ?? null,
    series: Object.fromEntries(
      names.family.series.map(({ key }) => [
        key,
        {
          monthly: monthKeys.map((month) => values[`${key}.${month}`] ?? null),
          quarterly: quarterKeys.map((quarter) => values[`${key}.${quarter}`] ?? null),
        },
      ]),
    ),
    ...(extra.length > 0 && {
      extra: Object.fromEntries(extra.map(([cell, value]) => [cell.slice(EXTRA.length), value])),
    }),
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
    source: {
      text: printed.text,
      cells: Object.fromEntries(
        Object.entries(settled.tokens).map(([cell, { text, page, box }]) => [
          cell,
          { text, page, box: box === null ? null : [...box] },
        ]),
      ),
    },
  };
}

/** Why a person should look at a row: its status, its organ, its confidence, or an error that a stage flagged. */
function findDoubts(
  settled: SettledRow,
  organ: MatchedName | null,
  unit: MatchedName | null,
  family: Family,
): { needsReview: boolean; flags: Flag[] } {
  const flags: Flag[] = [];
  const isOrganUnsure = organ?.method === "none" && family.organs.length > 0;
  if (isOrganUnsure) flags.push(warn("organ-not-matched", unmatched("organ", organ)));
  if (unit?.method === "none" && family.units.length > 0) {
    flags.push(warn("unit-not-matched", unmatched("unit of measure", unit)));
  }

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
