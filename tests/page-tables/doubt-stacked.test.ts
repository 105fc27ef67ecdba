import { describe, expect, it } from "vitest";
import type { PrintedRow } from "../../src/document.ts";
import { doubtStacked } from "../../src/page-tables/doubt-stacked.ts";
import { town } from "../read/family-fixture.ts";

const row = (labels: Record<string, string>): PrintedRow => ({
  kind: "activity",
  page: 1,
  line: 1,
  text: "",
  labels,
  tokens: [],
});
const countDoubted = (...labels: Record<string, string>[]) =>
  doubtStacked(labels.map(row), town).filter(({ doubts = [] }) => doubts.length > 0).length;

const PLANNED = { activity: "Supervisar", unit: "INFORME PROG." };
const DONE = { unit: "EJC" };

describe("rows that are one series each", () => {
  it("are doubted where both are named line by line", () => {
    expect(countDoubted(PLANNED, DONE, PLANNED, DONE)).toBe(4);
  });

  it("are none where the name of a series is but a word of some texts", () => {
    const others = Array.from({ length: 5 }, () => ({ activity: "Informar", unit: "INFORME" }));
    expect(countDoubted(PLANNED, DONE, ...others)).toBe(0);
    expect(countDoubted(PLANNED, PLANNED, { activity: "Evaluar lo ejecutado", unit: "INFORME" })).toBe(0);
  });
});
