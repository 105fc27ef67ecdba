import type { Line, Piece, Source, TextDocument } from "../document.ts";
import { decodeText } from "../text/decode-text.ts";
import { cleanText } from "./clean-text.ts";
import { detectSeparator } from "./detect-separator.ts";
import { findRecordEnd, splitFields } from "./split-fields.ts";
import { withoutPipes } from "./without-pipes.ts";

/**
 * Reads a text file into its lines: odd spaces and line ends made plain, pages parted by form feeds, columns
 * by whatever the text parts them with. Blank lines are left out; the line numbers show where they stood. A
 * delimited record whose quoted fields hold line ends is one line.
 *
 * @throws {PoiError} as `decodeText` does
 */
export function readLines(source: Source): TextDocument {
  const text = withoutPipes(cleanText(decodeText(source)));
  const separator = detectSeparator(text);
  const delimiter = separator === "spaces" || separator === "none" ? null : separator;
  const lines: Line[] = [];
  let page = 1;
  let number = 1;
  for (let start = 0; start < text.length; ) {
    const { end, lineEnds } = findRecordEnd(text, start, delimiter);
    const line = text.slice(start, end);
    if (/\S/.test(line)) lines.push(makeLine(page, number, line, separator));
    number += lineEnds;
    if (text[end] === "\f") page++;
    else number++;
    start = end + 1;
  }
  return {
    lines,
    pages: lines.at(-1)?.page ?? 1,
    channel: separator === "none" ? "collapsed" : "tabular",
    separator,
  };
}

function makeLine(page: number, number: number, text: string, separator: TextDocument["separator"]): Line {
  return {
    page,
    number,
    text,
    // Split when asked for: kept for every line, the pieces of a long document would fill the memory.
    get pieces() {
      return splitPieces(text, separator);
    },
  };
}

function splitPieces(text: string, separator: TextDocument["separator"]): Piece[] {
  if (separator !== "spaces" && separator !== "none") return splitFields(text, separator);
  const pieces: Piece[] = [];
  const between = separator === "spaces" ? /[^ \t]+(?:[ \t][^ \t]+)*/g : /\S(?:.*\S)?/gs;
  for (const match of text.matchAll(between)) {
    pieces.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return pieces;
}
