import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { sourceFromBytes } from "../../../src/acquire/source-from-bytes.ts";
import type { Box } from "../../../src/document.ts";
import { tiltBox } from "../../../src/page-tables/tilt-box.ts";
import { type Turns, turnBox } from "../../../src/pdf/turn.ts";
import type { Shown } from "../../../src/review/print/pictures.ts";
import type { Extraction, Row } from "../../../src/schema.ts";

/** A page as wide as the longer side that a picture is taken to have on paper: a pixel is a point. */
const WIDTH = 842;
const HEIGHT = 500;
export const HEADER = { top: 60, bottom: 100 };
const ROWS = 6;
const CELLS = ["target", "programmed.jan", "programmed.feb", "programmed.mar", "programmed.q1"];

/** A colour of its own for each cell of each row. */
export function colourOf(row: number, cell: number): [number, number, number] {
  return [30 + row * 35, 20 + cell * 40, 120];
}

function boxOf(row: number, cell: number): Box {
  const [left, top] = [150 + cell * 150, 110 + row * 40];
  return [left, top, left + 24, top + 12];
}

/** A table whose cells are spots of colour, with ruling lines around its header and rows. */
function paintPage(): Canvas {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = "black";
  for (const y of [HEADER.top, HEADER.bottom]) context.fillRect(30, y - 1, 782, 2);
  for (let row = 0; row < ROWS; row++) {
    context.fillRect(30, 135 + row * 40, 782, 2);
    for (const cell of CELLS.keys()) {
      const [left, top, right, bottom] = boxOf(row, cell);
      context.fillStyle = `rgb(${colourOf(row, cell).join(" ")})`;
      context.fillRect(left, top, right - left, bottom - top);
    }
  }
  return canvas;
}

/**
 * The page as a scanner gives it, with its result: laid by some quarter turns and a little askew.
 *
 * @param turns quarter turns, clockwise, that bring it upright
 * @param skew degrees by which its lines fall to the right then
 */
export function paintedPage(turns: Turns, skew: number): Pick<Shown, "extraction" | "source"> {
  const page = paintPage();
  const back = ((4 - turns) % 4) as Turns;
  const [across, down] = turns % 2 === 0 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH];
  const seen = createCanvas(across, down);
  const context = seen.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, across, down);
  context.translate(across / 2, down / 2);
  context.rotate((back * Math.PI) / 2 + (skew * Math.PI) / 180);
  context.drawImage(page, -WIDTH / 2, -HEIGHT / 2);
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const cells = CELLS.map((cell, k) => {
      const box = turnBox(tiltBox(boxOf(row, k), skew, WIDTH, HEIGHT), back, WIDTH, HEIGHT);
      return [cell, { text: "1", page: 1, box }] as const;
    });
    return {
      id: `1-${row}`,
      page: 1,
      source: { text: "", cells: Object.fromEntries(cells) },
    } as unknown as Row;
  });
  return {
    extraction: { rows, totals: [] } as unknown as Extraction,
    source: sourceFromBytes("page.png", seen.toBuffer("image/png")),
  };
}
