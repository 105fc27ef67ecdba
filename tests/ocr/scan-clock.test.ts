import { expect, test } from "vitest";
import { createScanClock } from "../../src/ocr/scan-clock.ts";

function clock(of: number) {
  let time = 1000;
  const tick = createScanClock(of, () => time);
  return { tick, pass: (seconds: number) => (time += seconds * 1000) };
}

test("the time left goes by the pages that were read", () => {
  const { tick, pass } = clock(4);
  pass(10);
  expect(tick(false)).toEqual({ done: 1, of: 4, secondsLeft: 30 });
  pass(20);
  expect(tick(false)).toEqual({ done: 2, of: 4, secondsLeft: 30 });
  pass(15);
  expect(tick(false).secondsLeft).toBe(15);
  expect(tick(false)).toEqual({ done: 4, of: 4, secondsLeft: 0 });
});

test("two pages at once halve it", () => {
  const { tick, pass } = clock(6);
  pass(10);
  tick(false);
  expect(tick(false).secondsLeft).toBe(20);
});

test("pages that were kept by an earlier run say nothing of the pace", () => {
  const { tick, pass } = clock(10);
  expect(tick(true).secondsLeft).toBeNull();
  expect(tick(true).secondsLeft).toBeNull();
  pass(5);
  expect(tick(false)).toEqual({ done: 3, of: 10, secondsLeft: 35 });
});

test("a document whose pages were all kept has nothing left", () => {
  const { tick } = clock(1);
  expect(tick(true)).toEqual({ done: 1, of: 1, secondsLeft: 0 });
});
