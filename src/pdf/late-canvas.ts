import { createRequire } from "node:module";

/**
 * What pdf.js is given for the canvas package (see load-pdfjs.ts): all of it that pdf.js uses, for drawing only. The
 * real package takes as long to load as all of pdf.js, and 30 MB of memory: it is loaded when something is first drawn.
 */
type CanvasPackage = typeof import("@napi-rs/canvas");

const requireHere = createRequire(import.meta.url);
const loadCanvas = (): CanvasPackage => requireHere("@napi-rs/canvas");

export const DOMMatrix = lateClass("DOMMatrix");
export const Path2D = lateClass("Path2D");

export function createCanvas(width: number, height: number) {
  return loadCanvas().createCanvas(width, height);
}

/** A class that is the package's own in everything but the moment when it is loaded. */
function lateClass<Name extends "DOMMatrix" | "Path2D">(name: Name): CanvasPackage[Name] {
  const load = () => loadCanvas()[name];
  // Only what can be constructed itself can be so through a proxy; a class would not let another's prototype show.
  return new Proxy(function late() {} as unknown as CanvasPackage[Name], {
    construct: (_, args) => Reflect.construct(load(), args),
    get: (_, key) => Reflect.get(load(), key),
  });
}
