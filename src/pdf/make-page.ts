import type { Page, Word } from "../document.ts";
import { areaOf } from "./area-of.ts";
import { joinRulings } from "./join-rulings.ts";
import { makeWords } from "./make-words.ts";
import type { Glyph, Painted } from "./read-operators.ts";
import type { Segment } from "./read-path.ts";
import { type Turns, turnBox, turnPoint } from "./turn.ts";

/** Text within this angle of a quarter turn, in degrees, stands straight. */
const STRAIGHT = 2;

/** What a page holds, and what of it is no part of a table. */
export interface ReadPage {
  readonly page: Page;
  /** Texts that stand aslant, such as a watermark. */
  readonly aslant: number;
  /** Share of the glyphs that are painted without ink. */
  readonly hidden: number;
  /** Share of the page that pictures cover, at most 1. */
  readonly pictured: number;
  /** Pixels of the longer side of its largest picture; 0 where that is not told. */
  readonly pictureSize: number;
}

/** Makes words, rulings and fills of what is painted, the page turned so that most of its text is upright. */
export function makePage(painted: Painted, number: number, width: number, height: number): ReadPage {
  const seen = painted.glyphs.filter(
    ({ x, y, size }) => size > 0 && x > -width && x < 2 * width && y > -size && y < height + size,
  );
  const byAngle = groupByAngle(seen);
  const turns = uprightTurns(byAngle);
  const turned = (angle: 0 | 90 | 180 | 270) => byAngle[((angle + turns * 90) % 360) as 0 | 90 | 180 | 270];
  const isSideways = turns % 2 === 1;
  const [pageWidth, pageHeight] = isSideways ? [height, width] : [width, height];
  const vertical = ([90, 270] as const).flatMap((angle): Word[] =>
    verticalWords(turned(angle), angle, turns, width, height, pageWidth, pageHeight),
  );
  const rulings = joinRulings(painted.segments.map((segment) => turnSegment(segment, turns, width, height)));
  const upright = makeWords(turnGlyphs(turned(0), turns, width, height), rulings.vertical);
  const page: Page = {
    number,
    width: pageWidth,
    height: pageHeight,
    words: [...upright, ...vertical],
    ...rulings,
    fills: painted.fills
      .filter(({ color }) => color !== "#ffffff")
      .map(({ box }) => turnBox(box, turns, width, height)),
    turns,
  };
  const inked = seen.filter(({ text }) => text.trim() !== "");
  const hidden = inked.filter((glyph) => glyph.isHidden).length;
  return {
    page,
    aslant: byAngle.aslant.length,
    hidden: inked.length === 0 ? 0 : hidden / inked.length,
    pictureSize: painted.pictureSize,
    pictured: Math.min(1, painted.images.reduce((sum, box) => sum + areaOf(box), 0) / (width * height)),
  };
}

interface ByAngle {
  readonly 0: Glyph[];
  readonly 90: Glyph[];
  readonly 180: Glyph[];
  readonly 270: Glyph[];
  readonly aslant: Glyph[];
}

/** Angles as they are seen: 90 is read upwards, 270 downwards. */
function groupByAngle(glyphs: readonly Glyph[]): ByAngle {
  const groups: ByAngle = { 0: [], 90: [], 180: [], 270: [], aslant: [] };
  for (const glyph of glyphs) {
    if (glyph.y === glyph.endY && glyph.x < glyph.endX) {
      groups[0].push(glyph);
      continue;
    }
    const degrees = (Math.atan2(glyph.y - glyph.endY, glyph.endX - glyph.x) * 180) / Math.PI;
    const quarter = Math.round(degrees / 90);
    if (Math.abs(degrees - quarter * 90) > STRAIGHT) groups.aslant.push(glyph);
    else groups[((((quarter * 90) % 360) + 360) % 360) as 0 | 90 | 180 | 270].push(glyph);
  }
  return groups;
}

/** Text at 90 degrees is read upwards, and one turn clockwise brings it upright. */
function uprightTurns(groups: ByAngle): Turns {
  const counts = [groups[0].length, groups[90].length, groups[180].length, groups[270].length];
  return counts.indexOf(Math.max(...counts)) as Turns;
}

function turnGlyphs(glyphs: readonly Glyph[], turns: Turns, width: number, height: number): readonly Glyph[] {
  if (turns === 0) return glyphs;
  return glyphs.map((glyph) => {
    const [x, y] = turnPoint(glyph.x, glyph.y, turns, width, height);
    const [endX, endY] = turnPoint(glyph.endX, glyph.endY, turns, width, height);
    return { ...glyph, x, y, endX, endY };
  });
}

/** Words that are read upwards or downwards on the turned page: read upright, then turned back into their places. */
function verticalWords(
  glyphs: readonly Glyph[],
  angle: 90 | 270,
  turns: Turns,
  width: number,
  height: number,
  pageWidth: number,
  pageHeight: number,
): Word[] {
  const more = angle === 90 ? 1 : 3;
  const upright = turnGlyphs(turnGlyphs(glyphs, turns, width, height), more, pageWidth, pageHeight);
  return makeWords(upright, []).map((word) => ({
    ...word,
    angle,
    box: turnBox(word.box, (4 - more) as Turns, pageHeight, pageWidth),
  }));
}

function turnSegment({ x0, y0, x1, y1 }: Segment, turns: Turns, width: number, height: number): Segment {
  const [ax, ay] = turnPoint(x0, y0, turns, width, height);
  const [bx, by] = turnPoint(x1, y1, turns, width, height);
  return { x0: ax, y0: ay, x1: bx, y1: by };
}
