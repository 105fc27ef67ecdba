import { describe, expect, it } from "vitest";
import type { Line, PrintedRow } from "../../src/document.ts";
import { doubtLabels, doubtMissing } from "../../src/read/doubt-labels.ts";
import { town } from "./family-fixture.ts";

const line = (page: number, number: number): Line => ({ page, number, text: "x", pieces: [] });

describe("doubtLabels", () => {
  it("says nothing where nothing is doubted", () => {
    expect(doubtLabels([])).toEqual([]);
  });

  it("names the lines, page by page", () => {
    const flags = doubtLabels([line(1, 3), line(1, 4), line(1, 9), line(2, 12)]);
    expect(flags.map(({ code, severity }) => [code, severity])).toEqual([
      ["labels-doubted", "warning"],
      ["labels-doubted", "warning"],
    ]);
    expect(flags[0]!.message).toMatch(/^Page 1: .*: 3-4, 9$/);
    expect(flags[1]!.message).toMatch(/^Page 2: .*: 12$/);
  });
});

describe("doubtMissing", () => {
  const row = (kind: PrintedRow["kind"], labels: Record<string, string>): PrintedRow => ({
    ...{ kind, page: 1, line: 1, text: "x", labels, tokens: [] },
  });
  const doubtsOf = (rows: readonly PrintedRow[]) =>
    doubtMissing(rows, ["activity", "unit"], town).map(({ doubts }) => doubts?.map(({ message }) => message));

  it("names what a row lacks of the columns that the header names", () => {
    const rows = [
      row("activity", { activity: "Control", unit: "Informe" }),
      row("activity", { activity: "Pagos" }),
    ];
    expect(doubtsOf(rows)).toEqual([undefined, [expect.stringContaining("No unit was read")]]);
  });

  it("doubts a text that took up the header", () => {
    const headed = row("activity", { activity: "META ENE FEB MAR ABR Control", unit: "Informe" });
    expect(doubtsOf([headed])[0]).toHaveLength(1);
  });

  it("doubts a total whose name took up other texts", () => {
    const rows = [
      row("total", { label: "TOTAL ACCIONES" }),
      row("total", { label: `TOTAL ${"de los pagos ".repeat(6)}` }),
    ];
    expect(doubtsOf(rows).map((doubts) => doubts?.length)).toEqual([undefined, 1]);
  });
});
