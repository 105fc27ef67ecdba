import { isUtf8 } from "node:buffer";

/** Encodings that pasted and exported text is found in, as `TextDecoder` names them. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** How many bytes are looked at where one looks at a sample: enough for two pages of text. */
const SAMPLE_BYTES = 8192;

/**
 * UTF-16 without a mark shows as zero bytes on one side of most pairs. Spanish text has hardly a character
 * above U+00FF, so nearly every pair has one; 0.7 leaves room for typographic quotes and dashes.
 */
const UTF16_ZERO_SHARE = 0.7;

/** A text has no control characters but tab and line ends; a few strays are tolerated. */
const CONTROL_SHARE = 0.01;

/** Control characters show at once where there are any; a zero byte is looked for in the whole file. */
const CONTROL_SAMPLE_BYTES = 1 << 20;

/** Tells how a text is encoded, or null where the bytes are no text at all. */
export function detectEncoding(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  if (startsWith(bytes, [0xfe, 0xff])) return "utf-16be";
  const wide = wideEncoding(bytes);
  if (wide !== null) return wide;
  if (bytes.includes(0) || hasManyControls(bytes)) return null;
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, i) => bytes[i] === byte);
}

function wideEncoding(bytes: Uint8Array): Encoding | null {
  const pairs = Math.min(bytes.length, SAMPLE_BYTES) >> 1;
  if (pairs === 0 || bytes.length % 2 === 1) return null;
  let first = 0;
  let second = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) first++;
    if (bytes[2 * i + 1] === 0) second++;
  }
  if (second >= pairs * UTF16_ZERO_SHARE && first === 0) return "utf-16le";
  if (first >= pairs * UTF16_ZERO_SHARE && second === 0) return "utf-16be";
  return null;
}

function hasManyControls(bytes: Uint8Array): boolean {
  let controls = 0;
  const sample = bytes.subarray(0, CONTROL_SAMPLE_BYTES);
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] as number;
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f) controls++;
  }
  return controls > sample.length * CONTROL_SHARE;
}
