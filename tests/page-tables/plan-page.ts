import type { Page, Ruling, Word } from "../../src/document.ts";
import { pageOf, wordAt, wordsAt } from "./words.ts";

const MONTHS = "ENE FEB MAR ABR MAY JUN JUL AGO SET OCT NOV DIC".split(" ");
/** The left edges of the columns, in points, and the right edge of the last one. */
const LABELS = [20, 120, 260];
const NUMBERS = Array.from({ length: 13 }, (_, i) => 330 + 30 * i);
const EDGES = [...LABELS, ...NUMBERS, NUMBERS.at(-1)! + 30];
const HEADER = ["ÓRGANO", "ACTIVIDAD POI", "UNIDAD DE MEDIDA", "META", ...MONTHS];

/** Texts in the columns of a plan: organ, activity, unit, target and twelve months, all on one line. */
export function planLine(y: number, texts: readonly string[]): Word[] {
  return texts.flatMap((text, i) => {
    if (text === "") return [];
    // Numbers end at the right edge of their column, texts begin at its left one.
    return i < LABELS.length
      ? wordsAt(text, EDGES[i]! + 3, y)
      : [wordAt(text, EDGES[i + 1]! - 5 - 5 * text.length, y)];
  });
}

export function planHeader(y: number): Word[] {
  return HEADER.flatMap((text, i) => wordsAt(text, EDGES[i]! + 3, y));
}

/** A row with a target and each month the same. */
export function planRow(
  y: number,
  organ: string,
  activity: string,
  unit: string,
  target = "24",
  month = "2",
): Word[] {
  return planLine(y, [organ, activity, unit, target, ...MONTHS.map(() => month)]);
}

/** The lines around cells: rows between the given heights, all columns of a plan. */
export function planRulings(ys: readonly number[]): { horizontal: Ruling[]; vertical: Ruling[] } {
  const [left, right] = [EDGES[0]!, EDGES.at(-1)!];
  return {
    horizontal: ys.map((at) => ({ at, from: left, to: right })),
    vertical: EDGES.map((at) => ({ at, from: ys[0]!, to: ys.at(-1)! })),
  };
}

export function planPage(words: readonly Word[], part: Partial<Page> = {}): Page {
  return pageOf({ width: 760, height: 600, words, ...part });
}
