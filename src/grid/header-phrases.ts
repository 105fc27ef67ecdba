import type { Line, TextDocument } from "../document.ts";
import { fold } from "../text/fold.ts";
import { foldWord } from "../text/fold-words.ts";
import type { HeaderPhrase, HeaderVocabulary, HeaderWord } from "./header-vocabulary.ts";

/** Single letters (P, E) are header words only where a line has a table's worth of them; else they are words of a text. */
const MIN_SINGLE_LETTERS = 4;

/** What a line says if it is taken for a line of a header. */
export interface HeaderLine {
  readonly phrases: readonly HeaderPhrase[];
  /** Phrases with a meaning. */
  readonly known: number;
  /** Share of the line's cells (words, where there are no cells) that have a meaning, from 0 to 1. */
  readonly share: number;
}

/** Reads a line as header phrases. In delimited text a field without a meaning is one phrase without one. */
export function readHeaderLine(
  line: Line,
  separator: TextDocument["separator"],
  vocabulary: HeaderVocabulary,
): HeaderLine {
  const isDelimited = separator !== "spaces" && separator !== "none";
  if (!isDelimited) return weighWords(readWords(findWords(line.text), separator, vocabulary));
  const months = vocabulary.monthsOf(line.pieces.map(({ text }) => text));
  if (months.every((meaning) => meaning === null) && isRowOfNumbers(line, vocabulary)) return ROW_OF_NUMBERS;
  const phrases = line.pieces.flatMap(
    (field, i) => withMeaning(field, months[i]!) ?? readField(field, vocabulary),
  );
  return weigh(phrases, (list) => new Set(list.map((phrase) => phrase.start)).size);
}

function withMeaning(word: HeaderWord, meaning: HeaderPhrase["meaning"]): HeaderPhrase[] | null {
  return meaning === null ? null : [{ ...word, meaning }];
}

/** What a row says as a header: a number, and nothing that is known. */
const ROW_OF_NUMBERS: HeaderLine = weighWords([{ text: "0", start: 0, end: 1, meaning: null }]);

/** Whether most fields are numbers that name no column: what stands under a header is mostly a row, and long. */
function isRowOfNumbers({ pieces }: Line, vocabulary: HeaderVocabulary): boolean {
  const filled = pieces.filter(({ text }) => text !== "");
  const numbers = filled.filter(({ text }) => /^[0-9.,]+$/.test(text) && vocabulary.meaningOf(text) === null);
  return 2 * numbers.length > filled.length;
}

function readWords(
  words: readonly HeaderWord[],
  separator: "spaces" | "none",
  vocabulary: HeaderVocabulary,
): HeaderPhrase[] {
  const phrases = ignoreGroups(ignoreLetters(vocabulary.findPhrases(words)), separator);
  return separator === "none" ? joinUnknown(phrases) : joinBegun(joinUnknown(phrases), vocabulary);
}

/** Reads texts with their places as a line of a header: each text is a list of words that stand close together. */
export function readHeaderTexts(
  texts: readonly (readonly HeaderWord[])[],
  vocabulary: HeaderVocabulary,
): HeaderLine {
  const months = vocabulary.monthsOf(texts.map((words) => words.map(({ text }) => text).join(" ")));
  const read = texts.flatMap((words, i) => withMeaning(words[0]!, months[i]!) ?? readText(words, vocabulary));
  return weighWords(ignoreLetters(read));
}

/** A text that means one thing takes up its whole place, words without a meaning included: ÓRGANO /UNIDAD. */
function readText(words: readonly HeaderWord[], vocabulary: HeaderVocabulary): HeaderPhrase[] {
  const [first] = words;
  if (first === undefined) return [];
  const whole = { text: words.map(({ text }) => text).join(" "), start: first.start, end: words.at(-1)!.end };
  const isNumbered = () =>
    vocabulary.findPhrases(words).some(({ meaning, text }) => meaning === null && NUMBER.test(text));
  if (NUMBER.test(whole.text) && isNumbered()) return [];
  const colon = whole.text.indexOf(": ");
  // CENTRO DE COSTO: ALCALDÍA names the organ of the table, and no column of it.
  if (colon !== -1 && vocabulary.meaningOf(whole.text.slice(0, colon))?.kind === "label") return [];
  const fields = readField(whole, vocabulary);
  if (fields.length <= 1) return fields.map((field) => ({ ...field, text: whole.text }));
  return vocabulary.findPhrases(words).filter(({ meaning }) => meaning !== null);
}

