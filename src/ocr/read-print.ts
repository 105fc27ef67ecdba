import type { Engine, SeenWord } from "./engine.ts";
import type { Component } from "./find-components.ts";
import { boundsOf, isDash, type Piece } from "./find-pieces.ts";
import { firstFigures, readGlyphs } from "./glyph-text.ts";
import { isSpoiled } from "./is-spoiled.ts";
import { LETTERS, type LetterSize, NARROW_LETTERS } from "./line-image.ts";
import type { Template } from "./match-glyph.ts";
import { mendHeader } from "./mend-header.ts";
import { mendNumerals } from "./mend-numerals.ts";
import { numbersWithin } from "./numbers-within.ts";
import { onLine } from "./on-line.ts";
import { partCurrency } from "./part-currency.ts";
import type { PreparedPage } from "./prepare-page.ts";
import type { Print } from "./print.ts";
import { printDoubt } from "./print-doubt.ts";
import { readAgain } from "./read-again.ts";
import { readClearNumbers } from "./read-clear-numbers.ts";
import { readLine } from "./read-line.ts";
import { readShort } from "./read-short.ts";
import { readSideways } from "./read-sideways.ts";
import { readText } from "./read-text.ts";
import { studyFigures } from "./study-figures.ts";
import { voteOf } from "./vote-of.ts";
import { type NumberReading, weighNumber } from "./weigh-number.ts";

/** A number is narrow, in letter heights, and of few parts. */
const WIDEST_NUMBER = 9;
const MOST_PARTS = 14;
/** Most letters of a title are higher than those of the table, in their heights. */
const LARGE = 1.2;
/** What the engine takes for letters is a number only if it looks very much like one. */
const FIGURE_LIKENESS = 0.8;
const WORD_CONFIDENCE = 0.6;
const PERCENT = /^(.*\d)\s*%$/;
/** Print that looks like nothing is still not a blank. */
const UNREADABLE = "?";
const CURRENCY = "S/.";

/** Reads all pieces of a page: words on their side, text by lines, numbers one by one and figure by figure. */
export async function readPrint(prepared: PreparedPage, engine: Engine): Promise<Print[]> {
  const sideways = await readSideways(prepared, engine);
  const page = withoutParts(prepared, new Set(sideways.flatMap(({ piece }) => piece.parts)));
  const upright = await readUpright(page, engine);
  return [
    ...upright,
    ...sideways.map(({ piece, ...word }) => ({ ...text({ ...piece, ...word }), angle: word.angle })),
  ];
}

/** A page without the print that was read already. */
function withoutParts(page: PreparedPage, done: ReadonlySet<Component>): PreparedPage {
  if (done.size === 0) return page;
  const pieces = page.pieces.flatMap((piece) => {
    const parts = piece.parts.filter((part) => !done.has(part));
    if (parts.length === piece.parts.length) return piece;
    return parts.length === 0 ? [] : boundsOf(parts);
  });
  return { ...page, pieces };
}

async function readUpright(whole: PreparedPage, engine: Engine): Promise<Print[]> {
  const lines = whole.pieces.filter((piece) => !isNarrow(piece, whole.letter));
  const short = whole.pieces.filter((piece) => isNarrow(piece, whole.letter) && !isDash(piece, whole.letter));
  const [{ templates, quarrel, seen: studied }, words] = await Promise.all([
    studyFigures(whole, short, engine),
    Promise.all(lines.map((line) => readText(whole, line, engine, lettersFor(line, whole.letter)))),
  ]);
  const amounts = partCurrency(whole.image, short, studied, templates);
  const parted = (piece: Piece) => amounts.get(piece)?.amount ?? piece;
  const seen = new Map(
    [...studied].flatMap(([piece, read]) => {
      if (!amounts.has(piece)) return [[piece, read] as const];
      const [own] = numbersWithin(piece, read);
      return own === undefined ? [] : [[parted(piece), own.words] as const];
    }),
  );
  const page = { ...whole, pieces: whole.pieces.map(parted) };
  const narrow = short.map(parted);
  const doubt = printDoubt(page.letter, quarrel);
  const unread = narrow.filter((piece) => !seen.has(piece) && !isSpoiled(page, piece));
  const clear = await readClearNumbers(page, unread, templates, doubt, engine);
  const asked = narrow.filter((piece) => !clear.has(piece));
  const alone = await Promise.all(
    asked.map(async (piece) => seen.get(piece) ?? (await readShort(page, piece, engine))),
  );
  const again = await readAgain(page, new Map(asked.map((piece, k) => [piece, alone[k]!])), narrow, engine);
  const read = new Map([...lines.map((line, k) => [line, words[k]!] as const), ...again]);
  const print = await Promise.all(
    page.pieces.map((piece) => {
      const readings = clear.get(piece);
      return readings === undefined
        ? readPiece(page, piece, engine, templates, doubt, read.get(piece) ?? [])
        : number(page, piece, readings);
    }),
  );
  const signs = [...amounts.values()].map(({ sign }) => text({ ...sign, text: CURRENCY, confidence: 1 }));
  return mendHeader(mendNumerals(page, [...print.flat(), ...signs]), page.letter);
}

