import type { Line, Piece } from "../document.ts";
import { kindOf } from "./field-kind.ts";

/** A place for words in a line of spaced text: one label column, or all the number columns together. */
export interface Slot {
  /** The label key or cell name; null for the number area. */
  readonly name: string | null;
  /** Past-last position in characters; a word whose centre lies before it, and after the slot before, is in it. */
  readonly end: number;
}

/** A line of spaced text, parted by slots. */
export interface LayoutLine {
  readonly line: Line;
  /** Texts by slot name, in print order; only those that are printed. */
  readonly texts: Readonly<Record<string, string>>;
  readonly numbers: readonly Piece[];
  /** Whether a stretch of text runs over the border of two label slots. */
  readonly runsOver: boolean;
}

/**
 * Puts each word of a line in its slot. The border of the number area may cut through a wide label or a wide
 * number; a line that ends in exactly as many numbers as there are columns tells the two apart by itself.
 *
 * @param columns how many number columns there are
 */
export function partLine(line: Line, slots: readonly Slot[], columns: number): LayoutLine {
  const texts: Record<string, string> = {};
  const numbers: Piece[] = [];
  let runsOver = false;
  const area = slots.findIndex(({ name }) => name === null);
  const words = line.pieces.map(wordsOf);
  const from = area < 1 || area < slots.length - 1 ? null : fullRowStart(words.flat(), columns);
  const slotOf = (word: Piece): Slot => {
    const at = slots.findIndex(({ end }) => (word.start + word.end) / 2 < end);
    const slot = at === -1 ? slots.length - 1 : at;
    if (from === null) return slots[slot]!;
    return slots[word.start >= from ? area : Math.min(slot, area - 1)]!;
  };
  for (const piece of words) {
    let before: Slot | undefined;
    for (const word of piece) {
      const slot = slotOf(word);
      if (slot.name === null) addNumber(numbers, word);
      else {
        texts[slot.name] = texts[slot.name] === undefined ? word.text : `${texts[slot.name]} ${word.text}`;
        if (before !== undefined && before !== slot) runsOver = true;
        before = slot;
      }
    }
  }
  return { line, texts, numbers, runsOver };
}

/** Where the numbers of a line begin that ends in as many of them as there are columns; else null. */
function fullRowStart(words: readonly Piece[], columns: number): number | null {
  const last = words.findLastIndex(({ text }) => kindOf(text) === "text");
  return last !== -1 && words.length - last - 1 === columns && columns > 1 ? words[last + 1]!.start : null;
}

export function wordsOf(piece: Piece): Piece[] {
  if (!/\s/.test(piece.text)) return [piece];
  return [...piece.text.matchAll(/[^ \t]+/g)].map(({ 0: text, index }) => {
    const start = piece.start + index;
    return { text, start, end: start + text.length };
  });
}

/** A per cent sign on its own belongs to the number before it. */
function addNumber(numbers: Piece[], word: Piece): void {
  const last = numbers.at(-1);
  if (word.text === "%" && last !== undefined && kindOf(last.text) === "number") {
    numbers[numbers.length - 1] = { ...last, text: `${last.text} %`, end: word.end };
  } else numbers.push(word);
}

/** Whether a line has what makes it a row: numbers in the number area, and not a sentence that runs into it. */
export function hasRowNumbers({ numbers }: LayoutLine): boolean {
  let count = 0;
  for (const { text } of numbers) if (kindOf(text) !== "text") count++;
  return count > 0 && count * 2 > numbers.length;
}
