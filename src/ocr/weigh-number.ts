import type { GlyphReading } from "./glyph-text.ts";
import { placeMarks } from "./place-marks.ts";
import type { EngineVote } from "./vote-of.ts";

/** A way to read a number, and how probable it is. */
export interface NumberReading {
  readonly text: string;
  readonly probability: number;
}

/** How fast a figure loses probability as it is less like its template; see bench/README.md. */
const TEMPERATURE = 0.016;
/** The likeness of a figure that stands for none of the ten, or not for one figure. */
const STRANGER = 0.68;
/** A number has another count of figures than it was parted into, and a count that it is too wide or too narrow for. */
const OTHER_COUNT = 0.003;
const IMPOSSIBLE_COUNT = 1e-6;
/** How wide figures are in their heights, from narrow to wide fonts: from one to the next, alone, and marks between. */
const ADVANCE = { least: 0.5, most: 0.88 };
const ALONE = { least: 0.15, most: 0.85 };
const MARK = 0.45;
/** How often the engine is right, says nothing, errs by one figure, or by more: when sure of itself, and when not. */
const SURE = { right: 0.97, empty: 0.01, near: 0.015, far: 0.005 };
const UNSURE = { right: 0.5, empty: 0.25, near: 0.2, far: 0.05 };
const SURE_FROM = 0.85;
/** No reader is right every time, however clear the print: both err alike on what is damaged. */
const BOTH_WRONG = 0.0002;
const ALONE_WRONG = 0.002;
/** Readings below this are not kept. */
const LEAST_KEPT = 0.0005;
const MOST_KEPT = 5;

/** However bad the print, a number is more often right than not. */
const MOST_WRONG = 0.2;

/**
 * Brings together what the figures look like and what the engine read; the most probable first.
 *
 * @param doubt how much more often both readers are wrong than on a good page; see `printDoubt`
 */
export function weighNumber(
  glyphs: GlyphReading | null,
  votes: readonly EngineVote[],
  doubt: number,
): NumberReading[] {
  const cleaned = votes.map((vote) => asDigits(vote, glyphs));
  const candidates = new Set(cleaned.map(({ digits }) => digits).filter((digits) => digits !== ""));
  if (glyphs !== null) for (const digits of likelyDigits(glyphs)) candidates.add(digits);
  const weighed = [...candidates].map((digits) => {
    const seen = glyphs === null ? 1 : glyphWeight(glyphs, digits);
    const read = cleaned.reduce((product, vote) => product * voteWeight(vote, digits), 1);
    return { digits, weight: seen * read };
  });
  const strange = strangeWeight(glyphs) * cleaned.reduce((product, vote) => product * likely(vote).far, 1);
  const sum = weighed.reduce((total, { weight }) => total + weight, strange);
  const agreed = glyphs !== null && cleaned.some(({ digits }) => digits === firstDigits(glyphs));
  const wrong = Math.min(MOST_WRONG, (agreed ? BOTH_WRONG : ALONE_WRONG) * doubt);
  return weighed
    .flatMap(({ digits, weight }) =>
      placeMarks(digits, glyphs, votes).map(({ text, share }) => ({
        text,
        probability: ((1 - wrong) * share * weight) / sum,
      })),
    )
    .filter(({ probability }) => probability >= LEAST_KEPT)
    .sort((a, b) => b.probability - a.probability || (a.text < b.text ? -1 : 1))
    .slice(0, MOST_KEPT);
}

/** All but what the engine may have taken a figure for. */
const MARKS = /[^\p{L}\p{N}\p{Sc}&@?]/gu;

/**
 * The figures of what the engine read. A sign that is none, as `€` for an 8 on a ruling line, is the figure that it
 * looks like; where figures cannot be told from such signs, what the engine read is unsure.
 */
function asDigits(
  { text, confidence }: EngineVote,
  glyphs: GlyphReading | null,
): EngineVote & { readonly digits: string } {
  const signs = [...text.replace(MARKS, "")];
  const isClean = signs.every((sign) => /\d/.test(sign));
  if (isClean) return { text, confidence, digits: signs.join("") };
  const fits = signs.some((sign) => /\d/.test(sign)) && glyphs?.figures.length === signs.length;
  const digits = signs.map((sign, k) => (/\d/.test(sign) ? sign : fits ? glyphs.figures[k]![0]!.text : ""));
  return { text, confidence: 0, digits: digits.join("") };
}

function firstDigits({ figures }: GlyphReading): string {
  return figures.map(([best]) => best!.text).join("");
}

/** The digits most alike, and those with one figure exchanged for its runner-up. */
function likelyDigits(glyphs: GlyphReading): string[] {
  const best = firstDigits(glyphs);
  const others = glyphs.figures.flatMap((matches, k) =>
    matches.slice(1, 3).map(({ text }) => best.slice(0, k) + text + best.slice(k + 1)),
  );
  return [best, ...others];
}

/** How probable the pictures make these digits. */
function glyphWeight({ figures, glyphs, width }: GlyphReading, digits: string): number {
  if (digits.length !== figures.length) {
    const marks = glyphs.filter(({ kind }) => kind === "mark").length;
    const least = ALONE.least + (digits.length - 1) * ADVANCE.least;
    const most = ALONE.most + (digits.length - 1) * ADVANCE.most + marks * MARK;
    return width >= least && width <= most ? OTHER_COUNT : IMPOSSIBLE_COUNT;
  }
  return figures.reduce((product, matches, k) => {
    const best = Math.max(STRANGER, matches[0]!.likeness);
    const sum = matches.reduce(
      (total, { likeness }) => total + Math.exp((likeness - best) / TEMPERATURE),
      Math.exp((STRANGER - best) / TEMPERATURE),
    );
    const own = matches.find(({ text }) => text === digits[k])?.likeness ?? 0;
    return (product * Math.exp((own - best) / TEMPERATURE)) / sum;
  }, 1);
}

/** How probable it is that the piece is no number that either reader has named. */
function strangeWeight(glyphs: GlyphReading | null): number {
  if (glyphs === null) return 0.5;
  const known = glyphs.figures.reduce((product, matches) => {
    const best = matches[0]!.likeness;
    return product / (1 + Math.exp((STRANGER - best) / TEMPERATURE));
  }, 1);
  return 1 - known;
}

function likely({ confidence }: EngineVote): typeof SURE {
  return confidence >= SURE_FROM ? SURE : UNSURE;
}

/** How probable the engine's word is where these digits are printed. */
function voteWeight(vote: EngineVote & { readonly digits: string }, digits: string): number {
  const rates = likely(vote);
  if (vote.digits === digits) return rates.right;
  if (vote.digits === "") return rates.empty;
  return isNear(vote.digits, digits) ? rates.near : rates.far;
}

/** Whether two texts differ by one character: another, one more, or one less. */
function isNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let first = 0;
  while (first < short.length && short[first] === long[first]) first++;
  const rest = short.length === long.length ? first + 1 : first;
  return short.slice(rest) === long.slice(first + 1);
}
