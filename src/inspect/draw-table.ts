import type { Box } from "../document.ts";
import { COLORS, STATE_COLORS } from "./colors.ts";
import type { Layer, Shape } from "./drawing.ts";
import type { CellFacts, ColumnFacts, RowFacts, TableFacts } from "./page-facts.ts";
import { textWidth } from "./text-width.ts";

/** Sizes of letters in points: names of columns and rows, numbers as read, numbers that were changed or inferred. */
const NAME_SIZE = 5;
const VALUE_SIZE = 3.2;
const CHANGED_SIZE = 5;
/** Columns narrower than their names are the rule: then names are written upwards. */
const NAME_GAP = 2;
/** How wide the mark beside each row is, in points. */
const ROW_MARK = 2;

/** Draws a table: edges of columns with what their headers were taken for, rows with their state, cells with their values. */
export function drawTable(table: TableFacts): Layer[] {
  return [
    { name: "table", shapes: frame(table) },
    { name: "cells", shapes: cellsOf(table) },
    { name: "rows", shapes: table.rows.flatMap((row) => rowMark(row, table)) },
    { name: "columns", shapes: table.columns.flatMap((column) => columnName(column, table)) },
  ];
}

/** How far the names of the columns reach over the upper edge of the page, in points. */
export function reachAbove(table: TableFacts): number {
  const longest = Math.max(0, ...table.columns.map((column) => textWidth(nameOf(column), NAME_SIZE)));
  return Math.max(0, longest + 2 * NAME_GAP - table.box[1]);
}

function frame({ box, columns, rows }: TableFacts): Shape[] {
  const [left, top, right, bottom] = box;
  const edges = [...new Set(columns.flatMap(({ left, right }) => [left, right]))];
  const levels = [...new Set(rows.flatMap((row) => [row.top, row.bottom]))];
  return [
    { kind: "rect", box, stroke: COLORS.table, width: 1.2 },
    ...edges.map(
      (x): Shape => ({ kind: "line", box: [x, top, x, bottom], stroke: COLORS.table, width: 0.5, dash: 2 }),
    ),
    ...levels.map(
      (y): Shape => ({ kind: "line", box: [left, y, right, y], stroke: COLORS.table, width: 0.25 }),
    ),
  ];
}

/** A cell merged over several rows is the same in all of them, and drawn once. */
function cellsOf({ rows, columns }: TableFacts): Shape[] {
  const drawn = new Set<string>();
  return rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const key = cell.box?.join() ?? null;
      if (key !== null && drawn.has(key)) return [];
      if (key !== null) drawn.add(key);
      return cellShapes(cell, row, columns[cell.column]!);
    }),
  );
}

function cellShapes(cell: CellFacts, row: RowFacts, column: ColumnFacts): Shape[] {
  const { box, name, value, text, isChanged } = cell;
  if (column.kind !== "cell" || name === null) {
    if (box === null) return [];
    const isText = column.kind !== "cell";
    const color = isText ? COLORS.label : STATE_COLORS[row.state];
    const title = `${column.name || column.header}: ${text}`;
    return [{ kind: "rect", box, fill: color, opacity: 0.1, stroke: color, width: 0.4, title }];
  }
  const color = STATE_COLORS[row.state];
  const shown = value === null ? "?" : String(value);
  const isLoud = isChanged || box === null || value === null;
  const size = isLoud ? CHANGED_SIZE : VALUE_SIZE;
  const title = `${name} = ${value ?? "blank"}${text === "" ? ", inferred" : `, printed "${text}"`}; row ${row.id}: ${row.state}`;
  if (box === null) {
    const y = (row.top + row.bottom + size * 0.7) / 2;
    return [{ kind: "text", x: column.right - 1, y, text: `[${shown}]`, size, color, fromEnd: true }];
  }
  return [
    { kind: "rect", box, fill: color, opacity: isLoud ? 0.3 : 0.14, stroke: color, width: 0.4, title },
    { kind: "text", x: box[2], y: box[1] + size * 0.1, text: shown, size, color, fromEnd: true },
  ];
}

/** A bar at the left edge of a row in the colour of its state, and its id. */
function rowMark({ top, bottom, id, state, isTotal, isBand, flags }: RowFacts, { box }: TableFacts): Shape[] {
  const [left] = box;
  const color = STATE_COLORS[state];
  const mark: Box = [left - ROW_MARK, top, left, bottom];
  const name = `${id ?? "–"}${isTotal ? " total" : isBand ? " over rows" : ""}`;
  const said = flags.map(({ code, message }) => `\n${code}: ${message}`).join("");
  const y = (top + bottom + NAME_SIZE * 0.7) / 2;
  return [
    { kind: "rect", box: mark, fill: color, title: `row ${name}: ${state}${said}` },
    { kind: "text", x: left - ROW_MARK - 1, y, text: name, size: NAME_SIZE, color, fromEnd: true },
  ];
}

/** The name stands over the table, so that the printed header can still be read. */
function columnName(column: ColumnFacts, { box: [, top, , bottom], rows }: TableFacts): Shape[] {
  const text = nameOf(column);
  const width = textWidth(text, NAME_SIZE);
  const middle = (column.left + column.right) / 2;
  const y = top - NAME_GAP;
  const isWide = width < column.right - column.left;
  const place = isWide ? { x: middle - width / 2, y } : { x: middle + NAME_SIZE * 0.35, y, isUpwards: true };
  const color = column.kind === "cell" ? COLORS.table : COLORS.label;
  const end = Math.max(top, Math.min(bottom, ...rows.map((row) => row.top)));
  const title = `${column.kind} ${text}, printed "${column.header}"`;
  return [
    { kind: "rect", box: [column.left, top, column.right, end], title },
    { kind: "text", ...place, text, size: NAME_SIZE, color },
  ];
}

function nameOf({ kind, name, header }: ColumnFacts): string {
  return kind === "unknown" || name === "" ? `? ${header}` : name;
}
