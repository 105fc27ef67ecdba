import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutBlocks, type Evidence } from "../../src/blocks/cut-blocks.ts";
import type { Block } from "../../src/blocks/find-blocks.ts";

const block = (top: number, bottom: number): Block => ({ years: [], top, bottom, isIrregular: false });
/** The words of a line in a font of 10 points whose baseline is at a place. */
const mark = (y: number) => ({ top: y - 7.2, bottom: y + 1.5 });
const evidence = (ys: readonly number[], changes: Partial<Evidence> = {}): Evidence => ({
  marks: ys.map(mark),
  codes: [],
  textsBefore: [],
  rulings: [],
  items: [],
  pageEnds: [],
  ...changes,
});

describe("cutBlocks", () => {
  const two = [block(100, 112), block(150, 162)];

  it("cuts in the widest empty stretch", () => {
    // A text under the first activity, then a wide stretch.
    const { starts, isUnsure } = cutBlocks(two, evidence([100, 112, 124, 150, 162], { codes: [100, 150] }));
    expect(starts[0]).toBe(Number.NEGATIVE_INFINITY);
    expect(starts[1]).toBeGreaterThan(125.5);
    expect(starts[1]).toBeLessThan(142.8);
    expect(isUnsure).toEqual([false, false]);
  });

  it("says that a text stands as near to the one as to the other, and where they may be parted", () => {
    const { edges } = cutBlocks(two, evidence([100, 112, 131, 150, 162], { codes: [100, 150] }));
    expect(edges).toEqual([{ choices: [137.65, 118.65], isClose: true }]);
  });

  it("says where else they may be parted if another stretch is nearly as wide", () => {
    const { edges } = cutBlocks(two, evidence([100, 112, 130, 150, 162], { codes: [100, 150] }));
    expect(edges).toEqual([{ choices: [137.15, 118.15], isClose: false }]);
    const wide = cutBlocks(two, evidence([100, 112, 124, 150, 162], { codes: [100, 150] }));
    expect(wide.edges[0]!.choices).toHaveLength(1);
  });

  it("cuts at a line across the table, however near a text stands", () => {
    const { starts, edges } = cutBlocks(
      two,
      evidence([100, 112, 131, 150, 162], { codes: [100, 150], rulings: [134] }),
    );
    expect(starts[1]).toBe(134);
    expect(edges).toEqual([{ choices: [134], isClose: false }]);
  });

  it("cuts beside a line of text that a line goes through", () => {
    const { starts } = cutBlocks(
      two,
      evidence([100, 112, 150, 162], { codes: [100, 150], rulings: [112.6] }),
    );
    expect(starts[1]).toBe(113.5);
  });

  it("keeps a code that stands over its lines with its own activity", () => {
    // The code of the second stands at 131, over its first line: the cut is above it.
    const { starts } = cutBlocks(two, evidence([100, 112, 131, 150, 162], { codes: [100, 131] }));
    expect(starts[1]).toBeLessThan(131 - 7);
    expect(starts[1]).toBeGreaterThan(113);
  });

  it("takes a page end for a stretch of its own width", () => {
    const blocks = [block(100, 112), block(150, 162), block(184, 196)];
    // The text at 174 stands at the foot of the second's page.
    const { starts } = cutBlocks(
      blocks,
      evidence([100, 112, 150, 162, 174, 184, 196], { codes: [100, 150, 184], pageEnds: [176.2] }),
    );
    expect(starts[2]).toBeCloseTo(176.15, 1);
  });

  it("doubts an activity without a code, and those beside it, and no other", () => {
    const blocks = [0, 1, 2, 3, 4, 5].map((n) => block(100 + 50 * n, 112 + 50 * n));
    const ys = blocks.flatMap(({ top, bottom }) => [top, bottom]);
    const codes = [100, 150, 250, 300, 350];
    expect(
      cutBlocks(blocks, evidence(ys, { codes, textsBefore: codes.map(() => Number.NEGATIVE_INFINITY) }))
        .isUnsure,
    ).toEqual([false, true, true, true, false, false]);
  });

  it("gives each word between activities to exactly one, and each activity its own lines", () => {
    const gaps = fc.array(
      fc.record({
        before: fc.integer({ min: 12, max: 60 }),
        texts: fc.array(fc.integer({ min: 9, max: 30 }), { maxLength: 3 }),
      }),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(gaps, (parts) => {
        let y = 100;
        const ys: number[] = [];
        const blocks = parts.map(({ before, texts }) => {
          y += before;
          const top = y;
          y += 12;
          ys.push(top, y);
          const found = block(top, y);
          for (const gap of texts) {
            y += gap;
            ys.push(y);
          }
          return found;
        });
        const codes = blocks.map(({ top }) => top);
        const { starts, isUnsure } = cutBlocks(blocks, evidence(ys, { codes }));
        expect(starts).toHaveLength(blocks.length);
        expect(isUnsure).toHaveLength(blocks.length);
        for (const [i, { top, bottom }] of blocks.entries()) {
          expect(starts[i]!).toBeLessThanOrEqual(top);
          expect(starts[i + 1] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(bottom);
        }
        // The cuts rise, so each place lies between two of them; and no cut goes through a word.
        for (const [i, start] of starts.slice(1).entries()) {
          expect(start).toBeGreaterThan(starts[i]!);
          if (!isUnsure[i]) for (const at of ys) expect(start > at - 7.2 && start < at + 1.5).toBe(false);
        }
      }),
    );
  });
});
