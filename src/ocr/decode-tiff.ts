import { createRequire } from "node:module";
import type { Canvas } from "@napi-rs/canvas";
import { drawJpegStrips } from "./draw-jpeg-strips.ts";
import { TIFF, type TiffDirectory } from "./tiff-directory.ts";

const JPEG = 7;
/** What scanners write: none, CCITT 1D, G3 and G4, LZW, JPEG, Deflate (two numbers), PackBits. */
const COMPRESSIONS = [1, 2, 3, 4, 5, JPEG, 8, 32946, 32773];
/**
 * Black on white, white on black, colours, a palette, and how many bits of each are unpacked: others would come out white.
 * What JPEG makes of colours is unpacked with it.
 */
const BITS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 4, 8, 16],
  1: [1, 2, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  6: [8],
};
/** Shades as fractions. */
const FLOATING = 3;
const MOST_BITS = 64;

/** The part of utif2 that is used: it unpacks a page by tags that we have read and checked ourselves. */
interface Utif {
  readonly decodeImage: (bytes: ArrayBuffer, page: UtifPage) => void;
  readonly toRGBA8: (page: UtifPage) => Uint8Array<ArrayBuffer>;
}
type UtifPage = Record<string, readonly number[] | Uint8Array>;

/**
 * Unpacks one page as it is stored.
 *
 * @throws {RangeError} where it is damaged, or written in a way that no scanner uses
 */
export async function decodeTiff(bytes: Uint8Array, directory: TiffDirectory): Promise<Canvas> {
  const tag = (number: number, otherwise: number) => directory.get(number)?.[0] ?? otherwise;
  const width = tag(TIFF.width, 0);
  const height = tag(TIFF.height, 0);
  if (width === 0 || height === 0) throw new RangeError("a page has no size");
  const compression = tag(TIFF.compression, 1);
  if (!COMPRESSIONS.includes(compression)) throw new RangeError(`it is compressed by method ${compression}`);
  const photometric = tag(TIFF.photometric, 0);
  const bits = tag(TIFF.bits, 1);
  if (BITS[photometric] === undefined) throw new RangeError(`its colours are of kind ${photometric}`);
  if (!BITS[photometric].includes(bits)) throw new RangeError(`its shades have ${bits} bits`);
  if (tag(TIFF.sampleFormat, 1) === FLOATING) throw new RangeError("its shades are fractions");
  if (directory.has(TIFF.tiles)) throw new RangeError("it is parted into tiles");
  const samples = tag(TIFF.samples, 1);
  if (samples > 1 && tag(TIFF.planes, 1) !== 1) throw new RangeError("its colours are stored apart");
  if (samples * bits > MOST_BITS) throw new RangeError("it has too many bits a pixel");
  checkStrips(bytes, directory);
  const { createCanvas, ImageData } = await import("@napi-rs/canvas");
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  if (compression === JPEG) {
    await drawJpegStrips(context, bytes, directory);
    return canvas;
  }
  const utif: Utif = createRequire(import.meta.url)("utif2");
  const page: UtifPage = Object.fromEntries([...directory].map(([number, values]) => [`t${number}`, values]));
  utif.decodeImage(new Uint8Array(bytes).buffer, page);
  const rgba = new Uint8ClampedArray(utif.toRGBA8(page).buffer);
  context.putImageData(new ImageData(rgba, width, height), 0, 0);
  return canvas;
}

/** A strip that is not all there would come out white, and white is a blank. */
function checkStrips(bytes: Uint8Array, directory: TiffDirectory): void {
  const offsets = directory.get(TIFF.offsets) ?? [];
  const counts = directory.get(TIFF.counts) ?? [];
  if (offsets.length === 0 || offsets.length !== counts.length) throw new RangeError("a page has no picture");
  const isWhole = offsets.every((offset, k) => counts[k]! > 0 && offset + counts[k]! <= bytes.length);
  if (!isWhole) throw new RangeError("it ends before its picture does");
}
