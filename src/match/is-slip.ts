import { editDistance } from "../text/edit-distance.ts";
import { squeeze } from "./name-forms.ts";
import { readLookAlikes } from "./read-look-alikes.ts";

/** Words that carry no name: their loss or damage leaves no doubt about the rest. */
const FUNCTION_WORDS = new Set("AL DE DEL EL EN LA LAS LOS PARA POR Y".split(" "));

/** Numbers, arabic and roman, and single letters: what tells "Sede 1" from "Sede 2". */
const NUMERAL = /^(?:\d+|[IVX]+|[A-XZ])$/;

/** In shorter words one letter makes another word, as RENTAS and VENTAS; above the second length, two are a slip. */
const MIN_LENGTH_FOR_ONE_EDIT = 7;
const MIN_LENGTH_FOR_SWAP = 4;
const MIN_LENGTH_FOR_TWO_EDITS = 9;
const PREFIX_LENGTH = 3;
/** Where the words do not pair up, since spaces were lost too, nothing tells in which word the edits fell. */
const MAX_EDITS_UNPAIRED = 1;

/**
 * Tells a slip of copying from another name: INF0RMATICA and INFORMATCA are slips, while INGRESOS and EGRESOS,
 * REORGANIZACION and ORGANIZACION, SEDE 1 and SEDE 2 are different names, though as near in letters. Both texts
 * are folded.
 */
export function isSlip(printed: string, name: string): boolean {
  const words = readLookAlikes(printed).split(" ");
  const nameWords = name.split(" ");
  const printedWords = printed.split(" ");
  if (nameWords.some((word) => /\d/.test(word) && !printedWords.includes(word))) return false;
  if (contentOf(words) === contentOf(nameWords)) return true;
  if (words.length === nameWords.length) {
    return words.every((word, i) => isWordSlip(word, nameWords[i]!));
  }
  if (numeralsOf(words) !== numeralsOf(nameWords)) return false;
  return editDistance(squeeze(words.join(" ")), squeeze(name)) <= MAX_EDITS_UNPAIRED;
}

function isWordSlip(word: string, nameWord: string): boolean {
  if (word === nameWord) return true;
  const edits = editDistance(word, nameWord);
  if (FUNCTION_WORDS.has(nameWord)) return edits <= 1;
  const { length } = nameWord;
  if (length >= MIN_LENGTH_FOR_SWAP && isSwap(word, nameWord)) return true;
  if (edits === 1) return length >= MIN_LENGTH_FOR_ONE_EDIT;
  return edits === 2 && length >= MIN_LENGTH_FOR_TWO_EDITS && !isPrefixChange(word, nameWord);
}

/** Two edits at the front are another prefix, and thereby another word: IMPORTACION and EXPORTACION. */
function isPrefixChange(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && a.at(-1 - shared) === b.at(-1 - shared)) shared++;
  return shared >= Math.max(a.length, b.length) - PREFIX_LENGTH;
}

/** Whether two neighbouring letters changed places, and nothing else. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

function contentOf(words: readonly string[]): string {
  return words.filter((word) => !FUNCTION_WORDS.has(word)).join(" ");
}

function numeralsOf(words: readonly string[]): string {
  return words.filter((word) => NUMERAL.test(word)).join(" ");
}
