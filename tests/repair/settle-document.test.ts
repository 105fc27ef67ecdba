import { describe, expect, test } from "vitest";
import type { SettledRow } from "../../src/document.ts";
import { settleDocument } from "../../src/repair/settle-document.ts";
import {
  monthsOnly,
  planFamily,
  print,
  printedRow,
  quartersFirst,
  quartersLast,
  rowOf,
  settle,
  settleAmong,
  soundRows,
  splice,
  targetRule,
  totalledFamily,
  totalOf,
  type Value,
  valuesIn,
} from "./support.ts";

const row = rowOf([11, 24, 37, 42, 58, 63, 19, 85, 96, 73, 31, 46]);
const texts = print(row);
const at = (cell: string) => quartersLast.indexOf(cell);
/** A row that is given without review must be the one that was printed. */
const isSettled = ({ status }: SettledRow) => status === "verified" || status === "repaired";

describe("a sound document", () => {
  const { rows, reconciliation, flags } = settle({
    rows: soundRows.map((sound) => print(sound)),
    total: print(totalOf(soundRows)),
  });

  test("every row is verified, number by number", () => {
    expect(rows.slice(0, -1).map(({ values }) => valuesIn(values))).toEqual(
      soundRows.map((sound) => valuesIn(sound)),
    );
    expect(rows.map(({ status }) => status)).toEqual(rows.map(() => "verified"));
    for (const { confidence } of rows) expect(confidence).toBeGreaterThan(0.98);
    expect(flags).toEqual([]);
  });

  test("every cell of the total matches", () => {
    expect(reconciliation).toHaveLength(33);
    expect(new Set(reconciliation.map(({ verdict }) => verdict))).toEqual(new Set(["match"]));
  });
});

describe("JEFATURA SAT's first row, as it stands in the first real document", () => {
  test("reads 24 ones: it is repaired, not rewritten", () => {
    const settled = settleAmong(["12", ...Array(22).fill("1"), ...Array(10).fill("3")]);
    expect(valuesIn(settled.values)).toEqual(valuesIn(rowOf(Array(12).fill(1))));
    expect(settled.status).toBe("repaired");
    expect(settled.repairs.every(({ edit }) => edit === "insert" || edit === "delete")).toBe(true);
  });
});

describe("one damage in a lively row, as a document gives it", () => {
  const may = at("programmed.may");
  const sep = at("executed.sep");

  test.each([
    ["a lost number", splice(texts, may, 1), "insert", ["programmed.may"]],
    ["a lost number with a blank in its place", splice(texts, may, 1, ""), "insert", ["programmed.may"]],
    ["a misread digit", splice(texts, may, 1, "53"), "replace", ["programmed.may"]],
    ["two cells run together", splice(texts, may, 2, "5863"), "split", ["programmed.may", "programmed.jun"]],
    ["a cell parted in two", splice(texts, may, 1, "5", "8"), "merge", ["programmed.may"]],
    ["a number printed twice", splice(texts, may, 0, "58"), "delete", ["programmed.may"]],
    ["a wrong target", splice(texts, 0, 1, "985"), "replace", ["target"]],
    [
      "a swap over a quarter's border",
      splice(texts, sep, 2, "73", "96"),
      "swap",
      ["executed.sep", "executed.oct"],
    ],
  ] as const)("%s is undone, and listed", (_, damaged, edit, cells) => {
    const settled = settleAmong(damaged);
    expect(valuesIn(settled.values)).toEqual(valuesIn(row));
    expect(settled.status).toBe("repaired");
    expect(settled.repairs.map((repair) => repair.cell)).toEqual(cells);
    for (const repair of settled.repairs) {
      expect(repair.edit).toBe(edit);
      expect(repair.value).toBe(row[repair.cell]);
      expect(repair.evidence.length).toBeGreaterThan(0);
    }
  });
});

