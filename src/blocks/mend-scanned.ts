import type { BlockFamily } from "../block-family.ts";
import type { Page, Word } from "../document.ts";
import { partTexts, textLines } from "../page-tables/text-lines.ts";
import { findBlockHeaders, LINE_COLUMN } from "./find-block-headers.ts";
import { createHeaderVocabulary, type HeaderVocabulary } from "./header-vocabulary.ts";
import { letters, lettersOf } from "./letters.ts";
import { likeness } from "./likeness.ts";
import { mendByPlace } from "./mend-by-place.ts";
import { createCodeMender } from "./mend-codes.ts";
import { missingMonths } from "./missing-months.ts";
import { type Mend, replaceWords } from "./replace-words.ts";

/** A line with so many heads is of a header. */
const MIN_HEADS = 4;
/** How far above and below such a line its header reaches, in heights of the font. */
const ABOVE = 6;
const BELOW = 3;
/** A head that is misread has this share of its letters at least, on such a line and on the others. */
const LIKE_HEAD = 0.6;
const LIKE_HEAD_NEAR = 0.75;
/** And is so much more like it than like any other. */
const CLEARLY = 0.08;
/** What names a line is one of a few names: less of it must be left. */
const LIKE_NAME = 0.4;
/** Words that begin a context have this share, and end with a colon or their cell. */
const LIKE_CONTEXT = 0.6;
const OTHER_CELL = 2;
/** Shorter heads are as near to other words. */
const MIN_LETTERS = 4;
/** No head and no name has more words. */
const MAX_WORDS = 7;
/** Longer texts are none of a header's. */
const MAX_LETTERS = 60;

/** A print that the family knows: its letters, and its text. */
type Known = readonly (readonly [letters: string, text: string])[];

/**
 * Puts words of a scan right that OCR misread, where the family says what may be printed: heads of its header, names
 * of its lines, and the words that begin its contexts. Numbers and all other texts stay as they were read.
 */
export function createScanMender(family: BlockFamily): (page: Page) => Page {
  const vocabulary = createHeaderVocabulary(family);
  const heads = headTexts(family);
  const lineHeads = known(family.lines.header);
  const names = family.lines.kinds.map(({ prints }) => known(prints));
  const mendCode = createCodeMender(family);
  const begins = known(family.context.flatMap((context) => context.begins));

  return (page) => {
    if (page.skew === undefined) return page;
    const months = missingMonths(page, vocabulary);
    const misread = new Set(months.flatMap((one) => one.misread));
    const kept = page.words.filter((word) => !misread.has(word));
    const withMonths = { ...page, words: [...kept, ...months.flatMap(({ found }) => found)] };
    const likeHeads = replaceWords(withMonths, mendHeads(withMonths, vocabulary, heads, lineHeads));
    const withHeads = replaceWords(likeHeads, mendByPlace(likeHeads, vocabulary, family));
    const mended = replaceWords(withHeads, [
      ...mendNames(withHeads, vocabulary, family, names),
      ...mendBegins(withHeads, begins),
    ]);
    return replaceWords(
      mended,
      mended.words.flatMap((word): Mend[] => {
        const code = mendCode(word);
        return code === null ? [] : [{ words: [word], text: code }];
      }),
    );
  };
}

function known(prints: readonly string[]): Known {
  return prints.map((print) => [letters(print), print]);
}

/** For each column or group its heads, and the lines that they may be parted into. */
function headTexts({ labels, lines, years, groups, columns, passOver }: BlockFamily): Known[] {
  const all = [...labels, lines, ...(years === undefined ? [] : [years]), ...groups, ...columns];
  return [...all.map(({ header }) => header), passOver].map((header) =>
    known(
      header.flatMap((head) => {
        const words = head.split(" ");
        return words.flatMap((_, from) =>
          words.slice(from).map((_, k) => words.slice(from, from + k + 1).join(" ")),
        );
      }),
    ),
  );
}

function mendHeads(
  page: Page,
  vocabulary: HeaderVocabulary,
  heads: readonly Known[],
  lineHeads: Known,
): Mend[] {
  const spelled = new Set([...vocabulary, ...heads.flat()].map(([text]) => text));
  const isHead = (words: readonly Word[]) => spelled.has(lettersOf(words));
  const months = new Set(
    vocabulary.flatMap(([text, meaning]) =>
      meaning.kind === "value" && meaning.month !== null ? [text] : [],
    ),
  );
  // Narrow columns stand as near to each other as words do: a month is a head by itself.
  const partAtMonths = (words: readonly Word[]) => partAt(words, ({ text }) => months.has(letters(text)));
  const lines = textLines(page.words).map((line) => ({
    ...line,
    parts: partTexts(line.words).flatMap(partAtMonths),
  }));
  const ofHeader = lines.filter(
    ({ parts }) => parts.filter((part) => isHead(part) && !isNumber(part)).length >= MIN_HEADS,
  );
  return lines.flatMap((line) => {
    const isNear = ofHeader.some(({ y }) => {
      const below = (line.y - y) / line.words[0]!.size;
      return below >= -ABOVE && below <= BELOW;
    });
    if (!isNear) return [];
    const isMain = ofHeader.includes(line);
    const unknown = line.parts.filter((part) => {
      const { length } = lettersOf(part);
      return !isHead(part) && !isNumber(part) && length >= MIN_LETTERS && length <= MAX_LETTERS;
    });
    const mends = unknown.flatMap((part): Mend[] => {
      const best = nearest(lettersOf(part), heads, isMain ? LIKE_HEAD : LIKE_HEAD_NEAR);
      return best === null ? [] : [{ words: part, text: best.text }];
    });
    const left = unknown.filter((part) => !mends.some(({ words }) => words === part));
    const hasNames = [...line.parts.map(lettersOf), ...mends.map(({ text }) => letters(text))].some((text) =>
      lineHeads.some(([head]) => head === text),
    );
    // Of a header that lacks the head over the names of its lines, the one text that is none of the others' is that.
    const [only, other] = left;
    if (isMain && !hasNames && only !== undefined && other === undefined)
      mends.push({ words: only, text: lineHeads[0]![1] });
    return mends;
  });
}

