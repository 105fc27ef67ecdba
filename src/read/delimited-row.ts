import type { Piece } from "../document.ts";
import type { Column } from "../grid/header.ts";
import { alignTexts } from "./align-texts.ts";
import { type FieldKind, kindOf, mayBeHurtNumber } from "./field-kind.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";

/** The columns of delimited text by their field, and where the numbers begin. */
export interface FieldLayout {
  readonly columns: ReadonlyMap<number, Column>;
  /** The field in which the number area begins. */
  readonly zone: number;
  /** Past the last field with a header. */
  readonly end: number;
  /** Whether the last field before the number area commonly holds numbers itself, such as a code. */
  readonly zoneEndsInNumbers: boolean;
  readonly separator: string;
}

/** One line of delimited text, parted into labels and numbers. */
export interface FieldRow {
  readonly labels: Readonly<Record<string, string>>;
  readonly numbers: readonly string[];
  /** Whether every label stood in its own field. */
  readonly inPlace: boolean;
}

/** A label field too many shows as a text in the number area; more than this many is another table. */
const MAX_EXTRA_FIELDS = 12;

/**
 * Parts the fields of a line. Labels stand in the first fields, unless one was lost or split: then a number
 * stands where the last label should, or a text where the numbers should begin, and the labels are told from
 * each other by what they say.
 */
export function partFields(
  fields: readonly Piece[],
  layout: FieldLayout,
  vocabulary: LabelVocabulary,
): FieldRow {
  const kinds = fields.map((field) => kindOf(field.text));
  const boundary = findBoundary(fields, kinds, layout);
  const shift = boundary - layout.zone;
  const labels: Record<string, string> = {};
  const numbers: string[] = [];
  if (shift === 0) readZone(fields, layout, labels, numbers);
  else {
    const texts = fields.slice(0, boundary).filter((_, i) => kinds[i] !== "blank");
    const glue = layout.separator === "\t" ? " " : `${layout.separator} `;
    const found = alignTexts(
      texts.map((field) => unwrap(field.text)),
      zoneKeys(layout),
      vocabulary,
      glue,
    );
    Object.assign(labels, found);
  }
  for (let i = boundary; i < fields.length; i++) {
    const column = layout.columns.get(i - shift);
    const text = fields[i]!.text;
    if (column?.kind === "label") {
      if (text !== "") labels[column.name] = unwrap(text);
    } else if (column !== undefined || text !== "" || i - shift >= layout.end) numbers.push(text);
  }
  return { labels, numbers, inPlace: shift === 0 };
}

function findBoundary(fields: readonly Piece[], kinds: readonly FieldKind[], layout: FieldLayout): number {
  const { zone } = layout;
  const isNumber = (i: number) => kinds[i] === "number";
  if (isNumber(zone - 1) && !layout.zoneEndsInNumbers) {
    let first = zone - 1;
    for (let i = zone - 1; i >= 0 && kinds[i] !== "text"; i--) if (isNumber(i)) first = i;
    return first;
  }
  const isLabel = (i: number) => kinds[i] === "text" && !mayBeHurtNumber(fields[i]!.text);
  if (!isLabel(zone) || layout.columns.get(zone)?.kind === "label") return zone;
  let last = zone;
  for (let i = zone + 1; i < zone + MAX_EXTRA_FIELDS && !isNumber(i); i++) if (isLabel(i)) last = i;
  return last + 1;
}

function readZone(
  fields: readonly Piece[],
  layout: FieldLayout,
  labels: Record<string, string>,
  numbers: string[],
): void {
  let lastKey: string | null = null;
  for (let i = 0; i < layout.zone; i++) {
    const column = layout.columns.get(i);
    const text = unwrap(fields[i]?.text ?? "");
    if (column?.kind === "cell") numbers.push(text);
    else if (column !== undefined) {
      lastKey = column.name;
      if (text !== "") labels[column.name] = text;
    } else if (text !== "") {
      // A field without a header continues the one before it: a merged cell that was taken apart.
      const key: string = lastKey ?? `column${i + 1}`;
      labels[key] = labels[key] === undefined ? text : `${labels[key]} ${text}`;
    }
  }
}

export function zoneKeys(layout: FieldLayout): string[] {
  const keys: string[] = [];
  for (let i = 0; i < layout.zone; i++) {
    const column = layout.columns.get(i);
    if (column !== undefined && column.kind !== "cell") keys.push(column.name);
  }
  return keys;
}

/** A text on one line, its words one space apart. */
function unwrap(text: string): string {
  return /\s\s|[\n\t\r]/.test(text) ? text.replace(/\s+/g, " ").trim() : text;
}
