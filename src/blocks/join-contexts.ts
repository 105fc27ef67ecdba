import type { BlockFamily } from "../block-family.ts";
import type { Word } from "../document.ts";
import { partTexts } from "../page-tables/text-lines.ts";
import type { ContextLine } from "./context-lines.ts";
import { NEXT_LINE } from "./join-broken-words.ts";
import { createPrintTest, letters, lettersOf } from "./letters.ts";
import type { StripLine } from "./strip.ts";

/** The lines of a text stand as far from each other, give or take so much, in heights of the font. */
const UNEVEN = 0.12;
/** They begin in one place, give or take so much. */
const ALIGNED = 0.3;
/** A space, in heights of the font. */
const SPACE = 0.2;

/**
 * Joins the lines of what contexts say: a value that stands half a line lower than its words, with the colon, and one
 * that its cell breaks over several lines, which may stand over and under the line of its code.
 *
 * @param isHead whether a word is of a header
 */
export function joinContexts(
  lines: readonly StripLine[],
  family: BlockFamily,
  readContext: (words: readonly Word[]) => readonly ContextLine[],
  isHead: (word: Word) => boolean,
): StripLine[] {
  const begins = new Set(family.context.flatMap((context) => context.begins.map(letters)));
  const whole = joinValues(joinBegins(lines, begins), begins);
  // Heads may stand beside a context, and on lines of their own between its lines.
  const heads = whole.map(({ line }) => line.words.filter(isHead));
  const joined = whole.map((one, i) =>
    heads[i]!.length === 0
      ? one
      : withWords(
          one,
          one.line.words.filter((word) => !isHead(word)),
        ),
  );
  const contexts = joined.map(({ line }) => readContext(line.words));
  const isCode = createPrintTest(family.code.prints);
  const taken = new Set<number>();
  /** A line that is of one text, and nothing that a line of a table is. */
  const mayGoOn = (k: number): boolean => {
    const words = joined[k]?.line.words ?? [];
    return (
      words.length > 0 &&
      contexts[k]!.length === 0 &&
      !taken.has(k) &&
      !words.some((word) => word.text.endsWith(":")) &&
      isCode(words[0]!.text.replace(/[-:]+$/, "")) === null &&
      partTexts(words).length === 1
    );
  };
  /** The lines that go on from one, up or down, in the place where a text begins. */
  const follow = (from: number, step: 1 | -1, { box: [left], size }: Word, first: number): number[] => {
    const found: number[] = [];
    const page = joined[from]!.page;
    let pitch = first;
    let last = from;
    for (let k = from + step; joined[k]?.page === page; k += step) {
      const { words, y } = joined[k]!.line;
      if (words.length === 0) continue;
      const apart = Math.abs(y - joined[last]!.line.y);
      last = k;
      // What stands nearer to the next line is of that.
      if (pitch > 0 && apart < pitch - UNEVEN * size) return [];
      const isAligned = words.some(({ box }) => Math.abs(box[0] - left) <= ALIGNED * size);
      if (!isAligned || apart > NEXT_LINE * size || (pitch > 0 && apart > pitch + UNEVEN * size)) break;
      // Lines of a table that stand as near are no part of it, and what stands between is theirs.
      if (!mayGoOn(k) || Math.abs(words[0]!.box[0] - left) > ALIGNED * size)
        return contexts[k]!.length > 0 ? found : [];
      found.push(k);
      pitch = apart;
    }
    return found;
  };
  const wordsOf = (all: readonly number[]) => all.map((k) => joined[k]!.line.words);
  const texts = joined.map(({ line: { words } }, i) => {
    const [context] = contexts[i]!;
    if (context === undefined || contexts[i]!.length > 1 || context.words.length < words.length) return words;
    const parts = partTexts(words);
    const isBeside =
      parts.length === 1 &&
      isNameless(context, family) &&
      areAround(joined[i - 1], joined[i]!, joined[i + 1]);
    if (isBeside && mayGoOn(i - 1) && mayGoOn(i + 1)) {
      const start = joined[i + 1]!.line.words[0]!;
      const pitch = joined[i + 1]!.line.y - joined[i - 1]!.line.y;
      const over = [i - 1, ...follow(i - 1, -1, start, pitch)];
      const under = [i + 1, ...follow(i + 1, 1, start, pitch)];
      const all = wordsOf([...over.reverse(), ...under]);
      if (over.length !== under.length || !areBroken(all)) return words;
      for (const k of [...over, ...under]) taken.add(k);
      return [...words, ...all.flat()];
    }
    const value = parts.length > 1 ? parts.at(-1)! : words;
    const inPlace = follow(i, 1, value[0]!, 0);
    // A cell that holds the code as well breaks its text under that.
    const under = inPlace.length > 0 ? inPlace : follow(i, 1, words[0]!, 0);
    const over = parts.length > 1 ? follow(i, -1, value[0]!, 0) : [];
    const isOneText = over.length === 0 || under.length === 0 || over.length === under.length;
    const all = [...wordsOf(over.reverse()), value, ...wordsOf(under)];
    if (!isOneText || !areBroken(all)) return words;
    for (const k of [...over, ...under]) taken.add(k);
    return [...(parts.length > 1 ? parts.slice(0, -1).flat() : []), ...all.flat()];
  });
  return whole.flatMap((own, i) => {
    if (taken.has(i)) return heads[i]!.length === 0 ? [] : [withWords(own, heads[i]!)];
    return texts[i] === joined[i]!.line.words ? [own] : [withWords(own, [...texts[i]!, ...heads[i]!])];
  });
}

