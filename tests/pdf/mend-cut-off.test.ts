import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isCutOff, mendCutOff } from "../../src/pdf/mend-cut-off.ts";
import { pageObjects, pdfOf } from "./pdf-text.ts";

const CONTENT = "<< /Length 3 >>\nstream\nq Q\nendstream";
const objects = pageObjects(CONTENT);
const page = (more: string) =>
  `<< /Type /Page /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${more}>>`;
const added = (bytes: Uint8Array) => Buffer.from(mendCutOff(bytes)!.bytes.subarray(bytes.length)).toString();
const lostOf = (bytes: Uint8Array) => mendCutOff(bytes) && [...mendCutOff(bytes)!.lost];

describe("isCutOff", () => {
  const file = Buffer.from(pdfOf(objects));

  it("tells a file that ends as it should, whatever follows, from one that does not", () => {
    expect(isCutOff(file)).toBe(false);
    expect(isCutOff(Buffer.concat([file, Buffer.alloc(3000)]))).toBe(false);
    expect(isCutOff(file.subarray(0, file.indexOf("startxref")))).toBe(true);
  });

  it("knows a file of which something that was appended is cut off", () => {
    expect(isCutOff(Buffer.concat([file, Buffer.from("4 0 obj\n<< /Length 90 >>\nstream\nq")]))).toBe(true);
  });

  it("does not take what is no PDF for one", () => {
    expect([Buffer.from("%PDF-1.7\n"), Buffer.from("<html>"), new Uint8Array()].map(isCutOff)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("mendCutOff", () => {
  it("appends a list of the pages, and changes nothing before it", () => {
    const file = pdfOf(objects, "");
    expect(added(file)).toContain("/Count 1 /Kids [3 0 R]");
    expect(added(file)).toContain("trailer\n<< /Root 6 0 R /Size 9 >>\nstartxref\n0\n%%EOF");
    expect(mendCutOff(file)!.bytes.subarray(0, file.length)).toEqual(Buffer.from(file));
  });

  it("takes away what is left of a list of objects, after which nothing would be found", () => {
    const { bytes } = mendCutOff(pdfOf([...objects, "null\nendobj\nxref\n0 6\n"], ""))!;
    expect(Buffer.from(bytes).indexOf("xref")).toBe(
      Buffer.from(bytes).lastIndexOf("startxref") + "start".length,
    );
  });

  it("takes the last catalog: a file is changed by appending to it", () => {
    const changed = pdfOf(
      [
        ...objects,
        page(""),
        "<< /Type /Pages /Kids [6 0 R] /Count 1 >>",
        "<< /Type /Catalog /Pages 7 0 R >>",
      ],
      "",
    );
    expect(added(changed)).toContain("/Count 1 /Kids [6 0 R]");
  });

  it("finds pages in the order in which they stand where the list of them is lost", () => {
    const file = pdfOf([page(""), page("/Parent 9 0 R "), "null", CONTENT, objects[4]!], "");
    expect(mendCutOff(file)).toMatchObject({ lost: new Set(), isListWhole: false });
    expect(added(file)).toContain("/Count 2 /Kids [1 0 R 2 0 R]");
  });

  it("puts an empty page in the place of each that lacks something", () => {
    const list = "<< /Type /Pages /Kids [3 0 R 6 0 R 7 0 R] /Count 3 >>";
    const lacking = page("/Annots [99 0 R] ").replace("5 0 R", "8 0 R");
    const file = pdfOf([objects[0]!, list, ...objects.slice(2), lacking], "");
    expect(mendCutOff(file)).toMatchObject({ lost: new Set([2, 3]), isListWhole: true });
    expect(added(file)).toContain("/Kids [3 0 R 9 0 R 9 0 R]");
  });

  it("needs no notes on a page, nor the looks of letters where it is told which they are", () => {
    const pages = (font: string) =>
      pdfOf([...objects.slice(0, 2), page("/Annots [99 0 R] "), CONTENT, font, "null"], "");
    const font = "<< /Type /Font /FontDescriptor << /FontFile2 98 0 R >> ";
    expect(lostOf(pages(`${font}/ToUnicode 6 0 R >>`))).toEqual([]);
    expect(lostOf(pages(`${font}>>`))).toBeNull();
  });

  it("asks what a page has from its list", () => {
    const bare = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>";
    const under = (list: string) => pdfOf([objects[0]!, list, bare, ...objects.slice(3)], "");
    const list = "<< /Type /Pages /Kids [3 0 R] /Count 1 ";
    expect(lostOf(under(`${list}>>`))).toBeNull();
    expect(lostOf(under(`${list}/MediaBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >> >>`))).toEqual([]);
    expect(lostOf(under(`${list}/MediaBox [0 0 9 9] /Resources 97 0 R >>`))).toBeNull();
  });

  it("writes out what stands in streams of objects", () => {
    const inside = Buffer.from(`3 0 ${page("")}`);
    const packed = deflateSync(inside).toString("latin1");
    const stream = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
    const file = pdfOf([Buffer.from(stream, "latin1"), "null", "null\nendobj", CONTENT, objects[4]!], "");
    // Number 3 stands there once more, later: that one would be meant.
    expect(mendCutOff(file)).toBeNull();
    const whole = Buffer.from(Buffer.from(file).toString("latin1").replace("3 0 obj", "6 0 obj"), "latin1");
    expect(added(whole)).toContain("3 0 obj\n<< /Type /Page");
  });

  it.each([
    ["has no page", pdfOf(["<< /Type /Pages /Kids [] /Count 0 >>"], "")],
    ["has no page that is whole", pdfOf(objects.slice(0, 3), "")],
    ["is encrypted", pdfOf([...objects, "<< /Encrypt 9 0 R >>"], "")],
    ["is empty", new Uint8Array()],
    ["lists itself", pdfOf([objects[0]!, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"], "")],
  ])("gives up on a file that %s", (_, file) => {
    expect(mendCutOff(file)).toBeNull();
  });
});
