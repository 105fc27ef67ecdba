import { editDistance } from "../text/edit-distance.ts";
import { fold } from "../text/fold.ts";
import { misfits } from "./misfits.ts";
import type { Print } from "./print.ts";

/** The months as plans abbreviate them; September has two names. */
const MONTHS = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SET", "OCT", "NOV", "DIC"];
const SEPTEMBER = { at: 8, other: "SEP" };
/** A line with so many of them is the header of a table. */
const LEAST_MONTHS = 5;
/** What stands in a month's place is this long, `Agst` for `Agost` included. */
const MOST_LETTERS = 5;
/** Columns of months are as wide as each other, give or take this share. */
const SAME_PITCH = 0.35;
/** How many columns away a month still tells another. */
const FURTHEST = 3;
/** Words that headers of plans print, beside the months. */
const WORDS = [
  "ACTIVIDAD",
  "ANUAL",
  "AVANCE",
  "CENTRO",
  "CODIGO",
  "COSTO",
  "EJECUTADO",
  "INDICADOR",
  "MEDIDA",
  "META",
  "METAS",
  "OPERATIVA",
  "ORGANICA",
  "ORGANO",
  "PRODUCTO",
  "PROG",
  "PROGRAMACION",
  "PROGRAMADO",
  "TOTAL",
  "TRIMESTRE",
  "UNIDAD",
];
/** How far above and below the months a header reaches, in letter heights. */
const REACH = 8;

/**
 * Puts misread words of headers right. A word between two months can only be the months between them, whatever it
 * looks like: `Sel` between `Ago` and `Oct` is `SET`. Near the months, a word that is one letter away from one that
 * headers print is that word.
 */
export function mendHeader(print: readonly Print[], letter: number): Print[] {
  const mended = new Map<Print, string>();
  const headers = linesOf(print, letter).filter((line) => countMonths(line) >= LEAST_MONTHS);
  for (const line of headers) for (const [one, month] of missingMonths(line)) mended.set(one, month);
  const near = print.filter(
    (one) =>
      !mended.has(one) &&
      one.readings.length === 0 &&
      headers.some(([first]) => Math.abs(first!.top - one.top) <= REACH * letter),
  );
  for (const line of linesOf(near, letter)) for (const [one, word] of misfits(line)) mended.set(one, word);
  const whole = new Set(near.map(({ text }) => fold(text)).filter((word) => WORDS.includes(word)));
  for (const one of near) {
    if (mended.has(one)) continue;
    const word = wholeWord(one.text, whole) ?? nearestWord(one.text);
    if (word !== null) mended.set(one, word);
  }
  return print.map((one) => {
    const text = mended.get(one);
    return text === undefined ? one : { ...one, text, readings: [] };
  });
}

/** The texts of each line, from left to right. */
function linesOf(print: readonly Print[], letter: number): Print[][] {
  const lines: Print[][] = [];
  const middle = ({ top, bottom }: Print) => (top + bottom) / 2;
  for (const one of [...print].sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1);
    if (line !== undefined && middle(one) - middle(line[0]!) <= letter / 2) line.push(one);
    else lines.push([one]);
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left));
}

function countMonths(line: readonly Print[]): number {
  return new Set(line.map(monthOf).filter((month) => month !== -1)).size;
}

/** Which month a text is, counted from 0; -1 for none. */
function monthOf({ text, angle }: Print): number {
  const word = fold(text);
  if (angle !== undefined) return -1;
  return word === SEPTEMBER.other ? SEPTEMBER.at : MONTHS.indexOf(word);
}

/** The months of a line that were misread, told by those beside them. */
function missingMonths(line: readonly Print[]): (readonly [Print, string])[] {
  const known = line.flatMap((one, index) => (monthOf(one) === -1 ? [] : [{ index, month: monthOf(one) }]));
  const pitch = pitchOf(line, known);
  const placeOf = (index: number) => (line[index]!.left + line[index]!.right) / 2;
  return line.flatMap((one, index): (readonly [Print, string])[] => {
    if (monthOf(one) !== -1 || one.text.length > MOST_LETTERS || WORDS.includes(fold(one.text))) return [];
    const before = known.findLast((other) => other.index < index);
    const after = known.find((other) => other.index > index);
    const months = [before, after].flatMap((other) => {
      if (other === undefined) return [];
      const steps = (placeOf(index) - placeOf(other.index)) / pitch;
      const whole = Math.round(steps);
      return whole !== 0 && Math.abs(whole) <= FURTHEST && Math.abs(steps - whole) <= SAME_PITCH
        ? [other.month + whole]
        : [];
    });
    const [month, other] = months;
    if (month === undefined) return [];
    // Only between two of them may the next series begin: before January and after December stands another column.
    if (other === undefined ? month < 0 || month >= 12 : (month - other) % 12 !== 0) return [];
    const name = MONTHS[(month + 12) % 12]!;
    // Between two months that leave room for one, letters are that one. Elsewhere a word with nothing of a month is
    // something else that stands there, and so is a number.
    const isBetween = before?.index === index - 1 && after?.index === index + 1 && months.length === 2;
    const isLike = [...fold(one.text)].some((sign, k) => name[k] === sign);
    return isLike || (isBetween && /\p{L}/u.test(one.text)) ? [[one, name]] : [];
  });
}

/** How far one month stands from the next: the least that neighbours in order do. */
function pitchOf(line: readonly Print[], known: readonly { index: number; month: number }[]): number {
  const pitches = known.slice(1).flatMap(({ index, month }, k) => {
    const before = known[k]!;
    const steps = month - before.month;
    return steps > 0 ? [(line[index]!.left - line[before.index]!.left) / steps] : [];
  });
  return pitches.sort((a, b) => a - b)[pitches.length >> 1] ?? 1;
}

/** The word that lacks its last letter here and is printed whole elsewhere in the header: `PRO` beside `PROG`. */
function wholeWord(text: string, whole: ReadonlySet<string>): string | null {
  const word = fold(text);
  return [...whole].find((other) => word.length >= 3 && other.slice(0, -1) === word) ?? null;
}

/** The one word of headers that a text is a letter away from; null where it is one itself, or like none or several. */
function nearestWord(text: string): string | null {
  const word = fold(text);
  if (word.length < 4 || WORDS.includes(word)) return null;
  // A word that ends otherwise is another form: OPERATIVAS, PROGRAMADA.
  const alike = WORDS.filter((other) => other.at(-1) === word.at(-1) && editDistance(word, other) === 1);
  return alike.length === 1 ? alike[0]! : null;
}
