import { describe, expect, it } from "vitest";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";

const bytes = (...codes: number[]) => Uint8Array.from(codes);
const text = (content: string) => new TextEncoder().encode(content);

describe("sourceFromBytes", () => {
  it.each([
    ["a.txt", text("hola"), "text/plain"],
    ["stdin", text("hola"), "text/plain"],
    ["a.CSV", text("a;b"), "text/csv"],
    ["a.tsv", text("a\tb"), "text/tab-separated-values"],
    ["a.txt", text("%PDF-1.7"), "application/pdf"],
    ["a.csv", text(`${"x".repeat(1000)}%PDF-1.7`), "application/pdf"],
    ["a.txt", bytes(0x89, 0x50, 0x4e, 0x47), "image/png"],
    ["a.txt", bytes(0xff, 0xd8, 0xff, 0xe0), "image/jpeg"],
    ["a.txt", bytes(0x49, 0x49, 0x2a, 0x00), "image/tiff"],
    ["a.txt", bytes(0x4d, 0x4d, 0x00, 0x2a), "image/tiff"],
    ["a.txt", bytes(0x50, 0x4b, 0x03, 0x04, 0x00), "application/octet-stream"],
    ["a.pdf", text("not a PDF at all"), "text/plain"],
  ] as const)("tells what %j is from its content", (name, content, mediaType) => {
    expect(sourceFromBytes(name, content)).toMatchObject({ name, mediaType });
  });

  it("gives the same bytes the same id, whatever their name", () => {
    const [a, b, c] = [
      sourceFromBytes("a", text("x")),
      sourceFromBytes("b", text("x")),
      sourceFromBytes("a", text("y")),
    ];
    expect(a.id).toBe(b.id);
    expect(a.id).not.toBe(c.id);
  });
});
