import { Buffer } from "node:buffer";
import type { Made } from "./made.ts";

const text = (content: string) => Buffer.from(content, "latin1");

/** The end of central directory of a zip file without entries. */
const EMPTY_ZIP = Buffer.from(`504b0506${"00".repeat(18)}`, "hex");

/** What is left of a PDF after a broken download, a bad copy, or none at all. */
export function damaged({ name, bytes, truth }: Pick<Made, "name" | "bytes" | "truth">): Made[] {
  const stem = name.replace(/\.pdf$/, "");
  const whole = Buffer.from(bytes);
  const source = whole.toString("latin1");
  const trailer = source.slice(source.lastIndexOf("trailer"));
  const part = (share: number) => whole.subarray(0, Math.floor(whole.length * share));
  const refused = (own: string, content: Uint8Array, ...codes: string[]): Made => ({
    name: `${own}.pdf`,
    bytes: content,
    truth: null,
    expected: codes,
  });
  return [
    { name: `${stem}-truncated-95.pdf`, bytes: part(0.95), truth, expected: "flagged" },
    { name: `${stem}-truncated-60.pdf`, bytes: part(0.6), truth, expected: "flagged" },
    { name: `${stem}-truncated-5.pdf`, bytes: part(0.05), truth, expected: "flagged" },
    // As a linearised file is, that says at its beginning what others say at their end: some pages are there.
    {
      name: `${stem}-half.pdf`,
      bytes: Buffer.concat([part(0.6), text(`\nendstream endobj\n${trailer}`)]),
      truth,
      expected: "flagged",
    },
    {
      name: `${stem}-xref-moved.pdf`,
      bytes: text(source.replace(/startxref\s+\d+/, "startxref\n17")),
      truth,
      expected: "right",
    },
    {
      name: `${stem}-xref-wrong.pdf`,
      bytes: text(source.replace(/\d{10} 00000 n/g, "0000000009 00000 n")),
      truth,
      expected: "right",
    },
    {
      name: `${stem}-xref-gone.pdf`,
      bytes: text(source.slice(0, source.lastIndexOf("xref\n", source.lastIndexOf("startxref") - 1))),
      truth,
      expected: "flagged",
    },
    {
      name: `${stem}-rubbish-before.pdf`,
      bytes: Buffer.concat([text("HTTP/1.1 200 OK\r\n\r\n"), whole]),
      truth,
      expected: "right",
    },
    {
      name: `${stem}-rubbish-after.pdf`,
      bytes: Buffer.concat([whole, Buffer.alloc(3000, 0)]),
      truth,
      expected: "right",
    },
    { name: `${stem}-stream-spoilt.pdf`, bytes: spoilStream(whole), truth, expected: "flagged" },
    refused("zero-bytes", new Uint8Array(), "empty-file"),
    refused("only-header", text("%PDF-1.7\n"), "pdf-damaged"),
    refused("zip", EMPTY_ZIP, "pdf-damaged", "unsupported-type", "binary-file"),
    refused(
      "html",
      text("<!doctype html><title>404</title><p>Página no encontrada</p>"),
      "pdf-damaged",
      "unsupported-type",
      "no-table",
    ),
    refused("noise", noise(20_000), "pdf-damaged", "unsupported-type", "binary-file", "no-table"),
  ];
}

/** Overwrites the middle of the longest stream. */
function spoilStream(whole: Buffer): Uint8Array {
  const spoilt = Buffer.from(whole);
  let at = 0;
  let longest: readonly [number, number] = [0, 0];
  for (;;) {
    const start = spoilt.indexOf("stream\n", at);
    const end = spoilt.indexOf("endstream", start);
    if (start === -1 || end === -1) break;
    if (end - start > longest[1] - longest[0]) longest = [start, end];
    at = end + 9;
  }
  const middle = Math.floor((longest[0] + longest[1]) / 2);
  return spoilt.fill(0xaa, middle, middle + 200);
}

function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (Math.imul(index + 1, 2654435761) >>> 13) & 0xff);
}
