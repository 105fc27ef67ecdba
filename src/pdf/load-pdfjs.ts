import { type LoadHookSync, type ResolveHookSync, registerHooks } from "node:module";
import { extname } from "node:path";

type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

const CANVAS = "@napi-rs/canvas";
const LATE_CANVAS = new URL(`./late-canvas${extname(import.meta.url)}`, import.meta.url).href;
/**
 * pdf.js looks, as it is loaded, whether `Response` can give bytes, with which it writes PDFs. In Node the look alone
 * loads all that fetches, a third of what pdf.js itself takes. Stands in one line, so that line numbers stay.
 */
const LATE_RESPONSE =
  "function Response(...args) { return new globalThis.Response(...args); } Response.prototype.bytes = () => {}; ";

let loading: Promise<Pdfjs> | null = null;

/**
 * Loads pdf.js, once, on the first call, without what reading does not need: the canvas package, which it asks for as
 * soon as it is loaded, is loaded when something is drawn.
 */
export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= importWithoutMore();
  return loading;
}

async function importWithoutMore(): Promise<Pdfjs> {
  const hooks = registerHooks({ resolve: resolveCanvas, load: loadWithoutFetch });
  try {
    const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
    // Where its worker is loaded already, pdf.js takes that.
    // @ts-expect-error it has no types, and nothing of it is used here
    await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
    return pdfjs;
  } finally {
    hooks.deregister();
  }
}

const resolveCanvas: ResolveHookSync = (specifier, context, next) =>
  specifier === CANVAS && isPdfjs(context.parentURL)
    ? { url: LATE_CANVAS, shortCircuit: true }
    : next(specifier, context);

const loadWithoutFetch: LoadHookSync = (url, context, next) => {
  const loaded = next(url, context);
  return isPdfjs(url) ? { ...loaded, source: `${LATE_RESPONSE}${loaded.source}` } : loaded;
};

function isPdfjs(url: string | undefined): boolean {
  return url?.includes("/pdfjs-dist/") === true;
}
