import type { Flag, PrintedRow } from "../document.ts";
import type { ReadSection } from "./read-section.ts";
import { withDoubts } from "./reading.ts";

/**
 * Joins sections whose columns are spread over facing pages: under a header without labels stand the other halves of
 * the rows before it, as many and in the same order. Halves that are not as many are not joined; then nothing says
 * which belong together, and all of them are doubted.
 *
 * @param sections in the order of print
 */
export function joinFacing(sections: readonly ReadSection[]): ReadSection[] {
  const joined: ReadSection[] = [];
  for (const right of sections) {
    const left = joined.at(-1);
    if (left === undefined || !isRightHalf(left, right)) joined.push(right);
    else if (left.rows.length === right.rows.length) joined[joined.length - 1] = join(left, right);
    else joined.splice(-1, 1, doubt(left), doubt(right));
  }
  return joined;
}

function isRightHalf(left: ReadSection, right: ReadSection): boolean {
  const names = new Set(left.columns.map(({ name }) => name));
  const cells = right.columns.filter(({ kind }) => kind === "cell");
  return (
    !right.hasLabels &&
    left.hasLabels &&
    right.rows.length > 0 &&
    cells.every(({ name }) => !names.has(name)) &&
    right.rows.every(({ labels }) => Object.keys(labels).length === 0)
  );
}

/** Flags that say no more than that a row prints no labels. */
const OF_LABELS = new Set(["labels-not-split", "row-without-labels"]);

function join(left: ReadSection, right: ReadSection): ReadSection {
  const isTabular = left.channel === "tabular" && right.channel === "tabular";
  const width = left.columns.filter(({ kind }) => kind === "cell").length;
  const rows = left.rows.map((row, i): PrintedRow => {
    const other = right.rows[i]!;
    const blanks = Array.from({ length: Math.max(0, width - row.tokens.length) }, () => ({
      text: "",
      page: row.page,
      box: null,
    }));
    const tokens = [...row.tokens, ...(isTabular ? blanks : []), ...other.tokens];
    return {
      ...row,
      text: `${row.text}\n${other.text}`,
      tokens: isTabular ? tokens : tokens.filter(({ text }) => text !== ""),
    };
  });
  const cells = right.columns.filter(({ kind }) => kind === "cell");
  // That the right half prints no labels is as it must be.
  const flags = [...left.flags, ...right.flags.filter(({ code }) => !OF_LABELS.has(code))];
  return {
    ...left,
    rows,
    flags,
    columns: [...left.columns, ...cells],
    channel: isTabular ? "tabular" : "collapsed",
  };
}

function doubt(section: ReadSection): ReadSection {
  const flag: Flag = {
    code: "half-row",
    severity: "error",
    cells: [],
    message:
      "The table goes on under a header of its own, with another number of rows: the other half of this row was not found",
  };
  return {
    ...section,
    rows: section.rows.map((row) => withDoubts(row, [flag])),
  };
}
