import type { Canvas } from "@napi-rs/canvas";
import type { Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import type { TiffDirectory } from "./tiff-directory.ts";

/** Kinds of picture that are read as pages of their own. */
const PICTURES = ["image/png", "image/jpeg", "image/tiff"];
/** A page of A3 at 400 dpi has 31 million pixels. */
const MOST_PIXELS = 40_000_000;
/** The longer side of A4 in points: what a picture is taken for that does not say how large it was on paper. */
const LONGER_SIDE = 842;
const POINTS_PER_INCH = 72;

/** A page as it lies in its file. */
export interface Picture {
  readonly canvas: Canvas;
  /** Pixels per PDF point, the same both ways. */
  readonly scale: number;
}

/** The pages of a picture; PNG and JPEG have one. */
export interface Pictures {
  readonly count: number;
  /** Page `number`, 1-based. */
  readonly load: (number: number) => Promise<Picture>;
}

export function isPicture({ mediaType }: Source): boolean {
  return PICTURES.includes(mediaType);
}

/**
 * Opens a photograph, or a scan of one page or several.
 *
 * @throws {PoiError} `input-unreadable` where it is damaged, `input-too-large` where it has too many pixels; `load` too
 */
export async function openPictures(source: Source): Promise<Pictures> {
  return source.mediaType === "image/tiff" ? await openTiff(source) : openImage(source);
}

function openImage(source: Source): Pictures {
  return {
    count: 1,
    load: async () => {
      const { createCanvas, loadImage } = await import("@napi-rs/canvas");
      const image = await loadImage(Buffer.from(source.bytes)).catch((cause) => {
        throw damaged(source, cause);
      });
      const { width, height } = image;
      checkSize(source, width, height);
      const canvas = createCanvas(width, height);
      canvas.getContext("2d").drawImage(image, 0, 0);
      return { canvas, scale: Math.max(width, height) / LONGER_SIDE };
    },
  };
}

async function openTiff(source: Source): Promise<Pictures> {
  const [{ readTiffDirectories, TIFF }, { isPage, loadTiff }] = await Promise.all([
    import("./tiff-directory.ts"),
    import("./load-tiff.ts"),
  ]);
  let pages: TiffDirectory[] = [];
  try {
    pages = readTiffDirectories(source.bytes).filter(isPage);
  } catch (cause) {
    throw damaged(source, cause);
  }
  if (pages.length === 0) throw damaged(source, "it has no page");
  return {
    count: pages.length,
    load: async (number) => {
      const page = pages[number - 1]!;
      checkSize(source, page.get(TIFF.width)?.[0] ?? 0, page.get(TIFF.height)?.[0] ?? 0, number);
      const { canvas, dpi } = await loadTiff(source.bytes, page).catch((cause) => {
        throw damaged(source, cause, number);
      });
      const scale =
        dpi === null ? Math.max(canvas.width, canvas.height) / LONGER_SIDE : dpi / POINTS_PER_INCH;
      return { canvas, scale };
    },
  };
}

function checkSize(source: Source, width: number, height: number, page?: number): void {
  if (width * height <= MOST_PIXELS) return;
  throw new PoiError(
    "input-too-large",
    `Cannot read '${source.name}' as it has ${width} by ${height} pixels`,
    {
      place: { file: source.name, page },
      hint: `make it smaller: ${MOST_PIXELS / 1e6} million pixels are a page of A3 at 400 dpi, and 300 dpi is enough`,
    },
  );
}

function damaged(source: Source, cause: unknown, page?: number): PoiError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PoiError(
    "input-unreadable",
    `Cannot read '${source.name}' as its picture is damaged: ${reason}`,
    {
      place: { file: source.name, page },
      cause,
      hint: "save it again as a PDF, PNG or JPEG",
    },
  );
}
