import type { Canvas } from "@napi-rs/canvas";
import { decodeTiff } from "./decode-tiff.ts";
import { TIFF, type TiffDirectory } from "./tiff-directory.ts";

/** A page of a TIFF file as it is to be seen, with the dots per inch it was scanned with; null where it does not say. */
export interface TiffPage {
  readonly canvas: Canvas;
  readonly dpi: number | null;
}

/** Bit 0 of the kind of a picture: a smaller copy of another page; bit 2: a mask. */
const NO_PAGE = 0b101;
const CENTIMETRES = 3;
const CENTIMETRES_PER_INCH = 2.54;
/** Resolutions that a scan can have; others are a program's default for what it does not know. */
const LEAST_DPI = 90;
const MOST_DPI = 1300;
/** More says nothing more of print, and only costs time. */
const WANTED_DPI = 300;

/** Pictures of a TIFF file that are pages. */
export function isPage(directory: TiffDirectory): boolean {
  return ((directory.get(TIFF.subfile)?.[0] ?? 0) & NO_PAGE) === 0;
}

/** Draws a page upright as its orientation says, its dots made square (faxes have fewer lines than columns). */
export async function loadTiff(bytes: Uint8Array, directory: TiffDirectory): Promise<TiffPage> {
  const { createCanvas } = await import("@napi-rs/canvas");
  const stored = await decodeTiff(bytes, directory);
  const { width, height } = stored;
  const [across, down] = resolution(directory);
  const dpi = across === null || down === null ? null : Math.min(WANTED_DPI, Math.max(across, down));
  const [factorX, factorY] = dpi === null ? [1, 1] : [dpi / across!, dpi / down!];
  const wide = Math.round(width * factorX);
  const high = Math.round(height * factorY);
  const orientation = directory.get(TIFF.orientation)?.[0] ?? 1;
  const isSideways = orientation >= 5 && orientation <= 8;
  const canvas = isSideways ? createCanvas(high, wide) : createCanvas(wide, high);
  const context = canvas.getContext("2d");
  context.setTransform(...orient(orientation, wide, high));
  context.drawImage(stored, 0, 0, wide, high);
  return { canvas, dpi };
}

/** Dots per inch across and down. */
function resolution(directory: TiffDirectory): [number | null, number | null] {
  const unit = directory.get(TIFF.resolutionUnit)?.[0] ?? 2;
  const inch = unit === 1 ? 0 : unit === CENTIMETRES ? CENTIMETRES_PER_INCH : 1;
  const [x, y] = [TIFF.resolutionX, TIFF.resolutionY].map((tag) => (directory.get(tag)?.[0] ?? 0) * inch);
  const isScan = [x!, y!].every((dpi) => dpi >= LEAST_DPI && dpi <= MOST_DPI);
  return isScan ? [x!, y!] : [null, null];
}

/** The eight ways in which a page may be stored, as a matrix: 1 upright, 3 on its head, 6 and 8 on its sides, the others mirrored. */
function orient(
  orientation: number,
  width: number,
  height: number,
): [number, number, number, number, number, number] {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, width, 0];
    case 3:
      return [-1, 0, 0, -1, width, height];
    case 4:
      return [1, 0, 0, -1, 0, height];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, height, 0];
    case 7:
      return [0, -1, -1, 0, height, width];
    case 8:
      return [0, -1, 1, 0, 0, width];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}
