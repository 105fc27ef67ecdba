import { expect, test } from "vitest";
import { loadSamples } from "../../bench/pdf/load-samples.ts";
import { readDocument } from "../../bench/pdf/score/read-document.ts";

const samples = loadSamples(["samples"]);

test("there are samples", () => {
  expect(samples.length).toBeGreaterThan(10);
});

test.each(samples.map((sample) => [sample.path, sample] as const))(
  "%s is read as it was printed",
  async (_, sample) => {
    const outcome = await readDocument(sample);
    expect(outcome).toMatchObject({ kind: "read", score: { notes: [], silent: 0, review: 0 } });
  },
);
