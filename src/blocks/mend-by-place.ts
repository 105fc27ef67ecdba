import type { BlockFamily } from "../block-family.ts";
import type { Page, Word } from "../document.ts";
import { partTexts, type TextLine, textLines } from "../page-tables/text-lines.ts";
import { monthKeys } from "../rules/cell-names.ts";
import { findHeads } from "./find-heads.ts";
import type { HeaderVocabulary } from "./header-vocabulary.ts";
import { letters, lettersOf } from "./letters.ts";
import { likeness } from "./likeness.ts";
import type { Mend } from "./replace-words.ts";

/** How far above and below its months a header reaches, in heights of the font. */
const ABOVE = 6;
const BELOW = 3;
/** A head in its place is like what stands there; the beginning of one over others is more like it. */
const LIKE_IN_PLACE = 0.6;
const LIKE_BEGINNING = 0.75;
/** A group's name is told by so many of its first words. */
const LEAST_WORDS = 2;

/**
 * Heads of a scan's header that OCR read as something else, where a line with all twelve months shows what they must be:
 * the head over the names of lines stands before January, the one column beside the months after December, and the one
 * group over them, of whose name the beginning may be all that was read.
 */
export function mendByPlace(page: Page, vocabulary: HeaderVocabulary, family: BlockFamily): Mend[] {
  const lines = textLines(page.words);
  const heads = findHeads(lines, vocabulary);
  return lines.flatMap((line): Mend[] => {
    const [january, december] = yearOf(line, vocabulary);
    if (january === undefined || december === undefined) return [];
    const near = lines.filter(({ y }) => isNear(line, y));
    const onHeader = heads.filter(({ words }) => near.some((other) => other.words.includes(words[0]!)));
    const before = partTexts(line.words.slice(0, line.words.indexOf(january))).at(-1) ?? [];
    const after = line.words.slice(line.words.indexOf(december) + 1);
    const mends: Mend[] = [];
    const named = onHeader.some(({ meaning, box }) => meaning.kind === "line" && box[2] <= january.box[0]);
    const isOther = onHeader.some(({ words }) => words.some((word) => before.includes(word)));
    if (!named && !isOther && before.length > 0) mends.push({ words: before, text: family.lines.header[0]! });
    const [column, second] = family.columns;
    if (column !== undefined && second === undefined && after.length > 0) {
      const isRead = onHeader.some(({ meaning }) => meaning.kind === "value" && meaning.key === column.key);
      const print = column.header.find((head) => likeness(lettersOf(after), letters(head)) >= LIKE_IN_PLACE);
      if (!isRead && print !== undefined) mends.push({ words: after, text: print });
    }
    const [group, other] = family.groups;
    if (group === undefined || other !== undefined) return mends;
    if (onHeader.some(({ meaning }) => meaning.kind === "group")) return mends;
    const over = near
      .filter(({ y }) => y < line.y)
      .flatMap(({ words }) => partTexts(words))
      .filter((part) => part[0]!.box[0] > january.box[0] && part.at(-1)!.box[2] < december.box[2]);
    const name = over.find((part) => group.header.some((head) => isBeginning(part, head)));
    return name === undefined ? mends : [...mends, { words: name, text: group.header[0]! }];
  });
}

/** January and December of a line on which all months stand once. */
function yearOf({ words }: TextLine, vocabulary: HeaderVocabulary): readonly [Word?, Word?] {
  const names = new Map(
    vocabulary.flatMap(([text, meaning]) =>
      meaning.kind === "value" && meaning.month !== null ? [[text, meaning.month] as const] : [],
    ),
  );
  const months = words.flatMap((word) => {
    const month = names.get(letters(word.text));
    return month === undefined ? [] : [{ word, month }];
  });
  const isYear = months.length === monthKeys.length && months.every(({ month }, k) => month === k);
  return isYear ? [months[0]!.word, months.at(-1)!.word] : [];
}

function isNear({ y, words }: TextLine, other: number): boolean {
  const below = (other - y) / words[0]!.size;
  return below >= -ABOVE && below <= BELOW;
}

/** Whether a text is like so many of the first words of a head. */
function isBeginning(part: readonly Word[], head: string): boolean {
  const words = head.split(" ");
  return words.some(
    (_, k) =>
      k + 1 >= LEAST_WORDS &&
      likeness(lettersOf(part), letters(words.slice(0, k + 1).join(" "))) >= LIKE_BEGINNING,
  );
}
