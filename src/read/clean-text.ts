/** Characters that show nothing: zero-width marks, soft hyphens, direction marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** Spaces other than the plain one: no-break, the typographic widths, ideographic. */
const ODD_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** An odd space inside what could be a number: one to three digits, the space, exactly three digits. */
const IN_NUMBER = /(?<=(?<![0-9])[0-9]{1,3})[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))/g;
const BETWEEN_DIGITS = /[0-9][\u00a0\u2009\u202f](?=[0-9])/g;

/**
 * Makes line ends `\n` (form feeds stay), drops what shows nothing, and turns odd spaces into plain ones. A
 * no-break or thin space stays where it parts thousands, which is believed only if every odd space between
 * digits of the text could part thousands.
 */
export function cleanText(text: string): string {
  const lines = text.replace(/\r\n?|[\u0085\u2028\u2029\v]/g, "\n").replace(INVISIBLE, "");
  if (lines.search(ODD_SPACE) === -1) return lines;
  const between = lines.match(BETWEEN_DIGITS)?.length ?? 0;
  const inNumbers = lines.match(IN_NUMBER)?.length ?? 0;
  if (between === 0 || inNumbers < between) return lines.replace(ODD_SPACE, " ");
  const kept = lines.replace(IN_NUMBER, "\uffff");
  return kept.replace(ODD_SPACE, " ").replaceAll("\uffff", "\u00a0");
}
