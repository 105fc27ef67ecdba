import { describe, expect, test } from "vitest";
import type { Sheet, TextMark } from "../../../../bench/pdf/paper/sheet.ts";
import { printPdfkit } from "../../../../bench/pdf/print/print-pdfkit.ts";
import { PLAIN_STYLE, type PlainStyle, printPlain } from "../../../../bench/pdf/print/print-plain.ts";
import { hexText, winAnsi } from "../../../../bench/pdf/print/win-ansi.ts";
import { sourceFromBytes } from "../../../../src/acquire/source-from-bytes.ts";
import { withDocument } from "../../../../src/pdf/with-document.ts";
import { pdfTexts } from "../../../support/pdf-texts.ts";

const text = (own: Partial<TextMark> & Pick<TextMark, "text" | "x" | "y">): TextMark => ({
  kind: "text",
  size: 10,
  bold: false,
  angle: 0,
  colour: "#000000",
  ...own,
});
const numbers = ["12", "1", "345"].map((one, index) =>
  text({ text: one, x: 200 + 60 * index, y: 100, cell: { row: 0, column: 1 + index } }),
);
const sheet = (own: Partial<Sheet> = {}): Sheet => ({
  width: 500,
  height: 300,
  rotate: 0,
  sideways: false,
  marks: [
    text({ text: "AÑO DE GESTIÓN", x: 20, y: 100, cell: { row: 0, column: 0 } }),
    ...numbers,
    { kind: "line", x1: 10, y1: 120, x2: 490, y2: 120, width: 0.5, colour: "#000000" },
    { kind: "fill", x: 10, y: 130, width: 480, height: 20, colour: "#eeeeee" },
  ],
  ...own,
});
const plain = (style: Partial<PlainStyle> = {}, own: Partial<Sheet> = {}) =>
  printPlain([sheet(own)], { ...PLAIN_STYLE, ...style });
const joined = async (pdf: Uint8Array) => (await pdfTexts(pdf)).map((one) => one.text).join(" ");

/** Where the first text stands as the page is seen, from the top left. */
async function seen(pdf: Uint8Array, wanted: string) {
  return await withDocument(sourceFromBytes("seen.pdf", pdf), {}, async (document) => {
    const page = await document.getPage(1);
    const viewport = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const item = items.find((one) => "str" in one && one.str.startsWith(wanted));
    if (item === undefined || !("transform" in item)) throw new Error(`no ${wanted}`);
    const [x, y] = viewport.convertToViewportPoint(item.transform[4], item.transform[5]);
    return { x, y, width: viewport.width, height: viewport.height };
  });
}

describe.each([
  ["printPdfkit", async (own: Partial<Sheet>) => await printPdfkit([sheet(own)], "título")],
  ["printPlain", async (own: Partial<Sheet>) => plain({}, own)],
])("%s", (_, print) => {
  test.each([0, 90, 180, 270] as const)("puts texts where they are seen with /Rotate %d", async (rotate) => {
    const at = await seen(await print({ rotate }), "AÑO");
    expect(at.width).toBeCloseTo(500);
    expect(at.height).toBeCloseTo(300);
    expect(at.x).toBeCloseTo(20, 1);
    expect(at.y).toBeCloseTo(100, 1);
  });

  test("lays a page on its side without saying so", async () => {
    const at = await seen(await print({ sideways: true }), "AÑO");
    expect(at.width).toBeCloseTo(300);
    expect(at.height).toBeCloseTo(500);
    // What stood left stands at the bottom now.
    expect(at.x).toBeCloseTo(100, 1);
    expect(at.y).toBeCloseTo(480, 1);
  });

  test("gives the same bytes again", async () => {
    expect(Buffer.from(await print({})).equals(Buffer.from(await print({})))).toBe(true);
  });
});

describe("printPlain", () => {
  test("writes the words and numbers of the page", async () => {
    expect(await joined(plain())).toBe("AÑO DE GESTIÓN 12 1 345");
  });

  test.each(["digits", "joined", "spaces"] as const)("says the same with %s", async (glyphs) => {
    const read = (await joined(plain({ glyphs }))).replace(/\s+/g, " ");
    expect(read).toBe("AÑO DE GESTIÓN 12 1 345");
  });

  test("writes the numbers of a row as one text, each in its place", () => {
    const source = Buffer.from(printPlain([sheet()], { ...PLAIN_STYLE, glyphs: "joined" })).toString(
      "latin1",
    );
    expect(source).toContain("%PDF-1.7");
  });

  test("opens gaps inside words that a reader sees as spaces", async () => {
    const read = await joined(plain({ glyphs: "gaps" }));
    expect(read).not.toContain("GESTIÓN");
    expect(read.replace(/\s/g, "")).toBe("AÑODEGESTIÓN121345");
  });

  test("writes column by column, or from the end", async () => {
    const twoRows = [
      text({ text: "A1", x: 20, y: 50, cell: { row: 0, column: 0 } }),
      text({ text: "B1", x: 200, y: 50, cell: { row: 0, column: 1 } }),
      text({ text: "A2", x: 20, y: 80, cell: { row: 1, column: 0 } }),
      text({ text: "B2", x: 200, y: 80, cell: { row: 1, column: 1 } }),
    ];
    expect(await joined(plain({}, { marks: twoRows }))).toBe("A1 B1 A2 B2");
    expect(await joined(plain({ order: "columns" }, { marks: twoRows }))).toBe("A1 A2 B1 B2");
    expect(await joined(plain({ order: "backwards" }, { marks: twoRows }))).toBe("B2 A2 B1 A1");
  });

  test.each([
    { origin: [-120, 300] },
    { unitFont: true },
    { form: true },
    { rules: "dashes" },
  ] as Partial<PlainStyle>[])("puts texts in the same place with %o", async (style) => {
    const at = await seen(plain(style), "12");
    expect(at.x).toBeCloseTo(200, 1);
    expect(at.y).toBeCloseTo(100, 1);
  });

  test("lets its fonts lie about what they show", async () => {
    const shifted = await joined(plain({ toUnicode: (code) => (code === 0x31 ? 0x37 : code) }));
    expect(shifted).toBe("AÑO DE GESTIÓN 72 7 345");
  });
});

describe("winAnsi", () => {
  test("has accents and dashes, and refuses what it cannot say", () => {
    expect(winAnsi("Ñá–")).toEqual([0xd1, 0xe1, 0x96]);
    expect(hexText("A1")).toBe("<4131>");
    expect(() => winAnsi("日")).toThrow("WinAnsiEncoding has no '日'");
  });
});
