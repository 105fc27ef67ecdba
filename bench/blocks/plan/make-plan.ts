import type { Random } from "../../random.ts";
import type {
  Activity,
  ActivityGroup,
  BlockColumns,
  BlockFamilyId,
  BlockPlan,
  CostCentre,
} from "./block-plan.ts";
import { type Maker, makePart } from "./make-cells.ts";
import { createPrinter, type NumberLook } from "./style.ts";
import { randomWording, usualWording } from "./wording.ts";
import { activityName, aimName, organName, placeOf, reasonOf, unitOf } from "./words.ts";

/** How large a plan is. */
export interface PlanSize {
  readonly centres: number;
  /** In each group, at most. */
  readonly activities: number;
}

/**
 * Makes a plan by chance.
 *
 * @param words what draws words that are not the usual ones; null for those
 */
export function makePlan(
  family: BlockFamilyId,
  look: NumberLook,
  size: PlanSize,
  random: Random,
  words: Random | null,
): BlockPlan {
  const unit = random.int(1, 999_999);
  const quarter = random.int(0, 3);
  const span = random.pick([3, 6, 6, 9, 12]);
  const isAnnual = family !== "seguimiento" && family !== "seguimiento-web";
  const isSecondHalf = span === 6 && words !== null && words.chance(0.4);
  const months = isAnnual ? monthsOf(12, 0) : monthsOf(span, isSecondHalf ? 2 : span === 3 ? quarter : 0);
  const wording =
    words === null ? usualWording(family) : randomWording(family, quarter, months.length, words);
  const columns = { ...randomColumns(quarter, random), ...wording.columns };
  const plan = { family, months, monthWords: wording.months, quarter, columns };
  const maker: Maker = { random, look, print: createPrinter(look, random), plan };
  const year = random.int(2019, 2025);
  const code = family === "ficha-poi" ? createSheetCodes() : createCodes(unit, random);
  const centres = Array.from({ length: size.centres }, (_, i): CostCentre => {
    const groups = random.int(1, 2);
    return {
      code: random.pick([
        `0${1 + (i % 9)}.0${random.int(1, 9)}`,
        `0${1 + (i % 9)}.0${random.int(1, 9)}.01`,
        `0${1 + (i % 9)}`,
      ]),
      name: organName(random),
      register: `${year}${String(random.int(0, 9_999_999)).padStart(10, "0")}`,
      responsible: { code: `0${random.int(1, 9)}`, name: organName(random) },
      groups: makeGroups(groups, size.activities, maker, year, code),
    };
  });
  return {
    ...plan,
    entity: { code: String(unit).padStart(6, "0"), name: "ENTIDAD DE EJEMPLO" },
    year,
    centres,
  };
}

function monthsOf(span: number, quarter: number): number[] {
  return Array.from({ length: span }, (_, i) => quarter * 3 + i);
}

function makeGroups(
  count: number,
  most: number,
  maker: Maker,
  year: number,
  code: () => string,
): ActivityGroup[] {
  const { random } = maker;
  let objective = { code: "", name: "" };
  return Array.from({ length: count }, (_, k) => {
    const goesOn = k > 0 && random.chance(0.4);
    if (!goesOn) objective = { code: `OEI.0${random.int(1, 9)}`, name: aimName(random) };
    const action = { code: `AEI.${objective.code.slice(4)}.0${random.int(1, 9)}`, name: aimName(random) };
    const activities = Array.from({ length: random.chance(0.2) ? 1 : random.int(1, most) }, () =>
      makeActivity(maker, year, code),
    );
    return { objective, action, goesOn, activities };
  });
}

function makeActivity(maker: Maker, year: number, code: () => string): Activity {
  const { random, plan } = maker;
  const [placeCode, place] = placeOf(random);
  const [unitCode, unit] = unitOf(random);
  const aggregation = random.pick([
    "Acumulado Anual",
    "Acumulado Anual",
    "Acumulado Mensual",
    "No Acumulado",
  ]);
  const [priorityCode, priority] = random.pick([
    ["1", "Muy Alta"],
    ["2", "Alta"],
    ["3", "Media"],
  ] as const);
  const activityCode = code();
  const own = { activityCode, activity: activityName(random) };
  const labels = {
    "ceplan-b4": { ...own, placeCode, place, unit, priority },
    "ceplan-b5": { ...own, placeCode, place, unitCode, unit, priorityCode, priority },
    "ceplan-b6": { ...own, unitCode, unit, ...reasons(random, plan.columns) },
    seguimiento: { ...own, unit },
    "seguimiento-web": { ...own, priority, unit, aggregation },
    "ficha-poi": { ...own, indicator: `N° DE ${unit}`, unit },
  }[plan.family];
  const years = plan.family === "ceplan-b4" ? [year, year + 1, year + 2] : [null];
  return { labels, parts: years.map((one) => makePart(maker, one, aggregation)) };
}

function reasons(random: Random, { numberedReasons }: BlockColumns): Record<string, string> {
  if (!numberedReasons) return { reason: reasonOf(random) };
  return { reason1: reasonOf(random), reason2: reasonOf(random), reason3: reasonOf(random) };
}

/** Codes of an executing unit: most follow each other, some are printed twice. */
function createCodes(unit: number, random: Random): () => string {
  const begins = random.chance(0.7) ? `AOI${String(unit).padStart(6, "0")}` : `${random.int(18, 22)}AO00`;
  let next = random.int(1, 700);
  let last = "";
  return () => {
    if (last !== "" && random.chance(0.01)) return last;
    next += random.int(1, 3);
    last = `${begins}${String(next).padStart(5, "0")}`;
    return last;
  };
}

/** Codes that count the activities of an action, and the actions. */
function createSheetCodes(): () => string {
  let next = 0;
  return () => {
    const code = `2.${1 + Math.floor(next / 12)}.${1 + (next % 12)}`;
    next++;
    return code;
  };
}

function randomColumns(quarter: number, random: Random): BlockColumns {
  const roman = ["I", "II", "III", "IV"][quarter]!;
  const ordinal = ["1er", "2do", "3er", "4to"][quarter]!;
  return {
    quarterWord: random.pick([
      `${ordinal} TRIM.`,
      `${ordinal} TRIM.`,
      `${roman} TRIM.`,
      `${roman} TRIMESTRE`,
    ]),
    yearFirst: random.chance(0.6),
    shareYearFirst: random.chance(0.5),
    executedYear: random.chance(0.5),
    programmedWord: random.pick(["APROBADO", "PROGRAMADO"]),
    executedWord: random.pick(["EJECUTADO AL", "EJECUTADO"]),
    executedYearWord: "ANUAL",
    progressWord: "% AVANCE",
    sumToDate: false,
    numberedReasons: random.chance(0.7),
  };
}
