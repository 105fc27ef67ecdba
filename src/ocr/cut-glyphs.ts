import { median } from "../rules/median.ts";
import { cutPiece } from "./cut-piece.ts";
import type { Piece } from "./find-pieces.ts";
import type { GrayImage } from "./gray-image.ts";

/** All glyphs are brought to this height; the width holds any figure of that height with room beside it. */
export const GLYPH_WIDTH = 18;
export const GLYPH_HEIGHT = 20;

/** A figure, or a mark between figures, cut out of a number. */
export interface Glyph {
  readonly kind: "figure" | "mark" | "dash";
  /** `GLYPH_WIDTH` by `GLYPH_HEIGHT` shades, 0 paper to 1 ink, row by row; empty for what is no figure. */
  readonly shades: Float32Array;
  /** Pixels of the page. */
  readonly left: number;
  readonly right: number;
  /** Of the figures of its number, in pixels. */
  readonly height: number;
  /** How far the middle of a figure stands from that of the figure before it, in heights; 0 where a mark is between. */
  readonly advance: number;
  /** How far a mark reaches below the figures, in their heights: a comma does, a point does not. */
  readonly drop: number;
}

/** All in heights of the number. What is lower is a point or a comma; that of bold print is 0.45 high. */
const MARK_HEIGHT = 0.55;
/** A minus sign is wider than this, and wider than high. */
const DASH = 0.25;
/** What is wider is two figures or more that touch: a figure and its gap are 0.75 wide in most fonts. */
const WIDE = 0.92;
const ADVANCE = 0.77;
/** Where two figures touch, ink is thinnest near the middle; how far from it to look. */
const SEARCH = 0.18;
/** Figures of one number differ by less. */
const SAME_HEIGHT = 0.15;

/**
 * Parts a number into its figures and marks, left to right: by its components, which it joins where a figure
 * is broken and parts where figures touch.
 */
export function cutGlyphs(page: GrayImage, piece: Piece): Glyph[] {
  const cut = cutPiece(page, piece);
  const tallest = Math.max(...piece.parts.map((part) => part.bottom - part.top));
  const spans = joinBroken(piece);
  const figures = spans.filter((span) => span.bottom - span.top >= MARK_HEIGHT * tallest);
  // All figures of a number are as high as most of them, whatever sticks to one of them.
  const height = median(figures.map((span) => span.bottom - span.top));
  const top = median(figures.map((span) => span.top));
  const sharp = new Map(figures.map((span) => [span, sharpen(cut, span)]));
  const sharpHeight = median([...sharp.values()].map((span) => span.bottom - span.top));
  const sharpTop = median([...sharp.values()].map((span) => span.top));
  const glyphs = spans.flatMap((span): Glyph[] => {
    const { left, right } = span;
    if (!figures.includes(span)) {
      const drop = (span.bottom - top) / height - 1;
      const isDash = right - left >= Math.max(DASH * height, 1.5 * (span.bottom - span.top));
      return [
        { kind: isDash ? "dash" : "mark", shades: new Float32Array(), left, right, height, advance: 0, drop },
      ];
    }
    const own = sharp.get(span)!;
    const isLevel = Math.abs(own.bottom - own.top - sharpHeight) <= SAME_HEIGHT * sharpHeight;
    const from = isLevel ? own.top : sharpTop;
    const edges = partTouching(cut, span, height);
    return edges.slice(1).map((edge, k) => {
      const sides = {
        left: k === 0 ? own.left : edges[k]!,
        right: k === edges.length - 2 ? own.right : edge,
      };
      return {
        kind: "figure",
        left: edges[k]!,
        right: edge,
        height,
        advance: 0,
        drop: 0,
        shades: normalise(cut, { ...sides, top: from, bottom: from + sharpHeight }),
      };
    });
  });
  return glyphs.map((glyph, k) => {
    const before = glyphs[k - 1];
    if (before?.kind !== "figure" || glyph.kind !== "figure") return glyph;
    return { ...glyph, advance: (glyph.left + glyph.right - before.left - before.right) / 2 / height };
  });
}

