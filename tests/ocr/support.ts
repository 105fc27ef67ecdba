import type { Bitmap } from "../../src/ocr/binarise.ts";
import type { GrayImage } from "../../src/ocr/gray-image.ts";

/** A picture from rows of characters: `#` is ink, a space paper, digits shades from 0 (black) to 9 (nearly white). */
export function picture(...rows: string[]): GrayImage {
  const width = Math.max(...rows.map((row) => row.length));
  const data = rows.flatMap((row) =>
    [...row.padEnd(width)].map((mark) => (mark === "#" ? 0 : /\d/.test(mark) ? Number(mark) * 25 : 255)),
  );
  return { width, height: rows.length, data: Uint8Array.from(data) };
}

export function bitmapOf(image: GrayImage): Bitmap {
  return { ...image, data: image.data.map((shade) => (shade < 128 ? 1 : 0)) };
}

export function rowsOf({ width, height, data }: GrayImage): string[] {
  return Array.from({ length: height }, (_, y) =>
    [...data.subarray(y * width, (y + 1) * width)].map((shade) => (shade < 128 ? "#" : " ")).join(""),
  );
}

export function paper(width: number, height: number, shade = 255): GrayImage {
  return { width, height, data: new Uint8Array(width * height).fill(shade) };
}

/** Fills a box with a shade, in place. */
export function fill(
  { width, data }: GrayImage,
  left: number,
  top: number,
  right: number,
  bottom: number,
  shade = 0,
): void {
  for (let y = top; y < bottom; y++) data.fill(shade, y * width + left, y * width + right);
}

/** Figures of 5 by 7 pixels. */
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  "0": [" ### ", "#   #", "#   #", "#   #", "#   #", "#   #", " ### "],
  "1": ["  #  ", " ##  ", "# #  ", "  #  ", "  #  ", "  #  ", "#####"],
  "2": [" ### ", "#   #", "    #", "   # ", "  #  ", " #   ", "#####"],
  "4": ["   # ", "  ## ", " # # ", "#  # ", "#####", "   # ", "   # "],
  "7": ["#####", "    #", "   # ", "  #  ", "  #  ", "  #  ", "  #  "],
  S: [" ####", "#    ", "#    ", " ### ", "    #", "    #", "#### "],
  "/": ["    #", "    #", "   # ", "  #  ", " #   ", "#    ", "#    "],
  ",": ["     ", "     ", "     ", "     ", "     ", "     ", "  ## ", "  #  "],
  ".": ["     ", "     ", "     ", "     ", "     ", "  ## ", "  ## "],
};

/** Writes figures into a picture, `size` pixels for each of theirs. */
export function write(image: GrayImage, text: string, left: number, top: number, size = 3): void {
  let start = left;
  for (const figure of text) {
    for (const [y, row] of FIGURES[figure]!.entries()) {
      for (const [x, mark] of [...row].entries()) {
        if (mark !== "#") continue;
        const at = start + x * size;
        fill(image, at, top + y * size, at + size, top + (y + 1) * size);
      }
    }
    start += (/[\dS/]/.test(figure) ? 6 : 5) * size;
  }
}
