import type { Canvas } from "@napi-rs/canvas";
import type { Box, Source } from "../document.ts";
import { openPictures } from "../ocr/load-picture.ts";
import { renderPage } from "../pdf/render-page.ts";
import { withDocument } from "../pdf/with-document.ts";
import type { Extraction, Row } from "../schema.ts";
import { fold } from "../text/fold.ts";
import type { FamilyInfo, Picture } from "./api.ts";

/** Pixels per point: 6-point figures, the smallest that plans print, come out 15 pixels high. */
const SCALE = 2.5;
/** Pages kept as pictures: the one in view, the one before, and the next. */
const KEPT_PAGES = 4;
/** What is shown above and below the row, in points: half a row of the smallest print. */
const MARGIN = 10;
/** A header stands within so many points above the first row, and where its words are not found, so high. */
const HEADER_WITHIN = 160;
const HEADER_HEIGHT = 40;
/** Names of columns stand so near the names of the months: two lines of small print. */
const HEADER_LINES = 20;

interface DrawnPage {
  readonly canvas: Canvas;
  /** Pixels per point of the boxes. */
  readonly scale: number;
  readonly texts: readonly { readonly text: string; readonly top: number; readonly bottom: number }[];
}

/** A stretch of the page from left to right, in points. */
interface Band {
  readonly top: number;
  readonly bottom: number;
}
interface Cut {
  readonly page: DrawnPage;
  readonly row: Band;
  readonly header: Band | null;
}

export interface Pictures {
  /** What is to be seen of a row; null where its place on the page is not known, or the page cannot be drawn. */
  readonly describe: (
    row: Row,
    extraction: Extraction,
    source: Source,
    family: FamilyInfo | null,
  ) => Promise<Picture | null>;
  /** PNG of the row's or its header's stretch of the page. */
  readonly draw: (
    part: "row" | "header",
    row: Row,
    extraction: Extraction,
    source: Source,
    family: FamilyInfo | null,
  ) => Promise<Uint8Array | null>;
}

/** Draws what was printed around a row. Pages are drawn once and kept for the rows that follow. */
export function createPictures(): Pictures {
  const pages = new Map<string, Promise<DrawnPage | null>>();

  function pageOf(source: Source, page: number): Promise<DrawnPage | null> {
    const key = `${source.id} ${page}`;
    const known = pages.get(key);
    const drawn = known ?? drawPage(source, page).catch(() => null);
    pages.delete(key);
    pages.set(key, drawn);
    for (const oldest of [...pages.keys()].slice(0, Math.max(0, pages.size - KEPT_PAGES)))
      pages.delete(oldest);
    return drawn;
  }

  async function cutOf(
    row: Row,
    extraction: Extraction,
    source: Source,
    family: FamilyInfo | null,
  ): Promise<Cut | null> {
    const own = extentOf(row);
    if (own === null) return null;
    const page = await pageOf(source, row.page);
    if (page === null) return null;
    const height = page.canvas.height / page.scale;
    const others = [...extraction.rows, ...extraction.totals].filter((other) => other.page === row.page);
    const tops = others.flatMap((other) => extentOf(other)?.top ?? []);
    const band = { top: Math.max(0, own.top - MARGIN), bottom: Math.min(height, own.bottom + MARGIN) };
    return { page, row: band, header: findHeader(page, Math.min(...tops), family, band) };
  }

  return {
    describe: async (row, extraction, source, family) => {
      const cut = await cutOf(row, extraction, source, family);
      if (cut === null) return null;
      const width = cut.page.canvas.width / cut.page.scale;
      const height = cut.row.bottom - cut.row.top;
      const boxes = placeCells(row, extraction).map(([cell, [left, top, right, bottom]]) => {
        const share = [
          left / width,
          (top - cut.row.top) / height,
          right / width,
          (bottom - cut.row.top) / height,
        ];
        return [cell, share as [number, number, number, number]] as const;
      });
      return {
        kind: "picture",
        page: row.page,
        width,
        header: cut.header === null ? null : { height: cut.header.bottom - cut.header.top },
        row: { height },
        boxes: Object.fromEntries(boxes),
      };
    },
    draw: async (part, row, extraction, source, family) => {
      const cut = await cutOf(row, extraction, source, family);
      const band = cut?.[part];
      if (cut === null || band === undefined || band === null) return null;
      return await cutBand(cut.page, band);
    },
  };
}

