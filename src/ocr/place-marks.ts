import type { GlyphReading } from "./glyph-text.ts";
import type { EngineVote } from "./weigh-number.ts";

/** A comma reaches below the figures by a seventh of their height at least. */
const COMMA_DROP = 0.14;
/** A minus sign, or dust, stands above the foot of the figures. */
const RAISED = -0.2;

/** Puts points, commas and a sign back between digits: from where they were seen, or as the engine read them. */
export function placeMarks(
  digits: string,
  glyphs: GlyphReading | null,
  votes: readonly EngineVote[],
): string {
  const read = votes.find(({ text }) => text.replace(/\D/g, "") === digits);
  const seen = glyphs?.figures.length === digits.length ? fromGlyphs(digits, glyphs) : null;
  // The engine knows a comma from a point better than one pixel does, but it makes marks out of dust.
  if (read !== undefined && (seen === null || shape(read.text) === shape(seen))) return trimMarks(read.text);
  return seen ?? digits;
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
