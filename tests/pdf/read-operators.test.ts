import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { readOperators } from "../../src/pdf/read-operators.ts";
import type { Transform } from "../../src/pdf/transform.ts";
import type { OperatorList } from "../../src/pdf/with-document.ts";

/** A page of 600 by 800 as it is seen: y runs downwards from its top. */
const VIEW: Transform = [1, 0, 0, -1, 0, 800];

type Operation = readonly [name: keyof typeof OPS, ...operands: unknown[]];

function read(...operations: readonly Operation[]) {
  return readWith(new Set(), operations);
}

function readWith(
  misread: ReadonlySet<string>,
  operations: readonly Operation[],
  isLayerSeen?: (layer: never) => boolean,
) {
  const list = {
    fnArray: operations.map(([name]) => OPS[name]),
    argsArray: operations.map(([, ...operands]) => (operands.length === 0 ? null : operands)),
  };
  return readOperators(list as unknown as OperatorList, VIEW, {
    OPS,
    fontOf: () => null,
    misread,
    ...(isLayerSeen && { isLayerSeen }),
  });
}

/** Operands of `showText`: digits are half as wide as the font is high. */
const shown = (text: string) =>
  [...text].map((unicode) => ({ unicode, width: 500, isSpace: unicode === " " }));

/** Glyphs as text and place, rounded to hundredths of a point. */
function places({ glyphs }: ReturnType<typeof read>) {
  const round = (value: number) => Math.round(value * 100) / 100;
  return glyphs.map(({ text, x, y, size }) => [text, round(x), round(y), round(size)]);
}

const FONT: Operation = ["setFont", "f1", 10];

