import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { type Fill, readPath, type Segment } from "../../src/pdf/read-path.ts";
import { IDENTITY, type Transform } from "../../src/pdf/transform.ts";

const [MOVE, LINE, CURVE, CLOSE] = [0, 1, 2, 4];

function read(operator: number, path: readonly number[], ctm: Transform = IDENTITY) {
  const painting: { segments: Segment[]; fills: Fill[] } = { segments: [], fills: [] };
  readPath(operator, [path], { ctm, fillColor: "#dddddd" }, OPS, painting);
  return painting;
}

const rectangle = (x: number, y: number, width: number, height: number) => [
  ...[MOVE, x, y, LINE, x + width, y, LINE, x + width, y + height, LINE, x, y + height, CLOSE],
];

describe("readPath", () => {
  it("notes a line that is stroked, where the transform takes it", () => {
    const upsideDown: Transform = [1, 0, 0, -1, 0, 800];
    expect(read(OPS.stroke, [MOVE, 10, 100, LINE, 90, 100], upsideDown)).toEqual({
      segments: [{ x0: 10, y0: 700, x1: 90, y1: 700 }],
      fills: [],
    });
  });

  it("notes the four sides of a stroked rectangle, the closing one too", () => {
    const { segments, fills } = read(OPS.stroke, rectangle(10, 20, 30, 40));
    expect(segments).toEqual([
      { x0: 10, y0: 20, x1: 40, y1: 20 },
      { x0: 40, y0: 20, x1: 40, y1: 60 },
      { x0: 40, y0: 60, x1: 10, y1: 60 },
      { x0: 10, y0: 60, x1: 10, y1: 20 },
    ]);
    expect(fills).toEqual([]);
  });

  it("notes a filled rectangle with its colour, and its sides only if they are stroked as well", () => {
    expect(read(OPS.fill, rectangle(10, 20, 30, 40))).toEqual({
      segments: [],
      fills: [{ box: [10, 20, 40, 60], color: "#dddddd" }],
    });
    const both = read(OPS.fillStroke, rectangle(10, 20, 30, 40));
    expect(both.fills).toHaveLength(1);
    expect(both.segments).toHaveLength(4);
  });

  it.each([
    ["level", rectangle(10, 20, 100, 0.5), { x0: 10, y0: 20.25, x1: 110, y1: 20.25 }],
    ["upright", rectangle(10, 20, 1, 100), { x0: 10.5, y0: 20, x1: 10.5, y1: 120 }],
  ])("takes a thin %s filled rectangle for a line along its middle", (_, path, segment) => {
    expect(read(OPS.eoFill, path)).toEqual({ segments: [segment], fills: [] });
  });

  it("keeps the subpaths of one path apart: a whole grid is often one path", () => {
    const grid = [MOVE, 0, 0, LINE, 100, 0, MOVE, 0, 10, LINE, 100, 10, MOVE, 50, 0, LINE, 50, 10];
    expect(read(OPS.stroke, grid).segments.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1])).toEqual([
      [0, 0, 100, 0],
      [0, 10, 100, 10],
      [50, 0, 50, 10],
    ]);
  });

  it("passes over what is aslant, and the curves of rounded corners, but not the sides between them", () => {
    expect(read(OPS.stroke, [MOVE, 0, 0, LINE, 50, 50])).toEqual({ segments: [], fills: [] });
    const rounded = [MOVE, 5, 0, LINE, 95, 0, CURVE, 98, 0, 100, 2, 100, 5, LINE, 100, 50];
    expect(read(OPS.stroke, rounded).segments).toEqual([
      { x0: 5, y0: 0, x1: 95, y1: 0 },
      { x0: 100, y0: 5, x1: 100, y1: 50 },
    ]);
    expect(read(OPS.fill, [MOVE, 0, 0, LINE, 50, 50, LINE, 0, 50, CLOSE]).fills).toEqual([]);
  });

  it("paints nothing of a path that only clips, or that is longer than any table's", () => {
    const none = { segments: [], fills: [] };
    expect(read(OPS.endPath, rectangle(10, 20, 30, 40))).toEqual(none);
    const map = Array.from({ length: 50_001 }, (_, i) => [i === 0 ? MOVE : LINE, i, 0, LINE, i, 9]).flat();
    expect(read(OPS.stroke, map)).toEqual(none);
  });

  it("bears a path without points, and one with an operator that it does not know", () => {
    const painting = { segments: [], fills: [] };
    readPath(OPS.stroke, [null], { ctm: IDENTITY, fillColor: "#000000" }, OPS, painting);
    readPath(OPS.stroke, undefined, { ctm: IDENTITY, fillColor: "#000000" }, OPS, painting);
    expect(painting.segments).toEqual([]);
    expect(read(OPS.stroke, [99, 1, 2]).segments).toEqual([]);
  });
});
