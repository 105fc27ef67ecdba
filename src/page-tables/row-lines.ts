import type { Word } from "../document.ts";
import { NOTHING, type PlacedLine } from "./place-words.ts";
import { baseline } from "./text-lines.ts";

/** The lines of one row. */
export interface RowLines {
  /** The line of its numbers; null where it has none. */
  readonly anchor: PlacedLine | null;
  readonly lines: PlacedLine[];
  readonly isBand: boolean;
  /** Whether the organ may be that of other rows. */
  isOrganUnsure?: boolean;
  /** Whether some of its texts may be a note under the table, or another row's. */
  isTextUnsure?: boolean;
}

/** The y of a row: that of its numbers, or of its first line. */
export function heightOf({ anchor, lines }: RowLines): number {
  return (anchor ?? lines[0]!).y;
}

/** A word that is higher than this, in heights of the font, is read upwards or downwards, and has no baseline. */
const TALL = 2;
/** The middle of a word on a line stands this far over its baseline, in heights of the font. */
const MIDDLE = 0.275;

/** The y of a word's baseline; of one that is read upwards or downwards, that of a word at its middle. */
function heightOfWord(word: Word): number {
  const { box, size } = word;
  return box[3] - box[1] > TALL * size ? (box[1] + box[3]) / 2 + MIDDLE * size : baseline(word);
}

/** What a line prints in one column, which may stand a little lower or higher than the rest. */
export function onlyColumn(line: PlacedLine, column: number): PlacedLine {
  const [first] = line.cells[column]!;
  return {
    ...line,
    y: first === undefined ? line.y : heightOfWord(first),
    cells: line.cells.map((words, i) => (i === column ? words : NOTHING)),
  };
}

/** The y of each line. */
export function heights(lines: readonly PlacedLine[]): number[] {
  return lines.map(({ y }) => y);
}
