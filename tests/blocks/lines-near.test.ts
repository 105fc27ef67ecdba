import { expect, test } from "vitest";
import type { Block } from "../../src/blocks/find-blocks.ts";
import { linesNear, withoutFoot } from "../../src/blocks/lines-near.ts";
import type { Ruling, Word } from "../../src/document.ts";
import { activityAt, bodyLines, evenly, layoutOf, lineAt, tablePage } from "./support.ts";

const FONT = 10;
const numbers = activityAt(100, { code: "AOI1", activity: "Uno" }, evenly(1), evenly(2));
/** The activity above has its lines here. */
const block: Block = { years: [], top: 100, bottom: 112, isIrregular: false };

function near(words: readonly Word[], horizontal: readonly Ruling[] = []) {
  const all = [...words, ...numbers];
  const body = bodyLines(all, layoutOf(), tablePage(all, { horizontal: [...horizontal] }));
  const { own, isStartSure, isEndSure } = linesNear(body, [block], layoutOf());
  return { texts: own.map(({ line }) => line.words[0]!.text), isStartSure, isEndSure };
}

const text = (y: number, activity = "texto") => lineAt(y, { activity });
const across = (at: number): Ruling => ({ at, from: 15, to: 760 });

test("texts close to the lines are theirs", () => {
  const found = near([...text(85), ...text(127)]);
  expect(found).toEqual({ texts: ["texto", "AOI1", "FINANC.", "texto"], isStartSure: true, isEndSure: true });
});

test("texts further away may be, and far away are not", () => {
  expect(near(text(112 + 4 * FONT))).toMatchObject({ isStartSure: true, isEndSure: false });
  expect(near(text(100 - 4 * FONT))).toMatchObject({ isStartSure: false, isEndSure: true });
  expect(near(text(112 + 8 * FONT)).texts).toEqual(["AOI1", "FINANC."]);
});

test("lines across the table say where it ends", () => {
  const rulings = [across(20), across(200)];
  expect(near([...text(40), ...text(190), ...text(210, "Fuente")], rulings)).toEqual({
    texts: ["texto", "AOI1", "FINANC.", "texto"],
    isStartSure: true,
    isEndSure: true,
  });
  // One that no other is as long as may be drawn over a note.
  expect(near(text(150), [{ at: 200, from: 15, to: 500 }]).isEndSure).toBe(false);
  expect(near(text(150), [across(120), { at: 135, from: 300, to: 760 }, across(20)])).toMatchObject({
    texts: ["AOI1", "FINANC."],
    isEndSure: true,
  });
});

test("a text that goes through the edge of its cell may be of it", () => {
  const rulings = [across(20), across(134)];
  expect(near([...text(126), ...text(138)], rulings)).toEqual({
    texts: ["AOI1", "FINANC.", "texto", "texto"],
    isStartSure: true,
    isEndSure: false,
  });
  expect(near([...text(126), ...text(150)], rulings)).toMatchObject({ isEndSure: true });
});

test("what stands far under the last activity is at the foot of its page", () => {
  const words = [...numbers, ...text(127), ...text(112 + 10 * FONT, "app.ceplan.gob.pe")];
  const kept = withoutFoot(bodyLines(words), (line) => line.words.some((word) => word.text === "FINANC."));
  expect(kept.map(({ line }) => line.words[0]!.text)).toEqual(["AOI1", "FINANC.", "texto"]);
  expect(withoutFoot(bodyLines(words), () => false)).toHaveLength(4);
});
