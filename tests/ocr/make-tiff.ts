import { TIFF } from "../../src/ocr/tiff-directory.ts";

/** A page of a TIFF file: its tags, and its strips as they are stored. */
export interface StoredPage {
  readonly tags: Readonly<Record<number, readonly number[]>>;
  readonly strips: readonly Uint8Array[];
}

const BYTES = new Set<number>([TIFF.jpegTables]);
const RATIONALS = new Set<number>([TIFF.resolutionX, TIFF.resolutionY]);

/** Writes a TIFF file; `next` overrides where the last page's directory points to. */
export function makeTiff(pages: readonly StoredPage[], { isLittle = true, next = 0 } = {}): Uint8Array {
  const chunks: Buffer[] = [];
  let length = 0;
  const push = (chunk: Uint8Array) => {
    const at = length;
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    return at;
  };
  const number = (value: number, size: 2 | 4) => {
    const buffer = Buffer.alloc(size);
    if (size === 2) isLittle ? buffer.writeUInt16LE(value) : buffer.writeUInt16BE(value);
    else isLittle ? buffer.writeUInt32LE(value) : buffer.writeUInt32BE(value);
    return buffer;
  };
  push(Buffer.from(isLittle ? "II" : "MM"));
  push(number(42, 2));
  push(number(0, 4));
  let pointer = 4;
  for (const { tags, strips } of pages) {
    const offsets = strips.map(push);
    const all = { ...tags, [TIFF.offsets]: offsets, [TIFF.counts]: strips.map((strip) => strip.length) };
    const entries = Object.entries(all).map(([key, values]) => {
      const tag = Number(key);
      const type = BYTES.has(tag) ? 7 : RATIONALS.has(tag) ? 5 : 4;
      const stored = Buffer.concat(
        values.flatMap((value) => {
          if (type === 7) return [Buffer.from([value])];
          return type === 5 ? [number(value * 10, 4), number(10, 4)] : [number(value, 4)];
        }),
      );
      const held =
        stored.length <= 4
          ? Buffer.concat([stored, Buffer.alloc(4 - stored.length)])
          : number(push(stored), 4);
      return Buffer.concat([number(tag, 2), number(type, 2), number(values.length, 4), held]);
    });
    const directory = push(Buffer.concat([number(entries.length, 2), ...entries]));
    chunks.splice(0, chunks.length, Buffer.concat(chunks));
    number(directory, 4).copy(chunks[0]!, pointer);
    pointer = push(number(next, 4));
  }
  return Buffer.concat(chunks);
}
