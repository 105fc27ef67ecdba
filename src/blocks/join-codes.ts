import type { Word } from "../document.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";
import { partTexts } from "../page-tables/text-lines.ts";
import { looksNumeric } from "../rules/number.ts";

const CODE = /^(?:[0-9]{1,6}|[0-9]{2}(?:\.[0-9]{2})+)$/;
const MARK = /^[-–:]$/;
/** A mark stands as far from its code as from the name, give or take so much, in heights of the font. */
const UNEVEN = 0.1;

/** Joins codes of figures with the mark before their name, so that they are no numbers: `060 :` of `060 : INFORME`. */
export function joinCodes(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const [code, mark, name] = [words[i]!, words[i + 1], words[i + 2]];
    if (
      mark === undefined ||
      !CODE.test(code.text) ||
      !MARK.test(mark.text) ||
      !areJoined(code, mark, name)
    ) {
      joined.push(code);
      continue;
    }
    joined.push({ ...code, text: `${code.text} ${mark.text}`, box: boundingBox([code.box, mark.box]) });
    i++;
  }
  return joined;
}

/**
 * Whether a mark is a code's: a colon beside it, whose name may be on the next line of its cell, or one before its name. What a
 * number follows is no code: `[ 1 : 52,329.00 ]` names a source of funds and its amount.
 */
function areJoined(code: Word, mark: Word, name: Word | undefined): boolean {
  const isNear = partTexts([code, mark]).length === 1;
  if (mark.text === ":" && isNear) return !looksNumeric(name?.text ?? "");
  const isNamed = name !== undefined && /^\p{L}/u.test(name.text) && partTexts([mark, name]).length === 1;
  if (!isNamed) return false;
  // In a typewriter's font figures and marks stand further apart than in others.
  const uneven = mark.box[0] - code.box[2] - (name.box[0] - mark.box[2]);
  return isNear || Math.abs(uneven) <= UNEVEN * mark.size;
}
