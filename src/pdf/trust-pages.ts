import type { Flag, Page, Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import { noRowChosen } from "../parse-pages.ts";
import { classifyPage, type PageKind } from "./classify-page.ts";
import { DIGITS_DOUBTED } from "./doubt-digits.ts";
import { doubtLetters } from "./doubt-letters.ts";
import { flagWordless } from "./flag-wordless.ts";
import { notAsked } from "./not-asked.ts";
import type { ReadPdf } from "./read-pdf.ts";
import type { CutOff } from "./with-document.ts";

/** The pages whose text is read, and what is said of the others. */
export interface TrustedPages {
  /** Whoever reads them may take them out: a long document is too large to be held as words and as rows. */
  readonly pages: Page[];
  /** All pages of the document, those that are not read included. */
  readonly count: number;
  /** Whether pages are lost, or may be. */
  readonly isCutOff: boolean;
  /** By page number, why no row of the page is to be believed unseen. */
  readonly doubted: ReadonlyMap<number, Flag>;
  readonly flags: readonly Flag[];
}

const HIDDEN: Flag = {
  code: "hidden-text-layer",
  severity: "error",
  cells: [],
  message: "The page is a picture with recognised text laid over it, which nobody may ever have checked",
};

const SPOILT: Flag = {
  code: "pdf-spoilt",
  severity: "error",
  cells: [],
  message:
    "Part of the PDF is damaged where its text is packed: rows may be missing, and digits may be others",
};

/** What is said of a PDF that lost its end, of which so many pages were read. */
function sayCutOff({ lost, isListWhole }: CutOff, read: number): Flag {
  const count = `${read} ${read === 1 ? "page" : "pages"}`;
  const what =
    lost === null
      ? `${count} of it were read, of which parts may be missing`
      : lost.size > 0 || !isListWhole
        ? `${count} of it stand there whole and were read; others are lost, with their rows and totals`
        : `all its pages were read, but not what may have been changed in them later`;
  return {
    code: "pdf-cut-off",
    severity: "error",
    cells: [],
    message: `The end of the PDF is missing: ${what}`,
  };
}

/** What is said once holds on, such as an organ or a header, and rows go on over the end of a page. */
const NEAR_LOST: Flag = {
  code: "page-near-lost",
  severity: "error",
  cells: [],
  message:
    "A page before it, or right after it, could not be read: what holds on or goes on from there is not known",
};

/** What is said of the pages of each kind that are left out. */
const LEFT_OUT: Readonly<Partial<Record<PageKind, { code: string; message: string }>>> = {
  picture: { code: "page-without-text", message: "are pictures without text, and were not read" },
  unreadable: {
    code: "text-layer-unreadable",
    message: "have text whose letters are not those that are seen, and were not read",
  },
};

/** What is said of the pages of each kind that OCR read. */
const READ_BY_OCR: Readonly<Partial<Record<PageKind, string>>> = {
  picture: "are pictures without text, and were read by OCR",
  hidden: "are pictures with recognised text laid over them, and were read again by OCR",
  unreadable: "have text whose letters are not those that are seen, and were read by OCR",
  text: "have text, and were read by OCR as was asked for",
};

/**
 * Decides which pages of a PDF have text that can be read, and names the others.
 *
 * @param scanned by page number, what OCR read
 * @param left numbers of scanned pages that were not read, as they were not asked for
 * @throws {PoiError} `no-text-layer` where no page has any
 */
export function trustPages(
  { pages, failed, cutOff, brokenStreams, digitsDoubted }: ReadPdf,
  scanned: ReadonlyMap<number, Page>,
  { name: file }: Source,
  left: readonly number[] = [],
): TrustedPages {
  const kept = pages.filter(({ page }) => !left.includes(page.number));
  const kinds = kept.map((read): { page: Page; kind: PageKind } => {
    const scan = scanned.get(read.page.number);
    return scan === undefined ? { page: read.page, kind: classifyPage(read) } : { page: scan, kind: "text" };
  });
  const read = kinds.filter(({ kind }) => kind === "text" || kind === "hidden");
  if (read.length === 0 && left.length > 0) throw noRowChosen(file, pages.length);
  if (read.length === 0) {
    const isScan = kinds.some(({ kind }) => kind === "picture");
    const why = isScan ? "its pages are pictures" : "its pages have no text that can be read";
    throw new PoiError(
      "no-text-layer",
      `Cannot read '${file}' as ${why}: ${pages.length} pages were looked at`,
      {
        place: { file },
        hint: "without --ocr off its pictures are read; or give the file it was printed from",
      },
    );
  }
  const flags = (Object.keys(LEFT_OUT) as PageKind[]).flatMap((kind) => {
    const numbers = kinds.filter((one) => one.kind === kind).map(({ page }) => page.number);
    const { code, message } = LEFT_OUT[kind]!;
    return numbers.length === 0 ? [] : [warning(code, `Pages ${numbers.join(", ")} ${message}`)];
  });
  const byOcr = (Object.keys(READ_BY_OCR) as PageKind[]).flatMap((kind) => {
    const own = pages.filter((one) => scanned.has(one.page.number) && classifyPage(one) === kind);
    return own.length === 0 ? [] : [note("page-read-by-ocr", `${sayPages(own)} ${READ_BY_OCR[kind]}`)];
  });
  const damaged = failed.map(({ page, reason }) =>
    warning("page-not-read", `Page ${page} is damaged, and was not read: ${reason}`),
  );
  const unasked = notAsked(left);
  const letters = doubtLetters(read.flatMap(({ page }) => (scanned.has(page.number) ? [] : [page])));
  const doubted = new Map([...letters, ...unasked.doubted]);
  const count = pages.length + failed.length + (cutOff?.lost?.size ?? 0);
  const unread = [...(cutOff?.lost ?? []), ...failed.map(({ page }) => page)];
  const isOrderSure = cutOff === null || (cutOff.lost !== null && cutOff.isListWhole);
  const firstUnread = isOrderSure ? unread.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) : 0;
  for (const { page, kind } of read) {
    if (kind === "hidden") doubted.set(page.number, HIDDEN);
    else if (brokenStreams > 0 && !scanned.has(page.number)) doubted.set(page.number, SPOILT);
    else if (digitsDoubted.has(page.number) && !scanned.has(page.number))
      doubted.set(page.number, DIGITS_DOUBTED);
    else if (page.number + 1 >= firstUnread) doubted.set(page.number, NEAR_LOST);
  }
  return {
    pages: read.map(({ page }) => page),
    count,
    isCutOff: cutOff !== null && (cutOff.lost?.size !== 0 || !cutOff.isListWhole),
    doubted,
    flags: [
      ...(cutOff === null ? [] : [sayCutOff(cutOff, read.length)]),
      ...(brokenStreams > 0 ? [SPOILT] : []),
      ...flags,
      ...byOcr,
      ...unasked.flags,
      ...flagWordless([...scanned.values()]),
      ...damaged,
    ],
  };
}

function sayPages(pages: readonly { readonly page: Page }[]): string {
  return `Pages ${pages.map(({ page }) => page.number).join(", ")}`;
}

function note(code: string, message: string): Flag {
  return { code, severity: "info", cells: [], message };
}

function warning(code: string, message: string): Flag {
  return { code, severity: "warning", cells: [], message };
}
