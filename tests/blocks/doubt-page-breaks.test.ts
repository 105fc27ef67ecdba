import { expect, test } from "vitest";
import type { PlacedBlock } from "../../src/blocks/block-regions.ts";
import { findMixedAtPageBreaks } from "../../src/blocks/doubt-page-breaks.ts";
import { bodyLines, layoutOf, lineAt, type Printed, tablePage } from "./support.ts";

const layout = layoutOf();

/** An activity on a page: what its lines print at their places. */
function activity(number: number, ...lines: readonly (readonly [y: number, texts: Printed])[]): PlacedBlock {
  const words = lines.flatMap(([y, texts]) => lineAt(y, texts));
  return {
    block: { years: [], top: 0, bottom: 0, isIrregular: false },
    own: bodyLines(words, layout, tablePage(words, { number })),
    doubts: [],
  };
}

/** Three lines of a name around its code and unit. */
const sound = (page: number, y: number) =>
  activity(
    page,
    [y, { activity: "uno" }],
    [y + 12, { code: "AOI1", activity: "dos", unit: "OBRA" }],
    [y + 24, { activity: "tres" }],
  );
const mixedIn = (...placed: PlacedBlock[]) =>
  [...findMixedAtPageBreaks([{ placed, layout }])].map((block) => placed.indexOf(block));

test("a text on top of a page that would be set as the others without its first lines goes on from the page before", () => {
  const mixed = activity(
    2,
    [20, { activity: "sigue" }],
    [32, { activity: "sigue" }],
    [44, { code: "AOI2", activity: "uno", unit: "OBRA" }],
  );
  expect(mixedIn(sound(1, 100), sound(1, 150), mixed)).toEqual([1, 2]);
});

test("a page that begins with an activity of its own does not", () => {
  expect(mixedIn(sound(1, 100), sound(1, 150), sound(2, 20))).toEqual([]);
});

test("where no side is usual nothing is told", () => {
  const loose = (page: number, y: number) =>
    activity(page, [y, { activity: "uno" }], [y + 12, { code: "AOI1" }], [y + 30, { unit: "OBRA" }]);
  expect(mixedIn(loose(1, 100), loose(1, 150), loose(2, 20))).toEqual([]);
});

test("the activity before may be the one that the page break parts", () => {
  const first = sound(1, 100);
  const parted = activity(1, [150, { code: "AOI2", activity: "uno", unit: "OBRA" }]);
  const rest = activity(2, [20, { activity: "sigue" }]);
  const mixed = activity(
    2,
    [32, { activity: "sigue" }],
    [44, { activity: "uno" }],
    [56, { code: "AOI3", unit: "OBRA" }],
    [68, { activity: "dos" }],
  );
  const before = { ...parted, own: [...parted.own, ...rest.own] };
  expect(mixedIn(first, before, mixed, sound(2, 100))).toEqual([1, 2]);
});

test.each([
  ["its rest may begin the next activity's", "gestión de", [1, 2]],
  ["it does not go on where it is left out in print", "gestión de ..,", []],
])("where a text breaks off at a page break, %s", (_, end, expected) => {
  const cut = activity(
    1,
    [150, { activity: "uno" }],
    [162, { code: "AOI1", activity: "dos", unit: "OBRA" }],
    [174, { activity: end }],
  );
  expect(mixedIn(sound(1, 100), cut, sound(2, 20))).toEqual(expected);
});

test("a text over the first activity that would be set as the others without its first line may be of the header", () => {
  const first = activity(
    1,
    [88, { activity: "inversiones" }],
    [100, { activity: "uno" }],
    [112, { code: "AOI1", activity: "dos", unit: "OBRA" }],
    [124, { activity: "tres" }],
  );
  expect(mixedIn(first, sound(1, 150), sound(1, 200))).toEqual([0]);
});

test("the number of an item between two lines of a text parts none from it", () => {
  const first = activity(
    1,
    [88, { activity: "cero" }],
    [95, { activity: "1" }],
    [100, { activity: "uno" }],
    [112, { code: "AOI1", activity: "dos", unit: "OBRA" }],
    [124, { activity: "tres" }],
  );
  expect(mixedIn(first, sound(1, 150), sound(1, 200))).toEqual([]);
});
