import { createHash } from "node:crypto";
import type { Source } from "../document.ts";
import { detectEncoding } from "../text/detect-encoding.ts";

/** First bytes of the file types that are told apart; https://www.iana.org/assignments/media-types names them. */
const SIGNATURES: readonly (readonly [mediaType: string, bytes: readonly number[]])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/tiff", [0x49, 0x49, 0x2a, 0x00]],
  ["image/tiff", [0x4d, 0x4d, 0x00, 0x2a]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
];

/** PDF allows other bytes before its mark, within the first 1,024 (ISO 32000-1, annex H.3.4.1). */
const PDF_MARK_WITHIN = 1024;

/** Text types by the ending of the name; content tells text from the rest, but not one kind of text from another. */
const TEXT_TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  tab: "text/tab-separated-values",
};

/** Describes the bytes of one input: its media type, told from the content first, and its hash. */
export function sourceFromBytes(name: string, bytes: Uint8Array): Source {
  const id = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  return { name, bytes, mediaType: mediaTypeOf(name, bytes), id };
}

function mediaTypeOf(name: string, bytes: Uint8Array): string {
  const signature = SIGNATURES.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (signature !== undefined) return signature[0];
  if (Buffer.from(bytes.subarray(0, PDF_MARK_WITHIN)).includes("%PDF-")) return "application/pdf";
  if (detectEncoding(bytes) === null) return "application/octet-stream";
  return TEXT_TYPES[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? "text/plain";
}
