import type { BlockFamily } from "../block-family.ts";
import type { ColumnLayout } from "../page-tables/place-columns.ts";
import { type PlacedLine, placeWords } from "../page-tables/place-words.ts";
import type { TextLine } from "../page-tables/text-lines.ts";
import { middle } from "./assign-groups.ts";
import { createPrintTest } from "./letters.ts";

/**
 * Makes a function that places the words of a line in columns. A code in a column of codes alone is of it, however near the
 * text of the next column stands.
 */
export function createLinePlacer({ code, labels }: BlockFamily) {
  const isCode = createPrintTest(code.prints);
  const column = labels.find(({ key, codeKey }) => key === code.key && codeKey === undefined)?.key;

  return (line: TextLine, layout: ColumnLayout): PlacedLine => {
    const at = layout.columns.findIndex(({ name }) => name === column);
    const { left, right } = layout.columns[at] ?? { left: 0, right: 0 };
    const own = line.words.find(
      (word) => middle(word) > left && middle(word) < right && isCode(word.text) !== null,
    );
    const rest = line.words.filter((word) => word !== own);
    if (own === undefined || rest.length === 0) return placeWords(line, layout);
    const placed = placeWords({ ...line, words: rest }, layout);
    const cells = placed.cells.map((words, i) => (i === at ? [own, ...words] : words));
    return { ...placed, cells, words: line.words };
  };
}
