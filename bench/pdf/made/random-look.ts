import { type Random, seededRandom } from "../../random.ts";
import { type Column, isLabel, SAT_COLUMNS } from "../paper/column.ts";
import { findOverlaps } from "../paper/find-overlaps.ts";
import { layOut } from "../paper/lay-out.ts";
import { INTERLEAVED, MONTHS_ONLY, QUARTERS_FIRST, withNumberWidth, withoutOrgan } from "../paper/layouts.ts";
import { A3_LANDSCAPE, A4_LANDSCAPE, BASE_LOOK, type Look } from "../paper/look.ts";
import { EUROPEAN, PERUVIAN, PLAIN, SPACED } from "../paper/number-style.ts";
import { INSTITUTE, MUNICIPALITY } from "../plan/entities.ts";
import { entityPlan } from "../plan/entity-plan.ts";
import type { Plan } from "../plan/plan.ts";
import { satPlan } from "../plan/sat-plan.ts";
import type { Sample } from "../samples.ts";

/** Columns are made wider this often before a look is given up. */
const TRIES = 6;
/** A little more than a space, in parts of the font's size. */
const GAP = 0.4;
const YEAR = 2015;

/** A plan and a look drawn by lot: combinations that nobody thought of. The same seed gives the same sample. */
export function randomSample(seed: number, name = `random-${seed}`): Sample {
  const random = seededRandom(seed);
  const isSat = random.chance(0.4);
  const plan = isSat
    ? satPlan(seed, random.int(8, 60), YEAR + random.int(0, 9))
    : randomEntityPlan(seed, random);
  const columns = isSat ? SAT_COLUMNS : random.pick([INTERLEAVED, QUARTERS_FIRST, MONTHS_ONLY]);
  const look = randomLook(columns, random);
  // What is printed can be read: wider columns, until no number stands in another.
  for (let wider = 1; wider <= TRIES; wider++) {
    const roomy = {
      ...look,
      columns: withNumberWidth(look.columns, 0.8 + 0.4 * wider),
      fontSize: look.fontSize - 0.3 * wider,
    };
    if (layOut(plan, roomy).sheets.every((sheet) => findOverlaps(sheet, GAP).length === 0)) {
      return { name, about: "drawn by lot", producer: "pdfkit", plan, look: roomy };
    }
  }
  return randomSample(seed + 1_000_000, name);
}

function randomEntityPlan(seed: number, random: Random): Plan {
  return entityPlan(random.pick([MUNICIPALITY, INSTITUTE]), {
    seed,
    year: YEAR + random.int(0, 9),
    rows: random.int(8, 60),
    subtotal: random.pick([null, "SUBTOTAL", "Sub total"]),
    total: random.pick([null, "TOTAL", "TOTAL GENERAL"]),
    blankZeros: random.chance(0.4),
    tables: random.chance(0.2) ? 2 : 1,
  });
}

function randomLook(columns: readonly Column[], random: Random): Look {
  const zebra = random.chance(0.2) ? "#eeeeee" : null;
  // Shaded rows would cut an organ's cell in stripes.
  const organ = random.pick(["each", "each", "band", zebra === null ? "merged" : "each"] as const);
  const facing = organ === "each" && random.chance(0.12);
  const shown = organ === "band" ? withoutOrgan(columns) : columns;
  const labels = shown.filter(isLabel).length;
  return {
    ...BASE_LOOK,
    columns: shown,
    paper: facing ? A4_LANDSCAPE : A3_LANDSCAPE,
    facingFrom: facing ? labels + 1 + 12 : null,
    rotate: random.pick([0, 0, 0, 0, 90, 180, 270] as const),
    numbers: random.pick([PLAIN, PERUVIAN, PERUVIAN, EUROPEAN, SPACED]),
    fontSize: random.pick([5, 6, 7]),
    padding: random.pick([1, 2, 3, 5]),
    rules: random.pick(["grid", "grid", "rows", "header", "none"] as const),
    zebra,
    organ,
    organAgain: random.chance(0.5),
    headerOn: random.chance(0.75) ? "each" : "first",
    titleOn: random.chance(0.75) ? "each" : "first",
    verticalHeader: random.chance(0.2),
    align: random.pick(["right", "right", "center", "left"] as const),
    valign: random.pick(["top", "middle", "bottom"] as const),
    totalAlign: random.pick(["left", "center", "right"] as const),
    percentSign: random.chance(0.5),
    partRows: random.chance(0.15),
    pageNumbers: random.chance(0.4),
    watermark: random.chance(0.15) ? random.pick(["BORRADOR", "COPIA"]) : null,
  };
}