/** Whether a line says what a context is, or its code, and not its name. */
function isNameless({ level, labels }: ContextLine, { context }: BlockFamily): boolean {
  const { key, prints } = context[level]!;
  const name = labels[key];
  return name === undefined || createPrintTest(prints)(name) !== null;
}

/** Whether the lines over and under a line are of one text that stands beside it. */
function areAround(
  over: StripLine | undefined,
  { page, line }: StripLine,
  under: StripLine | undefined,
): boolean {
  const [upper, lower, last] = [over?.line.words[0], under?.line.words[0], line.words.at(-1)!];
  if (upper === undefined || lower === undefined || over?.page !== page || under?.page !== page) return false;
  return (
    under.line.y - over.line.y <= NEXT_LINE * lower.size &&
    Math.abs(upper.box[0] - lower.box[0]) <= ALIGNED * lower.size &&
    lower.box[0] > last.box[2]
  );
}

/** Whether each line of a text ends where the next word would not fit, as far as the widest line shows. */
function areBroken(lines: readonly (readonly Word[])[]): boolean {
  const right = Math.max(...lines.map((line) => line.at(-1)!.box[2]));
  return lines.slice(1).every(([word], k) => {
    const [left, , end] = word!.box;
    return lines[k]!.at(-1)!.box[2] + SPACE * word!.size + end - left > right;
  });
}

/** A line that stands as near to the middle of a text's lines, in heights of the font, is beside it. */
const BESIDE = 0.35;

/** What a context begins with may be broken over two lines: its words stand on the line in their middle then, or on the first. */
function joinBegins(lines: readonly StripLine[], begins: ReadonlySet<string>): StripLine[] {
  const words = lines.map(({ line }) => [...line.words]);
  for (const [i, { page, line }] of lines.entries()) {
    const upper = partTexts(words[i]!)[0] ?? [];
    const said = lettersOf(upper);
    if (said === "" || ![...begins].some((begin) => begin.startsWith(said))) continue;
    const { size, box } = upper[0]!;
    for (let k = i + 1; lines[k]?.page === page && lines[k]!.line.y - line.y <= NEXT_LINE * size; k++) {
      const lower = partTexts(words[k]!)[0];
      if (lower === undefined) continue;
      const isAligned = Math.abs(lower[0]!.box[0] - box[0]) <= ALIGNED * size;
      if (!isAligned || !begins.has(lettersOf([...upper, ...lower]))) continue;
      const middle = (line.y + lines[k]!.line.y) / 2;
      const between = lines.findIndex(
        (one, at) => at > i && at < k && Math.abs(one.line.y - middle) <= BESIDE * size,
      );
      const to = between === -1 ? i : between;
      const right = upper.at(-1)!.box[2] + SPACE * size - lower[0]!.box[0];
      const down = (from: number) => lines[to]!.line.y - lines[from]!.line.y;
      words[i]!.splice(0, upper.length);
      words[k]!.splice(0, lower.length);
      words[to]!.unshift(
        ...upper.map((word) => moved(word, 0, down(i))),
        ...lower.map((word) => moved(word, right, down(k))),
      );
      break;
    }
  }
  return lines.flatMap((one, i) => (words[i]!.length === 0 ? [] : [withWords(one, words[i]!)]));
}

/** A line with its words; the same where they are the same. */
function withWords(one: StripLine, words: readonly Word[]): StripLine {
  const isSame =
    words.length === one.line.words.length && words.every((word, i) => word === one.line.words[i]);
  return isSame ? one : { ...one, line: { ...one.line, words } };
}

function moved(word: Word, right: number, down: number): Word {
  const [x0, y0, x1, y1] = word.box;
  return { ...word, box: [x0 + right, y0 + down, x1 + right, y1 + down] };
}

/** The value of a context may stand half a line lower than its words, with the colon: they are one line. */
function joinValues(lines: readonly StripLine[], begins: ReadonlySet<string>): StripLine[] {
  const joined: StripLine[] = [];
  for (const one of lines) {
    const last = joined.at(-1);
    const isValue = one.line.words[0]?.text.startsWith(":") === true && one.line.words.length > 1;
    if (last !== undefined && last.page === one.page && isValue && begins.has(lettersOf(last.line.words)))
      joined[joined.length - 1] = {
        ...last,
        line: { ...last.line, words: [...last.line.words, ...one.line.words] },
      };
    else joined.push(one);
  }
  return joined;
}
