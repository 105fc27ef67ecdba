import { CELLS, cents, completeRow, type Values } from "../cells.ts";
import type { Random } from "../random.ts";
import { cutAfter, executedMonths } from "./executed-months.ts";
import { programmedMonths } from "./programmed-months.ts";
import { seedLines, soundSeedRows } from "./seed-rows.ts";
import type { Labels, Shape, TruthDocument, TruthRow } from "./truth-row.ts";

/** How often each shape stands in a document; decimals come on top, in some documents only. */
const SHAPES: readonly (readonly [Shape, number])[] = [
  ["seed", 30],
  ["flat", 12],
  ["nearly-flat", 18],
  ["seasonal", 14],
  ["sparse", 10],
  ["one-off", 6],
  ["large", 10],
];
const DECIMAL_DOCUMENTS = 0.25;
const DECIMAL_WEIGHT = 12;
const PARTIAL_YEARS = 0.2;
const THOUSANDS_MARKS = 0.2;
const EQUIPMENT_ROWS = 0.03;

/** Documents that print a quarter without numbers as a blank, as the seed does; the others print 0. */
const BLANK_QUARTERS = 0.8;

/** What all rows of a document share. */
interface Frame {
  readonly throughQuarter: 2 | 3 | 4;
  readonly blankQuarters: boolean;
}

const SEED_ROWS = soundSeedRows();
const SEED_LABELS = seedLines()
  .map(({ labels }) => labels)
  .filter(({ unit }) => unit !== "");

/** A document of mixed shapes with right totals, made of seed rows and generated ones. */
export function makeDocument(random: Random, rowCount = random.int(60, 90)): TruthDocument {
  const frame: Frame = {
    throughQuarter: random.chance(PARTIAL_YEARS) ? random.pick([2, 3]) : 4,
    blankQuarters: random.chance(BLANK_QUARTERS),
  };
  const weights = SHAPES.map(([shape, weight]) => [shape, weight] as const);
  if (random.chance(DECIMAL_DOCUMENTS)) weights.push(["decimal", DECIMAL_WEIGHT]);
  const labels = random.shuffle(SEED_LABELS);
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const [shape] = weights[random.weighted(weights.map(([, weight]) => weight))] as (typeof weights)[number];
    const own = { ...(labels[index % labels.length] as Labels), unit: drawUnit(random) };
    return makeRow(shape, own, frame, random);
  });
  const actions = rows.filter(({ labels }) => labels.unit !== "EQUIPOS");
  const equipment = rows.filter(({ labels }) => labels.unit === "EQUIPOS");
  return {
    rows,
    totals: [addRows("TOTAL ACCIONES", actions), addRows("TOTAL EQUIPOS", equipment)],
    ...frame,
    thousands: random.chance(THOUSANDS_MARKS) ? "," : "",
  };
}

function drawUnit(random: Random): string {
  if (random.chance(EQUIPMENT_ROWS)) return "EQUIPOS";
  return random.pick(["ACCIONES", "ACCIONES", "INFORMES", "DOCUMENTOS", "REPORTE", "REPORTE"]);
}

function makeRow(shape: Shape, labels: Labels, frame: Frame, random: Random): TruthRow {
  const blankZero = (months: Values) => frame.blankQuarters && months.every((month) => month === null);
  if (shape === "seed") {
    const row = random.pick(SEED_ROWS);
    if (frame.throughQuarter === 4) return { ...row, labels };
    const executed = cutAfter(row.values.slice(13, 25), frame.throughQuarter);
    return { ...row, labels, values: completeRow(row.values.slice(1, 13), executed, blankZero) };
  }
  const decimals = shape === "decimal" ? 2 : 0;
  const programmed = programmedMonths(shape, random);
  const execution = executedMonths(programmed, decimals, random);
  const executed = cutAfter(execution.months, frame.throughQuarter);
  const values = completeRow(programmed, executed, blankZero);
  return { labels, shape, execution: execution.name, values, decimals };
}

/** Column sums, printed as Excel prints them: 0 where nothing adds up. */
function addRows(label: string, rows: readonly TruthRow[]): TruthRow {
  const values: Values = CELLS.map(
    (_, cell) => rows.reduce((sum, row) => sum + cents(row.values[cell]), 0) / 100,
  );
  return {
    labels: { organ: label, category: "", activity: "", unit: "" },
    shape: "seed",
    execution: "total",
    values,
    decimals: rows.some(({ decimals }) => decimals > 0) ? 2 : 0,
  };
}
