import { describe, expect, it } from "vitest";
import { createBrokenStreamCount } from "../../src/pdf/broken-stream-count.ts";
import { packedStream, pdfOf } from "./pdf-text.ts";

const CONTENT = "BT /F1 8 Tf 10 100 Td (12 345 678) Tj ET\n".repeat(40);
const countBrokenStreams = (bytes: Uint8Array) => createBrokenStreamCount(bytes)(1);
const overwrite = (packed: Uint8Array) => Buffer.from(packed).fill(0xaa, 20, 30);

/** Five letters for each four bytes; the bytes are filled up to a multiple of four, after which nothing is read. */
function encodeAscii85(bytes: Uint8Array): string {
  const filled = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  let text = "";
  for (let at = 0; at < filled.length; at += 4) {
    let group = filled.readUInt32BE(at);
    let letters = "";
    for (let i = 0; i < 5; i++, group = Math.floor(group / 85))
      letters = String.fromCharCode(0x21 + (group % 85)) + letters;
    text += letters;
  }
  return text;
}

describe("createBrokenStreamCount", () => {
  it("counts none in a sound file", () => {
    expect(countBrokenStreams(pdfOf([packedStream(CONTENT), packedStream("q Q")]))).toBe(0);
  });

  it("counts streams whose bytes were overwritten", () => {
    const file = pdfOf([
      packedStream(CONTENT, overwrite),
      packedStream("q Q"),
      packedStream(`${CONTENT}S`, overwrite),
    ]);
    expect(countBrokenStreams(file)).toBe(2);
  });

  it("goes on from where it was", () => {
    const spoilt = packedStream(CONTENT, overwrite);
    const countUpTo = createBrokenStreamCount(pdfOf([spoilt, spoilt, spoilt, spoilt]));
    const counts = [0, 0.5, 0.5, 1, 1].map(countUpTo);
    expect(counts).toEqual([0, counts[1], counts[1], 4, 4]);
    expect([1, 2, 3]).toContain(counts[1]);
  });

  it("notices a single digit that changed, by the checksum", () => {
    // Stored as they are, the letters of a stream can be changed without a sign but this one.
    const stored = (packed: Uint8Array) => {
      const text = Buffer.from(CONTENT);
      const head = Buffer.from([0x78, 0x01, 0x01, 0, 0, 0, 0]);
      head.writeUInt16LE(text.length, 3);
      head.writeUInt16LE(~text.length & 0xffff, 5);
      return Buffer.concat([head, text, packed.subarray(-4)]);
    };
    expect(countBrokenStreams(pdfOf([packedStream(CONTENT, stored)]))).toBe(0);
    const changed = (packed: Uint8Array) => {
      const bytes = Buffer.from(stored(packed));
      bytes[bytes.indexOf("345")] = "9".charCodeAt(0);
      return bytes;
    };
    expect(countBrokenStreams(pdfOf([packedStream(CONTENT, changed)]))).toBe(1);
  });

  it("counts no stream that says it is empty, as the pictures of signature boxes are", () => {
    expect(countBrokenStreams(pdfOf([packedStream(CONTENT), packedStream("", () => Buffer.alloc(0))]))).toBe(
      0,
    );
  });

  it("counts a stream that is cut short, and none that only lacks its checksum", () => {
    const cut = (packed: Uint8Array) => packed.subarray(0, packed.length / 2);
    const unchecked = (packed: Uint8Array) => packed.subarray(0, -4);
    expect(countBrokenStreams(pdfOf([packedStream(CONTENT, cut)]))).toBe(1);
    expect(countBrokenStreams(pdfOf([packedStream(CONTENT, unchecked)]))).toBe(0);
  });

  it.each([
    ["a picture", "/Type /XObject /Subtype /Image "],
    ["a font", "/Length1 1234 "],
    ["a font of another kind", "/Subtype /Type1C "],
  ])("leaves %s alone, which holds no text", (_, dictionary) => {
    expect(countBrokenStreams(pdfOf([packedStream(CONTENT, overwrite, dictionary)]))).toBe(0);
  });

  it("looks into streams that are written in letters", () => {
    const letters = (packed: Uint8Array) => Buffer.from(`${encodeAscii85(packed)}~>`);
    const dictionary = "/F [/ASCII85Decode /FlateDecode] ";
    expect(countBrokenStreams(pdfOf([packedStream(CONTENT, letters, dictionary)]))).toBe(0);
    const spoilt = (packed: Uint8Array) => letters(overwrite(packed));
    expect(countBrokenStreams(pdfOf([packedStream(CONTENT, spoilt, dictionary)]))).toBe(1);
  });

  it("says nothing of streams that are packed otherwise, or encrypted", () => {
    const twice = packedStream(CONTENT, overwrite, "/F [/LZWDecode /FlateDecode] ");
    expect(countBrokenStreams(pdfOf([twice]))).toBe(0);
    const encrypted = pdfOf([packedStream(CONTENT, overwrite)], "<< /Root 1 0 R /Encrypt 9 0 R >>");
    expect(countBrokenStreams(encrypted)).toBe(0);
  });

  it("ends on a file that breaks off within a stream", () => {
    const file = pdfOf([packedStream(CONTENT)]);
    expect(countBrokenStreams(file.subarray(0, 90))).toBe(0);
    expect(countBrokenStreams(new Uint8Array())).toBe(0);
  });
});
