import { expect, test } from "vitest";
import { writePdf } from "../../../../bench/pdf/print/write-pdf.ts";
import { sourceFromBytes } from "../../../../src/acquire/source-from-bytes.ts";
import { withDocument } from "../../../../src/pdf/with-document.ts";

const OBJECTS = [
  { dictionary: "/Type /Catalog /Pages 2 0 R" },
  { dictionary: "/Type /Pages /Count 1 /Kids [3 0 R]" },
  { dictionary: "/Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R" },
  { dictionary: "", stream: Buffer.from("0 0 m 100 100 l S") },
];

test("says where each object begins", () => {
  const file = Buffer.from(writePdf(OBJECTS)).toString("latin1");
  const offsets = [...file.matchAll(/(\d{10}) 00000 n/g)].map((match) => Number(match[1]));
  expect(offsets).toHaveLength(4);
  for (const [index, offset] of offsets.entries())
    expect(file.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj`));
  const start = Number(/startxref\n(\d+)/.exec(file)?.[1]);
  expect(file.slice(start, start + 4)).toBe("xref");
});

test("opens in pdf.js", async () => {
  const size = await withDocument(sourceFromBytes("a.pdf", writePdf(OBJECTS)), {}, async (document) => {
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
    return { pages: document.numPages, width, height };
  });
  expect(size).toEqual({ pages: 1, width: 200, height: 100 });
});

test("leaves a stream that is encoded already as it is", () => {
  const file = writePdf([{ dictionary: "/Filter /DCTDecode", stream: Buffer.from("JPEG"), isEncoded: true }]);
  const text = Buffer.from(file).toString("latin1");
  expect(text).toContain("/Filter /DCTDecode /Length 4 >>\nstream\nJPEG\nendstream");
});