describe("a total settles which month was lost", () => {
  // A 13 is gone from October to December, in both series, and so are the blanks beside it.
  const months: Value[] = [2, 7, null, 3, 5, null, 4, null, 8, null, 13, null];
  const truth = rowOf(months);
  const printed = texts33(["", "", ""]);
  const rows = [...soundRows.map((sound) => print(sound)), printed];

  /** The row with its last quarter's months blank in both series. */
  function texts33(last: readonly string[]): string[] {
    const list = print(truth);
    return splice(splice(list, at("programmed.oct"), 3, ...last), at("executed.oct"), 3, ...last);
  }

  test("alone, three months could have had it: all are candidates, and what they share is given", () => {
    const settled = settle({ rows }).rows.at(-1)!;
    expect(settled.status).toBe("ambiguous");
    expect(settled.values["programmed.q4"]).toBe(13);
    expect(settled.values.target).toBe(42);
    expect(settled.values["programmed.jan"]).toBe(2);
    for (const cell of ["programmed.oct", "programmed.nov", "programmed.dec"]) {
      expect(settled.values[cell]).toBe(null);
      expect(settled.candidates.some(({ cells }) => cells[cell] === 13)).toBe(true);
    }
  });

  test("with the total, November it is", () => {
    const settled = settle({ rows, total: print(totalOf([...soundRows, truth])) }).rows[soundRows.length]!;
    expect(valuesIn(settled.values)).toEqual(valuesIn(truth));
    expect(settled.status).toBe("repaired");
    const repair = settled.repairs.find(({ cell }) => cell === "programmed.nov");
    expect(repair?.evidence.some((text) => text.startsWith("TOTAL: programmed.nov = "))).toBe(true);
  });
});

describe("the document against its own arithmetic", () => {
  test("published totals of 4 where the months add up to 3 stay as printed", () => {
    // As a public document prints them: three months of 1, twice, and a target of 4.
    const months = print(rowOf([1, null, null, 1, null, null, null, null, null, null, 1, null]), monthsOnly);
    const cells = monthsOnly;
    const family = planFamily({ equations: [targetRule] });
    const settled = settleAmong(splice(months, 0, 1, "4"), { cells, family });
    expect(isSettled(settled) && settled.values.target !== 3).toBe(false);
    if (settled.status === "inconsistent") expect(settled.values.target).toBe(4);
  });

  test("several sums that are wrong at once: in review, and every broken equation is named", () => {
    const odd = { ...row, target: 1234, "programmed.q2": 9_876, "executed.q1": 5_555, "executed.q3": 7_777 };
    const settled = settleAmong(print(odd));
    expect(isSettled(settled)).toBe(false);
    if (settled.status === "inconsistent") expect(valuesIn(settled.values)).toEqual(valuesIn(odd));
  });
});

