import { expect, test } from "vitest";
import type { Made } from "../../../../bench/pdf/made/made.ts";
import { readApart } from "../../../../bench/pdf/score/read-apart.ts";

const made = (name: string, bytes: Uint8Array): Made => ({ name, bytes, truth: null, expected: "flagged" });

test("reads a document in a process of its own, and says what it took", async () => {
  const { outcome, cost } = await readApart(made("half.pdf", Buffer.from("%PDF-1.7\n1 0 obj")));
  expect(outcome).toMatchObject({ kind: "refused", code: "pdf-damaged" });
  expect(cost?.cpuSeconds).toBeGreaterThan(0);
  expect(cost?.peakMegabytes).toBeGreaterThan(20);
});

test("a process that never ends is ended", async () => {
  // Starting alone takes longer than this.
  const { outcome, cost } = await readApart(made("any.pdf", Buffer.from("%PDF-1.7")), 5);
  expect(outcome).toEqual({ kind: "broken", message: "ended with SIGKILL" });
  expect(cost).toBeNull();
});
