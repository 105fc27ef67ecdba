import { inflateRawSync, inflateSync } from "node:zlib";
import { decodeAscii85 } from "./decode-ascii85.ts";

const STREAM = Buffer.from("stream");
const END = Buffer.from("endstream");
/** A stream's dictionary ends right before it, and those of streams with text are short. In bytes. */
const MAX_DICTIONARY = 1000;
/** What unpacks to more is not looked at: no page needs it, and memory is dear. In bytes. */
const LIMIT = { maxOutputLength: 8_000_000 };
/** Of a packed stream, before what is packed (RFC 1950). In bytes. */
const HEADER = 2;
/** Pictures, fonts and colour profiles: no number is lost with them. */
const NO_TEXT = /\/Subtype\s*\/(?:Image|Type1C|CIDFontType0C|OpenType)\b|\/Length1\b|\/Alternate\b/;
const OTHER_FILTER = /\/(?!FlateDecode|ASCII85Decode)[A-Z][A-Za-z0-9]*Decode\b/;
/** What was never packed cannot be unpacked: the empty picture of a signature box, say. */
const EMPTY = /\/Length\s+0\b(?!\s+\d+\s+R)/;
/** Packed first, then written in letters, which some libraries do to keep their files readable. */
const IN_LETTERS = /\/(?:ASCII85Decode|A85)\b/;

/**
 * Makes a function that counts the packed streams of a PDF that are spoilt, up to a share of the file from 0 to 1, and goes on
 * from there when it is called again. pdf.js reads on over damage, without a word: rows are lost, and digits may be
 * others. Each stream ends in a checksum of its own (RFC 1950), which tells.
 *
 * What was unpacked is let go of only when memory is tidied up, which unpacking alone does not bring about: a long document is
 * to be looked through between its pages.
 *
 * Streams of encrypted files cannot be told from noise here, and are not counted.
 */
export function createBrokenStreamCount(bytes: Uint8Array): (share: number) => number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  let at = file.includes("/Encrypt") ? -1 : file.indexOf(STREAM);
  return (share) => {
    while (at !== -1 && at < share * file.length) {
      const end = file.indexOf(END, at);
      if (end === -1) at = -1;
      else {
        if (isBroken(file, at, end)) count++;
        at = file.indexOf(STREAM, end + END.length);
      }
    }
    return count;
  };
}

function isBroken(file: Buffer, at: number, end: number): boolean {
  const before = file.toString("latin1", Math.max(0, at - MAX_DICTIONARY), at);
  const dictionary = before.slice(before.lastIndexOf(" obj"));
  if (!isPackedText(dictionary)) return false;
  const start = at + STREAM.length + (file[at + STREAM.length] === CARRIAGE_RETURN ? 2 : 1);
  const stream = file.subarray(start, end);
  return isSpoilt(IN_LETTERS.test(dictionary) ? decodeAscii85(stream) : stream);
}

const CARRIAGE_RETURN = 0x0d;

function isPackedText(dictionary: string): boolean {
  return (
    dictionary.includes("/FlateDecode") &&
    ![OTHER_FILTER, NO_TEXT, EMPTY].some((pattern) => pattern.test(dictionary))
  );
}

function isSpoilt(packed: Uint8Array): boolean {
  try {
    inflateSync(packed, LIMIT);
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "Z_DATA_ERROR" || (code === "Z_BUF_ERROR" && isCutShort(packed));
  }
}

/** Whether more is missing of a stream than its checksum, which stands at its end and is sometimes left out. */
function isCutShort(packed: Uint8Array): boolean {
  try {
    inflateRawSync(packed.subarray(HEADER), LIMIT);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "Z_BUF_ERROR";
  }
}
