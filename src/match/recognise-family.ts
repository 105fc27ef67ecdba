import type { AnyFamily } from "../block-family.ts";
import type { Line } from "../document.ts";
import { isBlockFamily } from "../is-block-family.ts";
import { fold } from "../text/fold.ts";
import { createBlockEvidence } from "./block-evidence.ts";
import { createEvidence, type Evidence } from "./family-evidence.ts";

/** What is looked at of a document: prose may come first, so it is much; a hostile file is larger still. */
const MAX_LINES = 20_000;
const MAX_CHARACTERS = 4_000_000;
/** A header is nearer to the start of its line than this, even where the whole page became one line. */
const MAX_LINE_CHARACTERS = 10_000;
/** Lines read after a header was found, for the words that only one family prints. */
const LINES_AFTER_HEADER = 400;
/** Of the last of these so many are rows of its table: where it does not go on, it may be one of the prose before the plan. */
const LAST_LINES = 100;
const MIN_ROWS = 25;
/** A row prints at least so many numbers, and prose that cites laws and years fewer for each word. */
const MIN_NUMBERS = 3;
const NUMBER_SHARE = 0.4;
/** A table with title, months and target, but neither quarters nor execution, comes to 0.7 of the header's share. */
const MIN_SCORE = 0.5;

/** The family that a document belongs to, and how near the next one came. Scores are from 0 to 1. */
export interface Recognised {
  /** Null where nothing looks like a table of a known family. */
  readonly family: AnyFamily | null;
  readonly score: number;
  readonly runnerUp: { readonly id: string; readonly score: number } | null;
}

/**
 * Tells which family a document belongs to, from its title, its header words, and the words that only this
 * family prints. The time is linear in the text, and bounded; lines that are not looked at are not asked for.
 */
export function recogniseFamily(lines: Iterable<Line>, families: readonly AnyFamily[]): Recognised {
  const evidence = families.map((family) => ({
    family,
    ...(isBlockFamily(family) ? createBlockEvidence(family) : createEvidence(family)),
  }));
  let end = MAX_LINES;
  let characters = 0;
  let isHeaderSeen = false;
  let rows = 0;
  let i = -1;
  for (const line of lines) {
    i++;
    if (i >= end && rows < MIN_ROWS) [end, rows] = [Math.min(MAX_LINES, i + LINES_AFTER_HEADER), 0];
    if (i >= end || characters >= MAX_CHARACTERS) break;
    const text = line.text.slice(0, MAX_LINE_CHARACTERS);
    characters += text.length;
    const folded = fold(text);
    if (folded === "") continue;
    const words = folded.split(" ");
    for (const { see } of evidence) see(i, folded, words);
    if (isHeaderSeen && i >= end - LAST_LINES && isRow(words)) rows++;
    if (!isHeaderSeen && evidence.some(({ hasHeader }) => hasHeader())) {
      isHeaderSeen = true;
      end = Math.min(end, i + LINES_AFTER_HEADER);
    }
  }
  return choose(evidence);
}

function isRow(words: readonly string[]): boolean {
  const numbers = words.filter((word) => /^[0-9]/.test(word)).length;
  return numbers >= Math.max(MIN_NUMBERS, NUMBER_SHARE * words.length);
}

function choose(evidence: readonly (Evidence & { family: AnyFamily })[]): Recognised {
  const titles = evidence.map(({ title }) => title?.() ?? { text: "", worth: 0 });
  const ranked = evidence
    .map(({ family, score }, i) => {
      const { text, worth } = titles[i]!;
      // A title that is but a part of another family's says nothing.
      const isPart = titles.some((other) => other.text.length > text.length && other.text.includes(text));
      const own = score();
      return { family, score: own > 0 && text !== "" && isPart ? own - worth : own };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  const isFound = best !== undefined && best.score >= MIN_SCORE;
  const next = isFound ? second : best;
  return {
    family: isFound ? best.family : null,
    score: best?.score ?? 0,
    runnerUp: next === undefined ? null : { id: next.family.id, score: next.score },
  };
}
