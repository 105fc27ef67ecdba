import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { openPictures } from "../../src/ocr/load-picture.ts";
import { TIFF } from "../../src/ocr/tiff-directory.ts";
import { makeTiff, type StoredPage } from "./make-tiff.ts";

const WIDTH = 48;
const HEIGHT = 32;
const hex = (text: string) => new Uint8Array(Buffer.from(text, "hex"));

/** A page of 48 by 32 dots with a black box from 4, 4 to 20, 12. */
const BITS = Uint8Array.from({ length: (WIDTH / 8) * HEIGHT }, (_, at) => {
  const y = Math.floor(at / (WIDTH / 8));
  const isBox = y >= 4 && y < 12;
  return isBox ? ([0x0f, 0xff, 0xf0][at % (WIDTH / 8)] ?? 0) : 0;
});
const page = (
  compression: number,
  strips: readonly Uint8Array[],
  tags: StoredPage["tags"] = {},
): StoredPage => ({
  strips,
  tags: {
    [TIFF.width]: [WIDTH],
    [TIFF.height]: [HEIGHT],
    [TIFF.compression]: [compression],
    [TIFF.photometric]: [0],
    ...tags,
  },
});
const plain = (tags: StoredPage["tags"] = {}) => page(1, [BITS], tags);

async function open(bytes: Uint8Array) {
  return await openPictures(sourceFromBytes("scan.tif", bytes));
}

/** The box around what is dark. */
async function boxOf(bytes: Uint8Array, number = 1) {
  const { canvas, scale } = await (await open(bytes)).load(number);
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let at = 0; at < data.length; at += 4) {
    if (data[at]! >= 128) continue;
    xs.push((at / 4) % canvas.width);
    ys.push(Math.floor(at / 4 / canvas.width));
  }
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs) + 1, Math.max(...ys) + 1];
  return { box, size: [canvas.width, canvas.height], scale };
}
const BOX = [4, 4, 20, 12];

describe("what scanners write is unpacked", () => {
  // The compressed strips were written by Ghostscript's devices tiffcrle, tiffg3, tiffg4 and tifflzw.
  test.each([
    ["without compression", 1, [BITS]],
    ["CCITT 1D", 2, [hex(`0b0b0b0b${"b05cc0".repeat(8)}${"0b".repeat(20)}`)]],
    ["CCITT G4", 4, [hex("f360bfffffe3ffffe0020020")]],
    ["LZW", 5, [hex("800020503824160d0307bfde10885432170284c3c011187456210d83c66351b8e4763d1f904860f010")]],
    ["PackBits", 32773, [packBits(BITS)]],
  ])("%s", async (_, compression, strips) => {
    const rows = { [TIFF.rowsPerStrip]: [HEIGHT] };
    expect((await boxOf(makeTiff([page(compression, strips, rows)]))).box).toEqual(BOX);
    expect((await boxOf(makeTiff([page(compression, strips, rows)], { isLittle: false }))).box).toEqual(BOX);
  });

  test.each([
    ["grey", [TIFF.samples, 1], 1],
    ["colours", [TIFF.samples, 3], 6],
  ])("JPEG in %s, strip by strip", async (_, [tag, samples], photometric) => {
    const strip = (top: number) => {
      const canvas = createCanvas(WIDTH, 16);
      const context = canvas.getContext("2d");
      context.fillStyle = "white";
      context.fillRect(0, 0, WIDTH, 16);
      context.fillStyle = "black";
      context.fillRect(4, 4 - top, 16, 8);
      return new Uint8Array(canvas.toBuffer("image/jpeg", 95));
    };
    const tags = {
      [tag!]: [samples!],
      [TIFF.bits]: Array(samples!).fill(8),
      [TIFF.photometric]: [photometric],
      [TIFF.rowsPerStrip]: [16],
    };
    const { box } = await boxOf(makeTiff([page(7, [strip(0), strip(16)], tags)]));
    for (const [k, edge] of box.entries()) expect(Math.abs(edge - BOX[k]!)).toBeLessThanOrEqual(1);
  });

  test("white on black", async () => {
    const inverted = page(1, [BITS.map((byte) => 255 - byte)], { [TIFF.photometric]: [1] });
    expect((await boxOf(makeTiff([inverted]))).box).toEqual(BOX);
  });
});

