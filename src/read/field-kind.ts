import { looksNumeric } from "../rules/number.ts";

export type FieldKind = "blank" | "number" | "marker" | "text";

/** What documents print for a value that is missing: nothing programmed, incomplete, no data. */
const MARKER = /^(?:-+|–|—|\*|S\. ?P\.?|S\. ?I\.?|S\/[PIDM]|N\.?[DAE]\.?|N\/[ADE])$/i;

/** A lone mark that stands for a blank cell. */
const DASH = /^[-–—]$/;

/** A number hurt in copying: a short word with a digit in it, such as `1O` or `l2`. */
const HURT_NUMBER = /^(?=[^0-9]*[0-9])[0-9A-Za-z.,%'*]{1,7}$/;

/** What one field, or one word, of a line is taken for. */
export function kindOf(text: string): FieldKind {
  if (text === "") return "blank";
  if (looksNumeric(text)) return "number";
  return MARKER.test(text) ? "marker" : "text";
}

/** Whether a text that is no number may stand in a number's place all the same. */
export function mayBeHurtNumber(text: string): boolean {
  return HURT_NUMBER.test(text);
}

/** The text of a token: a lone dash is a printed blank. */
export function tokenText(text: string): string {
  return DASH.test(text) ? "" : text;
}
