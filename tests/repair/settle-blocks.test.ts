import { describe, expect, it } from "vitest";
import type { PrintedRow, Table, Token } from "../../src/document.ts";
import { settleBlocks } from "../../src/repair/settle-blocks.ts";
import { monthKeys } from "../../src/rules/cell-names.ts";
import { evenly, familyOf } from "../blocks/support.ts";

const CELLS = ["physical", "financial"].flatMap((key) =>
  [...monthKeys, "total"].map((part) => `${key}.${part}`),
);
const token = (text: string | number): Token => ({ text: String(text), page: 1, box: null });
const row = (
  physical: readonly (string | number)[],
  financial: readonly (string | number)[],
  changes: Partial<PrintedRow> = {},
): PrintedRow => ({
  kind: "activity",
  page: 1,
  line: 7,
  text: "",
  labels: { activityCode: "AOI1" },
  tokens: [...physical, ...financial].map(token),
  ...changes,
});
const table = (rows: readonly PrintedRow[], thousands: "," | null = ","): Table => ({
  cells: CELLS,
  rows,
  channel: "placed",
  numberFormat: { decimal: ".", thousands },
});
const settle = (rows: readonly PrintedRow[], family = familyOf()) => settleBlocks([table(rows)], family);
const settleOne = (...series: Parameters<typeof row>) => settle([row(...series)]).rows[0]!;
const codes = ({ flags }: { flags: readonly { code: string }[] }) => flags.map(({ code }) => code);
const blanks = new Array<string>(13).fill("");
/** Twelve months with some of them replaced, and a total. */
const months = (changes: Record<number, string | number>, total: string | number) =>
  [...new Array<string | number>(12).fill(0), total].map((value, k) => changes[k] ?? value);

describe("a row whose print adds up", () => {
  const settled = settleOne(evenly(1), months({ 0: "1,000.50", 11: "0.50" }, "1,001.00"));

  it("is verified, its numbers read as they are written", () => {
    expect(settled.status).toBe("verified");
    expect(settled.values["financial.jan"]).toBe(1000.5);
    expect(settled.values["financial.total"]).toBe(1001);
    expect(settled.confidence).toBeGreaterThan(0.999);
    expect([settled.flags, settled.repairs, settled.candidates]).toEqual([[], [], []]);
  });

  it("keeps a blank apart from a zero", () => {
    const { values, tokens, status } = settleOne(months({ 3: "", 5: 7 }, 7), blanks);
    expect([values["physical.apr"], values["physical.may"]]).toEqual([null, 0]);
    expect(Object.hasOwn(tokens, "physical.apr")).toBe(false);
    expect(status).toBe("verified");
  });
});

describe("a doubt about the numbers of some cells", () => {
  const doubts = (...cells: string[]) => [
    { code: "number-cut", severity: "error" as const, cells, message: "" },
  ];
  const flagsOf = (total: number, ...cells: string[]) =>
    codes(settleOne(evenly(1), months({ 0: 5 }, total), { doubts: doubts(...cells) }));

  it("is lifted where sums that hold confirm all of them", () => {
    expect(flagsOf(5, "financial.jan", "physical.feb")).toEqual([]);
    expect(flagsOf(70, "financial.jan")).toEqual(["equation-broken", "number-cut"]);
    expect(flagsOf(70, "physical.jan")).toEqual(["equation-broken"]);
    expect(flagsOf(5)).toEqual(["number-cut"]);
  });
});

it("doubts a row whose numbers add up to a blank: they may stand under another's name", () => {
  expect(codes(settleOne(months({ 0: 5 }, ""), evenly(1)))).toEqual(["total-missing"]);
  expect(codes(settleOne(months({ 0: 5 }, "S/."), evenly(1)))).toEqual(["total-missing"]);
  expect(codes(settleOne(months({ 0: 5 }, "1 2"), evenly(1)))).toEqual(["number-not-read"]);
  expect(codes(settleOne(blanks, evenly(1)))).toEqual([]);
  expect(codes(settleOne(months({ 0: 5 }, "S.P."), evenly(1)))).toEqual([]);
});

