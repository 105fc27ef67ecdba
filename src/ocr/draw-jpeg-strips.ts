import type { SKRSContext2D } from "@napi-rs/canvas";
import { TIFF, type TiffDirectory } from "./tiff-directory.ts";

/** Start and end of a picture, two bytes each. */
const START = [0xff, 0xd8];
const MARKER = 2;
/** Says that the colours are red, green and blue, as photometric 2 does; without it they are taken for JPEG's own. */
const PLAIN_RGB = [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0];
const RGB = 2;

/**
 * Draws a page whose strips are JPEG pictures that share their tables (TIFF Technical Note 2). They are unpacked by
 * the canvas: utif2 draws those in grey wrongly.
 */
export async function drawJpegStrips(
  context: SKRSContext2D,
  bytes: Uint8Array,
  directory: TiffDirectory,
): Promise<void> {
  const { loadImage } = await import("@napi-rs/canvas");
  const counts = directory.get(TIFF.counts)!;
  const rows = directory.get(TIFF.rowsPerStrip)?.[0] ?? context.canvas.height;
  const tables = directory.get(TIFF.jpegTables)?.slice(MARKER, -MARKER) ?? [];
  const colours = directory.get(TIFF.photometric)?.[0] === RGB ? PLAIN_RGB : [];
  for (const [k, offset] of directory.get(TIFF.offsets)!.entries()) {
    const strip = bytes.subarray(offset + MARKER, offset + counts[k]!);
    const image = await loadImage(Buffer.concat([Buffer.from([...START, ...colours, ...tables]), strip]));
    context.drawImage(image, 0, k * rows);
  }
}