/**
 * A number that is no year: (LEY) N° 27972 is the end of a row's text, though N° names a column, and CENTRO DE COSTO 05.02
 * begins the name of an organ.
 */
const NUMBER = /(?:^|\s)(?!(?:19|20)\d\d\b)\d+(?:\d|[.,]\d+)\W*(?:\s|$)/;

function weighWords(phrases: readonly HeaderPhrase[]): HeaderLine {
  return weigh(phrases, (list) => list.map(countWords).reduce((a, b) => a + b, 0));
}

function weigh(
  phrases: readonly HeaderPhrase[],
  size: (list: readonly HeaderPhrase[]) => number,
): HeaderLine {
  const known = phrases.filter((phrase) => phrase.meaning !== null);
  return { phrases, known: known.length, share: phrases.length === 0 ? 0 : size(known) / size(phrases) };
}

/** Distinct lines that are remembered; a hostile document has many more. */
const MAX_REMEMBERED = 1000;

/** Makes a function that reads lines as `readHeaderLine` does: headers come back on every page, and are read once. */
export function createHeaderReader(
  separator: TextDocument["separator"],
  vocabulary: HeaderVocabulary,
): (line: Line) => HeaderLine {
  const known = new Map<string, HeaderLine>();
  return (line) => {
    const before = known.get(line.text);
    if (before !== undefined) return before;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const read = readHeaderLine(line, separator, vocabulary);
    known.set(line.text, read);
    return read;
  };
}

