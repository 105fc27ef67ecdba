import type { Word } from "../document.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";
import { partTexts } from "../page-tables/text-lines.ts";

const CODE = /^[0-9]{1,6}$/;
const MARK = /^[-–:]$/;

/** Joins codes of figures with the mark before their name, so that they are no numbers: `060 :` of `060 : INFORME`. */
export function joinCodes(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const [code, mark, name] = [words[i]!, words[i + 1], words[i + 2]];
    // The name may be broken off on the next line of its cell.
    const parts = [code, mark, name].filter((word) => word !== undefined);
    const isCode =
      mark !== undefined &&
      CODE.test(code.text) &&
      MARK.test(mark.text) &&
      partTexts(parts.slice(0, 2)).length === 1 &&
      (mark.text === ":" || (partTexts(parts).length === 1 && /^\p{L}/u.test(name?.text ?? "")));
    if (!isCode) {
      joined.push(code);
      continue;
    }
    joined.push({ ...code, text: `${code.text} ${mark.text}`, box: boundingBox([code.box, mark.box]) });
    i++;
  }
  return joined;
}
