import { listFamilies, loadFamily } from "./acquire/load-family.ts";
import { sourceFromBytes } from "./acquire/source-from-bytes.ts";
import type { AnyFamily, BlockFamily } from "./block-family.ts";
import type { Line, Page, ReadDocument, SettledDocument, Source } from "./document.ts";
import { buildExtraction, type Findings } from "./emit/build-extraction.ts";
import { PoiError } from "./errors.ts";
import type { Family } from "./family.ts";
import { isBlockFamily } from "./is-block-family.ts";
import { loadPages, loadPdfReaders, type PageOptions } from "./load-pages.ts";
import { createMatcher } from "./match/match-name.ts";
import { type Recognised, recogniseFamily } from "./match/recognise-family.ts";
import type { Region } from "./page-tables/region.ts";
import { noRowChosen, parsePages } from "./parse-pages.ts";
import type { TrustedPages } from "./pdf/trust-pages.ts";
import { readLines } from "./read/read-lines.ts";
import { readTables } from "./read/read-tables.ts";
import { settleBlocks } from "./repair/settle-blocks.ts";
import { settleDocument } from "./repair/settle-document.ts";
import type { Extraction } from "./schema.ts";

/** How a document is to be read. */
export interface ExtractOptions extends PageOptions {
  /** What to call the document; a file's name tells its type. Default: `text`. */
  readonly name?: string;
  /** A family, its id, the path of a folder that declares one, or `auto` to recognise it. Default: `auto`. */
  readonly family?: AnyFamily | string;
  /** The families that `auto` chooses from. Default: all that ship with the package. */
  readonly families?: readonly AnyFamily[];
}

/** What was found on the way, told as soon as it is known: for those who must find out why a table came out as it did. */
export interface Seen {
  /** All pages that could be opened, whether or not their text is believed; what OCR read where it did. */
  readonly pages: readonly Page[];
  /** Numbers of the pages that are damaged. */
  readonly failed: readonly number[];
  readonly recognised: Recognised;
  readonly family: AnyFamily;
  readonly regions: readonly Region[];
}
export type Watch = (seen: Partial<Seen>) => void;

/**
 * Turns one document into checked, structured data. This is the only place that knows the order of the stages.
 *
 * @param input pasted text, the bytes of a file, or a source that was loaded before
 * @param watch called with what the stages find, even when the document then turns out to hold no table
 * @throws {PoiError} when the document cannot be read at all; doubts about single rows are part of the result
 */
export async function extract(
  input: string | Uint8Array | Source,
  options: ExtractOptions = {},
  watch?: Watch,
): Promise<Extraction> {
  const source = toSource(input, options.name);
  const { family, read, settled } = await settleSource(source, options, watch);
  const { year } = read.info;
  return buildExtraction({
    source,
    read,
    settled,
    family,
    matchOrgan: createMatcher(family.organs, year),
    matchUnit: createMatcher(family.units, year),
  });
}

/** Loads what a PDF is read with before there is one, in a process that would only wait meanwhile. */
export async function preloadPdfReaders(): Promise<void> {
  const { loadPdfjs } = await import("./pdf/load-pdfjs.ts");
  await Promise.all([loadPdfjs(), loadPdfReaders(), loadTableReaders()]);
  await loadBlockReader();
}

function loadTableReaders() {
  return Promise.all([
    import("./page-tables/read-pages.ts"),
    import("./page-tables/join-sheets.ts"),
    import("./page-tables/doubt-halves.ts"),
  ]);
}

function loadBlockReader() {
  return import("./blocks/read-block-pages.ts");
}

/** A function of its own, so that tables and rows are out of memory as soon as their place in the output is filled. */
async function settleSource(
  source: Source,
  options: ExtractOptions,
  watch: Watch | undefined,
): Promise<Pick<Findings, "family" | "read" | "settled">> {
  const isChosen = options.pages === undefined ? null : parsePages(options.pages);
  const { family, read } = await readSource(source, options, watch);
  // All rows are settled together before pages are chosen: the totals at the end speak for those at the beginning.
  const settled = isBlockFamily(family)
    ? settleBlocks(read.tables, family)
    : settleDocument(read.tables, family);
  const chosen = isChosen === null ? settled : selectPages(settled, isChosen, source, read.pages);
  const { info, pages, flags } = read;
  return { family, read: { info, pages, flags }, settled: { ...chosen, rows: takeOut([...chosen.rows]) } };
}