async function drawPage(source: Source, number: number): Promise<DrawnPage> {
  if (source.mediaType.startsWith("image/")) return await drawPicture(source, number);
  return await withDocument(source, {}, async (document) => {
    const page = await document.getPage(number);
    const { canvas, scale } = await renderPage(page, SCALE);
    const viewport = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [, , , , x, y] = item.transform as number[];
      const [, bottom] = viewport.convertToViewportPoint(x!, y!) as [number, number];
      return [{ text: item.str, top: bottom - item.height, bottom }];
    });
    return { canvas, scale, texts };
  });
}

async function drawPicture(source: Source, number: number): Promise<DrawnPage> {
  const { load } = await openPictures(source);
  return { ...(await load(number)), texts: [] };
}

async function cutBand({ canvas, scale }: DrawnPage, { top, bottom }: Band): Promise<Uint8Array> {
  const { createCanvas } = await import("@napi-rs/canvas");
  const y = Math.floor(top * scale);
  const height = Math.max(1, Math.ceil(bottom * scale) - y);
  const cut = createCanvas(canvas.width, height);
  cut.getContext("2d").drawImage(canvas, 0, y, canvas.width, height, 0, 0, canvas.width, height);
  return await cut.encode("png");
}

function extentOf(row: Row): Band | null {
  const boxes = Object.values(row.source.cells).flatMap(({ page, box }): Box[] =>
    box === null || page !== row.page ? [] : [box],
  );
  if (boxes.length === 0) return null;
  return {
    top: Math.min(...boxes.map(([, top]) => top)),
    bottom: Math.max(...boxes.map(([, , , bottom]) => bottom)),
  };
}

/**
 * Where a row's cells stand: where they were read, or, for those that were read from nothing, in the column in
 * which other rows of the page have them.
 */
function placeCells(row: Row, { rows, totals }: Extraction): (readonly [string, Box])[] {
  const own = extentOf(row);
  const placed = new Map<string, Box>();
  for (const [cell, { page, box }] of Object.entries(row.source.cells)) {
    if (box !== null && page === row.page) placed.set(cell, box);
  }
  for (const other of [...rows, ...totals]) {
    if (other.page !== row.page || own === null) continue;
    for (const [cell, { box }] of Object.entries(other.source.cells)) {
      if (box !== null && !placed.has(cell)) placed.set(cell, [box[0], own.top, box[2], own.bottom]);
    }
  }
  return [...placed];
}

/**
 * The band that prints the names of the months, with the names of columns just above and below it; where there are
 * none, what stands above the first row. Null where it is in view with the row anyway.
 */
function findHeader(
  { texts }: DrawnPage,
  firstRow: number,
  family: FamilyInfo | null,
  row: Band,
): Band | null {
  const above = texts.filter(({ top, bottom }) => bottom <= firstRow + 1 && top >= firstRow - HEADER_WITHIN);
  const months = new Set((family?.months ?? []).map(fold));
  const names = [
    family?.target ?? "",
    ...[...(family?.labels ?? []), ...(family?.series ?? [])].map(({ header }) => header),
  ];
  const columns = new Set(names.flatMap((name) => fold(name).split(" ")));
  const wordsOf = ({ text }: DrawnPage["texts"][number]) => fold(text).split(" ");
  const anchors = above.filter((text) => wordsOf(text).some((word) => months.has(word)));
  const fallback = { top: firstRow - HEADER_HEIGHT, bottom: firstRow };
  const anchor = anchors.length < 2 ? fallback : extentOfTexts(anchors);
  const found = above.filter(
    (text) =>
      text.bottom >= anchor.top - HEADER_LINES &&
      text.top <= anchor.bottom + HEADER_LINES &&
      wordsOf(text).some((word) => columns.has(word)),
  );
  const { top, bottom } = extentOfTexts([anchor, ...found]);
  const band = { top: Math.max(0, top - 4), bottom: Math.min(bottom + 4, firstRow, row.top) };
  return band.top >= band.bottom ? null : band;
}

function extentOfTexts(texts: readonly Band[]): Band {
  return {
    top: Math.min(...texts.map(({ top }) => top)),
    bottom: Math.max(...texts.map(({ bottom }) => bottom)),
  };
}
