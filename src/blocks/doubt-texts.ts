import type { Flag, Word } from "../document.ts";
import type { ColumnLayout } from "../page-tables/place-columns.ts";

/** A code and the mark after it, where a name is to follow: `227 :`. */
const CODE_ALONE = /^(?=\S*[0-9])[A-Za-z0-9.]+\s*[:\-–]$/;

/** A name and the mark before it, where a code is to stand: `: NORMA`. */
const NAME_ALONE = /^[:–-]/;

/** Another code with its mark after a text: `ANCÓN 087 -`. Longer ones are numbers of a name. */
const CODE_AT_END = /\s[0-9]{3} [-–:]$/;

/** Whether a text is a code whose name is missing, or a name whose code is, or ends with a code of another name. */
export function isHalf(text: string): boolean {
  return CODE_ALONE.test(text) || NAME_ALONE.test(text) || CODE_AT_END.test(text);
}

export function halfMissing(key: string): Flag {
  return textUnsure(`A code or its name is missing in its ${key}, and may stand in another column or row`);
}

/** In heights of the font: a word that reaches so far into an empty column may be two, of which one is that column's. */
const OVERHANG = 1;

/**
 * Whether a word of a text reaches into the next column, and that has no text.
 *
 * @param texts the words of an activity in each column
 */
export function reachesOver(
  key: string,
  columns: ColumnLayout["columns"],
  texts: ReadonlyMap<string, readonly Word[]>,
): boolean {
  const at = columns.findIndex(({ name }) => name === key);
  const [column, next] = [columns[at], columns[at + 1]];
  if (column === undefined || next === undefined || next.kind === "cell") return false;
  const { right } = column;
  const isOver = ({ box, size }: Word) => box[2] > right + OVERHANG * size;
  return texts.get(next.name)!.length === 0 && texts.get(key)!.some(isOver);
}

export function overNext(key: string): Flag {
  return textUnsure(
    `A word of its ${key} reaches into the next column, which has no text: it may be that column's`,
  );
}

/** Texts of a cell are of one size, give or take this much of the smaller one: what is larger may be a stamp's. */
const OTHER_SIZE = 1.5;

/** Whether words are printed in sizes that no one text is. */
export function mixesSizes(words: readonly Word[]): boolean {
  const sizes = words.map(({ size }) => size);
  return Math.max(...sizes) > OTHER_SIZE * Math.min(...sizes);
}

export function sizesMixed(key: string): Flag {
  return textUnsure(`Words of another size stand in its ${key}, and may be of another text`);
}

/** What calls the texts of a row in question, so that a person looks at it. */
export function textUnsure(message: string): Flag {
  return { code: "text-unsure", severity: "error", cells: [], message };
}

/** What is said of an activity whose texts may be another's. */
export const UNSURE: Flag = textUnsure(
  "Some of its text stands as near to another activity, or to the header, and may be part of that",
);

export function inksMixed(key: string): Flag {
  return textUnsure(`Words in another colour stand in its ${key}, and may be a stamp's`);
}
