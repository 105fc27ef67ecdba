import type { Box } from "../../document.ts";
import { fold } from "../../text/fold.ts";
import type { FamilyInfo } from "../api.ts";
import type { DrawnPage, PrintedText } from "./draw-page.ts";
import { findRuledHeader } from "./find-ruled-header.ts";
import type { Band } from "./row-band.ts";

/** All in heights of a figure: a header stands so near above the first row, its columns' names so near its months'. */
const WITHIN = 20;
const LINES = 2.5;
/** How much is shown above the first row where no header can be made out. */
const HEIGHT = 5;
/** And how much above and below words. */
const EDGE = 0.5;

/**
 * The band that prints the names of the months, with the names of columns just above and below it; null where the page
 * does not print them, as those that follow the first often do not.
 *
 * @param cells the box around all cells of the page
 * @param figure height of the page's figures, in points
 */
export function findNamedHeader(
  page: DrawnPage,
  cells: Box,
  figure: number,
  family: FamilyInfo | null,
): Band | null {
  const above = page.texts.filter(
    ({ box: [, top, , bottom] }) => bottom <= cells[1] + 1 && top >= cells[1] - WITHIN * figure,
  );
  return within(cells, nameBand(above, cells, figure, family));
}

/**
 * What stands above the first row of a page whose header's words are not known: between ruling lines, as on scans, else
 * just above. Null where there is no room for it.
 */
export function findUnnamedHeader(page: DrawnPage, cells: Box, figure: number): Band | null {
  const ruled = findRuledHeader(page, cells, WITHIN * figure);
  return within(cells, ruled ?? { top: cells[1] - HEIGHT * figure, bottom: cells[1] });
}

function within([, firstRow]: Box, band: Band | null): Band | null {
  if (band === null) return null;
  const cut = { top: Math.max(0, band.top), bottom: Math.min(band.bottom, firstRow) };
  return cut.top >= cut.bottom ? null : cut;
}

function nameBand(
  texts: readonly PrintedText[],
  [left, , right]: Box,
  figure: number,
  family: FamilyInfo | null,
): Band | null {
  const months = new Set((family?.months ?? []).map(fold));
  const names = [
    family?.target ?? "",
    ...[...(family?.labels ?? []), ...(family?.series ?? [])].map(({ header }) => header),
  ];
  const columns = new Set(names.flatMap((name) => fold(name).split(" ")));
  const has = (words: ReadonlySet<string>, { text }: PrintedText) =>
    fold(text)
      .split(" ")
      .some((word) => words.has(word));
  const anchors = texts.filter((text) => has(months, text));
  if (anchors.length < 2) return null;
  const anchor = around(anchors);
  const found = texts.filter((text) => {
    const [from, top, to, bottom] = text.box;
    // Below the months and above the numbers stand their parts, such as P and E.
    const isPart = top >= anchor.bottom - figure && from >= left && to <= right;
    const isNear = bottom >= anchor.top - LINES * figure && top <= anchor.bottom + LINES * figure;
    return isNear && (isPart || has(columns, text));
  });
  const { top, bottom } = around([...anchors, ...found]);
  return { top: top - EDGE * figure, bottom: bottom + EDGE * figure };
}

function around(texts: readonly PrintedText[]): Band {
  return {
    top: Math.min(...texts.map(({ box }) => box[1])),
    bottom: Math.max(...texts.map(({ box }) => box[3])),
  };
}
