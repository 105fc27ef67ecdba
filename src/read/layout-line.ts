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

/** Puts each word of a line in its slot. */
export function partLine(line: Line, slots: readonly Slot[]): LayoutLine {
  const texts: Record<string, string> = {};
  const numbers: Piece[] = [];
  let runsOver = false;
  for (const piece of line.pieces) {
    let before: Slot | undefined;
    for (const word of wordsOf(piece)) {
      const slot = slots.find(({ end }) => (word.start + word.end) / 2 < end) ?? slots.at(-1)!;
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
