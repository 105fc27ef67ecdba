import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { withDocument } from "../../src/pdf/with-document.ts";

/** A text of a page as pdf.js gives it, with its place in points from the bottom left. */
export interface PdfText {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** All texts of a PDF, as pdf.js alone reads them: what tests of printing look at. */
export async function pdfTexts(pdf: Uint8Array, password?: string): Promise<PdfText[]> {
  const options = password === undefined ? {} : { password };
  return await withDocument(sourceFromBytes("test.pdf", pdf), options, async (document) => {
    const texts: PdfText[] = [];
    for (let page = 1; page <= document.numPages; page++) {
      const { items } = await (await document.getPage(page)).getTextContent();
      for (const item of items) {
        if (!("str" in item) || item.str.trim() === "") continue;
        const [x, y] = item.transform.slice(4) as [number, number];
        texts.push({ page, text: item.str.trim(), x, y });
      }
    }
    return texts;
  });
}
