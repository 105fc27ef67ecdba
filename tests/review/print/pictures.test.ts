import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { sourceFromBytes } from "../../../src/acquire/source-from-bytes.ts";
import type { Picture } from "../../../src/review/api.ts";
import { createPictures, type Shown } from "../../../src/review/print/pictures.ts";
import type { Extraction } from "../../../src/schema.ts";
import { colourOf, HEADER, paintedPage } from "./painted-page.ts";

async function pixelsOf(png: Uint8Array) {
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return {
    width: image.width,
    height: image.height,
    at: (x: number, y: number) => [
      ...context.getImageData(Math.round(x), Math.round(y), 1, 1).data.slice(0, 3),
    ],
  };
}

describe.each([0, 1, 2, 3] as const)("a picture that must be turned %i times to be read", (turns) => {
  test.each([0, 1.4, -1.4])("and lies %f degrees askew, has each cell framed that it is", async (skew) => {
    const page = paintedPage(turns, skew);
    const pictures = createPictures();
    for (const [k, row] of page.extraction.rows.entries()) {
      const shown: Shown = { ...page, row, family: null };
      const picture = (await pictures.describe(shown)) as Picture;
      const [strip] = picture.strips;
      const image = await pixelsOf((await pictures.draw("row", 0, shown))!);
      expect(image.width).toBe(strip!.width);
      expect(Math.abs(image.height - strip!.row.height)).toBeLessThanOrEqual(2);
      for (const [cell, [left, top, right, bottom]] of Object.values(strip!.boxes).entries()) {
        const middle = image.at(((left + right) / 2) * image.width, ((top + bottom) / 2) * image.height);
        for (const [part, value] of colourOf(k, cell).entries()) {
          expect(Math.abs(middle[part]! - value)).toBeLessThan(8);
        }
      }
    }
  });

  test("shows the header between its ruling lines above the row", async () => {
    const page = paintedPage(turns, 0.7);
    const shown: Shown = { ...page, row: page.extraction.rows[3]!, family: null };
    const pictures = createPictures();
    const { strips } = (await pictures.describe(shown)) as Picture;
    expect(strips[0]!.header!.height).toBeCloseTo(HEADER.bottom - HEADER.top, -1);
    const image = await pixelsOf((await pictures.draw("header", 0, shown))!);
    expect(Math.abs(image.height - strips[0]!.header!.height)).toBeLessThanOrEqual(2);
  });
});

test("a document that was converted again is shown as it is now", async () => {
  const page = paintedPage(0, 0);
  const pictures = createPictures();
  const row = page.extraction.rows[0]!;
  await pictures.describe({ ...page, row, family: null });
  const renamed = { ...row, id: "1-77" };
  const extraction = { ...page.extraction, rows: [renamed] } as Extraction;
  const picture = await pictures.describe({ ...page, extraction, row: renamed, family: null });
  expect(picture).toMatchObject({ kind: "picture" });
});

test("a row whose columns stand on facing pages has a strip of each, its own page first", async () => {
  const page = paintedPage(0, 0);
  const cells = Object.entries(page.extraction.rows[0]!.source.cells).map(([cell, place], k) => [
    cell,
    { ...place, page: k < 2 ? 2 : 1 },
  ]);
  const row = {
    ...page.extraction.rows[0]!,
    page: 2,
    source: { text: "", cells: Object.fromEntries(cells) },
  };
  const extraction = { ...page.extraction, rows: [row] } as Extraction;
  // A picture is drawn for whatever page is asked for.
  const picture = (await createPictures().describe({ ...page, extraction, row, family: null })) as Picture;
  expect(picture.strips.map((strip) => [strip.page, Object.keys(strip.boxes)])).toEqual([
    [2, ["target", "programmed.jan"]],
    [1, ["programmed.feb", "programmed.mar", "programmed.q1"]],
  ]);
});

test("a row without boxes, or a picture that cannot be drawn, says that it is damaged", async () => {
  const page = paintedPage(0, 0);
  const pictures = createPictures();
  const row = page.extraction.rows[0]!;
  const bare = { ...row, source: { text: "", cells: {} } };
  expect(await pictures.describe({ ...page, row: bare, family: null })).toBe("damaged");
  const source = sourceFromBytes("page.png", page.source.bytes.slice(0, 60));
  expect(await pictures.describe({ ...page, source, row, family: null })).toBe("damaged");
  expect(await pictures.draw("row", 0, { ...page, source, row, family: null })).toBeNull();
});
