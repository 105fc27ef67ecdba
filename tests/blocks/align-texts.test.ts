import { expect, test } from "vitest";
import { alignTexts } from "../../src/blocks/align-texts.ts";
import type { PlacedBlock } from "../../src/blocks/block-regions.ts";
import type { Edge } from "../../src/blocks/cut-blocks.ts";
import { UNSURE } from "../../src/blocks/doubt-texts.ts";
import { bodyLines, layoutOf, lineAt, type Printed, tablePage } from "./support.ts";

const layout = layoutOf();
const page = tablePage([]);

/** An activity: what its lines print at their places. */
function activity(...lines: readonly (readonly [y: number, texts: Printed])[]): PlacedBlock {
  return {
    block: { years: [], top: 0, bottom: 0, isIrregular: false },
    own: bodyLines(
      lines.flatMap(([y, texts]) => lineAt(y, texts)),
      layout,
      page,
    ),
    doubts: [],
  };
}

/** Three lines of a name around its code and unit. */
const middled = (y: number, code = "AOI1") =>
  activity(
    [y, { activity: "uno" }],
    [y + 12, { code, activity: "dos", unit: "OBRA" }],
    [y + 24, { activity: "tres" }],
  );
const clear: Edge = { choices: [0], isClose: false };
const placesOf = ([placed]: readonly (readonly PlacedBlock[])[]) =>
  placed!.map(({ own }) => own.map(({ y }) => y));
const doubtsOf = ([placed]: readonly (readonly PlacedBlock[])[]) => placed!.map(({ doubts }) => doubts);

test("a line goes to the activity whose texts are set alike with it", () => {
  const placed = [
    middled(100),
    // The line at 224 is the first one's: its name would stand too high without it.
    activity([200, { activity: "uno" }], [212, { code: "AOI2", activity: "dos", unit: "OBRA" }]),
    activity(
      [224, { activity: "tres" }],
      [236, { activity: "uno" }],
      [248, { code: "AOI3", activity: "dos", unit: "OBRA" }],
      [260, { activity: "tres" }],
    ),
    middled(300),
    middled(400),
  ];
  const edges = [clear, { choices: [218, 230], isClose: false }, clear, clear];
  const aligned = alignTexts([{ placed, edges, layout }]);
  expect(placesOf(aligned)).toEqual([
    [100, 112, 124],
    [200, 212, 224],
    [236, 248, 260],
    [300, 312, 324],
    [400, 412, 424],
  ]);
  expect(doubtsOf(aligned)).toEqual([[], [], [], [], []]);
});

test("how cells are set shows when each text has its lines, though most were given to others", () => {
  const first = activity([100, { activity: "uno" }], [112, { code: "AOI1", activity: "dos", unit: "OBRA" }]);
  const next = (y: number, ...rest: readonly (readonly [number, Printed])[]) =>
    activity([y, { activity: "tres" }], [y + 12, { activity: "uno" }], ...rest);
  const placed = [
    first,
    next(124, [148, { code: "AOI2", activity: "dos", unit: "OBRA" }]),
    next(160, [184, { code: "AOI3", activity: "dos", unit: "OBRA" }]),
    next(196, [220, { code: "AOI4", activity: "dos", unit: "OBRA" }], [232, { activity: "tres" }]),
  ];
  const edges = [124, 160, 196].map((y) => ({ choices: [y - 6, y + 6], isClose: false }));
  expect(placesOf(alignTexts([{ placed, edges, layout }])).map(([at]) => at)).toEqual([100, 136, 172, 208]);
});

test("a close choice that the other texts bear out is not doubted", () => {
  const placed = [middled(100), middled(136, "AOI2"), middled(200)];
  const edges = [{ choices: [130, 118], isClose: true }, clear];
  expect(doubtsOf(alignTexts([{ placed, edges, layout }]))).toEqual([[], [], []]);
});

test("where nothing stands beside the texts, activities that are parted at one of two like stretches are doubted", () => {
  const alone = (y: number) => activity([y, { activity: "uno" }], [y + 12, { activity: "dos" }]);
  const placed = [middled(100), middled(200), alone(300), alone(324)];
  const edges = [clear, clear, { choices: [318, 306], isClose: true }];
  const aligned = alignTexts([{ placed, edges, layout }]);
  expect(placesOf(aligned).slice(2)).toEqual([
    [300, 312],
    [324, 336],
  ]);
  expect(doubtsOf(aligned)).toEqual([[], [], [UNSURE], [UNSURE]]);
});

test("cells that are not set alike tell nothing", () => {
  const loose = (y: number) =>
    activity([y, { activity: "uno" }], [y + 12, { code: "AOI1" }], [y + 30, { unit: "OBRA" }]);
  const edges = [{ choices: [118, 106], isClose: true }];
  expect(doubtsOf(alignTexts([{ placed: [loose(100), loose(150)], edges, layout }]))).toEqual([
    [UNSURE],
    [UNSURE],
  ]);
});
