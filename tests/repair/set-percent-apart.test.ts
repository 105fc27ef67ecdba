import { describe, expect, it } from "vitest";
import type { PrintedRow, SettledRow, Table } from "../../src/document.ts";
import { setPercentApart } from "../../src/repair/set-percent-apart.ts";

const row = (...texts: string[]): PrintedRow => ({
  kind: "activity",
  page: 1,
  line: 1,
  text: "",
  labels: {},
  tokens: texts.map((text) => ({ text, page: 1, box: null })),
});
const table = (...rows: PrintedRow[]): Table => ({
  cells: ["target", "programmed.jan", "programmed.feb", "extra.progress"],
  rows,
  channel: "collapsed",
  numberFormat: { decimal: ",", thousands: "." },
});

describe("setPercentApart", () => {
  it("takes percentages out and puts them back, wherever blanks were lost", () => {
    const whole = table(row("3", "1", "2", "100%"), row("2", "2", "30,5 %"), row("2", "2"));
    const { table: apart, putBack } = setPercentApart(whole);
    expect(apart.cells).toEqual(["target", "programmed.jan", "programmed.feb"]);
    expect(apart.rows.map(({ tokens }) => tokens.map(({ text }) => text).join())).toEqual([
      "3,1,2",
      "2,2",
      "2,2",
    ]);
    const settled = { printed: apart.rows[1], values: { target: 2 }, tokens: {} } as unknown as SettledRow;
    expect(putBack(settled, 1)).toMatchObject({
      printed: whole.rows[1],
      values: { target: 2, "extra.progress": 30.5 },
      tokens: { "extra.progress": { text: "30,5 %" } },
    });
    expect(putBack(settled, 2).values).toEqual({ target: 2, "extra.progress": null });
  });

  it.each([
    ["no signs", table(row("3", "1", "2", "100"))],
    ["two signs in a row", table(row("3", "1", "20%", "100%"))],
    ["a full row that lost its sign", table(row("3", "1", "2", "100%"), row("3", "1", "2", "100"))],
    [
      "no such column",
      { ...table(row("3", "1", "2")), cells: ["target", "programmed.jan", "programmed.feb"] },
    ],
  ])("leaves a table alone that has %s", (_, whole) => {
    expect(setPercentApart(whole).table).toBe(whole);
  });
});
