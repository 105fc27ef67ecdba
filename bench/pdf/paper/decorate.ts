import { put, rule } from "./draw.ts";
import type { Look } from "./look.ts";
import { measure } from "./measure.ts";
import type { Mark } from "./sheet.ts";

const STAMP_SIZE = 7;
const STAMP_COLOUR = "#1f3c88";
const WATERMARK_ANGLE = 30;

/** Adds what is put over or under a finished page: a watermark across it, and on the first page a signature's stamp. */
export function decorate(marks: readonly Mark[], look: Look, isFirst: boolean): Mark[] {
  const [width, height] = look.paper;
  return [
    ...(look.watermark === null ? [] : watermark(look.watermark, width, height)),
    ...marks,
    ...(look.stamp === null || !isFirst ? [] : stamp(look.stamp, width * 0.55, height * 0.42)),
  ];
}

function watermark(text: string, width: number, height: number): Mark[] {
  const marks: Mark[] = [];
  const size = height / 5;
  const long = measure(text, size, true);
  const turn = (WATERMARK_ANGLE * Math.PI) / 180;
  const x = (width - long * Math.cos(turn)) / 2;
  const y = (height + long * Math.sin(turn)) / 2 + size / 3;
  put(marks, text, x, y, size, { bold: true, angle: WATERMARK_ANGLE, colour: "#e4e4e4" });
  return marks;
}

function stamp(lines: readonly string[], left: number, top: number): Mark[] {
  const marks: Mark[] = [];
  const step = 1.2 * STAMP_SIZE;
  const right = left + Math.max(...lines.map((line) => measure(line, STAMP_SIZE))) + 8;
  const bottom = top + lines.length * step + 8;
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const;
  for (const [index, corner] of corners.entries()) {
    rule(marks, corner, corners[(index + 1) % 4] as readonly [number, number], 1, STAMP_COLOUR);
  }
  for (const [index, line] of lines.entries()) {
    put(marks, line, left + 4, top + 4 + 0.8 * step + index * step, STAMP_SIZE, { colour: STAMP_COLOUR });
  }
  return marks;
}
