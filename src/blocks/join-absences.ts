import type { BlockFamily } from "../block-family.ts";
import type { Word } from "../document.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";
import { letters } from "./letters.ts";

/** Words nearer than this, in heights of the font, may be one that was drawn in pieces. */
const NEAR = 0.6;

/** Makes a function that joins what stands for no number where it is drawn in pieces: `S.P` and `.` are `S.P.`. */
export function joinAbsences(family: BlockFamily): (words: readonly Word[]) => Word[] {
  const known = new Set(
    family.absences.flatMap(({ prints }) => prints.map(letters)).filter((text) => text !== ""),
  );
  return (words) => {
    if (known.size === 0) return [...words];
    const joined: Word[] = [];
    for (const word of words) {
      const last = joined.at(-1);
      const isNear = last !== undefined && word.box[0] - last.box[2] <= NEAR * word.size;
      if (
        isNear &&
        known.has(letters(last.text + word.text)) &&
        last.text.length + word.text.length <= MAX_LENGTH
      )
        joined[joined.length - 1] = {
          ...last,
          text: last.text + word.text,
          box: boundingBox([last.box, word.box]),
        };
      else joined.push(word);
    }
    return joined;
  };
}

/** Nothing that stands for a number is longer. */
const MAX_LENGTH = 8;