describe("pages", () => {
  test("are as many as there are, without the small copies that some programs put beside them", async () => {
    const moved = page(1, [BITS.map((_, at) => BITS[at - (WIDTH / 8) * 10] ?? 0)]);
    const pictures = makeTiff([plain(), plain({ [TIFF.subfile]: [1] }), { ...moved }]);
    expect((await open(pictures)).count).toBe(2);
    expect((await boxOf(pictures, 2)).box).toEqual([4, 14, 20, 22]);
  });

  test("have the size that their resolution says, by inch or by centimetre", async () => {
    const at = (x: number, y: number, unit: number) =>
      boxOf(
        makeTiff([
          plain({ [TIFF.resolutionX]: [x], [TIFF.resolutionY]: [y], [TIFF.resolutionUnit]: [unit] }),
        ]),
      );
    expect((await at(150, 150, 2)).scale).toBeCloseTo(150 / 72);
    expect((await at(100, 100, 3)).scale).toBeCloseTo(254 / 72);
    // A fax has half as many lines as columns; 600 dpi are more than is needed.
    expect(await at(200, 100, 2)).toMatchObject({ size: [WIDTH, 2 * HEIGHT], box: [4, 8, 20, 24] });
    expect(await at(600, 600, 2)).toMatchObject({ size: [WIDTH / 2, HEIGHT / 2], scale: 300 / 72 });
    // 72 dpi is what programs write that do not know.
    expect((await at(72, 72, 2)).scale).toBeCloseTo(WIDTH / 842);
  });

  test.each([
    [1, [4, 4, 20, 12]],
    [2, [28, 4, 44, 12]],
    [3, [28, 20, 44, 28]],
    [4, [4, 20, 20, 28]],
    [5, [4, 4, 12, 20]],
    [6, [20, 4, 28, 20]],
    [7, [20, 28, 28, 44]],
    [8, [4, 28, 12, 44]],
  ])("stored in orientation %i are turned upright", async (orientation, box) => {
    expect((await boxOf(makeTiff([plain({ [TIFF.orientation]: [orientation] })]))).box).toEqual(box);
  });
});

describe("refused, with what is wrong:", () => {
  test.each([
    ["pages that lead in a circle", () => circle(), /circle/],
    ["a file that ends within its directory", () => makeTiff([plain()]).slice(0, -30), /damaged/],
    ["a strip beyond the file's end", () => makeTiff([page(1, [])]), /no picture/],
    ["a page of no size", () => makeTiff([plain({ [TIFF.width]: [0] })]), /no size/],
    ["4 bits", () => makeTiff([plain({ [TIFF.photometric]: [1], [TIFF.bits]: [4] })]), /4 bits/],
    ["fractions", () => makeTiff([plain({ [TIFF.bits]: [16], [TIFF.sampleFormat]: [3] })]), /fractions/],
    ["tiles", () => makeTiff([plain({ [TIFF.tiles]: [16] })]), /tiles/],
    ["an unknown compression", () => makeTiff([page(34661, [BITS])]), /method 34661/],
    ["colours stored apart", () => makeTiff([plain({ [TIFF.samples]: [3], [TIFF.planes]: [2] })]), /apart/],
  ])("%s", async (_, make, message) => {
    await expect(boxOf(make())).rejects.toMatchObject({
      code: "input-unreadable",
      message: expect.stringMatching(message),
    });
  });

  test("more pixels than any page has, before they are unpacked", async () => {
    const huge = makeTiff([plain({ [TIFF.width]: [60_000], [TIFF.height]: [60_000] })]);
    await expect(boxOf(huge)).rejects.toMatchObject({ code: "input-too-large", place: { page: 1 } });
  });

  test("a strip that the file does not hold whole", async () => {
    const whole = Buffer.from(makeTiff([plain()]));
    // The count of the only strip stands in its directory entry.
    const entry = whole.indexOf(Buffer.from([TIFF.counts & 255, TIFF.counts >> 8, 4, 0]));
    whole.writeUInt32LE(100_000, entry + 8);
    await expect(boxOf(whole)).rejects.toThrow(/ends before its picture/);
  });
});

function circle(): Uint8Array {
  const bytes = makeTiff([plain()]);
  return makeTiff([plain()], { next: new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) });
}

function packBits(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes].flatMap((byte) => [0, byte]));
}