describe("readOperators", () => {
  it("reads the letters of a font that was taken for a Macintosh's as Windows's", () => {
    const text: readonly Operation[] = [["beginText"], FONT, ["showText", shown("I”N")]];
    expect(
      readWith(new Set(["f1"]), text)
        .glyphs.map((glyph) => glyph.text)
        .join(""),
    ).toBe("IÓN");
    expect(
      read(...text)
        .glyphs.map((glyph) => glyph.text)
        .join(""),
    ).toBe("I”N");
  });

  it("places text from the top left of the page as it is seen", () => {
    const painted = read(["beginText"], FONT, ["moveText", 100, 700], ["showText", shown("12")]);
    expect(places(painted)).toEqual([
      ["1", 100, 100, 10],
      ["2", 105, 100, 10],
    ]);
    expect(painted.glyphs[1]).toMatchObject({ endX: 110, endY: 100, run: 1, object: 1, isHidden: false });
  });

  it("passes over what a layer that is switched off paints, and goes on behind its texts", () => {
    const operations: readonly Operation[] = [
      ["beginText"],
      FONT,
      ["beginMarkedContentProps", "OC", "hidden"],
      ["showText", shown("12")],
      ["beginMarkedContentProps", "Span", {}],
      ["beginMarkedContentProps", "OC", "seen"],
      ["showText", shown("34")],
      ["endMarkedContent"],
      ["endMarkedContent"],
      ["paintImageXObject", "i1", 200, 100],
      ["endMarkedContent"],
      ["showText", shown("5")],
    ];
    const isLayerSeen = (layer: string) => layer === "seen";
    const painted = readWith(new Set(), operations, isLayerSeen);
    expect(places(painted)).toEqual([["5", 20, 800, 10]]);
    expect(painted).toMatchObject({ images: [], pictureSize: 0 });
  });

  it("goes on where a text ends, and begins lines where the line before began", () => {
    const painted = read(
      ["beginText"],
      FONT,
      ["setLeading", 12],
      ["moveText", 100, 700],
      ["showText", shown("1")],
      ["showText", shown("2")],
      ["nextLine"],
      ["showText", shown("3")],
      ["setLeadingMoveText", 0, -20],
      ["showText", shown("4")],
      ["nextLine"],
      ["showText", shown("5")],
    );
    expect(places(painted).map(([text, x, y]) => [text, x, y])).toEqual([
      ["1", 100, 100],
      ["2", 105, 100],
      ["3", 100, 112],
      ["4", 100, 132],
      ["5", 100, 152],
    ]);
    expect(painted.glyphs.map(({ run }) => run)).toEqual([1, 2, 3, 4, 5]);
  });

  it("begins anew with each text matrix, and each text object", () => {
    const painted = read(
      ["beginText"],
      FONT,
      ["moveText", 100, 700],
      ["setTextMatrix", [2, 0, 0, 2, 50, 600]],
      ["showText", shown("1")],
      ["endText"],
      ["beginText"],
      ["showText", shown("2")],
    );
    expect(places(painted)).toEqual([
      ["1", 50, 200, 20],
      ["2", 0, 800, 10],
    ]);
    expect(painted.glyphs.map(({ object }) => object)).toEqual([1, 2]);
  });

  it("follows transforms, the inner one first, and takes back what was saved", () => {
    const painted = read(
      ["save"],
      ["transform", 1, 0, 0, 1, 100, 500],
      ["transform", 2, 0, 0, 2, 0, 0],
      ["beginText"],
      FONT,
      ["moveText", 10, 10],
      ["showText", shown("1")],
      ["restore"],
      ["beginText"],
      FONT,
      ["moveText", 10, 10],
      ["showText", shown("2")],
    );
    expect(places(painted)).toEqual([
      ["1", 120, 280, 20],
      ["2", 10, 790, 10],
    ]);
  });

  it("places forms by their own matrix, and only what is inside them", () => {
    const painted = read(
      ["paintFormXObjectBegin", [1, 0, 0, 1, 30, 40], null],
      ["beginText"],
      FONT,
      ["showText", shown("1")],
      ["paintFormXObjectEnd"],
      ["beginText"],
      FONT,
      ["showText", shown("2")],
    );
    expect(places(painted).map(([, x, y]) => [x, y])).toEqual([
      [30, 760],
      [0, 800],
    ]);
  });

  it("bears more restores than saves", () => {
    expect(places(read(["restore"], ["beginText"], FONT, ["showText", shown("1")]))).toHaveLength(1);
  });

  it("measures text that is turned or drawn wide by its height across the baseline", () => {
    const turned = read(
      ["beginText"],
      FONT,
      ["setTextMatrix", [0, 1, -1, 0, 100, 300]],
      ["showText", shown("12")],
    );
    expect(places(turned)).toEqual([
      ["1", 100, 500, 10],
      ["2", 100, 495, 10],
    ]);
    const wide = read(["beginText"], FONT, ["setTextMatrix", [3, 0, 0, 1, 0, 0]], ["showText", shown("12")]);
    expect(places(wide).map(([, x, , size]) => [x, size])).toEqual([
      [0, 10],
      [15, 10],
    ]);
  });

  it("takes spacing, scale and rise into account", () => {
    const painted = read(
      ["beginText"],
      FONT,
      ["setCharSpacing", 2],
      ["setWordSpacing", 3],
      ["setHScale", 50],
      ["setTextRise", 4],
      ["showText", shown("1 2")],
    );
    // 5 + 2 for the digit, 5 + 2 + 3 for the space, at half the width.
    expect(places(painted).map(([text, x, y]) => [text, x, y])).toEqual([
      ["1", 0, 796],
      [" ", 3.5, 796],
      ["2", 8.5, 796],
    ]);
  });

  it("notes colour and font, by which a stamp differs from the table", () => {
    const { glyphs } = read(
      ["setFillRGBColor", "#ff0000"],
      ["beginText"],
      FONT,
      ["showText", shown("1")],
      ["setGState", [["Font", ["f2", 8]]]],
      ["showText", shown("2")],
    );
    expect(glyphs.map(({ style, size }) => [style, size])).toEqual([
      ["#ff0000 f1", 10],
      ["#ff0000 f2", 8],
    ]);
  });

  it.each([
    [0, false],
    [2, false],
    [3, true],
    [7, true],
  ])("tells whether rendering mode %i leaves no ink", (mode, isHidden) => {
    const { glyphs } = read(["beginText"], FONT, ["setTextRenderingMode", mode], ["showText", shown("1")]);
    expect(glyphs[0]!.isHidden).toBe(isHidden);
  });

  describe("a clip", () => {
    const clipTo = (bounds: readonly number[]): Operation[] => [
      ["clip"],
      ["constructPath", OPS.endPath, [null], bounds],
    ];
    const textAt = (x: number, text: string): Operation[] => [
      ["beginText"],
      FONT,
      ["setTextMatrix", [1, 0, 0, 1, x, 700]],
      ["showText", shown(text)],
    ];

    it("hides glyphs outside it, until it is taken back", () => {
      const painted = read(
        ["save"],
        ...clipTo([100, 695, 120, 710]),
        ...textAt(90, "123456789"),
        ["restore"],
        ...textAt(300, "0"),
      );
      // From 90 in steps of 5; seen are those whose middles stand between 100 and 120.
      expect(painted.glyphs.map(({ text }) => text).join("")).toBe("34560");
    });

    it("cuts what reaches over its edge, and what stands beside a glyph that it hides", () => {
      const cut = (from: number, to: number, text = "1234") =>
        read(["save"], ...clipTo([from, 695, to, 710]), ...textAt(100, text)).glyphs.map(
          ({ text: one, isCut = false }) => `${one}${isCut ? "|" : ""}`,
        );
      expect(cut(100, 120)).toEqual(["1", "2", "3", "4"]);
      expect(cut(102, 120)).toEqual(["1|", "2", "3", "4"]);
      expect(cut(105, 120)).toEqual(["2|", "3", "4"]);
      expect(cut(100, 115)).toEqual(["1", "2", "3|"]);
      expect(cut(105, 120, " 234")).toEqual(["2", "3", "4"]);
    });

    it("cuts the line of a cell next to one that it hides, but no line at the foot of a page", () => {
      const lineAt = (y: number, text: string): Operation[] => [
        ["beginText"],
        FONT,
        ["setTextMatrix", [1, 0, 0, 1, 100, y]],
        ["showText", shown(text)],
      ];
      const cutIn = (top: number) =>
        read(
          ...clipTo([90, 695, 300, top]),
          ...lineAt(712, "1"),
          ...lineAt(700, "2"),
          ...lineAt(688, "3"),
        ).glyphs.map(({ text, isCut = false }) => `${text}${isCut ? "|" : ""}`);
      expect(cutIn(725)).toEqual(["1", "2|"]);
      expect(cutIn(1200)).toEqual(["1", "2"]);
    });

    it("narrows the one around it, and does not widen it", () => {
      const painted = read(
        ...clipTo([100, 695, 120, 710]),
        ...clipTo([0, 0, 600, 800]),
        ...textAt(90, "123456789"),
      );
      expect(painted.glyphs.map(({ text }) => text).join("")).toBe("3456");
    });

    it("is not made by a path that is only painted", () => {
      const painted = read(["constructPath", OPS.stroke, [null], [0, 0, 1, 1]], ...textAt(90, "12"));
      expect(painted.glyphs).toHaveLength(2);
    });
  });

  it("notes lines, fills and pictures where the transform takes them", () => {
    const painted = read(
      ["setFillRGBColor", "#eeeeee"],
      ["transform", 1, 0, 0, 1, 100, 100],
      ["constructPath", OPS.stroke, [[0, 0, 0, 1, 50, 0]], [0, 0, 50, 0]],
      ["constructPath", OPS.fill, [[0, 0, 0, 1, 50, 0, 1, 50, 20, 1, 0, 20, 4]], [0, 0, 50, 20]],
      ["transform", 200, 0, 0, 100, 0, 0],
      ["paintImageXObject", "img", 10, 10],
    );
    expect(painted.segments).toEqual([{ x0: 100, y0: 700, x1: 150, y1: 700 }]);
    expect(painted.fills).toEqual([{ box: [100, 680, 150, 700], color: "#eeeeee" }]);
    expect(painted.images).toEqual([[100, 600, 300, 700]]);
  });
});
