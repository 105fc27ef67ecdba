import type { Box, Word } from "../document.ts";
import { COLORS } from "./colors.ts";
import { drawLegend, drawTitle } from "./draw-legend.ts";
import { drawTable, reachAbove } from "./draw-table.ts";
import type { Drawing, Layer, Shape } from "./drawing.ts";
import type { PageFacts } from "./page-facts.ts";

/** Room beside the page for the ids of rows, and around everything, in points. */
const LEFT = 40;
const MARGIN = 10;
/** More words or lines are not drawn: no viewer shows them, and nobody reads them. */
const MAX_SHAPES = 20_000;
/** The page is pale, so that what is drawn over it stands out. */
const PALE = 0.45;

/**
 * Draws what was found on a page, over the page itself.
 *
 * @param picture the page as a PNG, before its quarter turns; null leaves it out
 */
export function drawPage(found: PageFacts, picture: Uint8Array | null): Drawing {
  const facts = { ...found, notes: [...found.notes, ...noteLeftOut(found)] };
  const { width, height, turns } = facts;
  const covered = facts.tables.map(({ box }) => box);
  const loneGrids = facts.grids.filter(({ box }) => !covered.some((table) => overlaps(table, box)));
  const names = Math.max(0, ...facts.tables.map(reachAbove));
  const title = drawTitle(facts, 0);
  const above = names + title.height + MARGIN;
  const legend = drawLegend(facts, height);
  const layers: Layer[] = [
    {
      name: "picture",
      shapes:
        picture === null ? [] : [{ kind: "picture", png: picture, width, height, turns, opacity: PALE }],
    },
    { name: "page", shapes: [{ kind: "rect", box: [0, 0, width, height], stroke: COLORS.word, width: 0.5 }] },
    {
      name: "fills",
      shapes: facts.fills.map((box) => ({ kind: "rect", box, fill: COLORS.fill, opacity: 0.18 })),
    },
    { name: "rulings", shapes: rulings(facts) },
    { name: "words", shapes: facts.words.map((word) => wordBox(word, COLORS.word)) },
    { name: "unplaced", shapes: facts.unplaced.map(unplaced) },
    { name: "stamps", shapes: facts.stamps.flatMap(stamp) },
    {
      name: "grids",
      shapes: loneGrids.flatMap(({ cells }) =>
        cells.map((box): Shape => ({ kind: "rect", box, stroke: COLORS.grid, width: 0.6 })),
      ),
    },
    ...facts.tables.flatMap(drawTable),
    { name: "title", shapes: drawTitle(facts, MARGIN / 2 - above).shapes },
    { name: "legend", shapes: legend.shapes },
  ];
  return {
    box: [-LEFT, -above, width + MARGIN, height + legend.height + MARGIN],
    layers: layers
      .map(({ name, shapes }) => ({ name, shapes: shapes.slice(0, MAX_SHAPES) }))
      .filter(({ shapes }) => shapes.length > 0),
  };
}

function noteLeftOut({ words, horizontal, vertical, fills }: PageFacts): string[] {
  const most = Math.max(words.length, horizontal.length + vertical.length, fills.length);
  if (most <= MAX_SHAPES) return [];
  return [`Of words, lines and shadings only ${MAX_SHAPES} each are drawn, of up to ${most}.`];
}

function rulings({ horizontal, vertical }: PageFacts): Shape[] {
  const line = (box: Box): Shape => ({ kind: "line", box, stroke: COLORS.ruling, width: 0.7 });
  return [
    ...horizontal.map(({ at, from, to }) => line([from, at, to, at])),
    ...vertical.map(({ at, from, to }) => line([at, from, at, to])),
  ];
}

function wordBox({ box, text, size, angle }: Word, stroke: string): Shape {
  const turned = angle === 0 ? "" : `, read at ${angle} degrees`;
  const title = `"${text}", ${size.toFixed(1)} points${turned}`;
  return { kind: "rect", box, stroke, width: 0.3, title };
}

function unplaced({ box, text }: Word): Shape {
  const color = COLORS.unplaced;
  const title = `"${text}" stands in no cell`;
  return { kind: "rect", box, fill: color, opacity: 0.15, stroke: color, width: 0.8, title };
}

function stamp(word: Word): Shape[] {
  const [left, top, right, bottom] = word.box;
  return [
    wordBox(word, COLORS.stamp),
    { kind: "line", box: [left, bottom, right, top], stroke: COLORS.stamp, width: 0.6 },
  ];
}

function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
