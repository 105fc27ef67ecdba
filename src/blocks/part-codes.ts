import type { BlockFamily } from "../block-family.ts";
import type { Page, Word } from "../document.ts";

/** So many letters that follow a code at once begin a word: a single one may be the code's own. */
const MIN_LETTERS = 2;
/** No code is longer; longer words are not gone over. */
const MAX_LENGTH = 80;

const CURRENCY = /^S\/\.?(?=[0-9])/i;

/**
 * Makes a function that parts a code from a name that touches it, where its cell is as narrow as itself: `OEI.03REDUCIR` is
 * printed as one word. So is a currency's sign from its amount.
 */
export function createCodeParter({ code, context }: BlockFamily): (page: Page) => Page {
  const patterns = [...code.prints, ...context.flatMap(({ prints }) => prints)]
    .filter((print) => /\p{L}.*#$/u.test(print))
    .map((print) => {
      const parts = print.split("#").map(RegExp.escape);
      return new RegExp(`^${parts.join("[0-9]+")}(?=\\p{L}{${MIN_LETTERS}})`, "iu");
    })
    .concat(CURRENCY);

  const part = (word: Word): Word[] => {
    const { text, box } = word;
    if (text.length > MAX_LENGTH) return [word];
    const end = Math.max(...patterns.map((pattern) => pattern.exec(text)?.[0].length ?? 0));
    if (end <= 0) return [word];
    const at = box[0] + ((box[2] - box[0]) * end) / text.length;
    return [
      { ...word, text: text.slice(0, end), box: [box[0], box[1], at, box[3]] },
      { ...word, text: text.slice(end), box: [at, box[1], box[2], box[3]] },
    ];
  };
  return (page) => {
    const words = page.words.flatMap(part);
    return words.length === page.words.length ? page : { ...page, words };
  };
}
