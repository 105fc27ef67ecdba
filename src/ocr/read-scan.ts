import type { Box, Page, Ruling, Word } from "../document.ts";
import { type Bitmap, binarise } from "./binarise.ts";
import type { Engine } from "./engine.ts";
import { runsAcross, standsOnHead } from "./find-orientation.ts";
import { findSkew } from "./find-skew.ts";
import type { Stroke } from "./find-strokes.ts";
import type { TintedImage } from "./gray-image.ts";
import { levelImage } from "./level-image.ts";
import { type LiftedImage, liftStamps } from "./lift-stamps.ts";
import { type PreparedPage, preparePage, SURROUNDINGS } from "./prepare-page.ts";
import type { Print } from "./print.ts";
import { readPrint } from "./read-print.ts";
import { type Turn, turnImage } from "./turn-image.ts";

/** A page as a picture. */
export interface ScanImage {
  readonly image: TintedImage;
  /** Pixels per PDF point, the same both ways. */
  readonly scale: number;
}

/** A scanned page, read. */
export interface Scan {
  /** The page as it is to be read: upright and level. */
  readonly page: Page;
  /** By how many degrees the turned page's lines fell to the right; it was turned level about its middle. */
  readonly skew: number;
}

/** Colour and font of a scan are not known. */
const SCANNED = "";
/** A font is so much higher than its capitals. */
const FONT_HEIGHT = 1 / 0.72;

/** Reads the picture of a page into words, with the ways to read each number, and ruling lines, in PDF points. */
export async function readScan(
  { image, scale }: ScanImage,
  pageNumber: number,
  engine: Engine,
): Promise<Scan> {
  const dpi = scale * 72;
  const lifted = liftStamps(image, dpi);
  const bitmap = binarise(lifted.image, Math.round(SURROUNDINGS * dpi));
  const across = runsAcross(bitmap, dpi);
  const first = uprightPage(lifted, bitmap, across ? 0 : 90, dpi);
  const isTurned = await standsOnHead(first.prepared, engine);
  const turn: Turn = across ? (isTurned ? 180 : 0) : isTurned ? 270 : 90;
  const { prepared, skew } = isTurned ? uprightPage(lifted, bitmap, turn, dpi) : first;
  const print = await readPrint(prepared, engine);
  return { page: toPage(prepared, print, scale, pageNumber, turn), skew };
}

function uprightPage(
  { image, stamps }: LiftedImage,
  bitmap: Bitmap,
  turn: Turn,
  dpi: number,
): { prepared: PreparedPage; skew: number } {
  const skew = findSkew(turnImage(bitmap, turn));
  const marks = stamps === null ? null : levelImage(turnImage(stamps, turn), skew);
  return { prepared: preparePage(levelImage(turnImage(image, turn), skew), dpi, marks), skew };
}

function toPage(
  prepared: PreparedPage,
  print: readonly Print[],
  scale: number,
  number: number,
  turn: Turn,
): Page {
  const points = (pixels: number) => Math.round((pixels / scale) * 100) / 100;
  const ruling = ({ at, from, to }: Stroke): Ruling => ({
    at: points(at),
    from: points(from),
    to: points(to),
  });
  const word = ({ left, top, right, bottom, text, readings, angle: turned }: Print): Word => {
    const angle: Word["angle"] = turned ?? 0;
    const box: Box = [points(left), points(top), points(right), points(bottom)];
    const size = points((angle === 0 ? bottom - top : right - left) * FONT_HEIGHT);
    const word = { text, box, size, angle, style: SCANNED };
    return readings.length === 0 ? word : { ...word, readings };
  };
  return {
    number,
    width: points(prepared.image.width),
    height: points(prepared.image.height),
    words: print.map(word),
    horizontal: prepared.rulings.horizontal.map(ruling),
    vertical: prepared.rulings.vertical.map(ruling),
    fills: [],
    turns: (turn / 90) as Page["turns"],
  };
}
