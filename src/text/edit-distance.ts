import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
let levenshtein: typeof import("fast-levenshtein") | null = null;

/**
 * How many letters are added, left out or exchanged between two texts (Levenshtein's distance). The package is loaded when it
 * is first asked, as it prepares the comparison of letters by languages: most names are found as they are printed.
 */
export function editDistance(a: string, b: string): number {
  levenshtein ??= require("fast-levenshtein") as typeof import("fast-levenshtein");
  return levenshtein.get(a, b);
}
