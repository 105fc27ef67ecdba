import type { Source } from "../../document.ts";
import { PoiError } from "../../errors.ts";
import type { Extraction, Row } from "../../schema.ts";
import type { FamilyInfo, MissingSource, Picture } from "../api.ts";
import { type Cut, cutStrip, type LevelPage, type Piece } from "./cut-strip.ts";
import { drawPage } from "./draw-page.ts";
import { findLie } from "./find-lie.ts";
import { levelPage } from "./level-page.ts";
import { levelCells, pagesOf, placeCells } from "./place-cells.ts";

/** A row, what it was read from, and with what. */
export interface Shown {
  readonly row: Row;
  readonly extraction: Extraction;
  readonly source: Source;
  readonly family: FamilyInfo | null;
}

export interface Pictures {
  /** What is to be seen of a row, or why nothing is. */
  readonly describe: (shown: Shown) => Promise<Picture | MissingSource>;
  /** PNG of the row's or its header's stretch of a page, by its place among the strips; null where there is none. */
  readonly draw: (part: "row" | "header", strip: number, shown: Shown) => Promise<Uint8Array | null>;
}

const LOCKED: ReadonlySet<string> = new Set(["password-needed", "password-wrong"]);
/** Pages kept as pictures: the one in view, the one before, and the next, with those that face them and the first. */
const KEPT_PAGES = 6;

/**
 * Draws what was printed around a row. Pages are drawn once and kept for the rows that follow.
 *
 * @param password what opens encrypted PDFs; null where none is known
 */
export function createPictures(password: string | null = null): Pictures {
  const pages = new Map<string, { extraction: Extraction; page: Promise<LevelPage | MissingSource> }>();

  function pageOf({ source, extraction }: Shown, number: number): Promise<LevelPage | MissingSource> {
    const key = `${source.id} ${number}`;
    const known = pages.get(key);
    // A document that was converted again has its rows elsewhere.
    const page =
      known?.extraction === extraction ? known.page : makePage(source, extraction, number, password);
    pages.delete(key);
    pages.set(key, { extraction, page });
    for (const oldest of [...pages.keys()].slice(0, Math.max(0, pages.size - KEPT_PAGES)))
      pages.delete(oldest);
    return page;
  }

  async function stripsOf(shown: Shown): Promise<Cut[] | MissingSource> {
    const strips: Cut[] = [];
    for (const number of pagesOf(shown.row)) {
      const page = await pageOf(shown, number);
      if (typeof page === "string") return page;
      const findFirst = async () => {
        const begin = firstPage(shown.extraction);
        const first = begin < number ? await pageOf(shown, begin) : "damaged";
        return typeof first === "string" ? null : first;
      };
      const cut = await cutStrip(page, findFirst, shown.row.id, shown.family);
      if (cut !== null) strips.push(cut);
    }
    // Without a place on any page there is nothing to cut.
    return strips.length === 0 ? "damaged" : strips;
  }

  return {
    describe: async (shown) => {
      const strips = await stripsOf(shown);
      if (typeof strips === "string") return strips;
      return { kind: "picture", strips: strips.map(({ strip }) => strip) };
    },
    draw: async (part, place, shown) => {
      const strips = await stripsOf(shown);
      const found = typeof strips === "string" ? null : strips[place]?.[part];
      return found == null ? null : await cutPiece(found);
    },
  };
}

/** The page on which a document's rows begin: its header is printed there, if anywhere. */
function firstPage({ rows, totals }: Extraction): number {
  return [...rows, ...totals].reduce((least, { page }) => Math.min(least, page), Infinity);
}

async function makePage(
  source: Source,
  extraction: Extraction,
  number: number,
  password: string | null,
): Promise<LevelPage | MissingSource> {
  try {
    const drawn = await drawPage(source, number, password);
    const rows = placeCells(extraction, number);
    const [width, height] = [drawn.canvas.width / drawn.scale, drawn.canvas.height / drawn.scale];
    const lie = findLie(
      [...rows.values()].map((cells) => [...cells.values()]),
      width,
      height,
    );
    return { number, page: await levelPage(drawn, lie), rows: levelCells(rows, lie, width, height) };
  } catch (error) {
    // pdf.js throws many kinds of errors, all of which mean that the page cannot be drawn.
    return error instanceof PoiError && LOCKED.has(error.code) ? "locked" : "damaged";
  }
}

async function cutPiece({ page: { canvas, scale }, band: { top, bottom } }: Piece): Promise<Uint8Array> {
  const { createCanvas } = await import("@napi-rs/canvas");
  const y = Math.floor(top * scale);
  const height = Math.max(1, Math.ceil(bottom * scale) - y);
  const cut = createCanvas(canvas.width, height);
  cut.getContext("2d").drawImage(canvas, 0, y, canvas.width, height, 0, 0, canvas.width, height);
  return await cut.encode("png");
}