describe("numbers as they are printed", () => {
  test("decimals add up to the hundredth", () => {
    const cents = [0.1, 0.2, 0.17, 1.05, 2.3, 0.55, 3, 4.01, 0.7, 0.3, 0.6, 12.34];
    const money = rowOf(cents.map((value) => Math.round(value * 100)));
    const printed = print(money).map((text) => (Number(text) / 100).toFixed(2));
    const settled = settleAmong(printed);
    expect(settled.status).toBe("verified");
    expect(settled.values["programmed.feb"]).toBe(0.2);
    expect(settled.values["programmed.q1"]).toBe(0.47);
    expect(settled.values.target).toBe(25.32);
  });

  test("a lost decimal is found to the hundredth", () => {
    const printed = print(rowOf([110, 240, 375, 420, 580, 635, 190, 855, 960, 730, 310, 460])).map((text) =>
      (Number(text) / 100).toFixed(2),
    );
    const settled = settleAmong(splice(printed, at("programmed.mar"), 1));
    expect(settled.values["programmed.mar"]).toBe(3.75);
    expect(settled.repairs).toMatchObject([{ cell: "programmed.mar", printed: null, value: 3.75 }]);
  });

  test("thousands and decimal commas", () => {
    const large = rowOf([1200, 2400, 3700, 4200, 5800, 6300, 1900, 8500, 9600, 7300, 3100, 4600]);
    const printed = print(large).map((text) => `${text.replace(/(?=\d{3}$)/, ".")},50`);
    const halves = Object.fromEntries(
      Object.entries(large).map(([cell, value]) => [cell, Number(value) + 0.5]),
    );
    const cells = quartersLast;
    const family = planFamily({ equations: [] });
    const { rows } = settle({
      rows: [printed],
      cells,
      family,
      numberFormat: { decimal: ",", thousands: "." },
    });
    expect(valuesIn(rows[0]!.values)).toEqual(valuesIn(halves));
    expect(rows[0]!.status).toBe("unverified");
  });

  test("a printed 0 and a blank are kept apart", () => {
    const months: Value[] = [0, null, 5, 0, 0, 6, 7, null, 8, 9, 0, null];
    const settled = settleAmong(print(rowOf(months)));
    expect(settled.values["programmed.jan"]).toBe(0);
    expect(settled.values["programmed.feb"]).toBe(null);
    expect(settled.values["executed.aug"]).toBe(null);
  });

  test("a number too large to be held exactly is never passed on as another", () => {
    const huge = "123456789012345678901";
    const settled = settleAmong(splice(texts, at("executed.may"), 1, huge));
    // Its month can be found by its quarter; the number itself is named.
    expect([58, null]).toContain(settled.values["executed.may"]);
    expect(JSON.stringify([settled.flags, settled.repairs])).toContain(huge);
  });

  test("sums too large to be exact do not pass for sound", () => {
    const most = String(Number.MAX_SAFE_INTEGER);
    const settled = settleAmong([most, ...Array(24).fill(most), ...Array(8).fill(most)]);
    expect(isSettled(settled)).toBe(false);
  });
});

describe("text whose blanks are gone", () => {
  const rest = { channel: "collapsed" } as const;

  test("a full row is verified", () => {
    const settled = settleAmong(texts, rest);
    expect(settled.status).toBe("verified");
    expect(valuesIn(settled.values)).toEqual(valuesIn(row));
  });

  test("blanks at the end are put back", () => {
    const half = rowOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [1, 2, 3, 4, 5, 6, ...Array(6).fill(null)]);
    const settled = settleAmong(
      print(half).filter((text) => text !== ""),
      rest,
    );
    if (isSettled(settled)) expect(valuesIn(settled.values)).toEqual(valuesIn(half));
    else expect(settled.values["programmed.q3"] ?? 24).toBe(24);
  });

  test("a lone number of a quarter is put into no month without a doubt", () => {
    const sparse = rowOf([null, 24, null, 42, 13, 5, 19, 85, 7, 3, 31, 8]);
    const settled = settleAmong(
      print(sparse).filter((text) => text !== ""),
      rest,
    );
    if (isSettled(settled)) expect(valuesIn(settled.values)).toEqual(valuesIn(sparse));
    else {
      expect(settled.values["programmed.q1"]).toBe(24);
      expect(settled.candidates.some(({ cells }) => cells["programmed.feb"] === 24)).toBe(true);
    }
  });
});

describe("rows that say little", () => {
  test("a row without any number is told apart", () => {
    const settled = settleAmong(Array(33).fill(""));
    expect(settled.status).toBe("unverified");
    expect(settled.flags).toMatchObject([{ code: "no-numbers", severity: "error" }]);
  });

  test("words where numbers should be are in review, and named", () => {
    const settled = settleAmong(Array(33).fill("S.P."));
    expect(isSettled(settled)).toBe(false);
    expect(settled.flags.some(({ message }) => message.includes("S.P."))).toBe(true);
  });

  test("far too many numbers are in review, and named", () => {
    const settled = settleAmong(Array.from({ length: 90 }, (_, k) => String(1000 + 7 * k)));
    expect(isSettled(settled)).toBe(false);
    const named = settled.flags.map(({ message }) => message).join();
    for (const k of [0, 45, 89]) expect(named).toContain(String(1000 + 7 * k));
  });

  test("a family without equations has nothing to verify with", () => {
    const settled = settleAmong(texts, { family: planFamily({ equations: [] }) });
    expect(settled.status).toBe("unverified");
    expect(valuesIn(settled.values)).toEqual(valuesIn(row));
  });
});

