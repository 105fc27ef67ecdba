import { inflateSync } from "node:zlib";

/** An object of a PDF, found by its header in the bytes of the file. */
export interface PdfObject {
  readonly number: number;
  readonly generation: number;
  /** Its dictionary, or whatever it is, as it is written; without what a stream holds. */
  readonly text: string;
  /** Whether its end stands there. */
  readonly isWhole: boolean;
  /** Whether it stands in a stream of objects, where a program that has lost the list of them cannot find it. */
  readonly isPacked: boolean;
}

const HEADER = /(?<!\d)(\d{1,10})\s{1,9}(\d{1,5})\s{1,9}obj\b/g;
/** Where a stream begins: the end of its dictionary before it. */
const STREAM = />>\s{0,9}stream\r?\n/;
const END_STREAM = "endstream";
const OBJECT_STREAM = /\/Type\s*\/ObjStm\b/;
/** Packed in the one way that programs pack objects in. */
const FLATE_ONLY = /\/Filter\s*(?:\/FlateDecode\b|\[\s*\/FlateDecode\s*\])/;
/** A stream of objects holds some hundred of them; more is not looked at. In bytes. */
const LIMIT = { maxOutputLength: 16_000_000 };

/**
 * Finds the objects of a PDF of which the list is lost, by number; of several with one number the last stands, since a
 * file is changed by appending to it.
 */
export function scanObjects(file: Buffer): Map<number, PdfObject> {
  const text = file.toString("latin1");
  const objects = new Map<number, PdfObject>();
  const headers = [...text.matchAll(HEADER)];
  for (const [i, { 0: header, 1: number, 2: generation, index }] of headers.entries()) {
    const body = text.slice(index + header.length, headers[i + 1]?.index);
    const stream = STREAM.exec(body);
    const end = stream === null ? body.indexOf("endobj") : body.lastIndexOf(END_STREAM);
    const object: PdfObject = {
      number: Number(number),
      generation: Number(generation),
      text: stream === null ? body.slice(0, end === -1 ? undefined : end) : body.slice(0, stream.index + 2),
      isWhole: end !== -1,
      isPacked: false,
    };
    set(objects, object);
    if (stream === null || end === -1 || !OBJECT_STREAM.test(object.text)) continue;
    const packed = Buffer.from(body.slice(stream.index + stream[0].length, end), "latin1");
    for (const inside of unpack(object.text, packed)) set(objects, inside);
  }
  return objects;
}

/** Put last even where there was one with this number, so that objects are in the order in which they stand. */
function set(objects: Map<number, PdfObject>, object: PdfObject): void {
  objects.delete(object.number);
  objects.set(object.number, object);
}

/** The objects of a stream of objects (ISO 32000-1, 7.5.7); none where it cannot be unpacked. */
function unpack(dictionary: string, packed: Buffer): PdfObject[] {
  const [count, first] = ["N", "First"].map((key) =>
    Number(new RegExp(`/${key}\\s+(\\d{1,9})`).exec(dictionary)?.[1] ?? Number.NaN),
  ) as [number, number];
  const text = inflated(dictionary, packed);
  if (text === null || Number.isNaN(count + first)) return [];
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
  const objects: PdfObject[] = [];
  for (let i = 0; i < count && 2 * i + 1 < numbers.length; i++) {
    const from = first + numbers[2 * i + 1]!;
    const to = i + 1 < count ? first + numbers[2 * i + 3]! : text.length;
    const number = numbers[2 * i]!;
    objects.push({ number, generation: 0, text: text.slice(from, to).trim(), isWhole: true, isPacked: true });
  }
  return objects;
}

function inflated(dictionary: string, packed: Buffer): string | null {
  if (!dictionary.includes("/Filter")) return packed.toString("latin1");
  if (!FLATE_ONLY.test(dictionary) || /\/Predictor\s+[^1\s]/.test(dictionary)) return null;
  try {
    return inflateSync(packed, LIMIT).toString("latin1");
  } catch {
    return null;
  }
}
