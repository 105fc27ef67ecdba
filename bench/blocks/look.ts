import type { Random } from "../random.ts";
import type { BlockFamilyId } from "./plan/block-plan.ts";
import { type NumberLook, randomNumbers } from "./plan/style.ts";

/** How the parts of a report are put together. */
export interface Layout {
  /** Whether a colon stands between the name of a context and what it is. */
  readonly colons: boolean;
  /** What stands between the code of an objective and its text; `cell` for a cell of its own. */
  readonly codeMark: "cell" | " - " | " " | ": ";
  /** Whether an activity's lines are rows of the table, or stand under each other in its cells. */
  readonly nested: boolean;
  /** Where the header is printed. */
  readonly headers: "group" | "once" | "page";
  /** Whether a web report prints what each action comes to. */
  readonly subtotals: boolean;
}

/** What prints reports: the first of them from spreadsheets, the others from HTML. */
export const PRODUCERS = ["libreoffice", "chromium", "weasyprint", "wkhtmltopdf"] as const;
export type Producer = (typeof PRODUCERS)[number];

/** How a report looks on paper. */
export interface BlockLook {
  readonly producer: Producer;
  readonly layout: Layout;
  readonly numbers: NumberLook;
  /** In points. */
  readonly paper: readonly [width: number, height: number];
  readonly margin: number;
  readonly fontSize: number;
  readonly font: string;
  readonly shades: boolean;
  readonly rulings: "none" | "rows" | "grid";
  readonly numberAlign: "right" | "center";
  readonly valign: "middle" | "top" | "bottom";
  readonly autoWidths: boolean;
  /** Empty points over the report, which move its page breaks. */
  readonly lead: number;
  readonly prosePages: number;
  readonly runningHead: boolean;
  /** How words are drawn: as they are, letter by letter, or with gaps as kerning leaves them. */
  readonly drawing: "plain" | "letters" | "kerned";
  readonly stamp: boolean;
  /** In quarter turns clockwise. */
  readonly turns: 0 | 1 | 3;
}

const A4: readonly [number, number] = [841.9, 595.3];
const LETTER: readonly [number, number] = [792, 612];
const A3: readonly [number, number] = [1190.6, 841.9];
const UPRIGHT: readonly [number, number] = [595.3, 841.9];

export function randomLook(
  family: BlockFamilyId,
  producer: BlockLook["producer"],
  random: Random,
): BlockLook {
  const isWeb = producer !== "libreoffice";
  const wide = family === "seguimiento" || family === "seguimiento-web";
  const runningHead = random.chance(0.6);
  const paper = family === "ceplan-b6" ? random.pick([UPRIGHT, A4]) : random.pick([A4, A4, LETTER, A3]);
  return {
    producer,
    layout: {
      colons: random.chance(0.6),
      codeMark: random.pick(["cell", "cell", " - ", " "]),
      nested: isWeb && random.chance(0.25),
      // Each sheet has its own.
      headers:
        family === "ficha-poi"
          ? "group"
          : random.pick(isWeb ? ["group", "group", "once", "page"] : ["group", "group", "once"]),
      subtotals: random.chance(0.8),
    },
    numbers: randomNumbers(random),
    paper,
    // A browser prints its date and address within the margin.
    margin: random.int(isWeb && runningHead ? 40 : 18, 48),
    fontSize: (random.int(wide ? 36 : 44, wide ? 48 : 62) / 10) * (paper === A3 ? 1.3 : 1),
    font: random.pick(["Liberation Sans", "DejaVu Sans Condensed", "Liberation Sans Narrow", "Nimbus Sans"]),
    shades: random.chance(0.55),
    rulings: random.pick(["none", "none", "rows", "grid"]),
    numberAlign: random.chance(0.6) ? "right" : "center",
    valign: random.pick(["middle", "middle", "middle", "top", "bottom"]),
    autoWidths: isWeb && random.chance(0.7),
    lead: random.int(0, 160),
    prosePages: random.pick([0, 0, 0, 1, 3]),
    runningHead,
    drawing: random.pick(["plain", "plain", "plain", "letters", "kerned"]),
    stamp: random.chance(0.25),
    turns: random.pick([0, 0, 0, 0, 1, 3]),
  };
}