/** Words in runs: those that pass a test each alone, those between them together. */
function partAt(words: readonly Word[], isAlone: (word: Word) => boolean): Word[][] {
  const parts: Word[][] = [];
  let run: Word[] | null = null;
  for (const word of words) {
    if (isAlone(word)) {
      parts.push([word]);
      run = null;
    } else if (run === null) {
      run = [word];
      parts.push(run);
    } else run.push(word);
  }
  return parts;
}

/** The names of lines under each header of a page: those that say nothing else are one of the family's. */
function mendNames(
  page: Page,
  vocabulary: HeaderVocabulary,
  { oncePerBlock }: BlockFamily,
  names: readonly Known[],
): Mend[] {
  const lines = textLines(page.words);
  const headers = findBlockHeaders(lines, vocabulary, oncePerBlock);
  return headers.flatMap(({ columns, box }, i) => {
    const at = columns.findIndex(({ name }) => name === LINE_COLUMN);
    const left = columns[at - 1]?.right ?? Number.NEGATIVE_INFINITY;
    const right = columns[at + 1]?.left ?? Number.POSITIVE_INFINITY;
    const end = headers[i + 1]?.box[1] ?? Number.POSITIVE_INFINITY;
    const inColumn = ({ box: [x0, y0, x1, y1] }: Word) =>
      (x0 + x1) / 2 > left && (x0 + x1) / 2 < right && (y0 + y1) / 2 > box[3] && (y0 + y1) / 2 < end;
    const named = lines.flatMap(({ words }): Named[] => {
      const own = words.filter(inColumn);
      const text = lettersOf(own);
      if (text === "" || own.length > MAX_WORDS) return [];
      const exact = names.findIndex((kind) => kind.some(([name]) => name === text));
      const best = exact === -1 ? nearest(text, names, LIKE_NAME) : null;
      return [{ words: own, text: best?.text ?? null, kind: best?.index ?? exact }];
    });
    return fillByOrder(named, names).flatMap(({ words, text }) => (text === null ? [] : [{ words, text }]));
  });
}

/** A text in the column of names: what it is to say, where that is not what was read, and its kind; -1 for none. */
interface Named {
  readonly words: readonly Word[];
  readonly text: string | null;
  readonly kind: number;
}

/** Names follow each other in the order of print: one that cannot be read is told by those before and after it. */
function fillByOrder(named: readonly Named[], names: readonly Known[]): Named[] {
  const count = names.length;
  return named.map((one, i) => {
    const before = i === 0 ? count - 1 : named[i - 1]!.kind;
    const after = named[i + 1]?.kind ?? -1;
    const missing = (before + 1) % count;
    if (one.kind !== -1 || before === -1 || after === -1 || (missing + 1) % count !== after) return one;
    return { ...one, kind: missing, text: names[missing]![0]![1] };
  });
}

/** The words that begin a context, at the left of their line, up to a colon or as many as are most like it. */
function mendBegins(page: Page, begins: Known): Mend[] {
  return textLines(page.words).flatMap(({ words }): Mend[] => {
    const colon = words.findIndex(({ text }) => text.includes(":"));
    const most = Math.min(colon === -1 ? words.length : colon + 1, MAX_WORDS);
    const isEnd = (k: number) => {
      const next = words[k + 1];
      return k === colon || (next !== undefined && next.box[0] - words[k]!.box[2] > OTHER_CELL * next.size);
    };
    const heads = words.slice(0, most).flatMap((_, k) => (isEnd(k) ? [words.slice(0, k + 1)] : []));
    if (heads.some((own) => begins.some(([begin]) => begin === lettersOf(own)))) return [];
    const found = heads.flatMap((own): (Mend & { readonly likeness: number })[] => {
      const best = nearest(lettersOf(own), [begins], LIKE_CONTEXT);
      return best === null ? [] : [{ words: own, text: best.text, likeness: best.likeness }];
    });
    const [best] = found.sort((one, other) => other.likeness - one.likeness);
    if (best === undefined) return [];
    return [{ words: best.words, text: best.words.length === colon + 1 ? `${best.text}:` : best.text }];
  });
}

/**
 * The print that a text is most like; null where it is like none, or as much like one of another list.
 *
 * @param lists prints that mean the same are of one list
 */
function nearest(
  text: string,
  lists: readonly Known[],
  least: number,
): { readonly text: string; readonly index: number; readonly likeness: number } | null {
  const ranked = lists
    .flatMap((list, index) =>
      list.map(([print, spelled]) => ({ index, text: spelled, print, likeness: likeness(text, print) })),
    )
    .sort((a, b) => b.likeness - a.likeness);
  const [best] = ranked;
  if (best === undefined || best.likeness < least) return null;
  const rival = ranked.find(({ index, print }) => index !== best.index && print !== best.print);
  return rival !== undefined && best.likeness - rival.likeness < CLEARLY ? null : best;
}

function isNumber(words: readonly Word[]): boolean {
  return words.every(({ text }) => /^[\d.,]+$/.test(text));
}
