import type { GlyphReading } from "./glyph-text.ts";
import type { EngineVote } from "./vote-of.ts";

/** A comma reaches below the figures by a seventh of their height at least. */
const COMMA_DROP = 0.14;
/** A minus sign, or dust, stands above the foot of the figures. */
const RAISED = -0.2;

/** Figures stand 0.77 heights apart, with a point between them 1.15. */
const SPACED = 0.98;

/** A number with its marks, and the share of its digits' probability that falls to it. */
interface Marked {
  readonly text: string;
  readonly share: number;
}

/** Puts points, commas and a sign back between digits: from where they were seen, and as the engine read them. */
export function placeMarks(
  digits: string,
  glyphs: GlyphReading | null,
  votes: readonly EngineVote[],
): Marked[] {
  const read = votes.find(({ text }) => text.replace(/\D/g, "") === digits);
  const seen = glyphs?.figures.length === digits.length ? fromGlyphs(digits, glyphs) : null;
  const engine = read === undefined ? null : trimMarks(read.text);
  if (seen === null || glyphs === null) return [{ text: engine ?? digits, share: 1 }];
  // The engine knows a comma from a point better than one pixel does, but it makes marks out of dust, and a point may
  // run into its figure, or be taken for dust.
  const others = new Set(
    engine !== null && shape(engine) === shape(seen) ? [engine] : [seen, engine ?? seen],
  );
  const spaced = atSpace(digits, glyphs);
  if (spaced !== null && [...others].every((text) => !/[.,]/.test(text))) others.add(spaced);
  return [...others].map((text) => ({ text, share: 1 / others.size }));
}

/** The number with a point where its figures stand apart; null where they do not. */
function atSpace(digits: string, { glyphs }: GlyphReading): string | null {
  const figures = glyphs.filter(({ kind }) => kind === "figure");
  const at = figures.findLastIndex(({ advance }) => advance >= SPACED);
  return at < 1 ? null : `${digits.slice(0, at)}.${digits.slice(at)}`;
}

function fromGlyphs(digits: string, { glyphs }: GlyphReading): string {
  let text = "";
  let next = 0;
  for (const glyph of glyphs) {
    if (glyph.kind === "figure") text += digits[next++];
    else if (glyph.kind === "dash") text += text === "" && glyph.drop < RAISED ? "-" : "";
    else if (/\d$/.test(text) && next < digits.length && glyph.drop > RAISED) {
      text += glyph.drop >= COMMA_DROP ? "," : ".";
    }
  }
  return text;
}

function shape(text: string): string {
  return trimMarks(text).replace(/[.,]/g, "m").replace(/\d/g, "0");
}

/** Without what is no mark, and without marks at the ends. */
function trimMarks(text: string): string {
  const cleaned = text.replace(/[^\d.,-]/g, "").replace(/(?!^)-/g, "");
  return cleaned.replace(/^(-?)[.,]+/, "$1").replace(/[.,]+$/, "");
}