/** A function of its own, so that the lines of the text are out of memory before the rows are settled. */
async function readSource(
  source: Source,
  options: ExtractOptions,
  watch: Watch | undefined,
): Promise<{ family: AnyFamily; read: ReadDocument }> {
  const pages = await loadPages(source, options, watch);
  if (pages !== null) return await readPageSource(pages, source, options, watch);
  const document = readLines(source);
  const family = chooseFamily(document.lines, source, options, await familiesFor(options), watch);
  if (isBlockFamily(family)) throw needsPages(family, source);
  return { family, read: readTables(document, family) };
}

async function readPageSource(
  { pages, count, isCutOff, doubted, flags }: TrustedPages,
  source: Source,
  options: ExtractOptions,
  watch: Watch | undefined,
): Promise<{ family: AnyFamily; read: ReadDocument }> {
  const [{ readPages, documentLines }, { joinSheets }, { doubtHalves }] = await loadTableReaders();
  const families = await familiesFor(options);
  const sheets = joinSheets(
    pages,
    families.filter((family): family is Family => !isBlockFamily(family)),
  );
  const family = chooseFamily(documentLines(sheets), source, options, families, watch);
  watch?.({ family });
  if (isBlockFamily(family)) {
    const { readBlockPages } = await loadBlockReader();
    const read = readBlockPages(pages, doubted, family, watch && ((regions) => watch({ regions })));
    return { family, read: { ...read, pages: count, flags: [...flags, ...read.flags] } };
  }
  const regions: Region[] = [];
  const read = readPages(takeOut(sheets), doubted, family, (found) => {
    // Where nobody looks, the tables of a long document are let go of page by page, as its words are.
    if (watch === undefined) return;
    regions.push(...found);
    watch({ regions });
  });
  const tables = isCutOff ? doubtHalves(read.tables, family) : read.tables;
  return { family, read: { ...read, tables, pages: count, flags: [...flags, ...read.flags] } };
}

/** Hands items on one by one, and keeps none. */
function* takeOut<T>(items: T[]): Generator<T> {
  items.reverse();
  for (let item = items.pop(); item !== undefined; item = items.pop()) yield item;
}

/** Where a number stands on the page says what it is: in pasted text that is lost. */
function needsPages({ id }: BlockFamily, { name }: Source): PoiError {
  return new PoiError(
    "no-table",
    `Documents of the family ${id} are read from a PDF or a picture, and this is text`,
    {
      place: { file: name },
      hint: "convert the PDF itself, or a picture of its pages",
    },
  );
}

function toSource(input: string | Uint8Array | Source, name = "text"): Source {
  if (typeof input === "string") return sourceFromBytes(name, new TextEncoder().encode(input));
  return input instanceof Uint8Array ? sourceFromBytes(name, input) : input;
}

function selectPages(
  settled: SettledDocument,
  isChosen: (page: number) => boolean,
  source: Source,
  pages: number,
): SettledDocument {
  const rows = settled.rows.filter(({ printed }) => isChosen(printed.page));
  if (rows.length > 0) return { ...settled, rows };
  throw noRowChosen(source.name, pages);
}

/** The families that a document may be of: the one that was asked for, or all that are known. */
async function familiesFor({
  family: choice = "auto",
  families,
}: ExtractOptions): Promise<readonly AnyFamily[]> {
  if (typeof choice !== "string") return [choice];
  return choice === "auto" ? (families ?? (await listFamilies())) : [await loadFamily(choice)];
}

function chooseFamily(
  lines: Iterable<Line>,
  source: Source,
  { family: choice = "auto" }: ExtractOptions,
  families: readonly AnyFamily[],
  watch: Watch | undefined,
): AnyFamily {
  if (choice !== "auto") return families[0]!;
  const recognised = recogniseFamily(lines, families);
  watch?.({ recognised });
  const { family } = recognised;
  if (family !== null) return family;
  throw new PoiError("no-table", "No table of a known family was found", {
    place: { file: source.name },
    hint: "if it holds an operating plan, name its family with --family; `poi families` lists them",
  });
}
