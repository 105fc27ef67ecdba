import type { Flag, Word } from "../document.ts";
import type { Family } from "../family.ts";
import { doubt } from "../read/reading.ts";
import { seriesCells, seriesIn } from "../rules/cell-names.ts";
import { fold } from "../text/fold.ts";
import type { Region } from "./region.ts";
import { partTexts, textLines } from "./text-lines.ts";

/** What was done is called so in many ways: METAS EJECUTADAS 2024, LOGRO MENSUAL, RESULTADOS OBTENIDOS. */
const DONE = /\b(?:ALCANZ|AVANC|CUMPL|EFECTU|EJEC|LOGR|OBTEN|REALIZ|RESULTAD)/;
/** What stands over the first line of a header is read with it where it is this near, in heights of the font. */
const NEAR = 2.5;

/**
 * Makes a function that doubts the rows of a table whose months are taken for those of the plan, as no series is named, where
 * something over them may name what was done. Tables are given in the order of print: those without a header go on.
 */
export function createDoneDoubt({ series }: Pick<Family, "series">): (region: Region) => Flag[] {
  const [plan, ...others] = series;
  let latest: Flag[] = [];
  return (region) => {
    if (!region.hasHeader || plan === undefined || others.length === 0) return latest;
    const printed = seriesIn(region.columns.map(({ name }) => name));
    const texts = printed.length === 1 && printed[0] === plan.key ? textsOver(region, plan.key) : [];
    const isNamed = texts.some((text) => plan.header.some((name) => ` ${text} `.includes(` ${fold(name)} `)));
    const done = isNamed ? undefined : texts.find((text) => DONE.test(text));
    latest = done === undefined ? [] : [mayBeDone(done)];
    return latest;
  };
}

/** The texts, folded, that stand over the months and quarters alone of a table, in its header or close over that. */
function textsOver({ page, columns, rows, box }: Region, series: string): string[] {
  const periods = columns.filter(({ name }) => seriesCells(series).includes(name));
  const [left, right] = [periods[0]!.left, periods.at(-1)!.right];
  const bottom = rows[0]?.top ?? box[1];
  const isOver = ({ box: [, top, , end], size }: Word) =>
    end <= bottom + size / 2 && top >= box[1] - NEAR * size;
  return textLines(page.words.filter(isOver))
    .flatMap(({ words }) => partTexts(words))
    .filter(
      (words) => words[0]!.box[0] >= left - words[0]!.size && words.at(-1)!.box[2] <= right + words[0]!.size,
    )
    .map((words) => fold(words.map(({ text }) => text).join(" ")));
}

function mayBeDone(text: string): Flag {
  return doubt(
    "column-unknown",
    `Its months were taken for those of the plan, as none is named, and stand under "${text}"`,
  );
}
