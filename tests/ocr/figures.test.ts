import { describe, expect, test } from "vitest";
import { cutGlyphs } from "../../src/ocr/cut-glyphs.ts";
import { findComponents } from "../../src/ocr/find-components.ts";
import { findPieces } from "../../src/ocr/find-pieces.ts";
import { readGlyphs } from "../../src/ocr/glyph-text.ts";
import type { GrayImage } from "../../src/ocr/gray-image.ts";
import { isClear, learnFigures } from "../../src/ocr/learn-figures.ts";
import { bitmapOf, fill, paper, write } from "./support.ts";

const pieceOf = (image: GrayImage) => findPieces(findComponents(bitmapOf(image)), 21, [])[0]!;
const kinds = (image: GrayImage) => cutGlyphs(image, pieceOf(image)).map(({ kind }) => kind);

function printed(text: string): GrayImage {
  const image = paper(300, 60);
  write(image, text, 10, 10);
  return image;
}

describe("a number is parted into its figures", () => {
  test("with a mark between them", () => {
    expect(kinds(printed("1,472"))).toEqual(["figure", "mark", "figure", "figure", "figure"]);
    const drops = (text: string) => cutGlyphs(printed(text), pieceOf(printed(text)))[1]!.drop;
    expect(drops("1,472")).toBeGreaterThan(0.1);
    expect(drops("1.472")).toBe(0);
  });

  test("where they touch", () => {
    const image = printed("44");
    fill(image, 25, 22, 30, 25);
    expect(findComponents(bitmapOf(image))).toHaveLength(1);
    expect(kinds(image)).toEqual(["figure", "figure"]);
  });

  test("where one is broken", () => {
    const image = printed("7");
    fill(image, 10, 17, 30, 19, 255);
    expect(findComponents(bitmapOf(image)).length).toBeGreaterThan(1);
    expect(kinds(image)).toEqual(["figure"]);
  });
});

describe("figures are learnt from numbers that the engine is sure of", () => {
  const sample = (text: string, said = text, confidence = 0.95) => {
    const image = paper(300, 60);
    write(image, text, 10, 10);
    const { left, top, right, bottom } = pieceOf(image);
    return { image, piece: pieceOf(image), words: [{ text: said, confidence, left, top, right, bottom }] };
  };
  const learn = (samples: ReturnType<typeof sample>[]) =>
    learnFigures(
      samples[0]!.image,
      samples.map(({ piece, words }) => ({ piece, words })),
    );

  test("and recognised where they stand again", () => {
    const image = paper(300, 200);
    write(image, "1472", 10, 10);
    write(image, "2741", 10, 60);
    write(image, "4127", 10, 110);
    const all = findPieces(findComponents(bitmapOf(image)), 21, []);
    const known = ["1472", "2741"].map((text, k) => ({
      piece: all[k]!,
      words: [{ text, confidence: 0.95, left: 0, top: 0, right: 0, bottom: 0 }],
    }));
    const read = readGlyphs(image, all[2]!, learnFigures(image, known))!;
    expect(read.figures.map(([best]) => best!.text).join("")).toBe("4127");
    expect(read.likeness).toBeGreaterThan(0.98);
    expect(read.lead).toBeGreaterThan(0.1);
  });

  test("half a pixel off as well: their edges are found in the grey", () => {
    const sharp = printed("4");
    const blurred = {
      ...sharp,
      data: sharp.data.map((shade, at) => (shade + (sharp.data[at - 300] ?? 255)) / 2),
    };
    const templates = learn([sample("4"), sample("4")]);
    expect(readGlyphs(blurred, pieceOf(blurred), templates)!.likeness).toBeGreaterThan(0.97);
  });

  test("and from what looks clearly like them", () => {
    const known = [sample("14"), sample("14")];
    const { image, piece } = known[0]!;
    const reading = readGlyphs(image, piece, learn(known))!;
    const samples = known.map((one) => ({ piece: one.piece, words: one.words }));
    expect(learnFigures(image, samples, [reading]).map(({ count }) => count)).toEqual([3, 3]);
  });

  test("clear is what leads by most of what it can", () => {
    const reading = { likeness: 0.95, lead: 0.08, leadShare: 0.8, figures: [], glyphs: [], width: 1 };
    expect(isClear(reading, 16)).toBe(true);
    expect(isClear({ ...reading, leadShare: 0.5 }, 16)).toBe(false);
    expect(isClear({ ...reading, likeness: 0.8 }, 16)).toBe(false);
    // In small print a 6 is nearly an 8.
    expect(isClear(reading, 9)).toBe(false);
    expect(isClear({ ...reading, lead: 0.2 }, 9)).toBe(true);
  });

  test.each([
    ["it is not sure", [sample("14", "14", 0.5), sample("14", "14", 0.5)]],
    ["it saw another number of figures", [sample("14", "1"), sample("14", "1")]],
    ["it saw them only once", [sample("14")]],
    ["it saw letters", [sample("14", "IA"), sample("14", "IA")]],
  ])("not where %s", (_, samples) => {
    expect(learn(samples)).toEqual([]);
  });
});
