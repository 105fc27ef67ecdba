import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import { loadPdfjs } from "./load-pdfjs.ts";
import { isCutOff, mendCutOff } from "./mend-cut-off.ts";

export type { PDFDocumentProxy, PDFPageProxy };
export type OperatorList = Awaited<ReturnType<PDFPageProxy["getOperatorList"]>>;

/** An image of a page of A0 at 300 dpi has 140 million pixels; more is a mistake or an attack. */
const MAX_IMAGE_PIXELS = 150_000_000;

export interface OpenOptions {
  /** What opens an encrypted document. Most are encrypted with an empty password, which needs none here. */
  readonly password?: string;
}

/** What is known of a PDF that lost its end. */
export interface CutOff {
  /** Numbers of the pages that lack something; null where that cannot be told of any page. */
  readonly lost: ReadonlySet<number> | null;
  /** Whether the list of pages is whole; otherwise more may have followed. */
  readonly isListWhole: boolean;
}

/**
 * Opens a PDF, hands it to `use`, and closes it whatever happens: the one place that owns a document's life.
 * pdf.js is loaded on the first call, so that what has no PDF does not wait for it.
 *
 * @param use is also told what is missing where the end of the file is, and was made anew; otherwise null
 * @throws {PoiError} `password-needed`, `password-wrong`, `pdf-damaged`, and whatever `use` throws
 */
export async function withDocument<T>(
  source: Source,
  options: OpenOptions,
  use: (document: PDFDocumentProxy, cutOff: CutOff | null) => Promise<T>,
): Promise<T> {
  const { password, ...others } = options;
  const isCut = isCutOff(source.bytes);
  const open = async () => {
    const mended = isCut ? mendCutOff(source.bytes) : null;
    if (mended !== null)
      return await withBytes(source, mended.bytes, options, (document) => use(document, mended));
    const cutOff = isCut ? { lost: null, isListWhole: false } : null;
    return await withBytes(source, source.bytes, options, (document) => use(document, cutOff));
  };
  try {
    return await open();
  } catch (error) {
    // A password is given for many files, of which most that are encrypted need none.
    if (password !== undefined && error instanceof PoiError && error.code === "password-wrong")
      return await withDocument(source, others, use).catch((second) =>
        Promise.reject(second instanceof PoiError && second.code === "password-needed" ? error : second),
      );
    const mended = isDamaged(error) && !isCut ? mendCutOff(source.bytes) : null;
    if (mended === null) throw error;
    return await withBytes(source, mended.bytes, options, (document) => use(document, mended)).catch(
      (second) =>
        // What is said of the file is what it is without our mending.
        Promise.reject(isDamaged(second) ? error : second),
    );
  }
}

/** Whether a file could not be opened, as told from everything that may be wrong with what is in it. */
function isDamaged(error: unknown): boolean {
  return error instanceof PoiError && error.code === "pdf-damaged" && error.cause !== undefined;
}

async function withBytes<T>(
  source: Source,
  bytes: Uint8Array,
  options: OpenOptions,
  use: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const pdfjs = await loadPdfjs();
  const assets = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const folder = (name: string) => `${join(assets, name)}/`;
  const task = pdfjs.getDocument({
    // pdf.js takes the memory over, and the source is still needed.
    data: Uint8Array.from(bytes),
    ...(options.password !== undefined && { password: options.password }),
    // Without these, JPX and JBIG2 scans and the standard fonts come out blank, with no more than a warning.
    wasmUrl: folder("wasm"),
    cMapUrl: folder("cmaps"),
    iccUrl: folder("iccs"),
    standardFontDataUrl: folder("standard_fonts"),
    maxImageSize: MAX_IMAGE_PIXELS,
    useSystemFonts: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return await use(await task.promise.catch((cause) => Promise.reject(openError(source, cause))));
  } finally {
    await task.destroy();
  }
}

/** Many programs write the fonts of all pages at the end. */
const NOTHING_WHOLE = "its end is missing, and with it something that each of its pages needs";

/** pdf.js tells its errors apart by name. */
function openError({ name: file, bytes }: Source, cause: unknown): PoiError {
  const { name, code, message } = cause as { name?: string; code?: number; message?: string };
  const place = { file };
  if (name === "PasswordException") {
    const isWrong = code === 2;
    return isWrong
      ? new PoiError("password-wrong", `Cannot open '${file}' as the password is wrong`, {
          place,
          cause,
          hint: "give the right one with --password, or a copy without a password",
        })
      : new PoiError("password-needed", `Cannot open '${file}' as it is locked by a password`, {
          place,
          cause,
          hint: "give it with --password, or give a copy without a password",
        });
  }
  return new PoiError(
    "pdf-damaged",
    `Cannot open '${file}' as ${isCutOff(bytes) ? NOTHING_WHOLE : "its PDF structure cannot be read"} (${bytes.length} bytes): ${message ?? cause}`,
    { place, cause, hint: "download it again; a copy printed to PDF from a viewer often opens" },
  );
}
