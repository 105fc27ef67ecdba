import { monthKeys, quarterKeys } from "../../../src/rules/cell-names.ts";
import type { Random } from "../../random.ts";
import { executedMonths, moneyMonths, physicalMonths, stated, sum } from "./amounts.ts";
import type { BlockColumns, BlockPlan, PlanPart, PrintedCell } from "./block-plan.ts";
import { type NumberLook, type Print, roundTo } from "./style.ts";

type Cells = Record<string, PrintedCell>;
/** What the numbers of an activity are made with. */
export interface Maker {
  readonly random: Random;
  readonly look: NumberLook;
  readonly print: Print;
  readonly plan: Pick<BlockPlan, "family" | "months" | "quarter" | "columns">;
}

/** Makes the numbers of an activity, of one year, as its family prints them. */
export function makePart(maker: Maker, year: number | null, aggregation: string): PlanPart {
  const cells: Cells = {};
  const wrong = maker.random.chance(maker.look.wrong / 1000)
    ? maker.random.pick(["physical", "financial"] as const)
    : null;
  let isWrong = false;
  for (const kind of ["physical", "financial"] as const) {
    const made = makeKind(maker, kind, aggregation, kind === wrong);
    Object.assign(cells, made.cells);
    if (made.isWrong) isWrong = true;
  }
  return { year, cells, isWrong };
}

function makeKind(
  maker: Maker,
  kind: "physical" | "financial",
  aggregation: string,
  wrong: boolean,
): { cells: Cells; isWrong: boolean } {
  const { random, look, plan } = maker;
  const decimals = kind === "physical" ? look.physicalDecimals : look.moneyDecimals;
  const count = plan.family === "ceplan-b6" ? 12 : plan.months.length;
  const isMoney = kind === "financial";
  const planned = isMoney
    ? moneyMonths(random, count)
    : physicalMonths(random, count, decimals, look.seldom?.fractions === true);
  const done = stated(random, executedMonths(random, planned, isMoney), {
    negatives: isMoney && look.seldom?.negatives != null,
    unknown: look.seldom?.unknown != null && plan.family !== "ceplan-b6",
  });
  if (["ceplan-b4", "ceplan-b5", "ficha-poi"].includes(plan.family))
    return monthsOf(maker, kind, planned, decimals, wrong);
  if (plan.family === "ceplan-b6") return quarterOf(maker, kind, planned, done, decimals, wrong);
  if (plan.family === "seguimiento-web")
    return webOf(maker, kind, planned, done, decimals, aggregation, wrong);
  return followUpOf(maker, kind, planned, done, decimals, wrong);
}

/** Months and their total. */
function monthsOf(
  { random, print, plan, look }: Maker,
  series: string,
  values: readonly (number | null)[],
  decimals: number,
  wrong: boolean,
): { cells: Cells; isWrong: boolean } {
  const cells: Cells = {};
  for (const [i, value] of values.entries())
    cells[`${series}.${monthKeys[plan.months[i]!]}`] =
      value === null ? { text: look.seldom?.unknown ?? "", value: null } : print(value, decimals, "blank");
  const total = sum(values) + (wrong ? off(random, sum(values), values.length) : 0);
  cells[`${series}.total`] = print(total, decimals);
  return { cells, isWrong: wrong };
}

/** A total is off by more than rounding explains. */
function off(random: Random, total: number, count: number): number {
  return count + random.int(1, 5) + Math.round(Math.abs(total) * random.pick([0, 0.1, 1]));
}

function followUpOf(
  maker: Maker,
  kind: string,
  planned: readonly number[],
  done: readonly (number | null)[],
  decimals: number,
  wrong: boolean,
) {
  const { random, print, look } = maker;
  const inShare = wrong && random.chance(0.4);
  const programmed = monthsOf(maker, `${kind}Programmed`, planned, decimals, false);
  const executed = monthsOf(maker, `${kind}Executed`, done, decimals, wrong && !inShare);
  const approved = random.chance(0.7) ? sum(planned) : Math.round(random.next() * 2 * sum(planned));
  const cells: Cells = { ...programmed.cells, ...executed.cells };
  cells[`${kind}Programmed.approved`] = print(approved, decimals);
  const of = sum(planned);
  const part = executed.cells[`${kind}Executed.total`]!.value ?? 0;
  const right =
    of === 0 ? (random.chance(0.5) ? 100 : 0) : (100 * (wrong && !inShare ? part : sum(done))) / of;
  const isShareWrong = inShare && of > 10;
  const share = isShareWrong ? right + 30 : right;
  const text = roundTo(share, 2).toLocaleString("en-US", {
    maximumFractionDigits: 2,
    useGrouping: look.thousands,
  });
  cells[`${kind}Progress.total`] = {
    text: random.chance(0.03) ? `${text}%` : text,
    value: roundTo(share, 2),
  };
  return { cells, isWrong: executed.isWrong || isShareWrong };
}

