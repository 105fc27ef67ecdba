import { describe, expect, it } from "vitest";
import type { Table } from "../../src/document.ts";
import { doubtHalves } from "../../src/page-tables/doubt-halves.ts";

const family = { series: [{ key: "programmed" }, { key: "executed" }] } as unknown as Parameters<
  typeof doubtHalves
>[1];
const table = (cells: readonly string[]) =>
  ({
    cells,
    rows: [{ kind: "activity", page: 1, line: 1, text: "", labels: {}, tokens: [] }],
  }) as unknown as Table;
const doubtsOf = (cells: readonly string[]) =>
  doubtHalves([table(cells)], family).flatMap(({ rows }) => rows.flatMap(({ doubts = [] }) => doubts));

describe("doubtHalves", () => {
  it("doubts the rows of a table that lacks a series", () => {
    expect(doubtsOf(["target", "programmed.jan"])).toMatchObject([{ code: "half-row", severity: "error" }]);
  });

  it("leaves a table alone that has something of each", () => {
    expect(doubtsOf(["programmed.q1", "executed.q1"])).toEqual([]);
  });
});
