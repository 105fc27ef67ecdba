import { stringify } from "csv-stringify/sync";
import { inChunks } from "../in-chunks.ts";
import type { Value } from "../table.ts";
import type { Format } from "./format.ts";

/** Lines that are put together at a time. */
const CHUNK = 1000;

/**
 * What makes a spreadsheet take a text for a formula: an equals, plus, minus or at sign at its beginning, in full
 * width too, also after blanks; or a tab or line end there, which would begin a cell of its own (OWASP, CSV
 * Injection).
 */
const ACTIVE = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/**
 * What is quoted besides what the library quotes by itself: an empty text, to tell it from nothing; and a lone CR or
 * LF, which the library takes for harmless where records end in both.
 */
const QUOTED = /^$|[\r\n]/;

/**
 * CSV by RFC 4180: UTF-8, commas, lines that end in CR LF, a header. Nothing is an empty field, an empty text is
 * `""`. Text that a spreadsheet would run gets an apostrophe before it; numbers stay numbers, negative ones too.
 *
 * @param byteOrderMark begins the file with one, by which Excel knows UTF-8
 */
export function csv(byteOrderMark: boolean): Format {
  return {
    id: "csv",
    mediaType: "text/csv",
    dialect: { header: true, delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true },
    encode: ({ columns }) => ({
      start: () => toBytes((byteOrderMark ? "\ufeff" : "") + write([columns.map(({ name }) => name)])),
      *add(lines) {
        for (const chunk of inChunks(lines, CHUNK))
          yield toBytes(write(chunk.map((line) => line.map(toField))));
      },
      end: () => toBytes(""),
    }),
  };
}

function toField(value: Value): string | null {
  if (typeof value !== "string") return value === null ? null : String(value);
  return ACTIVE.test(value) ? `'${value}` : value;
}

function write(records: (string | null)[][]): string {
  return stringify(records, { record_delimiter: "\r\n", quoted_match: QUOTED });
}

function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
