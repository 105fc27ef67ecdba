import type { Box, Flag, Page, Ruling, Word } from "../document.ts";
import { areaOf } from "../pdf/area-of.ts";
import { colourOf, isInColour } from "../pdf/colour-of.ts";
import { firstFrom } from "../pdf/first-from.ts";
import { looksNumeric } from "../rules/number.ts";
import { boundingBox } from "./bounding-box.ts";
import { findFrames, findStampBoxes, isSideOf } from "./stamp-boxes.ts";

/** Words that share this much of the smaller one's area are printed over each other. */
const COLLIDES = 0.3;
/** A stamp has at most this share of a page's words. */
const MAX_SHARE = 0.2;
/** Words of a stamp stand this near to each other, in heights of the font. */
const NEAR = 1.5;

/** A line that stands at least this far within a word, in heights of the font, is drawn through it. */
const WITHIN = 0.5;
/** A stamp in a frame has at least this share of its words there. */
const FRAMED = 0.5;
/** What the stamp of a digital signature begins with. */
const SIGNED = /^firmado digitalmente\b/i;

/**
 * Sets apart the words of stamps: texts in a colour and font of their own that are printed over others, in a frame that a
 * line of a table runs into, or in ink that is neither black nor grey over such lines. No table prints one text over another.
 * What says that it was signed digitally is one wherever it stands: programs that sign print it where there is room.
 */
export function setStampsApart(page: Page): { page: Page; stamps: readonly Word[] } {
  const groups = Map.groupBy(page.words, ({ style }) => style);
  const rare = [...groups.values()].filter((words) => words.length <= page.words.length * MAX_SHARE);
  if (rare.length === 0) return { page, stamps: [] };
  // Of two styles, that of the stamp has fewer words: what it is printed over may be the header, or a total.
  const isOther = (word: Word, other: Word) =>
    other.style !== word.style && groups.get(other.style)!.length >= groups.get(word.style)!.length;
  const index = indexByHeight(page.words);
  const [vertical, horizontal] = [page.vertical, page.horizontal.filter(isLong(page))].map((lines) =>
    lines.toSorted((a, b) => a.at - b.at),
  ) as [Ruling[], Ruling[]];
  const frames = findFrames(page);
  const boxes = findStampBoxes(page, frames);
  const stamps = new Set<Word>();
  for (const words of rare) {
    const isInked = isInColour(words[0]!.style);
    const boxed = words.filter((word) => boxes.some((box) => isInside(word.box, box)));
    // A frame may be drawn over words of the table, too: these stand elsewhere as well.
    const framed = new Set(boxed.length >= words.length * FRAMED ? boxed : []);
    const signed = words.filter((word, i) => SIGNED.test(`${word.text} ${words[i + 1]?.text}`));
    // A number under a stamp is painted over too: what is a stamp is told by its words.
    const reached = words.filter(
      (word) =>
        !looksNumeric(word.text) &&
        (index(word.box).some((other) => isOther(word, other) && collide(word.box, other.box)) ||
          framed.has(word) ||
          signed.includes(word) ||
          (isInked && (isDrawnThrough(word, vertical) || isDrawnAlong(word, horizontal)))),
    );
    for (const word of reached) stamps.add(word);
    // A stamp is one block of text: what stands close to a word of it belongs to it.
    for (let next = reached.pop(); next !== undefined; next = reached.pop()) {
      for (const word of words) {
        if (stamps.has(word) || !areNear(next, word, isInked)) continue;
        stamps.add(word);
        reached.push(word);
      }
    }
  }
  if (stamps.size === 0) return { page, stamps: [] };
  for (const word of framedWith(stamps, rare.flat(), frames)) stamps.add(word);
  const around = frames.filter((frame) => [...stamps].some((word) => isInside(word.box, frame)));
  const isOfTable = (line: Ruling, isUpright: boolean) =>
    !around.some((frame) => isSideOf(frame, line, isUpright));
  return {
    page: {
      ...page,
      vertical: page.vertical.filter((line) => isOfTable(line, true)),
      horizontal: page.horizontal.filter((line) => isOfTable(line, false)),
      words: joinParted(page.words, stamps, framesOf(stamps, vertical)),
    },
    stamps: page.words.filter((word) => stamps.has(word)),
  };
}

/** The words that stand in one frame with words of stamps, in their style or in their ink. */
function framedWith(stamps: ReadonlySet<Word>, rare: readonly Word[], frames: readonly Box[]): Word[] {
  return frames.flatMap((frame) => {
    const own = [...stamps].filter((word) => isInside(word.box, frame));
    if (own.length === 0) return [];
    const styles = new Set(own.map(({ style }) => style));
    const inks = new Set([...styles].filter(isInColour).map(colourOf));
    return rare.filter(
      (word) => isInside(word.box, frame) && (styles.has(word.style) || inks.has(colourOf(word.style))),
    );
  });
}

/** Parts of one word touch, but for this much, in heights of the font: a space is wider. */
const TOUCH = 0.12;