describe("a rule that holds only where most rows keep to it", () => {
  const family = familyOf({ equations: [{ equation: "physical.total = physical.jan", mostly: true }] });
  const says = (first: number, total: number) => row(months({ 0: first }, total), blanks);
  const statuses = (rows: readonly PrintedRow[]) => settle(rows, family).rows.map(({ status }) => status);

  it("is asked of all rows there", () => {
    const kept = [says(1, 1), says(2, 2), says(3, 3), says(4, 4)];
    expect(statuses([...kept, says(5, 6)]).at(-1)).toBe("inconsistent");
  });

  it("is asked of none elsewhere, whatever rows of nothing say", () => {
    const nothing = Array.from({ length: 20 }, () => says(0, 0));
    expect(statuses([...nothing, says(5, 6), says(5, 7), says(5, 5)]).at(-2)).toBe("unverified");
  });
});

describe("a row whose print does not add up", () => {
  const settled = settleOne([1, 1, 1, ...new Array(9).fill(0), 4], evenly(0));

  it("is inconsistent, its numbers as printed, with both figures said", () => {
    expect(settled.status).toBe("inconsistent");
    expect(settled.values["physical.total"]).toBe(4);
    expect(settled.repairs).toEqual([]);
    expect(settled.flags).toHaveLength(1);
    expect(settled.flags[0]).toMatchObject({
      code: "equation-broken",
      severity: "warning",
      message: "physical.total = physical.jan..dec does not hold: physical.total says 4, it comes to 3.",
    });
    expect(settled.flags[0]!.cells).toHaveLength(13);
  });
});

describe("amounts in whole soles", () => {
  const off = [...new Array<number>(12).fill(100), 1206];
  it("may be off by half of one for each month, where the document prints no decimals", () => {
    expect(settleOne(evenly(1), off).status).toBe("verified");
    expect(settleOne(evenly(1), [...off.slice(0, 12), 1207]).status).toBe("inconsistent");
  });

  it("may not where another row prints decimals", () => {
    const { rows } = settle([row(evenly(1), off), row(evenly(1), months({ 0: "2.50" }, "2.50"))]);
    expect(rows.map(({ status }) => status)).toEqual(["inconsistent", "verified"]);
  });

  it("are told from counts, which are exact", () => {
    expect(settleOne([...new Array<number>(12).fill(1), 13], evenly(100)).status).toBe("inconsistent");
  });

  it("stay whole where counts are fractions", () => {
    const { rows } = settle([row(months({ 0: "0.17", 1: "0.83" }, 1), off)]);
    expect(rows[0]!.status).toBe("verified");
  });
});

describe("what is printed where there is no number", () => {
  it.each([
    ["S.P.", "not-programmed"],
    ["S. P .", "not-programmed"],
    ["s.p.", "not-programmed"],
    ["S.I.", "incomplete"],
    ["ND", "no-data"],
    ["-", "not-applicable"],
  ])("%s is said to be %s, and is neither a number nor a zero", (text, meaning) => {
    const settled = settleOne(months({ 0: text, 1: 5 }, 5), blanks);
    expect(settled.values["physical.jan"]).toBeNull();
    expect(settled.absences).toEqual({ "physical.jan": { printed: text, meaning } });
    expect(settled.tokens["physical.jan"]?.text).toBe(text);
    expect(settled.status).toBe("verified");
  });

  it("is not said of a blank", () => {
    expect(settleOne(months({}, 0), blanks)).not.toHaveProperty("absences");
  });
});

describe("what cannot be read", () => {
  it.each(["1O", "12 13", "9007199254740993", "S.X."])(
    "%s leaves its cell open, and the row to a person",
    (text) => {
      const settled = settleOne(months({ 0: text }, 0), blanks);
      expect(settled.status).toBe("ambiguous");
      expect(settled.confidence).toBe(0);
      expect(settled.values["physical.jan"]).toBeNull();
      expect(settled.flags.find(({ code }) => code === "number-not-read")).toMatchObject({
        cells: ["physical.jan"],
        message: expect.stringContaining(text),
      });
    },
  );

  it("a row without any number is sure of nothing", () => {
    const settled = settleOne(blanks, blanks);
    expect([settled.status, settled.confidence, codes(settled)]).toEqual(["unverified", 0, ["no-numbers"]]);
  });

  it("numbers that no rule reaches are not verified", () => {
    expect(settleOne(months({ 0: 5 }, ""), blanks).status).toBe("unverified");
  });
});

