import { deflateSync } from "node:zlib";

/** Puts a PDF together from its objects, without a cross-reference table: pdf.js finds objects by itself. */
export function pdfOf(objects: readonly (string | Uint8Array)[], trailer = "<< /Root 1 0 R >>"): Uint8Array {
  const parts = objects.flatMap((object, i) => [
    Buffer.from(`${i + 1} 0 obj\n`),
    Buffer.from(object),
    Buffer.from("\nendobj\n"),
  ]);
  return Buffer.concat([
    Buffer.from("%PDF-1.7\n"),
    ...parts,
    Buffer.from(trailer === "" ? "" : `trailer\n${trailer}\nstartxref\n0\n%%EOF\n`),
  ]);
}

/** A packed stream; `spoil` gets its bytes before they are set into the object. */
export function packedStream(
  content: string,
  spoil: (packed: Uint8Array) => Uint8Array = (packed) => packed,
  more = "",
): Uint8Array {
  const packed = spoil(deflateSync(content));
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode ${more}>>\nstream\n`),
    packed,
    Buffer.from("\nendstream"),
  ]);
}

/** A document of one page that prints a text in Helvetica. */
export function pageObjects(content: string | Uint8Array): (string | Uint8Array)[] {
  return [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    content,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
}
