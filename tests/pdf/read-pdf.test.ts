import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { readPdf } from "../../src/pdf/read-pdf.ts";
import { packedStream, pageObjects, pdfOf } from "./pdf-text.ts";

const CONTENT = "BT /F1 10 Tf 20 100 Td (META 12) Tj ET";
const objects = pageObjects(packedStream(CONTENT));
const read = (bytes: Uint8Array) => readPdf(sourceFromBytes("plan.pdf", bytes));
const textsOf = async (bytes: Uint8Array) => {
  const { pages, ...found } = await read(bytes);
  return { texts: pages.flatMap(({ page }) => page.words.map(({ text }) => text)), ...found };
};

describe("readPdf", () => {
  it("reads the words of a page", async () => {
    const { texts, ...found } = await textsOf(pdfOf(objects));
    expect(texts).toEqual(["META", "12"]);
    expect(found).toEqual({ failed: [], cutOff: null, brokenStreams: 0, digitsDoubted: new Set() });
  });

  it("leaves out what stands in a layer that is switched off", async () => {
    const content =
      "/OC /L1 BDC BT /F1 10 Tf 20 100 Td (META 12) Tj ET EMC /OC /L2 BDC BT /F1 10 Tf 20 80 Td (56) Tj /Span BMC (7) Tj EMC ET EMC";
    const [, pages, page, , font] = pageObjects("");
    const file = pdfOf([
      "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [7 0 R] >> >> >>",
      pages!,
      String(page).replace("/Font", "/Properties << /L1 6 0 R /L2 7 0 R >> /Font"),
      packedStream(content),
      font!,
      "<< /Type /OCG /Name (Plan) >>",
      "<< /Type /OCG /Name (Borrador) >>",
    ]);
    expect((await textsOf(file)).texts).toEqual(["META", "12"]);
  });

  it("reads a file that lost its end, and says so", async () => {
    const { texts, cutOff } = await textsOf(pdfOf(objects, ""));
    expect(texts).toEqual(["META", "12"]);
    expect(cutOff).toMatchObject({ lost: new Set(), isListWhole: true });
  });

  it("reads the pages of a cut file that lack nothing, and names the others", async () => {
    const page = (content: number) =>
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents ${content} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`;
    const file = pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [4 0 R 6 0 R 8 0 R] /Count 3 >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      page(5),
      packedStream(CONTENT),
      page(7),
      packedStream(CONTENT.replace("12", "34")),
      page(9),
      packedStream(CONTENT.replace("12", "56")),
    ]);
    // Within what the second page prints; pdf.js would have read it as far as it goes, and the third as an empty one.
    const cut = file.subarray(0, Buffer.from(file).indexOf("8 0 obj") - 40);
    const { texts, failed, cutOff } = await textsOf(cut);
    expect(texts).toEqual(["META", "12"]);
    expect(failed).toEqual([]);
    expect(cutOff).toMatchObject({ lost: new Set([2, 3]), isListWhole: true });
  });

  it("refuses a cut file that lost the font of its pages, whose letters would be others", async () => {
    const cut = pdfOf(objects.slice(0, -1), "");
    await expect(read(cut)).rejects.toMatchObject({
      code: "pdf-damaged",
      message: expect.stringContaining("its end is missing"),
    });
  });

  it("refuses a file of which nothing can be found, with what is wrong with the file itself", async () => {
    await expect(read(Buffer.from("%PDF-1.7\n"))).rejects.toMatchObject({
      code: "pdf-damaged",
      message: expect.stringContaining("(9 bytes)"),
    });
  });

  it("names the pages of a font in which two codes say that they are the same digit", async () => {
    const map = "/CMapType 2 def 1 begincodespacerange <00><ff> endcodespacerange";
    const toUnicode = `${map} 2 beginbfrange <31><33><0031> <96><96><0033> endbfrange endcmap`;
    const file = (content: string) => {
      const [catalog, pages, page, text, font] = pageObjects(packedStream(content));
      const own = String(font).replace(">>", "/ToUnicode 6 0 R >>");
      return pdfOf([catalog!, pages!, page!, text!, own, packedStream(toUnicode)]);
    };
    expect((await read(file("BT /F1 10 Tf 20 100 Td (12 3) Tj ET"))).digitsDoubted.size).toBe(0);
    const { digitsDoubted } = await read(file("BT /F1 10 Tf 20 100 Td (12 3 \\226) Tj ET"));
    expect([...digitsDoubted]).toEqual([1]);
  });

  it("says how many streams are spoilt", async () => {
    const spoil = (packed: Uint8Array) => Buffer.from(packed).fill(0xaa, 12, 16);
    const { brokenStreams } = await textsOf(pdfOf(pageObjects(packedStream(CONTENT, spoil))));
    expect(brokenStreams).toBe(1);
  });

  it("opens what is encrypted with an empty password, though one is given for other files", async () => {
    const encrypted = (userPassword?: string) => {
      const document = new PDFDocument({ ownerPassword: "owner", ...(userPassword && { userPassword }) });
      document.text("META 12").end();
      return buffer(document as unknown as NodeJS.ReadableStream);
    };
    const open = async (bytes: Uint8Array, password: string) =>
      (await readPdf(sourceFromBytes("plan.pdf", bytes), { password })).pages.length;
    expect(await open(await encrypted(), "clave")).toBe(1);
    expect(await open(await encrypted("clave"), "clave")).toBe(1);
    await expect(open(await encrypted("otra"), "clave")).rejects.toMatchObject({ code: "password-wrong" });
  });
});
