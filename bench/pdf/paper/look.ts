import type { Column } from "./column.ts";
import type { NumberStyle } from "./number-style.ts";

/** How a plan looks on paper. */
export interface Look {
  /** Width and height of the paper in points, as it is seen. */
  readonly paper: readonly [number, number];
  readonly margin: number;
  readonly rotate: 0 | 90 | 180 | 270;
  readonly sideways: boolean;
  readonly columns: readonly Column[];
  readonly numbers: NumberStyle;
  readonly fontSize: number;
  /** Free space above and below a cell's text, in points. */
  readonly padding: number;
  readonly rules: "grid" | "rows" | "header" | "none";
  /** Colour of every other row. */
  readonly zebra: string | null;
  readonly organ: "each" | "merged" | "band";
  /** A merged organ is printed again where a page begins. */
  readonly organAgain: boolean;
  readonly headerOn: "each" | "first";
  readonly titleOn: "each" | "first";
  /** Header words of number columns run upwards. */
  readonly verticalHeader: boolean;
  readonly align: "left" | "center" | "right";
  readonly totalAlign: "left" | "center" | "right";
  /** A percentage is printed with its sign. */
  readonly percentSign: boolean;
  /** Where a row's numbers stand beside a label of several lines, and where its short labels do. */
  readonly valign: "top" | "middle" | "bottom";
  /** The first column of the right-hand page; null keeps all columns on one page. */
  readonly facingFrom: number | null;
  /** Pages side by side that a spreadsheet is printed on, and whether it prints them row by row; null fits it to one. */
  readonly across: { readonly pages: number; readonly order: "over" | "down" } | null;
  /** A row may be parted by the end of the page. */
  readonly partRows: boolean;
  readonly pageNumbers: boolean;
  /** Pages before the table: a cover, and prose with numbers and a small table of its own. */
  readonly cover: boolean;
  readonly watermark: string | null;
  /** Lines of a signature's stamp, put over the cells of the first page. */
  readonly stamp: readonly string[] | null;
}

export const A4_LANDSCAPE: readonly [number, number] = [841.89, 595.28];
export const A3_LANDSCAPE: readonly [number, number] = [1190.55, 841.89];

/** A ruled table on a page as wide as it takes: what other looks are made from. */
export const BASE_LOOK: Omit<Look, "columns" | "numbers"> = {
  paper: A3_LANDSCAPE,
  margin: 28,
  rotate: 0,
  sideways: false,
  fontSize: 6,
  padding: 2.5,
  rules: "grid",
  zebra: null,
  organ: "each",
  organAgain: false,
  headerOn: "each",
  titleOn: "each",
  verticalHeader: false,
  align: "right",
  totalAlign: "left",
  percentSign: true,
  valign: "middle",
  facingFrom: null,
  across: null,
  partRows: false,
  pageNumbers: false,
  cover: false,
  watermark: null,
  stamp: null,
};
