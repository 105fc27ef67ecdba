import { fold } from "./fold.ts";

/** Letters, folded, that hardly a Spanish word ends with; I and U only short ones. */
const NO_END = /[BCFGHKMPQTVW]$|[^AEIOU]{2}$|[A-Z]{4}[IU]$/;
/** Of these, those that names (APURÍMAC, UCAYALI), initials (COFOPRI) and words from abroad (LAPTOP) hardly end with either. */
const ONLY_PARTS = /(?:[BCDFGPT][LR]|M[BP]|N[CFTV]|RM|QU|CI)$/;
/** Abbreviations end with any letter; they have fewer. */
const MIN_LENGTH = 4;
const LONGEST_ABBREVIATION = 7;
/** Words from abroad that end with such a letter all the same. */
const FOREIGN = new Set(
  "CLUB COACHING COVID DEFICIT INTERNET ITEM LEASING MARKETING RANKING ROBOT STOCK SUPERAVIT TEST TICKET".split(
    " ",
  ),
);
/** Bodies and systems of the State are called by initials, which end with any letter. */
const ACRONYMS = new Set(
  (
    "CONCYTEC FONDEP INDECI INDECOPI INGEMMET IOARR MIDAGRI MIMP MINAM MINCETUR MINEDU MVCS PESEM PROMPERU PRONABEC RENAMU RENIEC " +
    "RENIPRESS SERNANP SIAF SISFOH SNIP SUCAMEC SUNAT SUNEDU"
  ).split(" "),
);
/** Words of a letter or two with which a text goes on. */
const SHORT = new Set("A AL DE DEL E EL EN LA LAS LO LOS O POR SE SU U UN Y".split(" "));
/** Ends of words that are no words themselves, or none that a text ends with. */
const ENDS = new Set(
  (
    "AD AL AR AS CO DA DO ER ES EZ IA IO IR NA NE OR ON OS RA RE RO SO TA TE TO CION CIONES CIA CIAS DAD DADES DAS DOR DORA DOS " +
    "MENTE MIENTO NES RAS RES RIA RIO RIOS RIAS ROS SION TAS TES TOR TORIO TOS"
  ).split(" "),
);
/** A word of so many letters that is printed elsewhere is hardly the beginning of another one, nor is what so many follow. */
const LONG = 5;
/** Ends of whole words, behind which one is hardly broken, unless what follows is but an end of words. */
const WHOLE =
  /.{3}(?:MIENTO|CION|SION|CIA|DAD|ENTE|ANTE|ADO|ADA|IDO|IDA|ORIO|ERO|ERA|TURA|ISTA|ICO|ICA|IVO|IVA|AJE|ARIO|ARIA)S?$/;
const END_OF_WORDS =
  /^.{0,4}(?:CION|MIENTO|MENTE|IDAD|TIVO|TIVA|TORIO|TORIA|DORA?|ISTA|TURA|IZAD[OA])(?:ES|S)?$/;
/** What so few letters precede is an end of words, and no word itself such as ACCIÓN or UNIDAD. */
const SURE_END = /^.?(?:CION|SION|IENTO|MENTE|IDAD|TIVO|TIVA|TORIO|TORIA|DORA?)(?:ES|S)?$/;
/** Of the ends of words, those that are words as well: ETAPA DOS. */
const WORDS_TOO = new Set("CO DA DOS ES IR RIO RIOS SO TE".split(" "));
/** The one consonant with which a word may end that its line breaks after a vowel. A section may be called D, M or B. */
const LAST_LETTER = /^[SN]$/;
/** Vowels with which words end; I counts what it stands behind. */
const SINGLE_VOWEL = /^[AEO]$/;

/**
 * Whether what ends a line that has no room for another letter, and what begins the next line, are parts of one word: DOCUMENT
 * over O. Null where nothing tells.
 *
 * @param isLast whether the text ends with the lower one
 * @param isKnown whether a word, folded, is printed in one piece elsewhere
 */
export function isBrokenWord(
  upper: string,
  lower: string,
  isLast: boolean,
  isKnown: (word: string) => boolean,
): boolean | null {
  const [start, end] = [fold(upper), fold(lower)];
  if (isKnown(`${start}${end}`)) return true;
  // In small letters only what goes on does.
  if (/\p{Ll}$/u.test(upper) && /^\p{Lu}/u.test(lower)) return false;
  const [isStartKnown, isEndKnown] = [isKnown(start), end.length > 1 && isKnown(end)];
  if (isStartKnown && isEndKnown) return false;
  if (/[0-9]$/.test(start) || start.length < MIN_LENGTH) return null;
  const mayEndSo = isStartKnown || FOREIGN.has(start) || ACRONYMS.has(start);
  if (NO_END.test(start) && !mayEndSo) {
    const isPart = ONLY_PARTS.test(start);
    const isWord = !isLast && SHORT.has(end);
    if (isWord && !(isPart && start.length > LONGEST_ABBREVIATION && SINGLE_VOWEL.test(end))) return null;
    return isPart || isEndOfWord(end, isLast, isEndKnown) ? true : null;
  }
  const mayBeWord = WORDS_TOO.has(end) && (isStartKnown || start.length <= LONG);
  if (isLast && !isEndKnown && ENDS.has(end) && !mayBeWord) return true;
  if (isLast && LAST_LETTER.test(end) && /[AEIOU]$/.test(start)) return true;
  const isWhole = isStartKnown || (WHOLE.test(start) && !END_OF_WORDS.test(end));
  return isWhole && start.length > LONG && end.length >= LONG ? false : null;
}

/** Whether what follows is an end of words rather than one: O, ÓN, ACIÓN. */
function isEndOfWord(text: string, isLast: boolean, isKnown: boolean): boolean {
  if (isLast && SINGLE_VOWEL.test(text)) return true;
  return !isKnown && ((ENDS.has(text) && !WORDS_TOO.has(text)) || SURE_END.test(text));
}
