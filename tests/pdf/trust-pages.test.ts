import { describe, expect, it } from "vitest";
import type { Page, Source } from "../../src/document.ts";
import { PoiError } from "../../src/errors.ts";
import type { ReadPage } from "../../src/pdf/make-page.ts";
import type { ReadPdf } from "../../src/pdf/read-pdf.ts";
import { trustPages } from "../../src/pdf/trust-pages.ts";
import { pageOf, wordsAt } from "../page-tables/words.ts";

const source: Source = {
  name: "plan.pdf",
  bytes: new Uint8Array(),
  mediaType: "application/pdf",
  id: "sha256:0",
};
const printed = (number: number, part: Partial<ReadPage> = {}): ReadPage => ({
  page: pageOf({ number, words: wordsAt("Plan operativo de la entidad", 50, 100) }),
  aslant: 0,
  hidden: 0,
  pictured: 0,
  pictureSize: 0,
  ...part,
});
const picture = (number: number): ReadPage => printed(number, { page: pageOf({ number }), pictured: 1 });
const WHOLE = { failed: [], cutOff: null, brokenStreams: 0, digitsDoubted: new Set<number>() };
const trust = (pages: readonly ReadPage[], part: Partial<ReadPdf> = {}, scanned = new Map<number, Page>()) =>
  trustPages({ pages, ...WHOLE, ...part }, scanned, source);

