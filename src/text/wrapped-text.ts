import { fold } from "./fold.ts";

/** Words that a Spanish label never ends with: after them the text goes on. */
const CONNECTORS = new Set(
  "A AL CON DE DEL E EL EN LA LAS LOS LO N NRO O PARA POR QUE SE SIN SOBRE SU SUS U UN UNA Y".split(" "),
);
/** With the signs that may stand around it. */
const LONGEST_CONNECTOR = 8;
/** Words that a label hardly begins with: the text began before them. */
const CONTINUERS = new Set("AL CON DE DEL E EN O POR QUE U Y".split(" "));

/** Whether a text breaks off: it ends in a connecting word, a comma or a dash that stands apart, or a bracket stays open. */
export function breaksOff(text: string): boolean {
  if (/[,;/]$| [-–]$/.test(text) || text.lastIndexOf("(") > text.lastIndexOf(")")) return true;
  const last = text.slice(text.lastIndexOf(" ") + 1);
  return last.length <= LONGEST_CONNECTOR && CONNECTORS.has(fold(last));
}

/** A lone letter at the end may be a name as well: GRUPO A. */
const LONE_LETTER = /\s[AEOU]$/iu;

/** Whether a text breaks off, and a letter alone at its end is not taken for a word: where nothing tells what follows it. */
export function surelyBreaksOff(text: string): boolean {
  return breaksOff(text) && !LONE_LETTER.test(text);
}

/** Whether a text goes on from another: it begins with a connecting word or a small letter, or closes a bracket. */
export function goesOn(text: string): boolean {
  const close = text.indexOf(")");
  if (close !== -1 && !text.slice(0, close).includes("(")) return true;
  return surelyGoesOn(text) || (/^\p{Ll}/u.test(text) && !MEASURE.test(text));
}

/** Signs of measures, which are whole texts in small letters. */
const MEASURE = /^(?:k?m[23²³]?|ml|kg|ha|tm|gl[bn]?|und)\.?$/u;

/** Whether a text begins with a connecting word: small letters may be all that a document prints, and `a)` an item. */
export function surelyGoesOn(text: string): boolean {
  return CONTINUERS.has(fold(/^\S*/.exec(text)![0]));
}

/**
 * Whether a line was broken before the next one began: its first word would not have fitted.
 *
 * @param width characters of the widest line in the same column
 */
export function fillsLine(line: string, next: string, width: number): boolean {
  const word = /^\S*/.exec(next)![0];
  return line.length + 1 + word.length > width - SLACK;
}

/** Proportional fonts: a line of wide letters is full with fewer characters. */
const SLACK = 4;