describe("tables", () => {
  test("rows of several tables keep their order, each with its own columns", () => {
    const format = { decimal: ".", thousands: null } as const;
    const tables = [quartersLast, quartersFirst].map((cells, k) => ({
      cells,
      channel: "tabular" as const,
      numberFormat: format,
      rows: [printedRow(print(row, cells), 10 * k + 1), printedRow(print(row, cells), 10 * k + 2)],
    }));
    const { rows } = settleDocument(tables, planFamily());
    expect(rows.map(({ printed }) => printed.line)).toEqual([1, 2, 11, 12]);
    for (const { values } of rows) expect(valuesIn(values)).toEqual(valuesIn(row));
  });

  test("no table, no rows", () => {
    expect(settleDocument([], totalledFamily)).toEqual({ rows: [], reconciliation: [], flags: [] });
  });
});

describe("totals rows", () => {
  const rows = soundRows.map((sound) => print(sound));
  const sums = totalOf(soundRows);

  test("one that is misread where it breaks its own sums is put right by the rows", () => {
    const total = print({ ...sums, target: 6805, "programmed.q2": 1 });
    const settled = settle({ rows, total });
    const last = settled.rows.at(-1)!;
    if (isSettled(last)) expect(valuesIn(last.values)).toEqual(valuesIn(sums));
    for (const [k, sound] of soundRows.entries()) {
      expect(settled.rows[k]!.status).toBe("verified");
      expect(valuesIn(settled.rows[k]!.values)).toEqual(valuesIn(sound));
    }
  });

  test("one that is sound in itself but not the rows' sum is reported, and changes nothing", () => {
    const other = totalOf([...soundRows, row]);
    const settled = settle({ rows, total: print(other) });
    expect(valuesIn(settled.rows.at(-1)!.values)).toEqual(valuesIn(other));
    for (const [k, sound] of soundRows.entries())
      expect(valuesIn(settled.rows[k]!.values)).toEqual(valuesIn(sound));
    const target = settled.reconciliation.find(({ cell }) => cell === "target");
    expect(target).toMatchObject({ difference: 585, verdict: "mismatch" });
  });
});

test("a row under no columns is read as text whose blanks are gone, in a table that has columns", () => {
  const sparse = rowOf([24, null, 22, null, 17, ...Array(7).fill(null)]);
  const tokens = print(sparse).filter((text) => text !== "");
  // The executed 24 fell into two: with all blanks in their places the row would have too few numbers by half.
  const torn = splice(tokens, tokens.lastIndexOf("24"), 1, "2", "4");
  const rows = [
    ...soundRows.map((sound, k) => printedRow(print(sound), k + 1)),
    { ...printedRow(torn, 20), blanksLost: true },
    printedRow(print(totalOf([...soundRows, sparse])), 21, "TOTAL"),
  ];
  const numberFormat = { decimal: ".", thousands: null } as const;
  const table = { cells: quartersLast, rows, channel: "tabular", numberFormat } as const;
  const settled = settleDocument([table], totalledFamily).rows[soundRows.length] as SettledRow;
  expect(settled.values.target).toBe(63);
  expect(settled.values["executed.q1"]).toBe(46);
  if (isSettled(settled)) expect(valuesIn(settled.values)).toEqual(valuesIn(sparse));
});

test("where hardly a row can be read by its columns, one that has as many numbers is doubted too", () => {
  const cells = ["target", "programmed.q1", "programmed.q2"];
  const long = Array.from({ length: 9 }, (_, k) => String(11 + 7 * k));
  const { rows, flags } = settle({
    rows: [...Array.from({ length: 6 }, () => long), ["342", "342", "342"]],
    cells,
    family: planFamily({ equations: [] }),
  });
  const codes = rows.map((row) => row.flags.map(({ code }) => code));
  expect(codes[0]).toContain("no-reading");
  expect(codes.at(-1)).toContain("sums-never-hold");
  expect(flags).toMatchObject([{ code: "sums-never-hold", severity: "error" }]);
});