describe("trustPages", () => {
  it("hands on pages of text, and has nothing to say of them", () => {
    const trusted = trust([printed(1), printed(2)]);
    expect(trusted.pages.map(({ number }) => number)).toEqual([1, 2]);
    expect(trusted).toMatchObject({ count: 2, flags: [] });
    expect(trusted.doubted.size).toBe(0);
  });

  it("names pages that are pictures and counts them, and reads the others", () => {
    const trusted = trust([printed(1), picture(2), picture(3)]);
    expect(trusted.pages).toHaveLength(1);
    expect(trusted.count).toBe(3);
    expect(trusted.flags).toMatchObject([{ code: "page-without-text", severity: "warning" }]);
    expect(trusted.flags[0]!.message).toContain("2, 3");
  });

  it("doubts pages on which a sign may be read as a digit that it is not", () => {
    const { doubted } = trust([printed(1), printed(2)], { digitsDoubted: new Set([2]) });
    expect([...doubted]).toMatchObject([[2, { code: "letters-doubted", severity: "error" }]]);
  });

  it("takes what OCR read in the place of a picture", () => {
    const scan = pageOf({ number: 2, words: wordsAt("Meta 12", 50, 100) });
    const trusted = trust([printed(1), picture(2)], {}, new Map([[2, scan]]));
    expect(trusted.pages[1]).toBe(scan);
    expect(trusted.flags).toMatchObject([{ code: "page-read-by-ocr", severity: "info" }]);
    expect(trusted.flags[0]!.message).toBe("Pages 2 are pictures without text, and were read by OCR");
  });

  it("leaves scanned pages that were not asked for, and doubts those beside them", () => {
    const scan = pageOf({ number: 3, words: wordsAt("Meta 12", 50, 100) });
    const pages = [picture(1), picture(2), picture(3), printed(4), printed(5)];
    const read: ReadPdf = { pages, ...WHOLE };
    const trusted = trustPages(read, new Map([[3, scan]]), source, [1, 2]);
    expect(trusted.pages.map(({ number }) => number)).toEqual([3, 4, 5]);
    expect(trusted.count).toBe(5);
    expect(trusted.doubted.get(3)).toMatchObject({ code: "page-beside-not-read", severity: "error" });
    expect(trusted.doubted.has(4)).toBe(false);
    expect(trusted.flags.map(({ message }) => message)).toEqual([
      "Pages 3 are pictures without text, and were read by OCR",
      "Pages 1, 2 are pictures that were not asked for, and were not read",
    ]);
  });

  it("names a choice in which no page is", () => {
    const read: ReadPdf = { pages: [picture(1)], ...WHOLE };
    expect(() => trustPages(read, new Map(), source, [1])).toThrow("the document has 1 page");
  });

  it("says why OCR read a page, and where it found nothing", () => {
    const words = wordsAt("recognised text ".repeat(10).trim(), 50, 100);
    const hidden = printed(2, { page: pageOf({ number: 2, words }), hidden: 1, pictured: 1 });
    const scans = new Map([1, 2].map((number) => [number, pageOf({ number })]));
    const trusted = trust([picture(1), hidden], {}, scans);
    expect(trusted.flags.map(({ message }) => message)).toEqual([
      "Pages 1 are pictures without text, and were read by OCR",
      "Pages 2 are pictures with recognised text laid over them, and were read again by OCR",
      "Pages 1, 2 show no word",
    ]);
    expect(trusted.doubted.size).toBe(0);
  });

  it("doubts every row of a page whose text nobody sees", () => {
    const { doubted } = trust([printed(1), printed(2, { hidden: 1 })]);
    expect([...doubted].map(([page, { code }]) => [page, code])).toEqual([[2, "hidden-text-layer"]]);
  });

  it("names damaged pages with what is wrong with them, and counts them", () => {
    const trusted = trust([printed(1)], { failed: [{ page: 2, reason: "no such object" }] });
    expect(trusted.count).toBe(2);
    expect(trusted.flags[0]).toMatchObject({ code: "page-not-read" });
    expect(trusted.flags[0]!.message).toContain("no such object");
  });

  it("doubts every row of a file whose packed text is spoilt, except what was read from its picture", () => {
    const scan = pageOf({ number: 2, words: wordsAt("Meta 12", 50, 100) });
    const trusted = trust([printed(1), picture(2)], { brokenStreams: 1 }, new Map([[2, scan]]));
    expect([...trusted.doubted.keys()]).toEqual([1]);
    expect(trusted.flags).toMatchObject([{ code: "pdf-spoilt", severity: "error" }, { severity: "info" }]);
  });

  it("says that the end of a file is missing, and believes what is left of it", () => {
    const trusted = trust([printed(1)], { cutOff: { lost: new Set(), isListWhole: true } });
    expect(trusted.flags).toMatchObject([{ code: "pdf-cut-off", severity: "error" }]);
    expect(trusted.isCutOff).toBe(false);
    expect(trusted.doubted.size).toBe(0);
  });

  it("counts pages that were lost with the end of a file, and doubts the one before them and all after", () => {
    const pages = [printed(1), printed(2), printed(3), printed(5), printed(6)];
    const trusted = trust(pages, { cutOff: { lost: new Set([4, 7]), isListWhole: true } });
    expect(trusted).toMatchObject({ count: 7, isCutOff: true });
    expect(trusted.flags[0]!.message).toContain("5 pages of it stand there whole and were read");
    expect([...trusted.doubted.keys()]).toEqual([3, 5, 6]);
    expect(trusted.doubted.get(3)).toMatchObject({ code: "page-near-lost", severity: "error" });
  });

  it("doubts all pages where their list is lost, or no page is known to be whole", () => {
    const doubtedOf = (lost: Set<number> | null) => {
      const trusted = trust([printed(1), printed(2)], { cutOff: { lost, isListWhole: false } });
      expect(trusted.isCutOff).toBe(true);
      return [...trusted.doubted.keys()];
    };
    expect(doubtedOf(new Set())).toEqual([1, 2]);
    expect(doubtedOf(null)).toEqual([1, 2]);
  });

  it.each([
    ["pictures", picture(1), "its pages are pictures"],
    ["empty", printed(1, { page: pageOf({}) }), "no text that can be read"],
  ])("refuses a document whose pages are all %s", (_, page, why) => {
    expect(() => trust([page])).toThrow(PoiError);
    expect(() => trust([page])).toThrow(why);
  });
});