async function readPiece(
  page: PreparedPage,
  piece: Piece,
  engine: Engine,
  templates: readonly Template[],
  doubt: number,
  words: readonly SeenWord[],
): Promise<Print[]> {
  if (!isNarrow(piece, page.letter)) {
    return words.flatMap((word) => readWord(page, piece, word, templates, doubt));
  }
  if (isDash(piece, page.letter)) {
    // What is left of a number under a stamp is no dash.
    if (isSpoiled(page, piece)) return number(page, piece, [{ text: UNREADABLE, probability: 0 }]);
    return [text({ ...piece, text: "-", confidence: 1 })];
  }
  const glyphs = readGlyphs(page.image, piece, templates);
  const vote = voteOf(words);
  const likeness = glyphs?.likeness ?? 0;
  if ((isWord(vote.text) && likeness < FIGURE_LIKENESS) || isCode(vote, likeness)) {
    return words.map((word) => text(onLine(word, piece, page.letter)));
  }
  const votes = [vote];
  const [, share] = PERCENT.exec(vote.text) ?? [];
  const figures =
    glyphs === null || share === undefined
      ? glyphs
      : firstFigures(glyphs, share.replace(/\D/g, "").length, templates);
  const readings = weighNumber(figures, votes, doubt);
  if ((readings[0]?.probability ?? 0) < SETTLED) {
    votes.push(voteOf(await readLine(page, piece, engine, "number")));
  }
  const settled = weighNumber(figures, votes, doubt);
  if (settled.length > 0) return number(page, piece, settled);
  return number(page, piece, [
    { text: vote.text === "" ? UNREADABLE : vote.text, probability: vote.confidence / 2 },
  ]);
}

/** A number that a stamp touches: in print lower than so many pixels a figure's thin strokes go with the stamp. */
const SPOILED = 0.8;
const SMALL_SPOILED = 0.6;
const SMALL_PRINT = 15;
/** Above this, another vote changes nothing. */
const SETTLED = 0.999;

/** A word of a line: a number among words is read by its figures too. */
function readWord(
  page: PreparedPage,
  piece: Piece,
  word: SeenWord,
  templates: readonly Template[],
  doubt: number,
): Print[] {
  const [own] = numbersWithin(piece, [word]);
  if (own === undefined) return [text(onLine(word, piece, page.letter))];
  const glyphs = readGlyphs(page.image, own.piece, templates);
  const readings = weighNumber(glyphs, [word], doubt);
  return readings.length > 0 ? number(page, own.piece, readings) : [text(onLine(word, piece, page.letter))];
}

/** In titles the engine loses dashes where letters are narrow. */
function lettersFor({ parts }: Piece, letter: number): LetterSize {
  const heights = parts.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b);
  return heights[heights.length >> 1]! > LARGE * letter ? LETTERS : NARROW_LETTERS;
}

function isNarrow(piece: Piece, letter: number): boolean {
  return piece.right - piece.left <= WIDEST_NUMBER * letter && piece.parts.length <= MOST_PARTS;
}

/** Letters, and no more than a figure or two among them. */
function isWord(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const digits = text.match(/\d/g)?.length ?? 0;
  return letters >= 2 && letters > digits;
}

/** Letters that no figure looks like: `P` and `E` over the months, `AO001`. */
const CLEAR_LETTER = /[ACEFHKMNPRUVWXYÑ]/i;
const UNLIKE_FIGURES = 0.6;

/** A letter, or letters and figures, that are no number. */
function isCode({ text, confidence }: { text: string; confidence: number }, likeness: number): boolean {
  if (!CLEAR_LETTER.test(text)) return false;
  return likeness < UNLIKE_FIGURES || (likeness < FIGURE_LIKENESS && confidence >= WORD_CONFIDENCE);
}

function number(page: PreparedPage, piece: Piece, weighed: readonly NumberReading[]): Print[] {
  const { left, top, right, bottom } = piece;
  const spoiled = page.letter < SMALL_PRINT ? SMALL_SPOILED : SPOILED;
  const trust = isSpoiled(page, piece) ? spoiled : 1;
  const readings = weighed.map(({ text, probability }) => ({ text, probability: trust * probability }));
  const [best] = readings;
  return [{ left, top, right, bottom, text: best!.text, confidence: best!.probability, readings }];
}

function text({ left, top, right, bottom, text, confidence }: SeenWord): Print {
  return { left, top, right, bottom, text, confidence, readings: [] };
}
