import { describe, expect, test } from "vitest";
import type { Glyph } from "../../src/ocr/cut-glyphs.ts";
import type { GlyphReading } from "../../src/ocr/glyph-text.ts";
import { weighNumber } from "../../src/ocr/weigh-number.ts";

/** How much more than on a good page a number is doubted. */
const GOOD = 1;
const BAD = 40;

/** A number seen as these figures, each with its likeness, and its runner-up with its own; `m` is a mark. */
function seen(...glyphs: ([string, number, string, number] | { drop: number })[]): GlyphReading {
  const shades = new Float32Array();
  const figures = glyphs.flatMap((glyph) =>
    "drop" in glyph
      ? []
      : [
          [
            { text: glyph[0], likeness: glyph[1] },
            { text: glyph[2], likeness: glyph[3] },
          ],
        ],
  );
  return {
    figures,
    likeness: Math.min(...figures.map(([best]) => best!.likeness)),
    lead: Math.min(...figures.map(([best, next]) => best!.likeness - next!.likeness)),
    leadShare: 1,
    width: (figures.length - 1) * 0.77 + 0.66,
    glyphs: glyphs.map((glyph): Glyph => {
      const isMark = "drop" in glyph;
      const advance = 0;
      return {
        kind: isMark ? "mark" : "figure",
        shades,
        left: 0,
        right: 0,
        height: 1,
        advance,
        drop: isMark ? glyph.drop : 0,
      };
    }),
  };
}
const one = ["1", 0.95, "7", 0.6] as const;
const two = ["2", 0.96, "7", 0.7] as const;
const vote = (text: string, confidence = 0.95) => ({ text, confidence });

describe("two readers", () => {
  test("that agree are all but sure", () => {
    const [best] = weighNumber(seen([...one], [...two]), [vote("12")], GOOD);
    expect(best).toMatchObject({ text: "12" });
    expect(best!.probability).toBeGreaterThan(0.999);
  });

  test("that agree in bad print are not sure", () => {
    const [best] = weighNumber(seen([...one], [...two]), [vote("12")], BAD);
    expect(best!.probability).toBeLessThan(0.995);
  });

  test("that differ are both kept, the clear picture first", () => {
    const readings = weighNumber(seen([...one], [...two]), [vote("17")], GOOD);
    expect(readings.map(({ text }) => text)).toEqual(["12", "17"].slice(0, readings.length));
    expect(readings[0]!.probability).toBeLessThan(0.9999);
  });

  test("leave a figure that looks like two in doubt, until the engine speaks for one", () => {
    const unclear = seen(["5", 0.82, "6", 0.81]);
    const [first, second] = weighNumber(unclear, [], GOOD);
    expect([first!.text, second!.text]).toEqual(["5", "6"]);
    expect(first!.probability).toBeLessThan(0.7);
    expect(weighNumber(unclear, [vote("6")], GOOD)[0]!.text).toBe("6");
  });

  test("say little of what looks like no figure at all", () => {
    const [best] = weighNumber(seen(["4", 0.4, "1", 0.35]), [vote("")], GOOD);
    expect(best?.probability ?? 0).toBeLessThan(0.1);
  });
});

test("a number is as wide as its figures, whatever the engine is sure of", () => {
  const touching = seen(
    ...Array.from({ length: 5 }, () => ["5", 0.5, "6", 0.49] as [string, number, string, number]),
  );
  expect(weighNumber(touching, [vote("259")], GOOD)[0]?.text).not.toBe("259");
  expect(weighNumber({ ...touching, width: 2.2 }, [vote("259")], GOOD)[0]!.text).toBe("259");
});

test("probabilities never add up to more than 1", () => {
  for (const text of ["12", "17", "112", "", "ab"]) {
    const readings = weighNumber(seen([...one], [...two]), [vote(text), vote(text, 0.3)], GOOD);
    expect(readings.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1);
  }
});

test("a sign that is no figure is the figure that it looks like, and then the engine is not sure", () => {
  const readings = weighNumber(seen([...one], [...two]), [vote("1€")], GOOD);
  expect(readings[0]).toMatchObject({ text: "12" });
  const sure = weighNumber(seen([...one], [...two]), [vote("12")], GOOD)[0]!.probability;
  expect(readings[0]!.probability).toBeLessThanOrEqual(sure);
  // Without figures to look at, it is less sure than a number read whole.
  const [alone, whole] = ["1€", "1"].map((text) => weighNumber(null, [vote(text)], GOOD)[0]!.probability);
  expect(alone).toBeLessThan(whole!);
});

describe("marks", () => {
  const thousand = (drop: number) => seen([...one], { drop }, [...two], [...two], ["4", 0.95, "1", 0.6]);

  test("are those that the engine read where the picture has as many", () => {
    expect(weighNumber(thousand(0.05), [vote("1,224")], GOOD)[0]!.text).toBe("1,224");
  });

  test("are told by how far they reach down where the engine said nothing", () => {
    expect(weighNumber(thousand(0.2), [], GOOD)[0]!.text).toBe("1,224");
    expect(weighNumber(thousand(0), [], GOOD)[0]!.text).toBe("1.224");
  });

  test("that only the engine saw are doubted: a point may run into its figure, or be dust", () => {
    const readings = weighNumber(seen([...one], [...two]), [vote("1.2")], GOOD);
    expect(
      readings
        .slice(0, 2)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(["1.2", "12"]);
    expect(readings[0]!.probability).toBeLessThan(0.6);
  });

  test("that nobody saw are not ruled out where figures stand apart", () => {
    const apart = (advance: number) => {
      const number = seen([...one], [...two], ["4", 0.95, "1", 0.6]);
      const glyphs = number.glyphs.map((glyph, k) => (k === 2 ? { ...glyph, advance } : glyph));
      return weighNumber({ ...number, glyphs }, [vote("124")], GOOD);
    };
    expect(apart(0.77)[0]).toMatchObject({ text: "124" });
    expect(apart(0.77)[0]!.probability).toBeGreaterThan(0.99);
    expect(
      apart(1.15)
        .slice(0, 2)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(["12.4", "124"]);
    expect(apart(1.15)[0]!.probability).toBeLessThan(0.6);
  });

  test("at the ends are none", () => {
    expect(weighNumber(null, [vote("12.")], GOOD)[0]!.text).toBe("12");
    expect(weighNumber(null, [vote("'12")], GOOD)[0]!.text).toBe("12");
  });
});
