import type { Absence, Candidate, Reconciliation, Repair } from "./schema.ts";

/** The nouns that travel between the stages: plain, readonly, without behaviour. */

/** The bytes of one input and what is known of them before they are read. */
export interface Source {
  /** File name without its folder; "stdin" for pasted text. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** `sha256:` and the hash of the bytes, in hexadecimal. */
  readonly id: string;
}

/** A piece of a line: a field of a delimited file, or a stretch of text between wide gaps. */
export interface Piece {
  readonly text: string;
  /** First and past-last position: in characters for text by spaces, in fields for delimited text. */
  readonly start: number;
  readonly end: number;
}

/** One line of text as it stands in the file. */
export interface Line {
  /** 1-based page. */
  readonly page: number;
  /** 1-based line of the file. */
  readonly number: number;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/**
 * How cells travelled. `tabular`: a blank cell leaves a trace (tabs, CSV, column positions). `collapsed`: blanks are
 * gone and only the order of the numbers is left. `placed`: every number stands where the page prints it, so nothing
 * was lost or moved on the way.
 */
export type Channel = "tabular" | "collapsed" | "placed";

/** A document as lines of text, before anything is known of its table. */
export interface TextDocument {
  readonly lines: readonly Line[];
  readonly pages: number;
  readonly channel: Channel;
  /** What parts the columns: a delimiter, the cells of a page's grid, runs of spaces, or nothing that can be relied on. */
  readonly separator: "\t" | ";" | "," | "cells" | "spaces" | "none";
}

/** `target`, `programmed.jan` … `programmed.dec`, `programmed.q1` … `programmed.q4`, the same for other series, `extra.<slug>`. */
export type CellName = string;

/** A box in PDF points, origin top left, as the page is seen: left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

/** A word or number with its place on the page. */
export interface Word {
  readonly text: string;
  readonly box: Box;
  /** Height of the font in points. */
  readonly size: number;
  /** Which way it is read: 0 from left to right, 90 upwards, 270 downwards. */
  readonly angle: 0 | 90 | 270;
  /** Colour and font, where they are known: what tells a stamp from the table. */
  readonly style: string;
  /** Whether the edge of its cell cuts off letters of it. */
  readonly isCut?: boolean;
  /** Other ways to read it with their probabilities, from OCR only; those of all ways add up to at most 1. */
  readonly readings?: readonly { readonly text: string; readonly probability: number }[];
}

/** A ruling line: `at` is its y where it is horizontal, its x where it is vertical; it reaches from `from` to `to`. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A page as it is seen: words, ruling lines and shaded areas, in PDF points from the top left, after rotation. */
export interface Page {
  /** 1-based. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
  readonly fills: readonly Box[];
  /** Quarter turns, clockwise, that brought the text of the page upright: boxes are those of the turned page. */
  readonly turns: 0 | 1 | 2 | 3;
  /** By how many degrees the lines of a scan fell to the right then: it was turned level about its middle. */
  readonly skew?: number;
}

/** What stands in one place of the number area. An empty text is a printed blank. */
export interface Token {
  readonly text: string;
  readonly page: number;
  readonly box: Box | null;
  /** Of a number that OCR read: the ways to read it with their probabilities, as in `Word`. */
  readonly readings?: readonly { readonly text: string; readonly probability: number }[];
}

/** One row of the table as printed: its labels, and its numbers in the order of print. */
export interface PrintedRow {
  readonly kind: "activity" | "total";
  readonly page: number;
  /** 1-based line of the file where the row begins. */
  readonly line: number;
  /** The printed line or lines, joined by a newline. */
  readonly text: string;
  /** Text columns by the family's keys (`organ`, `category`, `activity`, `unit`, …), unwrapped, as printed. A total keeps its label under `label`. */
  readonly labels: Readonly<Record<string, string>>;
  readonly tokens: readonly Token[];
  /** Of a row whose numbers stand under no columns, in a table that has some: its blanks left no trace. */
  readonly blanksLost?: boolean;
  /** Columns of texts without one of this row, into which none of the texts beside reaches: nothing is printed there. */
  readonly blanks?: readonly string[];
  /** Of a row that speaks of another year than the document: the year. */
  readonly year?: number;
  /** Of a total of a family of blocks: which of the family's totals it is. */
  readonly total?: number;
  /** Doubts about how the row was read from the page. */
  readonly doubts?: readonly Flag[];
}

/** How numbers are written: the decimal mark, and the thousands mark where there is one. */
export interface NumberFormat {
  readonly decimal: "." | ",";
  readonly thousands: "." | "," | " " | "'" | null;
}

/** Rows that share one order of number columns. */
export interface Table {
  /** The number columns in print order, each named by the cell it fills. */
  readonly cells: readonly CellName[];
  readonly rows: readonly PrintedRow[];
  readonly channel: Channel;
  readonly numberFormat: NumberFormat;
}

/** What stands around the table. */
export interface DocumentInfo {
  readonly title: string | null;
  readonly entity: string | null;
  readonly year: number | null;
  readonly throughQuarter: number | null;
  readonly source: string | null;
  readonly preparedBy: string | null;
}

/** A remark on a document, a row or some of its cells. `code` is for programs, `message` for people. */
export interface Flag {
  readonly code: string;
  readonly severity: "info" | "warning" | "error";
  readonly cells: readonly CellName[];
  readonly message: string;
}

/** What reading yields: the tables, what stands around them, and doubts about the reading itself. */
export interface ReadDocument {
  readonly info: DocumentInfo;
  readonly pages: number;
  readonly tables: readonly Table[];
  readonly flags: readonly Flag[];
}

/** A row after repair: the most probable reading, how sure it is, and what was done to get there. */
export interface SettledRow {
  readonly printed: PrintedRow;
  /** A value for every cell of the table; null is a blank, or a cell that could not be settled. */
  readonly values: Readonly<Record<CellName, number | null>>;
  readonly status: "verified" | "repaired" | "ambiguous" | "inconsistent" | "unverified";
  /** Probability that every value is right, from 0 to 1. */
  readonly confidence: number;
  readonly flags: readonly Flag[];
  readonly repairs: readonly Repair[];
  readonly candidates: readonly Candidate[];
  /** The token each cell was read from; absent where the cell was inferred. */
  readonly tokens: Readonly<Record<CellName, Token>>;
  /** What is printed where there is no number. */
  readonly absences?: Readonly<Record<CellName, Absence>>;
}

/** Rows in the order of print, activities and totals together, with what the totals say of the rows. */
export interface SettledDocument {
  readonly rows: readonly SettledRow[];
  readonly reconciliation: readonly Reconciliation[];
  readonly flags: readonly Flag[];
}

/** How far the scanned pages of a document are. */
export interface ScanProgress {
  readonly done: number;
  readonly of: number;
  /** At the pace of the pages that were read so far; null before the first, and where an earlier run kept all. */
  readonly secondsLeft: number | null;
}