it("a total's currency is no part of its number", () => {
  const total = row(blanks, [...blanks.slice(1), "S/ 1,200.50"], {
    kind: "total",
    labels: { label: "T" },
    total: 1,
  });
  expect(settle([total]).rows[0]!.values["financial.total"]).toBe(1200.5);
});

describe("a row of a scan", () => {
  type Print = string | number | { readonly text: string; readonly probability: number }[];
  const scanned = (physical: readonly Print[], financial: readonly Print[] = blanks, family = familyOf()) => {
    const tokens = [...physical, ...financial].map((print): Token => {
      const readings = Array.isArray(print) ? print : [{ text: String(print), probability: 0.999 }];
      const { text } = readings[0]!;
      const numbers = readings.map((one) => ({ ...one, text: one.text.replace("S/. ", "") }));
      return text === "" || text === "-" ? token(text) : { ...token(text), readings: numbers };
    });
    return settle([{ ...row(blanks, blanks), tokens }], family).rows[0]!;
  };
  const either = (text: string, other: string) => [
    { text, probability: 0.7 },
    { text: other, probability: 0.29 },
  ];
  const year = (changes: Record<number, Print>, total: Print): Print[] =>
    [...new Array<Print>(12).fill(0), total].map((value, k) => changes[k] ?? value);

  it("is read so that its sums hold, and says what it changed", () => {
    const settled = scanned(year({ 0: either("4", "1"), 3: 2 }, 3));
    expect([settled.status, settled.values["physical.jan"]]).toEqual(["repaired", 1]);
    expect(settled.repairs).toMatchObject([{ cell: "physical.jan", printed: 4, value: 1 }]);
    expect(settled.confidence).toBeGreaterThan(0.98);
  });

  it("is verified where its sums hold as it was read", () => {
    const settled = scanned(year({ 0: either("1", "4") }, 1), year({ 5: "-", 7: "250.50" }, "S/. 250.50"));
    expect(settled.status).toBe("verified");
    expect(settled.values["financial.total"]).toBe(250.5);
    expect(settled.tokens["financial.total"]!.text).toBe("S/. 250.50");
    expect(settled.absences).toEqual({ "financial.jun": { printed: "-", meaning: "not-applicable" } });
  });

  it("is as sure as OCR is of numbers that no sum reaches", () => {
    const { status, confidence } = scanned(year({ 0: either("1", "4") }, ""));
    expect(status).toBe("ambiguous");
    expect(confidence).toBeCloseTo(0.7, 1);
  });

  it("does not make a blank of ink that its sums take for nothing", () => {
    const total = [{ text: "8", probability: 0.5 }];
    expect(scanned(new Array<Print>(12).fill("").concat([total])).status).toBe("ambiguous");
  });

  it("is confirmed by a share that agrees with it, and contradicted by one that does not", () => {
    const family = familyOf({
      groups: [
        { key: "programmed", header: ["PROGRAMACIÓN"] },
        { key: "share", header: ["% AVANCE"] },
      ],
      series: [
        { key: "physical", line: "physical", group: "programmed" },
        { key: "financial", line: "financial", group: "programmed" },
      ],
      equations: [
        "physical.total = physical.jan..nov",
        "financial.total = financial.jan..dec",
        "physical.dec = percent financial.total of physical.total",
      ],
    });
    const share = [{ text: "50", probability: 0.9 }];
    const of = (total: number) => scanned(year({ 0: total, 11: share }, total), evenly(1), family);
    expect(of(24).status).toBe("verified");
    expect(of(25).status).toBe("ambiguous");
  });
});

it("doubts about how a row was read stay with it", () => {
  const doubt = { code: "text-unsure", severity: "error", cells: [], message: "x" } as const;
  expect(settleOne(evenly(1), evenly(1), { doubts: [doubt] }).flags).toEqual([doubt]);
});