function webOf(
  maker: Maker,
  kind: "physical" | "financial",
  planned: readonly number[],
  done: readonly (number | null)[],
  decimals: number,
  aggregation: string,
  wrong: boolean,
) {
  const { random, print } = maker;
  const programmed = monthsOf(maker, `${kind}Programmed`, planned, decimals, false);
  const executed = monthsOf(maker, `${kind}Executed`, done, decimals, wrong);
  const cells: Cells = { ...programmed.cells, ...executed.cells };
  if (kind === "financial") return { cells, isWrong: wrong };
  const last = (values: readonly (number | null)[]) => values.findLast((value) => (value ?? 0) > 0) ?? 0;
  const isMonthly = aggregation === "Acumulado Mensual";
  let isWrong = wrong;
  const absent = (text: string): PrintedCell => ({ text, value: null });
  if (isMonthly) {
    cells["physicalProgrammed.total"] = print(last(planned), decimals);
    cells["physicalExecuted.total"] = print(last(done) + (wrong ? random.int(1, 9) : 0), decimals);
  }
  const of = cells["physicalProgrammed.total"]!.value ?? 0;
  const part = cells["physicalExecuted.total"]!.value ?? 0;
  cells["physicalProgress.total"] = print(Math.min(100, of === 0 ? 0 : (100 * part) / of), 2);
  if (aggregation === "No Acumulado") {
    cells["physicalProgrammed.total"] = absent("-");
    cells["physicalExecuted.total"] = absent("-");
    isWrong = false;
  }
  if (planned.every((value) => value === 0)) {
    cells["physicalProgrammed.total"] = absent("S.P.");
    cells["physicalProgress.total"] = absent("S.P.");
  } else if (!wrong && random.chance(0.04)) {
    cells["physicalExecuted.total"] = absent("S.I.");
    cells["physicalProgress.total"] = absent("S.I.");
  }
  return { cells, isWrong };
}

/** What is executed in the year is a total, or said to be accumulated. */
export function executedYearKey({ executedYearWord }: BlockColumns): "total" | "accumulated" {
  return executedYearWord === "ANUAL" ? "total" : "accumulated";
}

function quarterOf(
  { random, print, look, plan }: Maker,
  kind: string,
  planned: readonly number[],
  done: readonly (number | null)[],
  decimals: number,
  wrong: boolean,
) {
  const quarter = quarterKeys[plan.quarter]!;
  const own = (values: readonly (number | null)[]) =>
    sum(values.slice(plan.quarter * 3, plan.quarter * 3 + 3));
  const upTo = (values: readonly (number | null)[]) => sum(values.slice(0, plan.quarter * 3 + 3));
  const year = print(sum(planned), decimals);
  const [of, part, all] = [
    print(own(planned), decimals),
    print(own(done), decimals),
    print(upTo(done), decimals),
  ];
  const cells: Cells = {
    [`${kind}Programmed.total`]: year,
    [`${kind}Programmed.${quarter}`]: of,
    [`${kind}Executed.${quarter}`]: part,
  };
  if (plan.columns.executedYear) cells[`${kind}Executed.${executedYearKey(plan.columns)}`] = all;
  const share = (a: number, b: number) => (b === 0 ? 0 : (100 * a) / b);
  const isWrong = wrong && (of.value ?? 0) > 0;
  const percent = (value: number): PrintedCell => {
    const printed = print(value, look.percentDecimals);
    // Parentheses stand around the sign.
    return look.percentSign ? { ...printed, text: printed.text.replace(/\)?$/, "%$&") } : printed;
  };
  cells[`${kind}Progress.${quarter}`] = percent(
    share(part.value!, of.value!) + (isWrong ? random.int(20, 60) : 0),
  );
  cells[`${kind}Progress.total`] = percent(
    share((plan.columns.executedYear || plan.columns.sumToDate ? all : part).value!, year.value!),
  );
  return { cells, isWrong };
}