/** The lines down beside words of stamps that reach no further up or down than these: the sides of their frames. */
function framesOf(stamps: ReadonlySet<Word>, vertical: readonly Ruling[]): Ruling[] {
  const words = [...stamps];
  const [, top, , bottom] = boundingBox(words.map(({ box }) => box));
  return vertical.filter(({ at, from, to }) =>
    words.some(({ box, size }) => {
      const y = (box[1] + box[3]) / 2;
      const isBeside = from < y && y < to && box[0] - at < NEAR * size && at - box[2] < NEAR * size;
      return isBeside && from > top - NEAR * size && to < bottom + NEAR * size;
    }),
  );
}

/**
 * The words that are no stamp's. Letters drawn one by one are parted by those of a stamp between them, and words by the
 * side of its frame, as by the lines of a table; these are joined again.
 */
function joinParted(words: readonly Word[], stamps: ReadonlySet<Word>, frames: readonly Ruling[]): Word[] {
  const joined: Word[] = [];
  let isOver = false;
  for (const word of words) {
    if (stamps.has(word)) {
      isOver = true;
      continue;
    }
    const last = joined.at(-1);
    if (
      last !== undefined &&
      areOneWord(last, word) &&
      (isOver || frames.some((line) => parts(line, last, word)))
    )
      joined[joined.length - 1] = joinTwo(last, word);
    else joined.push(word);
    isOver = false;
  }
  return joined;
}

function areOneWord(last: Word, next: Word): boolean {
  const gap = next.box[0] - last.box[2];
  return (
    last.style === next.style &&
    last.angle === next.angle &&
    // What a scan may read otherwise is one of the parts.
    (last.readings ?? next.readings) === undefined &&
    Math.abs(last.box[3] - next.box[3]) < TOUCH * last.size &&
    Math.abs(gap) < TOUCH * last.size
  );
}

function parts({ at, from, to }: Ruling, last: Word, next: Word): boolean {
  const y = (next.box[1] + next.box[3]) / 2;
  const margin = TOUCH * next.size;
  return from < y && y < to && last.box[2] < at + margin && at < next.box[0] + margin;
}

function joinTwo(last: Word, next: Word): Word {
  const [left, top] = last.box;
  const [, , right, bottom] = next.box;
  const box: Word["box"] = [left, top, right, bottom];
  return { ...last, text: last.text + next.text, box, ...(next.isCut && { isCut: true }) };
}

/** Names what was left out of a page's tables, so that no number is lost unsaid. */
export function flagStamps({ number }: Page, stamps: readonly Word[]): Flag[] {
  if (stamps.length === 0) return [];
  const text = stamps.map((word) => word.text).join(" ");
  return [
    {
      code: "stamp-left-out",
      severity: "info",
      cells: [],
      message: `Page ${number}: a stamp is printed on it, and was not read as part of a table: "${text}"`,
    },
  ];
}

/** Whether a line between columns is drawn through a word. */
function isDrawnThrough({ box: [left, top, right, bottom], size }: Word, lines: readonly Ruling[]): boolean {
  const y = (top + bottom) / 2;
  for (let i = firstFrom(lines, left + WITHIN * size); i < lines.length; i++) {
    const { at, from, to } = lines[i]!;
    if (at > right - WITHIN * size) return false;
    if (from < y && y < to) return true;
  }
  return false;
}

/** Lines of tables are at least as long, as a share of the page; one that strikes a text out is no longer than that. */
const LONG = 0.3;
/** A line this far within the height of a word, as a share, is drawn over its letters. */
const OVER_LETTERS = 0.3;

function isLong({ width }: Page): (line: Ruling) => boolean {
  return ({ from, to }) => to - from > LONG * width;
}

/** Whether a line under rows is drawn over a word. */
function isDrawnAlong({ box: [left, top, right, bottom] }: Word, lines: readonly Ruling[]): boolean {
  const margin = OVER_LETTERS * (bottom - top);
  for (let i = firstFrom(lines, top + margin); i < lines.length; i++) {
    const { at, from, to } = lines[i]!;
    if (at > bottom - margin) return false;
    if (from < right && left < to) return true;
  }
  return false;
}

/** Finds the words whose boxes may touch one, by strips of the page. */
function indexByHeight(words: readonly Word[]): (box: Box) => readonly Word[] {
  const strip = 20;
  const strips = new Map<number, Word[]>();
  for (const word of words) {
    for (let k = Math.floor(word.box[1] / strip); k <= Math.floor(word.box[3] / strip); k++) {
      const held = strips.get(k);
      if (held === undefined) strips.set(k, [word]);
      else held.push(word);
    }
  }
  return ([, top, , bottom]) => {
    const found: Word[] = [];
    for (let k = Math.floor(top / strip); k <= Math.floor(bottom / strip); k++)
      found.push(...(strips.get(k) ?? []));
    return found;
  };
}

function collide(a: Box, b: Box): boolean {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height > 0 && width * height > COLLIDES * Math.min(areaOf(a), areaOf(b));
}

function isInside(a: Box, b: Box): boolean {
  return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
}

function areNear(a: Word, b: Word, isInked: boolean): boolean {
  const reach = NEAR * Math.max(a.size, b.size);
  return (
    Math.max(a.box[0], b.box[0]) - Math.min(a.box[2], b.box[2]) < reach &&
    Math.max(a.box[1], b.box[1]) - Math.min(a.box[3], b.box[3]) < (isInked ? reach : reach / 2)
  );
}
