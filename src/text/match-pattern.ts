import { fold } from "./fold.ts";

/**
 * Compiles a pattern of words in which `*` stands for anything, nothing included: `TOTAL*` fits "Total
 * acciones". Pattern and text are compared after folding, so case, accents and punctuation do not count.
 * The search is greedy from the left and linear in the text for each `*`.
 */
export function createPattern(pattern: string): (text: string) => boolean {
  const [first = "", ...later] = pattern.split("*").map(fold);
  return (text) => {
    const value = fold(text);
    if (later.length === 0) return value === first;
    if (!value.startsWith(first)) return false;
    const last = later[later.length - 1] ?? "";
    let from = first.length;
    for (const part of later.slice(0, -1)) {
      const at = value.indexOf(part, from);
      if (at < 0) return false;
      from = at + part.length;
    }
    return value.length - last.length >= from && value.endsWith(last);
  };
}
