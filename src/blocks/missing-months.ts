import type { Page, Word } from "../document.ts";
import { textLines } from "../page-tables/text-lines.ts";
import { median } from "../rules/median.ts";
import type { HeaderVocabulary } from "./header-vocabulary.ts";
import { letters } from "./letters.ts";
import { likeness } from "./likeness.ts";

/** So many months in their places show how far one stands from the next. */
const MIN_STEPS = 4;
/** Columns of months are as wide as each other, give or take this share. */
const UNEVEN = 0.15;

/** What a month was taken for is no longer, and stands as near to its place, in steps from month to month. */
const MOST_SIGNS = 5;
const IN_PLACE = 0.3;
/** `Ena` for `Ene`, which has two letters of three. */
const LIKE_MONTH = 0.6;

/** Words to put on a page, and those to take off it. */
interface FoundMonths {
  readonly found: readonly Word[];
  readonly misread: readonly Word[];
}

/**
 * The months that OCR lost in a header of a scan: where two of a line leave the place of those between them, and nothing,
 * or a sign or two for each, is read there; and the month before the first or after the last, where what is read there is like it. Months that are figures are left alone, since a row may print such.
 */
export function missingMonths(page: Page, vocabulary: HeaderVocabulary): FoundMonths[] {
  const names = new Map(
    vocabulary.flatMap(([text, meaning]) =>
      meaning.kind === "value" && meaning.month !== null && !/^[0-9]/.test(text)
        ? [[text, meaning.month] as const]
        : [],
    ),
  );
  const nameOf = new Map([...names].map(([text, month]) => [month, text]));
  return textLines(page.words).flatMap(({ words }) => {
    const months = words.flatMap((word, at) => {
      const month = names.get(letters(word.text));
      return month === undefined ? [] : [{ at, month, word, middle: (word.box[0] + word.box[2]) / 2 }];
    });
    const pairs = months.slice(1).map((after, k) => ({ before: months[k]!, after }));
    const steps = pairs
      .filter(({ before, after }) => after.month === before.month + 1)
      .map(({ before, after }) => after.middle - before.middle);
    const usual = median(steps);
    if (steps.length < MIN_STEPS) return [];
    // At its ends a line goes on with other heads: only what looks like the month in its place is one.
    const ends = [months[0]!, months.at(-1)!].flatMap(({ at, month, middle }, k): FoundMonths[] => {
      const way = k === 0 ? -1 : 1;
      const word = words[at + way];
      if (word === undefined || word.text.length > MOST_SIGNS || names.has(letters(word.text))) return [];
      const off = (word.box[0] + word.box[2]) / 2 - middle - way * usual;
      const own = [...names].filter(([, other]) => other === month + way).map(([name]) => name);
      const name = own.find((one) => likeness(one, letters(word.text)) >= LIKE_MONTH);
      if (name === undefined || Math.abs(off) > IN_PLACE * usual) return [];
      return [{ found: [{ ...word, text: name }], misread: [word] }];
    });
    const between = pairs.flatMap(({ before, after }): FoundMonths[] => {
      const count = after.month - before.month;
      const step = (after.middle - before.middle) / count;
      const misread = words.slice(before.at + 1, after.at);
      const isInPlace = misread.every(({ text, box }, k) => {
        const off = (box[0] + box[2]) / 2 - before.middle - (k + 1) * step;
        return text.length <= MOST_SIGNS && Math.abs(off) <= IN_PLACE * step;
      });
      const isFree = misread.length === 0 || (misread.length === count - 1 && isInPlace);
      if (count < 2 || !isFree || Math.abs(step - usual) > UNEVEN * usual) return [];
      const [left, top, right, bottom] = before.word.box;
      const found = Array.from({ length: count - 1 }, (_, k): Word => {
        const shift = (k + 1) * step;
        return {
          ...before.word,
          text: nameOf.get(before.month + k + 1)!,
          box: [left + shift, top, right + shift, bottom],
        };
      });
      return [{ found, misread }];
    });
    return [...ends, ...between];
  });
}
