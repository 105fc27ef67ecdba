/** What moves a terminal's cursor, colours it or turns its text around: controls, line ends, direction marks. */
const UNSHOWN = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text from outside, such as a file's name, as it may be written to a terminal: on one line, with everything in
 * it that the terminal would obey written out, as in `\u001b`.
 */
export function showText(text: string): string {
  return text.replace(UNSHOWN, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
