import { describe, expect, test } from "vitest";
import { drawPage } from "../../src/inspect/draw-page.ts";
import type { Drawing, Shape } from "../../src/inspect/drawing.ts";
import { inspectPage } from "../../src/inspect/inspect-page.ts";
import { pagePicture } from "../../src/inspect/page-picture.ts";
import { toPng } from "../../src/inspect/to-png.ts";
import { toSvg } from "../../src/inspect/to-svg.ts";
import { turnMatrix } from "../../src/inspect/turn-matrix.ts";
import { turnPoint } from "../../src/pdf/turn.ts";
import { planPdf } from "./plan-pdf.ts";

const draw = (...shapes: Shape[]): Drawing => ({ box: [0, 0, 100, 50], layers: [{ name: "one", shapes }] });
const svgOf = (drawing: Drawing) => [...toSvg(drawing)].join("");
const label = (text: string): Shape => ({ kind: "text", x: 1, y: 2, text, size: 5, color: "#000000" });

describe("texts from a document cannot become part of the drawing", () => {
  test.each([
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["]]> & \"'", "]]&gt; &amp; &quot;&#39;"],
    ["a\u0000b\u001bc\uD800d", "a\uFFFDb\uFFFDc\uFFFDd"],
  ])("%j", (text, escaped) => {
    const svg = svgOf(draw(label(text), { kind: "rect", box: [0, 0, 1, 1], title: text }));
    expect(svg).toContain(`>${escaped}</text>`);
    expect(svg).toContain(`<title>${escaped}</title>`);
    expect(svg).not.toContain("<script");
  });
});

test("the picture of a page is turned as the words of the page were", () => {
  const [width, height] = [300, 200];
  for (const turns of [0, 1, 2, 3] as const) {
    const [a, b, c, d, e, f] = turnMatrix(turns, width, height);
    const [across, down] = turns % 2 === 1 ? [height, width] : [width, height];
    for (const [x, y] of [
      [0, 0],
      [17, 5],
    ] as const) {
      expect([a * x + c * y + e, b * x + d * y + f]).toEqual(turnPoint(x, y, turns, across, down));
    }
  }
});

describe("a page drawn", async () => {
  const source = await planPdf();
  const facts = await inspectPage(source, { page: 1, family: "generic" });
  const svg = svgOf(drawPage(facts, null));

  test("names every column over the table", () => {
    for (const { name } of facts.tables[0]!.columns) expect(svg).toContain(`>${name}</text>`);
  });

  test("says of a cell what it is, in the colour of its row", () => {
    const cells = (pattern: RegExp) => [...svg.matchAll(pattern)].map(([, color]) => color);
    const good = cells(
      /stroke="(#\w+)"[^>]*><title>target = 24, printed &quot;24&quot;; row [\d-]+: verified</g,
    );
    const bad = cells(
      /stroke="(#\w+)"[^>]*><title>programmed\.jan = 2, printed &quot;2&quot;; row [\d-]+: review</g,
    );
    expect([good.length, bad.length]).toEqual([1, 1]);
    expect(good).not.toEqual(bad);
  });

  test("shows why a row needs review, and the number in no cell", () => {
    expect(svg).toMatch(/>Row 1-3: [^<]*13/);
    expect(svg).toContain("<title>&quot;4711&quot; stands in no cell</title>");
    expect(svg).toContain("Notas &lt;y&gt; boletines");
    expect(svg).toContain(">needs review</text>");
  });

  test("says once what is wrong with an activity on several lines", () => {
    const [table] = facts.tables;
    const twice = { ...facts, tables: [{ ...table!, rows: table!.rows.flatMap((row) => [row, row]) }] };
    const count = (drawn: string) => drawn.match(/>Row 1-3: /g)?.length;
    expect(count(svgOf(drawPage(twice, null)))).toBe(count(svg));
  });

  test("opens and closes every element once, and asks for nothing from outside", () => {
    const open = [...svg.matchAll(/<([a-z]+)(?:\s[^>]*[^/])?>/g)].map(([, name]) => name).sort();
    const closed = [...svg.matchAll(/<\/([a-z]+)>/g)].map(([, name]) => name).sort();
    expect(open).toEqual(closed);
    expect(svg.match(/(?:href|src|url)\b/g)).toBeNull();
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("lies over the picture of the page, which can be left out", async () => {
    const picture = await pagePicture(source, facts);
    const whole = svgOf(drawPage(facts, picture));
    expect(whole).toContain(`href="data:image/png;base64,${Buffer.from(picture!).toString("base64")}"`);
    expect(whole.indexOf("<image")).toBeLessThan(whole.indexOf('id="words"'));
    expect(svg).not.toContain("<image");
  });

  test("leaves out words that nobody could tell apart, and says so", () => {
    const [word] = facts.words;
    const crowded = svgOf(drawPage({ ...facts, words: Array(30_000).fill(word) }, null));
    expect(crowded.match(/<rect/g)!.length).toBeLessThan(21_000);
    expect(crowded).toContain("only 20000 each are drawn, of up to 30000");
    expect(svg).not.toContain("each are drawn");
  });

  test("is the same every time", async () => {
    const again = await inspectPage(await planPdf(), { page: 1, family: "generic" });
    expect(svgOf(drawPage(again, null))).toBe(svg);
  });

  test("becomes a PNG of the same shape, with something on it", async () => {
    const drawing = drawPage(facts, await pagePicture(source, facts));
    const png = Buffer.from(await toPng(drawing));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const [left, top, right, bottom] = drawing.box;
    expect(png.readUInt32BE(16) / png.readUInt32BE(20)).toBeCloseTo((right - left) / (bottom - top), 2);
    expect(png.length).toBeGreaterThan((await toPng({ ...drawing, layers: [] })).length * 2);
  });

  test("stays within 40 million pixels on a page of 10 m", async () => {
    const png = Buffer.from(await toPng({ box: [0, 0, 28_346, 28_346], layers: [] }));
    expect(png.readUInt32BE(16) * png.readUInt32BE(20)).toBeLessThan(40_100_000);
  });
});
