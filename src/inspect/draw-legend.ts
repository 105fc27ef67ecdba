import { COLORS, STATE_COLORS } from "./colors.ts";
import type { Shape } from "./drawing.ts";
import type { PageFacts } from "./page-facts.ts";
import { textWidth, wrapText } from "./text-width.ts";

const SIZE = 7;
const LINE = 10;
/** Flags shown below the page; all are in the JSON. */
const MAX_FLAGS = 12;

/** Shapes one under the other, and the height they take up, in points. */
export interface Block {
  readonly shapes: readonly Shape[];
  readonly height: number;
}

/** What the drawing shows and what a person should know of it, in lines from `y` downwards. */
export function drawTitle(facts: PageFacts, y: number): Block {
  const { document, page, pages, family, score, runnerUp } = facts;
  const fit = score === null ? "" : `, fits ${score.toFixed(2)}`;
  const next = runnerUp === null ? "" : `; next ${runnerUp.id}, ${runnerUp.score.toFixed(2)}`;
  const known = family === null ? `no family recognised${fit}${next}` : `family ${family}${fit}${next}`;
  return drawLines([`${document}, page ${page} of ${pages} · ${known}`, ...facts.notes], facts.width, y);
}

/** What the colours mean, then the flags of the page's rows and of the document. */
export function drawLegend(facts: PageFacts, y: number): Block {
  const key = drawKey(facts.width, y);
  // An activity on several lines is several rows of the table.
  const flags = new Set([
    ...facts.tables.flatMap(({ rows }) =>
      rows.flatMap(({ id, flags }) => flags.map(({ message }) => `Row ${id}: ${message}`)),
    ),
    ...facts.flags.map(({ message }) => `Document: ${message}`),
  ]);
  const shown = [...flags].slice(0, MAX_FLAGS);
  if (flags.size > shown.length) shown.push(`… and ${flags.size - shown.length} more: see --json`);
  const list = drawLines(shown, facts.width, y + key.height);
  return { shapes: [...key.shapes, ...list.shapes], height: key.height + list.height };
}

const KEY: readonly (readonly [color: string, text: string])[] = [
  [COLORS.word, "word"],
  [COLORS.unplaced, "number in no cell"],
  [COLORS.stamp, "stamp, left out"],
  [COLORS.ruling, "ruling, as joined"],
  [COLORS.fill, "shading"],
  [COLORS.grid, "grid of lines without a header"],
  [COLORS.table, "table, columns, rows"],
  [COLORS.label, "text column"],
  [STATE_COLORS.verified, "number in a verified row"],
  [STATE_COLORS.repaired, "repaired"],
  [STATE_COLORS.unverified, "nothing to check against"],
  [STATE_COLORS.review, "needs review"],
  [STATE_COLORS.none, "no row of the output"],
];
const KEY_NOTE =
  "Small numbers are those read; [ ] was inferred where nothing is printed, ? could not be settled.";

function drawKey(width: number, y: number): Block {
  const shapes: Shape[] = [];
  let x = 0;
  let line = y + LINE;
  for (const [color, text] of KEY) {
    const needed = SIZE + 3 + textWidth(text, SIZE) + 10;
    if (x > 0 && x + needed > width) {
      x = 0;
      line += LINE;
    }
    const box = [x, line - SIZE + 1, x + SIZE, line + 1] as const;
    shapes.push({ kind: "rect", box, fill: color, opacity: 0.35, stroke: color, width: 0.8 });
    shapes.push({ kind: "text", x: x + SIZE + 3, y: line, text, size: SIZE, color: COLORS.ink });
    x += needed;
  }
  const note = drawLines([KEY_NOTE], width, line);
  return { shapes: [...shapes, ...note.shapes], height: line + note.height - y };
}

function drawLines(texts: readonly string[], width: number, y: number): Block {
  const lines = texts.flatMap((text) => wrapText(text, SIZE, width));
  return {
    shapes: lines.map(
      (text, i): Shape => ({
        kind: "text",
        x: 0,
        y: y + (i + 1) * LINE,
        text,
        size: SIZE,
        color: COLORS.ink,
      }),
    ),
    height: lines.length * LINE,
  };
}
