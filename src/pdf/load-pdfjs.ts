import { registerHooks } from "node:module";
import { extname } from "node:path";

type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

const CANVAS = "@napi-rs/canvas";
const LATE_CANVAS = new URL(`./late-canvas${extname(import.meta.url)}`, import.meta.url).href;

let loading: Promise<Pdfjs> | null = null;

/**
 * Loads pdf.js, once, on the first call. It asks for the canvas package as soon as it is loaded, though reading needs
 * none: it is given one that is loaded when something is drawn.
 */
export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= importWithoutCanvas();
  return loading;
}

async function importWithoutCanvas(): Promise<Pdfjs> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === CANVAS && context.parentURL?.includes("/pdfjs-dist/") === true
        ? { url: LATE_CANVAS, shortCircuit: true }
        : next(specifier, context),
  });
  try {
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    hooks.deregister();
  }
}
