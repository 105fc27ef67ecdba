import { describe, expect, it } from "vitest";
import { CELLS } from "../../bench/cells.ts";
import { settlePlaced } from "../../src/repair/settle-placed.ts";
import { loadTableFamily } from "../support/load-table-family.ts";

const family = await loadTableFamily("sat-lima");

/** A row of twelve ones a series, with another target where it breaks its arithmetic. */
const row = (target: number) => ({
  kind: "activity" as const,
  page: 1,
  line: 1,
  text: "",
  labels: {},
  tokens: [target, ...Array(24).fill(1), ...Array(8).fill(3)].map((value) => ({
    text: String(value),
    page: 1,
    box: [0, 0, 1, 1] as const,
  })),
});
const settle = (...targets: readonly number[]) =>
  settlePlaced(
    {
      cells: CELLS,
      channel: "placed",
      numberFormat: { decimal: ".", thousands: "," },
      rows: targets.map(row),
    },
    family,
  );
const codes = (flags: readonly { readonly code: string }[]) => flags.map(({ code }) => code);

describe("settlePlaced", () => {
  it("doubts every row of a table of which hardly one adds up, those that do by chance as well", () => {
    const { rows, flags } = settle(13, 14, 15, 16, 17, 12);
    expect(codes(flags)).toEqual(["sums-never-hold"]);
    expect(rows.every((one) => codes(one.flags).includes("sums-never-hold"))).toBe(true);
    expect(rows.at(-1)!.status).toBe("verified");
  });

  it("has nothing against a table with a few rows that do not add up", () => {
    expect(settle(13, 14, 15, 16, 17, 12, 12, 12).flags).toEqual([]);
    expect(settle(13, 14, 15, 16).flags).toEqual([]);
    expect(codes(settle(13, 12).rows[1]!.flags)).toEqual([]);
  });
});
