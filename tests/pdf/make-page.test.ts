import { describe, expect, it } from "vitest";
import { makePage } from "../../src/pdf/make-page.ts";
import type { Painted } from "../../src/pdf/read-operators.ts";
import { glyphsOf } from "./glyphs.ts";

const NOTHING: Painted = { glyphs: [], segments: [], fills: [], images: [], pictureSize: 0 };

/** A page of 200 by 400 points. */
function make(painted: Partial<Painted>) {
  return makePage({ ...NOTHING, ...painted }, 3, 200, 400);
}

const boxes = ({ page }: ReturnType<typeof make>) =>
  page.words.map(({ text, angle, box }) => [text, angle, ...box.map((at) => Math.round(at * 10) / 10)]);

describe("makePage", () => {
  it("keeps a page of upright text as it is", () => {
    const made = make({
      glyphs: glyphsOf("12", { x: 50, y: 100 }),
      segments: [{ x0: 10, y0: 110, x1: 190, y1: 110 }],
      fills: [{ box: [10, 90, 190, 110], color: "#eeeeee" }],
    });
    expect(made.page).toMatchObject({
      number: 3,
      width: 200,
      height: 400,
      turns: 0,
      horizontal: [{ at: 110, from: 10, to: 190 }],
      vertical: [],
      fills: [[10, 90, 190, 110]],
    });
    expect(boxes(made)).toEqual([["12", 0, 50, 92.5, 60, 102]]);
    expect(made).toMatchObject({ aslant: 0, hidden: 0, pictured: 0 });
  });

  // Each text of ten digits begins where, once the page is turned upright, its baseline begins at 30, 60.
  it.each([
    [90, 1, { x: 60, y: 400 - 30 - 0 }, [400, 200]],
    [180, 2, { x: 200 - 30, y: 400 - 60 }, [200, 400]],
    [270, 3, { x: 200 - 60, y: 30 }, [400, 200]],
  ])(
    "turns a page whose text runs at %i degrees upright, lines and fills with it",
    (angle, turns, from, size) => {
      const made = make({
        glyphs: glyphsOf("1234567890", { ...from, angle }),
        segments: [
          angle === 180
            ? { x0: 0, y0: from.y, x1: 200, y1: from.y }
            : { x0: from.x, y0: 0, x1: from.x, y1: 400 },
        ],
      });
      expect([made.page.turns, made.page.width, made.page.height]).toEqual([turns, ...size]);
      expect(boxes(made)).toEqual([["1234567890", 0, 30, 52.5, 80, 62]]);
      expect(made.page.horizontal).toEqual([{ at: 60, from: 0, to: size[0] }]);
      expect(made.page.vertical).toEqual([]);
    },
  );

  it("reads vertical words beside upright ones, in their places and with their angle", () => {
    const made = make({
      glyphs: [
        ...glyphsOf("PROGRAMADO", { x: 20, y: 300 }),
        ...glyphsOf("META", { x: 50, y: 100, angle: 90, run: 2 }),
        ...glyphsOf("ENE", { x: 80, y: 100, angle: 270, run: 3 }),
      ],
    });
    // Upwards: letters reach 7.5 to the left of the baseline and 2 to the right; downwards the other way round.
    expect(boxes(made)).toEqual([
      ["PROGRAMADO", 0, 20, 292.5, 70, 302],
      ["META", 90, 42.5, 80, 52, 100],
      ["ENE", 270, 78, 100, 87.5, 115],
    ]);
  });

  it("reads vertical words of a page that is turned itself", () => {
    const made = make({
      glyphs: [
        ...glyphsOf("1234567890", { x: 60, y: 370, angle: 90 }),
        // At 180 degrees on paper, so upwards once the page is turned.
        ...glyphsOf("ENE", { x: 150, y: 200, angle: 180, run: 2 }),
      ],
    });
    // The point 150, 200 stands at 400 − 200, 150 of the turned page, and the text runs up from there.
    expect(boxes(made)[1]).toEqual(["ENE", 90, 192.5, 135, 202, 150]);
  });

  it("leaves text that stands aslant out of the words, and counts it", () => {
    const made = make({
      glyphs: [
        ...glyphsOf("12", { x: 50, y: 100 }),
        ...glyphsOf("COPIA", { x: 50, y: 300, angle: 45, run: 2 }),
      ],
    });
    expect(made.page.words.map(({ text }) => text)).toEqual(["12"]);
    expect(made.aslant).toBe(5);
  });

  it("takes text that a scan's straightening left a degree off for straight", () => {
    const made = make({ glyphs: glyphsOf("12", { x: 50, y: 100, angle: 1 }) });
    expect(made.page.words.map(({ text }) => text)).toEqual(["12"]);
  });

  it("does not read what stands far outside the page", () => {
    const made = make({
      glyphs: [
        ...glyphsOf("12", { x: 50, y: 100 }),
        ...glyphsOf("99", { x: 50, y: 450, run: 2 }),
        ...glyphsOf("88", { x: 500, y: 100, run: 3 }),
      ],
    });
    expect(made.page.words.map(({ text }) => text)).toEqual(["12"]);
  });

  it("does not take white areas for shades", () => {
    const made = make({
      fills: [
        { box: [0, 0, 200, 400], color: "#ffffff" },
        { box: [0, 10, 200, 20], color: "#cccccc" },
      ],
    });
    expect(made.page.fills).toEqual([[0, 10, 200, 20]]);
  });

  it("says how much of the text has no ink, spaces apart, and how much of the page is pictures", () => {
    const made = make({
      glyphs: [
        ...glyphsOf("1 ", { x: 50, y: 100 }),
        ...glyphsOf("234", { x: 50, y: 120, run: 2, isHidden: true }),
      ],
      images: [
        [0, 0, 100, 200],
        [100, 0, 200, 200],
      ],
    });
    expect(made.hidden).toBeCloseTo(0.75);
    expect(made.pictured).toBeCloseTo(0.5);
    const all = make({
      images: [
        [0, 0, 200, 400],
        [0, 0, 200, 400],
      ],
    });
    expect(all.pictured).toBe(1);
  });

  it("makes an empty page of nothing", () => {
    expect(make({})).toMatchObject({ page: { words: [], turns: 0 }, aslant: 0, hidden: 0, pictured: 0 });
  });
});
