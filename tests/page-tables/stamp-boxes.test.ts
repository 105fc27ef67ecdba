import { describe, expect, it } from "vitest";
import type { Ruling } from "../../src/document.ts";
import { findStampBoxes } from "../../src/page-tables/stamp-boxes.ts";
import { pageOf } from "./words.ts";

const frame = {
  horizontal: [180, 220].map((at) => ({ at, from: 400, to: 500 })),
  vertical: [400, 500].map((at) => ({ at, from: 180, to: 220 })),
};
const boxes = (...lines: { at: number; from: number; to: number }[]) =>
  findStampBoxes(pageOf({ ...frame, horizontal: [...frame.horizontal, ...lines] }));

describe("findStampBoxes", () => {
  it("finds a frame that a line runs into, or through", () => {
    expect(boxes({ at: 200, from: 20, to: 450 })).toEqual([[400, 180, 500, 220]]);
    expect(boxes({ at: 200, from: 20, to: 560 })).toHaveLength(1);
  });

  it("leaves frames alone that stand for themselves, and cells, whose lines meet at their edges", () => {
    expect(boxes()).toEqual([]);
    expect(boxes({ at: 180, from: 20, to: 560 }, { at: 220, from: 20, to: 560 })).toEqual([]);
    expect(boxes({ at: 200, from: 20, to: 400 }, { at: 200, from: 400, to: 500 })).toEqual([]);
  });

  it("leaves a table alone that the frame of a stamp reaches into", () => {
    const table = {
      horizontal: [180, 220].map((at) => ({ at, from: 40, to: 240 })),
      vertical: [40, 240].map((at) => ({ at, from: 180, to: 220 })),
    };
    const stamp = [200, 240].map((at) => ({ at, from: 200, to: 280 }));
    const page = pageOf({ ...table, horizontal: [...table.horizontal, ...stamp] });
    expect(findStampBoxes(page)).toEqual([]);
    const wide = { ...table, horizontal: [180, 220].map((at) => ({ at, from: 40, to: 440 })) };
    const lines = [...wide.horizontal, { at: 200, from: 0, to: 500 }];
    const vertical = [40, 440].map((at) => ({ at, from: 180, to: 220 }));
    expect(findStampBoxes(pageOf({ horizontal: lines, vertical }))).toEqual([]);
  });

  it("finds a frame one side of which is drawn on a longer line, and none where two are", () => {
    const through = { at: 200, from: 20, to: 560 };
    const boxesOf = (horizontal: readonly Ruling[], vertical: readonly Ruling[]) =>
      findStampBoxes(pageOf({ horizontal: [...horizontal, through], vertical }));
    const long = { at: 500, from: 40, to: 700 };
    expect(boxesOf(frame.horizontal, [frame.vertical[0]!, long])).toEqual([[400, 180, 500, 220]]);
    expect(boxesOf(frame.horizontal, [{ ...long, at: 400 }, long])).toEqual([]);
    const wide = { at: 220, from: 20, to: 560 };
    expect(boxesOf([frame.horizontal[0]!, wide], frame.vertical)).toEqual([[400, 180, 500, 220]]);
  });

  it("takes nothing for a frame that is open at one side", () => {
    const page = pageOf({ ...frame, horizontal: [frame.horizontal[0]!, { at: 200, from: 20, to: 450 }] });
    expect(findStampBoxes(page)).toEqual([]);
  });
});
