import { describe, expect, it } from "vitest";
import { addTrailer } from "../../src/pdf/add-trailer.ts";
import { pageObjects, pdfOf } from "./pdf-text.ts";

const objects = pageObjects("<< /Length 0 >>\nstream\n\nendstream");
const added = (bytes: Uint8Array) => {
  const mended = addTrailer(bytes);
  return mended === null ? null : Buffer.from(mended.subarray(bytes.length)).toString();
};

describe("addTrailer", () => {
  it("appends a trailer that names the catalog, and changes nothing before it", () => {
    const file = pdfOf(objects, "");
    expect(added(file)).toContain("trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF");
    expect(Buffer.from(addTrailer(file)!).subarray(0, file.length).equals(file)).toBe(true);
  });

  it("takes the last catalog: a file is changed by appending to it", () => {
    expect(added(pdfOf([...objects, "<< /Type /Catalog /Pages 2 0 R >>"], ""))).toContain("/Root 6 0 R");
  });

  it("passes over the word where no object stands before it", () => {
    expect(added(pdfOf([...objects, "(text)"], "% /Catalog of nothing\n"))).toContain("/Root 1 0 R");
  });

  it.each([
    ["has no catalog", pdfOf(["<< /Type /Pages /Kids [] /Count 0 >>"], "")],
    ["is encrypted", pdfOf([...objects, "<< /Encrypt 9 0 R >>"], "")],
    ["is empty", new Uint8Array()],
  ])("gives up on a file that %s", (_, file) => {
    expect(addTrailer(file)).toBeNull();
  });
});
