import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { decodeText } from "../../src/text/decode-text.ts";

const decode = (content: Uint8Array | number[]) =>
  decodeText(sourceFromBytes("a.txt", Uint8Array.from(content)));
const utf8 = (text: string) => [...new TextEncoder().encode(text)];
const utf16 = (text: string, order: "le" | "be") =>
  [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    return order === "le" ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });

const SENTENCE = "Órgano: Área de Planificación – año 2023";

describe("decodeText", () => {
  it.each([
    ["UTF-8", utf8(SENTENCE)],
    ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, ...utf8(SENTENCE)]],
    ["UTF-16 LE with a mark", [0xff, 0xfe, ...utf16(SENTENCE, "le")]],
    ["UTF-16 BE with a mark", [0xfe, 0xff, ...utf16(SENTENCE, "be")]],
    ["UTF-16 LE", utf16(SENTENCE, "le")],
    ["UTF-16 BE", utf16(SENTENCE, "be")],
    ["UTF-8 in parts (NFD)", utf8(SENTENCE.normalize("NFD"))],
  ])("reads %s", (_, content) => {
    expect(decode(content)).toBe(SENTENCE);
  });

  it("takes for Windows-1252 what is not UTF-8", () => {
    expect(decode([0xd3, 0x52, 0x47, 0x41, 0x4e, 0x4f, 0x20, 0x96, 0x20, 0xf1, 0x93])).toBe("ÓRGANO – ñ“");
  });

  it.each([
    ["zero bytes", [0x61, 0x62, 0x00, 0x63], "binary-file"],
    ["control characters", [1, 2, 3, 4, 5, 6, 7, 8], "binary-file"],
    ["an Excel file", [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06], "binary-file"],
    ["a PDF", utf8("%PDF-1.7\n…"), "unsupported-type"],
    ["an image", [0x89, 0x50, 0x4e, 0x47, 0x0d], "unsupported-type"],
    ["white space", utf8(" \n\t\u00a0\r\n"), "empty-file"],
    ["nothing but a mark", [0xef, 0xbb, 0xbf], "empty-file"],
  ])("refuses %s", (_, content, code) => {
    expect(() => decode(content)).toThrow(expect.objectContaining({ code, place: { file: "a.txt" } }));
  });

  it("reads or refuses any bytes, and never breaks", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (content) => {
        try {
          expect(typeof decode(content)).toBe("string");
        } catch (error) {
          expect(error).toMatchObject({ name: "PoiError" });
        }
      }),
    );
  });
});
