import type { BlockFamily } from "../block-family.ts";
import type { Word } from "../document.ts";
import { cellText } from "../page-tables/cell-text.ts";
import { createPrintTest, letters } from "./letters.ts";
import { splitCode } from "./split-code.ts";

/** What the rows under a line belong to: labels by the family's keys. */
export type Context = Readonly<Record<string, string>>;

/** What a line adds to the context, or replaces in it. */
export interface ContextLine {
  /** Index of the context in the family's list, and its labels. */
  readonly level: number;
  readonly labels: Context;
  /** The words that make it one; others of its line are none of it. */
  readonly words: readonly Word[];
}

/** Makes a function that reads the context lines that a printed line holds: mostly none, sometimes two. */
export function createContextReader(family: BlockFamily): (words: readonly Word[]) => ContextLine[] {
  const tests = family.context.map(({ prints, begins }) => ({
    isCode: createPrintTest(prints),
    begins: begins.map(letters),
  }));

  /** Which context begins at a word, and how many words it takes to say so. */
  const beginsAt = (words: readonly Word[], from: number): { level: number; to: number } | null => {
    const printed = words[from]!.text;
    const code = isCodeOnly(printed) ? printed.replace(/(?<![:.\-–])[:.\-–]+$/, "") : null;
    for (const [level, { isCode, begins }] of tests.entries()) {
      if (code !== null && isCode(code) !== null) return { level, to: from };
      let text = "";
      for (let to = from; to < words.length && to - from < MAX_WORDS; to++) {
        const word = words[to]!.text;
        const colon = word.indexOf(":");
        text += letters(colon === -1 ? word : word.slice(0, colon));
        const isBegun = begins.includes(text);
        if (isBegun && (colon !== -1 || endsNext(words, to))) return { level, to: to + 1 };
        if (text === "" || colon !== -1 || !begins.some((begin) => begin.startsWith(text))) break;
      }
    }
    return null;
  };

  return (words) => {
    const found: { level: number; from: number; to: number }[] = [];
    for (let i = 0; i < words.length; i++) {
      // In mid-line, a context only begins behind another, with words and a colon: a code may be one that a text speaks of.
      if (i > 0 && found.length === 0) break;
      const begin = beginsAt(words, i);
      if (begin === null || (i > 0 && begin.to === i)) continue;
      found.push({ level: begin.level, from: i, to: begin.to });
    }
    return found.map(({ level, from, to }, k): ContextLine => {
      const end = found[k + 1]?.from ?? words.length;
      // A mark between two of them is of neither.
      const mark = k + 1 < found.length ? /(?<![\s.,;])[\s.,;]+$/ : /(?<!\s)\s+$/;
      const text = valueText(ofOneCell([...behindColon(words[to - 1], from < to), ...words.slice(to, end)]))
        .replace(/^[\s:]+/, "")
        .replace(mark, "");
      const { key, codeKey } = family.context[level]!;
      return { level, labels: splitCode(text, key, codeKey), words: words.slice(from, end) };
    });
  };
}

/** What stands behind the colon in a word: `COSTO:02.01`. */
function behindColon(word: Word | undefined, isBegin: boolean): Word[] {
  const text = word?.text.replace(/^[^:]*:?/, "") ?? "";
  return !isBegin || word === undefined || text === "" ? [] : [{ ...word, text }];
}

/** What a value says, which may stand on several lines beside its code or its colon. */
function valueText(words: readonly Word[]): string {
  const [first, ...rest] = words;
  return first === undefined ? "" : `${first.text} ${cellText(rest)}`.trim();
}

/** No context begins with more words. */
const MAX_WORDS = 6;

/** In heights of the font: what stands further from a text than this is of another cell. */
const OTHER_CELL = 5;
/** And the edge of a cell, which OCR may take for a figure, as far from it. */
const EDGE = 2;

/** The words of the first cell; its code may have a cell of its own. */
function ofOneCell(words: readonly Word[]): readonly Word[] {
  const isApart = (i: number, gap: number) =>
    words[i + 1] !== undefined && words[i + 1]!.box[0] - words[i]!.box[2] > gap * words[i]!.size;
  const isEdge = words[0]?.readings !== undefined && words[0].text.length === 1 && isApart(0, EDGE);
  const own = isEdge ? words.slice(1) : words;
  const isNamed = (i: number) => /^\D*\p{L}{3}\D*$/u.test(own[i]!.text);
  const end = own.findIndex((word, i) => isNamed(i) && isApart(words.indexOf(word), OTHER_CELL));
  return end === -1 ? own : own.slice(0, end + 1);
}

/** Whether a word is a code and nothing else: `OEI.02`, `AEI.01.01:`. */
function isCodeOnly(text: string): boolean {
  return /^[A-Za-z0-9.]+[:\-–]?$/.test(text);
}

/** Whether a colon, a wide gap or a code shows that the words which begin a context are over. */
function endsNext(words: readonly Word[], i: number): boolean {
  const [next, mark] = [words[i + 1], words[i + 2]];
  if (next?.text.startsWith(":") === true || hasGapNext(words, i)) return true;
  return /^[0-9][0-9.]*$/.test(next?.text ?? "") && /^[-–:]/.test(mark?.text ?? "");
}

/** Whether a wide gap parts a word from the next, as in two cells. */
function hasGapNext(words: readonly Word[], i: number): boolean {
  const next = words[i + 1];
  return next !== undefined && next.box[0] - words[i]!.box[2] > 2 * words[i]!.size;
}
