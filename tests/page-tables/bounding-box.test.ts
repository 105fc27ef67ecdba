import { expect, test } from "vitest";
import type { Box } from "../../src/document.ts";
import { boundingBox } from "../../src/page-tables/bounding-box.ts";

test("the smallest box holds all boxes, however many words a page has", () => {
  const boxes = Array.from({ length: 300_000 }, (_, i): Box => [i, 5 - i, i + 2, 9]);
  expect(boundingBox(boxes)).toEqual([0, 5 - 299_999, 300_001, 9]);
});