/** The words of a text with their characters' positions; what folds to nothing ("/", "-") is left out. */
export function findWords(text: string): HeaderWord[] {
  const words: HeaderWord[] = [];
  for (const match of text.matchAll(/\S+/g)) {
    if (foldWord(match[0]).length === 0) continue;
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return words;
}

function countWords(phrase: HeaderPhrase): number {
  return phrase.text.split(" ").length;
}

/** A field means what its words mean if most of them mean something; "PROG ENE" means two things. */
export function readField(field: HeaderWord, vocabulary: HeaderVocabulary): HeaderPhrase[] {
  if (fold(field.text) === "") return [];
  const text = field.text.replace(/\s+/g, " ");
  const whole = vocabulary.meaningOf(text);
  if (whole !== null) return [{ ...field, text, meaning: whole }];
  // "ENE-23" and "PROG/ENE" are two words in a header, though one in a text.
  const parts = text.split(/[\s/–-]+/).filter((part) => part !== "");
  const words = parts.map((word) => ({ ...field, text: word }));
  const phrases = vocabulary.findPhrases(words);
  if (namesLines(text, vocabulary)) return [{ ...field, text, meaning: null }];
  const isOther = ({ meaning, text }: HeaderPhrase) => meaning === null && !/^\W*[0-9]+\W*$/.test(text);
  // Years and the like stand beside a header word without changing it: "ENE-23", "META 2023".
  const others = phrases.filter(isOther);
  // Other words do change what is beside the months: "Avance mensual" is no column but a group of them.
  const isGroup = ({ meaning }: HeaderPhrase) => meaning?.kind === "extra" && others.length > 0;
  const isNumbered = phrases.some((phrase) => phrase.meaning === null && NUMBER.test(phrase.text));
  if (phrases.some(({ meaning }) => meaning?.kind === "label") && (isNumbered || NAMES_ONE.test(text)))
    return [{ ...field, text, meaning: null }];
  const isCell = isPeriodOfSeries(phrases);
  const known = phrases.filter(
    (phrase) => phrase.meaning !== null && (phrase.text.length > 1 || isCell) && !isGroup(phrase),
  );
  // PROGRAMACIÓN Y EJECUCIÓN stands over the columns of both.
  const series = known.flatMap(({ meaning }) => (meaning?.kind === "series" ? [meaning.key] : []));
  if (series.length === known.length && new Set(series).size > 1) return [{ ...field, text, meaning: null }];
  const knownWords = known.map(countWords).reduce((a, b) => a + b, 0);
  return knownWords > 0 && knownWords >= others.length ? known : [{ ...field, text, meaning: null }];
}

/** Whether a text names several series: PROG./EJEC. heads a column that says of each line which one it is of. */
export function namesLines(text: string, vocabulary: HeaderVocabulary): boolean {
  if (!text.includes("/")) return false;
  const words = text.split(/[\s/]+/).filter((part) => part !== "");
  const phrases = vocabulary.findPhrases(words.map((word) => ({ text: word, start: 0, end: 0 })));
  const series = new Set(phrases.map(({ meaning }) => (meaning?.kind === "series" ? meaning.key : null)));
  return series.size > 1 && !series.has(null);
}

/** A letter says what the columns of a period are of: I TRIMESTRE P, I TRIMESTRE E. */
function isPeriodOfSeries(phrases: readonly HeaderPhrase[]): boolean {
  const kinds = phrases.map(({ meaning }) => meaning?.kind);
  return (
    kinds.length === 2 && kinds.includes("series") && (kinds.includes("month") || kinds.includes("quarter"))
  );
}

/** CENTRO DE COSTO: 02.01 ARCHIVO names one, over its rows, and heads no column of them. */
const NAMES_ONE = /\p{L}\s?:\s?[\p{L}\p{N}]/u;

/** "N°" is no lone letter. */
const SIGN = /[°º#]/;

function ignoreLetters(phrases: readonly HeaderPhrase[]): HeaderPhrase[] {
  const isLetter = ({ meaning, text }: HeaderPhrase) =>
    meaning !== null && fold(text).length === 1 && !SIGN.test(text);
  const letters = phrases.filter(isLetter).length;
  if (letters >= MIN_SINGLE_LETTERS) return [...phrases];
  return phrases.map((phrase) => (isLetter(phrase) ? { ...phrase, meaning: null } : phrase));
}

/**
 * AVANCE in "AVANCE MENSUAL" is no column of its own but begins the name of a group. Where all words are one space
 * apart it may be a column all the same, unless the line prints that column's name once more.
 */
function ignoreGroups(phrases: readonly HeaderPhrase[], separator: "spaces" | "none"): HeaderPhrase[] {
  const goesOn = ({ meaning, end }: HeaderPhrase, i: number) => {
    const next = phrases[i + 1];
    return meaning?.kind === "extra" && next?.meaning === null && next.start - end <= 1;
  };
  const whole = new Set(phrases.filter((phrase, i) => !goesOn(phrase, i)).map(({ meaning }) => meaning?.key));
  return phrases.map((phrase, i) =>
    goesOn(phrase, i) && (separator === "spaces" || whole.has(phrase.meaning?.key))
      ? { ...phrase, meaning: null }
      : phrase,
  );
}

/** Joins a name to what follows it where together they begin a longer name, whose end is on the next line. */
function joinBegun(phrases: readonly HeaderPhrase[], vocabulary: HeaderVocabulary): HeaderPhrase[] {
  const joined: HeaderPhrase[] = [];
  for (const phrase of phrases) {
    const last = joined.at(-1);
    const text = `${last?.text} ${phrase.text}`;
    const isNext = last !== undefined && phrase.meaning === null && phrase.start - last.end <= MAX_APART;
    if (isNext && vocabulary.begins(text)) joined[joined.length - 1] = { ...last, text, end: phrase.end };
    else joined.push(phrase);
  }
  return joined;
}

/** Words of a name are one space apart, or a sign between spaces. */
const MAX_APART = 3;

/** Joins neighbouring words without a meaning that are one space apart. */
function joinUnknown(phrases: readonly HeaderPhrase[]): HeaderPhrase[] {
  const joined: HeaderPhrase[] = [];
  for (const phrase of phrases) {
    const last = joined.at(-1);
    if (last?.meaning === null && phrase.meaning === null && phrase.start - last.end <= 1) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${phrase.text}`, end: phrase.end };
    } else joined.push(phrase);
  }
  return joined;
}
