/** Letters whose two bytes some producers swap where one glyph stands for several: U+6600 U+6900 is `fi`. */
const SWAPPED = new RegExp(
  `[${Array.from({ length: 26 }, (_, i) => String.fromCharCode(("a".charCodeAt(0) + i) << 8)).join("")}]{2,}`,
  "g",
);

/** What is painted is a hyphen: Cairo writes each as one that is seen only where a line breaks. */
const HYPHENS = /[\u00ad\u2010\u2011]/g;

/** What letters say, whichever way a font writes them: ligatures apart, each letter together with its accent, and one hyphen. */
export function plainText(text: string): string {
  return text
    .replace(SWAPPED, (letters) =>
      letters.replace(/./g, (one) => String.fromCharCode(one.charCodeAt(0) >> 8)),
    )
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize("NFKC"))
    .replace(HYPHENS, "-")
    .normalize("NFC");
}
