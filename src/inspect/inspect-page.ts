import type { AnyFamily } from "../block-family.ts";
import type { Box, Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import { extract, type Seen } from "../extract.ts";
import { asSeen } from "../page-tables/as-seen.ts";
import { isValue } from "../page-tables/place-columns.ts";
import { findRuledGrids } from "../page-tables/ruled-grid.ts";
import { setStampsApart } from "../page-tables/set-stamps-apart.ts";
import type { Extraction } from "../schema.ts";
import { notesOn } from "./notes-on.ts";
import type { GridFacts, PageFacts } from "./page-facts.ts";
import { rowPlaces } from "./row-places.ts";
import { tableFacts } from "./table-facts.ts";

export interface InspectOptions {
  /** 1-based. */
  readonly page: number;
  /** As `extract` takes it. */
  readonly family: AnyFamily | string;
  readonly ocr?: "auto" | "off" | "force";
  readonly password?: string;
}

/** Once the pages are read, it is a finding that they hold no table, or no text. */
const FINDINGS = new Set(["no-table", "no-text-layer"]);

/**
 * Reads a document as `extract` does, and says what was found on one of its pages. A document without a table is no
 * error here: why none was found is what people want to see.
 *
 * @throws {PoiError} `unsupported-type` for text and other files, `usage` for a page that is not there, and what `extract` throws for
 *   documents that cannot be opened
 */
export async function inspectPage(source: Source, options: InspectOptions): Promise<PageFacts> {
  const { page, family, ocr = "auto", password } = options;
  if (!/^(?:application\/pdf$|image\/)/.test(source.mediaType)) throw notDrawable(source);
  let seen: Partial<Seen> = {};
  let extraction: Extraction | null = null;
  let failure: PoiError | null = null;
  try {
    extraction = await extract(
      source,
      { family, ocr, ...(password !== undefined && { password }) },
      (part) => {
        seen = { ...seen, ...part };
      },
    );
  } catch (error) {
    if (!(error instanceof PoiError) || !FINDINGS.has(error.code) || seen.pages === undefined) throw error;
    failure = error;
  }
  const { pages = [], failed = [], recognised = null, regions = [] } = seen;
  const count = pages.length + failed.length;
  const found = pages.find(({ number }) => number === page);
  if (found === undefined)
    throw failed.includes(page) ? damaged(source, page) : noSuchPage(source, page, count);
  const { page: cleared, stamps } = setStampsApart(found);
  const grids = findRuledGrids(cleared).map(
    ({ xs, ys, cells }): GridFacts => ({
      box: [xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!],
      columns: xs.length - 1,
      rows: ys.length - 1,
      cells: cells.map(({ box }) => box),
    }),
  );
  const places = rowPlaces(extraction, page);
  // The output's boxes are those of the page before it was turned upright and level.
  const placeOf = (box: Box | null) => places(box === null ? null : asSeen(box, found));
  const onPage = regions.filter((region) => region.page.number === page);
  const tables = onPage.map((region) => tableFacts(region, placeOf));
  const held = new Set(
    onPage.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ words }) => words))),
  );
  return {
    document: source.name,
    page,
    pages: count,
    width: found.width,
    height: found.height,
    turns: found.turns,
    skew: found.skew ?? 0,
    family: seen.family?.id ?? null,
    score: recognised?.score ?? null,
    runnerUp: recognised?.runnerUp ?? null,
    notes: notesOn({ page: found, tables, grids, failure, family: seen.family ?? null }),
    tables,
    grids,
    words: cleared.words,
    stamps,
    unplaced:
      onPage.length === 0 ? [] : cleared.words.filter((word) => !held.has(word) && isNumber(word.text)),
    horizontal: found.horizontal,
    vertical: found.vertical,
    fills: found.fills,
    flags: extraction?.flags ?? [],
  };
}

/** A dash stands for a number only in a cell. */
function isNumber(text: string): boolean {
  return isValue(text) && /\d/.test(text);
}

function notDrawable({ name, mediaType }: Source): PoiError {
  return new PoiError(
    "unsupported-type",
    `Cannot draw '${name}' as it is no PDF or image: its type is ${mediaType}`,
    {
      place: { file: name },
      hint: "inspect draws pages of PDFs and images; `poi convert` reads text",
    },
  );
}

function noSuchPage({ name }: Source, page: number, pages: number): PoiError {
  const has = pages === 1 ? "1 page" : `${pages} pages`;
  return new PoiError("usage", `Cannot show page ${page} of '${name}' as it has ${has}`, {
    place: { file: name },
    hint: "pages are counted from 1, whatever number is printed on them",
  });
}

function damaged({ name }: Source, page: number): PoiError {
  return new PoiError("pdf-damaged", `Cannot show page ${page} of '${name}' as it is damaged`, {
    place: { file: name, page },
    hint: "download the file again; its other pages can be shown",
  });
}
