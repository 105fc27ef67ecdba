import type { BlockFamily } from "../block-family.ts";
import type { Page, Word } from "../document.ts";
import { letters } from "./letters.ts";

/** Two words with a mark between, and no space: no text is printed so. */
const TOUCHING = /^(\p{L}{3,}[.:])(\p{L}{3,}[.:]?)$/u;

/**
 * Makes a function that parts two words of heads which touch, where their columns are as narrow as themselves:
 * `ACUMULADO.ACUMULADO` is printed as one word.
 */
export function createHeadParter(family: BlockFamily): (page: Page) => Page {
  const { labels, lines, years, groups, columns } = family;
  const heads = [...labels, lines, ...(years === undefined ? [] : [years]), ...groups, ...columns];
  const known = new Set(
    heads.flatMap(({ header }) => header.flatMap((head) => head.split(" ").map(letters))),
  );
  const part = (word: Word): Word[] => {
    const [, upper, lower] = TOUCHING.exec(word.text) ?? [];
    if (upper === undefined || lower === undefined || ![upper, lower].every((one) => known.has(letters(one))))
      return [word];
    const [x0, y0, x1, y1] = word.box;
    const at = x0 + ((x1 - x0) * upper.length) / word.text.length;
    return [
      { ...word, text: upper, box: [x0, y0, at, y1] },
      { ...word, text: lower, box: [at, y0, x1, y1] },
    ];
  };
  return (page) => {
    const words = page.words.flatMap(part);
    return words.length === page.words.length ? page : { ...page, words };
  };
}
