import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { withDocument } from "../../src/pdf/with-document.ts";

/** The pages of a PDF. */
export async function countPages(pdf: Uint8Array): Promise<number> {
  return await withDocument(sourceFromBytes("sample.pdf", pdf), {}, async ({ numPages }) => numPages);
}
