import type { Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import type { ScanImage } from "./read-scan.ts";

/** Kinds of picture that are read as a page of their own. */
const PICTURES = ["image/png", "image/jpeg"];
/** A page of A3 at 400 dpi has 31 million pixels. */
const MOST_PIXELS = 40_000_000;
/** The longer side of A4 in points: what a picture is taken for that does not say how large it was on paper. */
const LONGER_SIDE = 842;

export function isPicture({ mediaType }: Source): boolean {
  return PICTURES.includes(mediaType);
}

/**
 * A photograph or scan of one page.
 *
 * @throws {PoiError} `input-unreadable` where it is damaged, `input-too-large` where it has too many pixels
 */
export async function loadPicture(source: Source): Promise<ScanImage> {
  const { createCanvas, loadImage } = await import("@napi-rs/canvas");
  const image = await loadImage(Buffer.from(source.bytes)).catch((cause) => {
    throw new PoiError(
      "input-unreadable",
      `Cannot read '${source.name}' as its picture is damaged: ${cause}`,
      {
        place: { file: source.name },
        cause,
      },
    );
  });
  const { width, height } = image;
  if (width * height > MOST_PIXELS) {
    throw new PoiError(
      "input-too-large",
      `Cannot read '${source.name}' as it has ${width} by ${height} pixels`,
      {
        place: { file: source.name },
        hint: `make it smaller: ${MOST_PIXELS / 1e6} million pixels are a page of A3 at 400 dpi, and 300 dpi is enough`,
      },
    );
  }
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  return { canvas, scale: Math.max(width, height) / LONGER_SIDE };
}
