import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { extract } from "../../src/extract.ts";
import { root } from "../support/run-poi.ts";

test("boxes lie on the page as it is seen, also where its text stands on its side", async () => {
  // The table is drawn sideways on an upright A3 page: 842 points wide, 1,191 high.
  const plan = await extract(await readFile(join(root, "samples/generic/quarters-first.pdf")), {
    name: "quarters-first.pdf",
  });
  const cells = plan.rows.flatMap(({ source }) => Object.values(source.cells));
  const boxes = cells.flatMap(({ text, box }) => (box !== null && text.length > 2 ? [box] : []));
  expect(boxes.length).toBeGreaterThan(100);
  for (const [left, top, right, bottom] of boxes) {
    expect(right).toBeLessThan(842);
    expect(bottom).toBeLessThan(1191);
    // Text on its side is higher than wide.
    expect(bottom - top).toBeGreaterThan(right - left);
  }
});
