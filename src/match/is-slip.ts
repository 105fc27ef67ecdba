import levenshtein from "fast-levenshtein";
import { squeeze } from "./name-forms.ts";
import { readLookAlikes } from "./read-look-alikes.ts";

/** Words that carry no name: their loss or damage leaves no doubt about the rest. */
const functionWords = new Set("A AL DE DEL E EL EN LA LAS LOS O PARA POR U Y".split(" "));

/** Numbers, arabic and roman, and single letters: what tells "Sede 1" from "Sede 2". */
const numeral = /^(?:\d+|[IVX]+|[B-DF-NP-TVWXZ])$/;

/** Below this length any other letter makes another word, above the second one wrong letters are common. */
const minLengthForOneEdit = 4;
const minLengthForTwoEdits = 9;
/** Where the words do not pair up, since spaces were lost too, nothing tells in which word the edits fell. */
const maxEditsUnpaired = 1;

/**
 * Tells a slip of copying from another name: INF0RMATICA and INFORMATCA are slips, while INGRESOS and EGRESOS,
 * REORGANIZACION and ORGANIZACION, SEDE 1 and SEDE 2 are different names, though as near in letters. Both texts
 * are folded.
 */
export function isSlip(printed: string, name: string): boolean {
  const words = readLookAlikes(printed).split(" ");
  const nameWords = name.split(" ");
  if (numerals(words) !== numerals(nameWords)) return false;
  const printedWords = printed.split(" ");
  if (nameWords.some((word) => /\d/.test(word) && !printedWords.includes(word))) return false;
  const content = contentOf(words);
  const nameContent = contentOf(nameWords);
  if (content.join(" ") === nameContent.join(" ")) return true;
  if (words.length === nameWords.length) {
    return words.every((word, i) => isWordSlip(word, nameWords[i]!));
  }
  return levenshtein.get(squeeze(words.join(" ")), squeeze(name)) <= maxEditsUnpaired;
}

function isWordSlip(word: string, nameWord: string): boolean {
  if (word === nameWord) return true;
  const shorter = Math.min(word.length, nameWord.length);
  const edits = levenshtein.get(word, nameWord);
  if (functionWords.has(nameWord)) return edits <= 1;
  if (shorter < minLengthForOneEdit) return false;
  if (isSwap(word, nameWord)) return true;
  if (shorter < minLengthForTwoEdits) return edits <= 1;
  // Two letters more at the front are a prefix, and a prefix makes another word.
  return edits <= 2 && !(edits === 2 && (word.endsWith(nameWord) || nameWord.endsWith(word)));
}

/** Whether two neighbouring letters changed places, and nothing else. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

function contentOf(words: readonly string[]): string[] {
  return words.filter((word) => !functionWords.has(word));
}

function numerals(words: readonly string[]): string {
  return words.filter((word) => numeral.test(word)).join(" ");
}
