const FOLDED = /^[A-Z0-9]+(?: [A-Z0-9]+)*$/;
const ASCII_ONLY = /^[\x20-\x7e]*$/;

/** The dot inside an acronym: `U.M.` is `UM`, while `ADM.DE` is two words. */
const ACRONYM_DOT = /(?<![A-Z0-9])([A-Z])\.(?=[A-Z](?![A-Z0-9]))/g;

/**
 * Reduces a text to what survives copying: upper case, no accents, words parted by one space. Two texts that
 * differ only in case, accents, spacing or punctuation fold to the same text.
 *
 * - Ñ becomes N, because copies and OCR lose the tilde as often as they lose accents.
 * - `%` stays, as a word of its own: "AVANCE" and "% AVANCE" are different columns.
 * - Ordinal signs (`N°`, `1º`) and marks without a width, such as soft hyphens, vanish.
 * - Ligatures and full-width letters become plain ones (Unicode NFKD).
 */
export function fold(text: string): string {
  if (FOLDED.test(text)) return text;
  const plain = ASCII_ONLY.test(text) ? text : withoutMarks(text);
  return plain
    .toUpperCase()
    .replace(ACRONYM_DOT, "$1")
    .replace(/%/g, " % ")
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

function withoutMarks(text: string): string {
  return text
    .replace(/[ºª°]/g, "")
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "");
}