interface Span {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The parts of a piece from left to right, those above one another taken together. */
function joinBroken(piece: Piece): Span[] {
  const spans: Span[] = [];
  for (const { left, right, top, bottom } of piece.parts) {
    const last = spans.at(-1);
    if (
      last !== undefined &&
      Math.min(last.right, right) - left > 0.5 * Math.min(last.right - last.left, right - left)
    ) {
      last.right = Math.max(last.right, right);
      last.top = Math.min(last.top, top);
      last.bottom = Math.max(last.bottom, bottom);
    } else spans.push({ left, right, top, bottom });
  }
  return spans;
}

/** The edges between figures that touch: the first is the span's left, the last its right. */
function partTouching(cut: Cut, { left, right }: Span, height: number): number[] {
  const wide = right - left;
  const count =
    wide > WIDE * height ? Math.max(2, Math.round((wide + 0.1 * height) / (ADVANCE * height))) : 1;
  const inner = Array.from({ length: count - 1 }, (_, k) =>
    thinnest(cut, left + (wide * (k + 1)) / count, SEARCH * height),
  );
  return [left, ...inner, right];
}

type Cut = ReturnType<typeof cutPiece>;

/** The column with the least ink near `x`, in pixels of the page. */
function thinnest(cut: Cut, x: number, reach: number): number {
  let best = Math.round(x);
  let least = Number.POSITIVE_INFINITY;
  for (let column = Math.ceil(x - reach); column <= x + reach; column++) {
    let ink = Math.abs(column - x);
    for (let y = 0; y < cut.height; y++) ink += 255 - (cut.data[y * cut.width + column - cut.left] ?? 255);
    if (ink >= least) continue;
    least = ink;
    best = column;
  }
  return best;
}

/** Half ink, half paper. */
const HALF = 0.5;

/** The edges of a figure to parts of a pixel: where its ink is half of full ink. */
function sharpen(cut: Cut, { left, right, top, bottom }: Span): Span {
  const inkAt = (x: number, y: number) =>
    1 -
    (x < cut.left || x >= cut.left + cut.width
      ? 255
      : (cut.data[(y - cut.top) * cut.width + x - cut.left] ?? 255)) /
      255;
  const most = (from: number, past: number, ink: (at: number) => number) => {
    let most = 0;
    for (let at = from; at < past; at++) most = Math.max(most, ink(at));
    return most;
  };
  const row = (y: number) => most(left - 1, right + 1, (x) => inkAt(x, y));
  const column = (x: number) => most(top - 1, bottom + 1, (y) => inkAt(x, y));
  return {
    left: edgeOf(column, left, 1),
    right: edgeOf(column, right - 1, -1),
    top: edgeOf(row, top, 1),
    bottom: edgeOf(row, bottom - 1, -1),
  };
}

/** Where ink begins about pixel `near`, going in steps of `step`; the edge of a pixel that is all ink is its side. */
function edgeOf(ink: (at: number) => number, near: number, step: 1 | -1): number {
  // Beyond the pixel before, a neighbour may stand.
  for (const at of [near - step, near, near + step]) {
    const here = ink(at);
    if (here < HALF) continue;
    const before = at === near - step ? 0 : Math.min(HALF, ink(at - step));
    return at + 0.5 - step + (step * (HALF - before)) / Math.max(Number.EPSILON, here - before);
  }
  return step === 1 ? near : near + 1;
}

/** Brings a part of the page to the size of all glyphs, its middle in the middle. */
function normalise(cut: Cut, { left, right, top, bottom }: Span): Float32Array {
  const shades = new Float32Array(GLYPH_WIDTH * GLYPH_HEIGHT);
  const scale = (bottom - top) / (GLYPH_HEIGHT - 2);
  const middle = (left + right) / 2;
  for (let y = 0; y < GLYPH_HEIGHT; y++) {
    const fromY = top + (y - 0.5) * scale - 0.5;
    for (let x = 0; x < GLYPH_WIDTH; x++) {
      const fromX = middle + (x - GLYPH_WIDTH / 2 + 0.5) * scale - 0.5;
      // What belongs to the neighbour stays out.
      if (fromX < left - 1 || fromX > right) continue;
      shades[y * GLYPH_WIDTH + x] = shadeAt(cut, fromX - cut.left, fromY - cut.top);
    }
  }
  return shades;
}

function shadeAt({ width, height, data }: GrayImage, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  let ink = 0;
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    if (left + dx < 0 || left + dx >= width || top + dy < 0 || top + dy >= height) continue;
    const share = Math.abs(1 - dx - (x - left)) * Math.abs(1 - dy - (y - top));
    ink += (share * (255 - data[(top + dy) * width + left + dx]!)) / 255;
  }
  return ink;
}
