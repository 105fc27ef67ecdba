import type { Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import { detectEncoding } from "./detect-encoding.ts";

/**
 * The text of a source in Unicode normal form C, without a byte order mark. Reads UTF-8 and UTF-16 with or
 * without a mark, and takes bytes that are neither for Windows-1252, which Excel in Peru writes.
 *
 * @throws {PoiError} `unsupported-type` for a PDF or an image, `binary-file`, `empty-file` (nothing but white
 *   space counts as empty)
 */
export function decodeText(source: Source): string {
  const place = { file: source.name };
  if (source.mediaType === "application/pdf" || source.mediaType.startsWith("image/")) {
    throw new PoiError(
      "unsupported-type",
      `Cannot read '${source.name}' as text: it is ${source.mediaType}`,
      {
        place,
        hint: "copy its text into a .txt file, or run pdftotext -layout on it",
      },
    );
  }
  const encoding = detectEncoding(source.bytes);
  if (encoding === null) {
    throw new PoiError("binary-file", `Cannot read '${source.name}' as text: it holds binary data`, {
      place,
      hint: "save a spreadsheet as CSV or copy its cells as text",
    });
  }
  const text = new TextDecoder(encoding).decode(source.bytes).normalize("NFC");
  if (!/\S/.test(text)) {
    throw new PoiError("empty-file", `Cannot read '${source.name}' as it has no text`, { place });
  }
  return text;
}
