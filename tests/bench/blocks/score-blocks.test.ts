import { expect, test } from "vitest";
import { loadReports } from "../../../bench/blocks/load-reports.ts";
import { scoreBlocks } from "../../../bench/blocks/score/score-blocks.ts";
import { extract } from "../../../src/extract.ts";
import type { Extraction } from "../../../src/schema.ts";

const { pdf, truth } = loadReports("samples").find(({ name }) => name === "ceplan-b5/browser")!;
const read = await extract(new Uint8Array(pdf), { name: "browser.pdf", ocr: "off" });

/** What was read, with one thing changed. */
function changed(change: (copy: Extraction) => void): Extraction {
  const copy = structuredClone(read);
  change(copy);
  return copy;
}

test("what is read as printed is right", () => {
  expect(scoreBlocks(truth, read)).toMatchObject({ right: truth.rows.length, wrongSilent: 0, notes: [] });
});

test("a wrong number is silent where its row does not ask for review", () => {
  const wrong = changed(({ rows }) => {
    rows[1]!.series.financial!.monthly[3] = 1;
    rows[1]!.needsReview = false;
  });
  const { wrongSilent, right, notes } = scoreBlocks(truth, wrong);
  expect({ wrongSilent, right }).toEqual({ wrongSilent: 1, right: truth.rows.length - 1 });
  expect(notes[0]).toContain("financial.apr");
  wrong.rows[1]!.needsReview = true;
  expect(scoreBlocks(truth, wrong)).toMatchObject({ wrongFlagged: 1, wrongSilent: 0 });
});

test("a text of another activity, and a context of another group, are wrong", () => {
  const wrong = changed(({ rows }) => {
    rows[0]!.labels.activity += " Y";
    rows[2]!.labels.action = "OTRA";
  });
  expect(scoreBlocks(truth, wrong).wrongSilent + scoreBlocks(truth, wrong).wrongFlagged).toBe(2);
});

test("rows that are lost or invented are counted", () => {
  const lost = changed(({ rows }) => rows.splice(4, 1));
  expect(scoreBlocks(truth, lost)).toMatchObject({ missing: 1, invented: 0 });
  const twice = changed(({ rows }) => rows.splice(4, 0, structuredClone(rows[4]!)));
  expect(scoreBlocks(truth, twice)).toMatchObject({ missing: 0, invented: 1 });
});

test("a contradiction that is not told, or told where there is none, is misjudged", () => {
  const sound = read.rows.findIndex(({ status }) => status === "verified");
  const wrong = changed(({ rows }) => {
    rows[sound]!.status = "inconsistent";
  });
  expect(scoreBlocks(truth, wrong).misjudged).toBe(1);
});
