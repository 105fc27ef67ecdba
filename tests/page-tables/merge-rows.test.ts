import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeRows } from "../../src/page-tables/merge-rows.ts";

const PITCH = 10;

/** A text or a row of one line at each place. */
const at = (...places: readonly number[]) => places.map((y) => ({ first: y, last: y }));

describe("mergeRows", () => {
  it.each([
    ["in the middle of their rows", [20, 70]],
    ["beside the first of their rows", [0, 60]],
  ])("tells the rows of texts that stand %s", (_, places) => {
    const merged = mergeRows(at(...places), at(0, 20, 40, 60, 80), PITCH);
    expect(merged).toMatchObject({ blocks: [0, 0, 0, 1, 1], isUnsure: false });
  });

  it("gives the first rows to the text on the page before, where the first text stands under them", () => {
    // The text in the middle of rows 60 to 100; what stands above it has none.
    expect(mergeRows(at(80), at(0, 20, 40, 60, 80, 100), PITCH)!.blocks).toEqual([-1, -1, -1, 0, 0, 0]);
  });

  it("takes the middle of a text of several lines", () => {
    const blocks = [
      { first: 15, last: 25 },
      { first: 65, last: 75 },
    ];
    expect(mergeRows(blocks, at(0, 20, 40, 60, 80), PITCH)!.blocks).toEqual([0, 0, 0, 1, 1]);
  });

  it("has no answer without texts, or with more texts than rows", () => {
    expect(mergeRows([], at(0, 20), PITCH)).toBeNull();
    expect(mergeRows(at(0, 20), at(0), PITCH)).toBeNull();
  });

  it("lets the last text stand off the middle of its rows, some of which may be on the next page", () => {
    const rows = at(0, 40, 80, 120, 160, 200, 240, 280, 320, 360);
    const merged = mergeRows(at(40, 180, 300), rows, PITCH);
    expect(merged).toMatchObject({ blocks: [0, 0, 0, 1, 1, 1, 1, 2, 2, 2], isUnsure: false });
    // It stands in the middle of two of them, so the third may be that of a text on the next page.
    expect(merged!.openFrom).toBe(9);
    expect(mergeRows(at(40, 180, 320), rows, PITCH)!.openFrom).toBe(10);
  });

  it("lets no last text stand off the middle of its rows where these end, under a total", () => {
    const rows = at(0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200);
    const blocks = (isOpen: boolean) => mergeRows(at(30, 160), rows, PITCH, true, new Map(), isOpen)!.blocks;
    expect(blocks(false)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    expect(blocks(true)).not.toEqual(blocks(false));
  });

  it("doubts texts that stand some way off the middle of all rows that may be theirs", () => {
    const rows = at(0, 40, 80, 120, 160, 200);
    const blocks = [0, 0, 0, 1, 1, 1];
    expect(mergeRows(at(48, 168), rows, PITCH, false)).toMatchObject({ blocks, isUnsure: true });
    expect(mergeRows(at(46, 166), rows, PITCH, false)).toMatchObject({ blocks, isUnsure: false });
  });

  it("doubts texts that seem to stand in another way than those of earlier pages", () => {
    const known = new Map<number, number>();
    mergeRows(at(21, 71, 121), at(0, 20, 40, 60, 80, 100, 120, 140), PITCH, false, known);
    const rows = at(0, 20, 40, 60, 80, 100, 120, 140, 160, 180);
    expect(mergeRows(at(40), rows, PITCH)!.isUnsure).toBe(false);
    expect(mergeRows(at(40), rows, PITCH, true, known)!.isUnsure).toBe(true);
  });

  it("lets the first text stand off the middle of its rows, some of which may be on the page before", () => {
    const rows = at(0, 40, 80, 120, 160, 200, 240);
    expect(mergeRows(at(25, 140, 220), rows, PITCH)).toMatchObject({
      blocks: [0, 0, 0, 1, 1, 2, 2],
      isUnsure: false,
      openFrom: 7,
    });
  });

  it("tells the rows of texts that stand beside the last line of the last of their rows", () => {
    const rows = Array.from({ length: 8 }, (_, i) => ({ first: i * 40, last: i * 40 + 20 }));
    const last = (...indices: readonly number[]) => at(...indices.map((i) => rows[i]!.last));
    const blocks = [0, 0, 0, 1, 2, 2, 2, 2];
    expect(mergeRows(last(2, 3, 7), rows, PITCH, false)).toMatchObject({ blocks, isUnsure: false });
    // Where rows may go on from the page before, a text at the foot of a row may as well be that of the rows from it on.
    expect(mergeRows(last(2, 3, 7), rows, PITCH)!.isUnsure).toBe(true);
  });

  it.each([
    ["in the middle of", 0.5],
    ["at the foot of", 1],
  ])(
    "tells the rows of texts that stand %s the first of their rows, which is higher than they are",
    (_, share) => {
      const rows = Array.from({ length: 8 }, (_, i) => ({ first: i * 60, last: i * 60 + 40 }));
      const blocks = [0, 1, 5].map((row) => {
        const first = rows[row]!.first + share * (40 - PITCH);
        return { first, last: first + PITCH };
      });
      const merged = mergeRows(blocks, rows, PITCH);
      expect(merged).toMatchObject({ blocks: [0, 1, 1, 1, 1, 2, 2, 2], isUnsure: false });
    },
  );

  it("is sure of texts that all stand exactly in the middle, where some others would be near", () => {
    // Ten texts, of which two stand for two rows: half a row off is 1.2 line heights. The one of three is beside the second.
    const owners = [0, 1, 2, 2, 3, 4, 4, 4, 5, 6, 6, 7, 8, 9];
    const rows = owners.map((_, i) => 2.4 * PITCH * i);
    const blocks = Array.from({ length: 10 }, (_, i) => {
      return (rows[owners.indexOf(i)]! + rows[owners.lastIndexOf(i)]!) / 2;
    });
    expect(mergeRows(at(...blocks), at(...rows), PITCH, false)).toMatchObject({
      blocks: owners,
      isUnsure: false,
    });
  });

  it("is sure of texts that all stand exactly beside the first, where one would stand off any other place", () => {
    const rows = Array.from({ length: 12 }, (_, i) => ({ first: i * 40, last: i * 40 + (i === 3 ? 4 : 0) }));
    const firsts = [0, 1, 3, 4, 6, 8, 11];
    const blocks = [0, 1, 1, 2, 3, 3, 4, 4, 5, 5, 5, 6];
    const places = at(...firsts.map((row) => rows[row]!.first));
    expect(mergeRows(places, rows, PITCH, false)).toMatchObject({ blocks, isUnsure: false });
    // Without it, each may as well stand beside the last.
    const flat = rows.map(({ first }) => ({ first, last: first }));
    expect(mergeRows(places, flat, PITCH, false)!.isUnsure).toBe(true);
  });

  it("takes texts for those that stand as on the pages before, where they may stand otherwise", () => {
    const rows = Array.from({ length: 8 }, (_, i) => i * 40);
    const next = (known?: Map<number, number>) => mergeRows(at(160), at(...rows), PITCH, true, known)!;
    expect(next().isUnsure).toBe(true);
    const known = new Map<number, number>();
    expect(mergeRows(at(0, 120, 200), at(...rows), PITCH, false, known)!.isUnsure).toBe(false);
    expect(next(known)).toMatchObject({ blocks: [-1, -1, -1, -1, 0, 0, 0, 0], isUnsure: false });
  });

  it("takes the middle of the rows' cells where these are known, whatever their texts leave blank", () => {
    const rows = at(0, 20, 100, 183, 203);
    const edges = [-10, 10, 30, 173, 193, 213];
    const cells = rows.map((row, i) => ({ ...row, cell: { first: edges[i]!, last: edges[i + 1]! } }));
    expect(mergeRows(at(82, 193), cells, PITCH, false)!.blocks).toEqual([0, 0, 0, 1, 1]);
    expect(mergeRows(at(82, 193), rows, PITCH, false)!.blocks).toEqual([0, 0, 0, 0, 1]);
  });

  it("is sure of texts in the middle, of which the first and the last stand off, as a page parts their rows", () => {
    const steps = [14, 26, 18, 33, 14, 22, 41];
    const rows = Array.from({ length: 20 }, (_, i) =>
      steps.slice(0, i % 7).reduce((a, b) => a + b, 168 * Math.floor(i / 7)),
    );
    const middles = [3, 7, 11].map((row) => (rows[row]! + rows[row + 3]!) / 2);
    const merged = mergeRows(at(-6, ...middles, rows[17]! - 12), at(...rows), PITCH);
    expect(merged!.blocks.join("")).toBe("00011112222333344444");
    expect(merged!.isUnsure).toBe(false);
  });

  it("is unsure where texts stand in no way that fits", () => {
    const rows = Array.from({ length: 4 }, (_, i) => ({ first: i * 100, last: i * 100 + 80 }));
    expect(mergeRows(at(20, 220), rows, PITCH)!.isUnsure).toBe(true);
  });

  it("rather takes texts for those beside the first of their rows, which go on from the page before", () => {
    const rows = Array.from({ length: 12 }, (_, i) => i * 40);
    const merged = mergeRows(at(80, 120, 280, 320, 400), at(...rows), PITCH);
    expect(merged).toMatchObject({ blocks: [-1, -1, 0, 1, 1, 1, 1, 2, 3, 3, 4, 4], isUnsure: false });
  });

  it("takes texts for those beside the last of their rows where none can go on from the page before", () => {
    const merged = mergeRows(at(40), at(0, 20, 40), PITCH, false);
    expect(merged).toMatchObject({ blocks: [0, 0, 0], isUnsure: false });
  });

  it("says that it is unsure where both ways of standing fit nearly as well", () => {
    // At 10 the second text is as near to the first of two rows as to the middle of three.
    const merged = mergeRows(at(4, 34), at(0, 20, 40), PITCH);
    expect(merged!.isUnsure).toBe(true);
  });

  it("is unsure where texts stand beside the first of some rows and in the middle of others alike", () => {
    // Beside the first of 3, 6, 4, 5 and 5 rows; in the middle of 1, 5, 7, 1 and 9 as well.
    const rows = Array.from({ length: 23 }, (_, i) => i * 12);
    const blocks = at(...[0, 3, 9, 13, 18].map((row) => rows[row]!));
    expect(mergeRows(blocks, at(...rows), PITCH)!.isUnsure).toBe(true);
  });

  it("gives back any partition of rows among texts in the middle, at the first or at the last, or says that it is unsure", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 });
    const gap = fc.integer({ min: 12, max: 40 });
    fc.assert(
      fc.property(sizes, gap, fc.constantFrom(0, 0.5, 1), (counts, rowPitch, place) => {
        const owners = counts.flatMap((count, i) => new Array<number>(count).fill(i));
        const rows = owners.map((_, i) => i * rowPitch);
        const blocks = counts.map((count, i) => {
          const first = owners.indexOf(i) * rowPitch;
          const y = first + (count - 1) * place * rowPitch;
          return { first: y, last: y };
        });
        const merged = mergeRows(blocks, at(...rows), PITCH)!;
        fc.pre(!merged.isUnsure);
        expect(merged.blocks).toEqual(owners);
      }),
    );
  });
});
