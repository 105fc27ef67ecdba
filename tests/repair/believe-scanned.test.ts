import { describe, expect, test } from "vitest";
import { CELLS } from "../../bench/cells.ts";
import type { Token } from "../../src/document.ts";
import { settleDocument } from "../../src/repair/settle-document.ts";
import { loadTableFamily } from "../support/load-table-family.ts";

const family = await loadTableFamily("sat-lima");

type Cell = string | readonly (readonly [text: string, probability: number])[];
const SOUND = [12, ...Array(24).fill(1), ...Array(8).fill(3)].map(String);

/** A row of a scan: a text is read for all but sure, a list is the ways to read it. */
function settle(changes: Readonly<Record<string, Cell>>, base: readonly string[] = SOUND) {
  const tokens = CELLS.map((name, k): Token => {
    const cell = changes[name] ?? base[k]!;
    const box = [0, 0, 1, 1] as const;
    if (cell === "") return { text: "", page: 1, box: null };
    const ways = typeof cell === "string" ? [[cell, 0.9998] as const] : cell;
    const readings = ways.map(([text, probability]) => ({ text, probability }));
    return { text: ways[0]![0], page: 1, box, readings };
  });
  const { rows } = settleDocument(
    [
      {
        cells: CELLS,
        channel: "placed",
        numberFormat: { decimal: ".", thousands: "," },
        rows: [{ kind: "activity", page: 1, line: 1, text: "", labels: {}, tokens }],
      },
    ],
    family,
  );
  return rows[0]!;
}

test("a row whose equations confirm what was read is verified", () => {
  const row = settle({});
  expect(row.status).toBe("verified");
  expect(row.confidence).toBeGreaterThan(0.999);
  expect(row.confidence).toBeLessThan(1);
});

test("a blank beside a number under a stamp may hide one, so that the stamped number is not changed for it", () => {
  // Printed: 9, 1, 3 and 13; the 3 was lost under the stamp that touches the 1, which looks a little like a 4.
  const months = { "programmed.oct": "9", "programmed.nov": [["1", 0.78]] as const, "programmed.dec": "" };
  const row = settle({ ...months, "programmed.q4": "13", target: "22" });
  expect(row.status).toBe("ambiguous");
});

describe("the equations settle what OCR doubts", () => {
  test("a runner-up that makes them hold is the reading", () => {
    const row = settle({
      "programmed.mar": [
        ["7", 0.9],
        ["1", 0.08],
      ],
    });
    expect(row).toMatchObject({ status: "repaired", values: { "programmed.mar": 1 } });
    expect(row.repairs).toMatchObject([{ cell: "programmed.mar", printed: 7, value: 1, edit: "replace" }]);
  });

  test("a doubtful cell that they confirm is no doubt any more", () => {
    expect(
      settle({
        "programmed.mar": [
          ["1", 0.6],
          ["7", 0.39],
        ],
      }).status,
    ).toBe("verified");
  });

  // A month under a stamp is what the year leaves of it, or the quarter: whichever of these was read better.
  test.each([
    ["target", "42", "programmed.q1"],
    ["programmed.q1", "8", "target"],
  ])("a month that was not read takes no value from %s where OCR doubts it", (cell, read, sure) => {
    const row = settle({ "programmed.jan": [["+", 0.2]], [cell]: [[read, 0.6]] });
    expect(row.values).toMatchObject({ "programmed.jan": 1, target: 12, "programmed.q1": 3 });
    expect(row.repairs.map((repair) => repair.cell)).not.toContain(sure);
  });

  test("a number that nobody offered is found where only one makes them hold", () => {
    const row = settle({ "executed.nov": [["4", 0.5]] });
    expect(row).toMatchObject({ status: "repaired", values: { "executed.nov": 1 } });
  });

  test("print that is no number is what its equations leave it", () => {
    const row = settle({ "programmed.mar": [["?", 0.1]] });
    expect(row.values["programmed.mar"]).toBe(1);
    expect(row.status).toBe("repaired");
  });

  test("dust is taken away", () => {
    const blank = SOUND.with(3, "").with(0, "11").with(25, "2");
    const dusty = settle({ "programmed.mar": [["1", 0.7]] }, blank);
    expect(dusty).toMatchObject({ status: "repaired", values: { "programmed.mar": null } });
  });
});

describe("a row goes to review", () => {
  test("where OCR overlooked a number, or misread its neighbour: all ways are offered", () => {
    const row = settle({ "programmed.mar": "" });
    expect(row.status).toBe("ambiguous");
    expect(row.candidates.map(({ cells }) => cells["programmed.mar"])).toEqual([1, null, null]);
  });

  test("where two ways to read it satisfy everything", () => {
    const twice = {
      "executed.mar": [
        ["1", 0.6],
        ["7", 0.4],
      ],
      "executed.q1": [
        ["3", 0.6],
        ["9", 0.4],
      ],
    } as const;
    const row = settle(twice);
    expect(row.status).toBe("ambiguous");
    expect(row.values["executed.mar"]).toBeNull();
    expect(row.candidates.map(({ cells }) => cells["executed.mar"])).toEqual([1, 7]);
  });

  test("where the document contradicts itself, or OCR errs though it is sure", () => {
    const row = settle({ target: "57" });
    expect(row.status).toBe("ambiguous");
    expect(row.candidates.map(({ cells }) => cells.target)).toEqual([12, 57]);
  });

  test("where two clear readings would have to be wrong", () => {
    expect(["ambiguous", "inconsistent"]).toContain(settle({ target: "19", "executed.q2": "8" }).status);
  });

  test("where the lines between cells were lost, and several numbers stand in one", () => {
    const row = settle({ "programmed.apr": [["1 1 1", 0.5]], "programmed.may": "", "programmed.jun": "" });
    expect(row.status).toBe("ambiguous");
  });

  test("where ink says nothing and adds nothing: a zero, or a stamp over a blank", () => {
    const blank = SOUND.with(3, "").with(0, "11").with(25, "2");
    expect(settle({ "programmed.mar": [["?", 0.1]] }, blank).status).toBe("ambiguous");
  });

  test("where numbers that make good for each other are both doubtful", () => {
    const doubtful = { "executed.mar": [["1", 0.5]], "executed.q1": [["3", 0.5]] } as const;
    expect(settle(doubtful).confidence).toBeLessThan(0.99);
  });
});

test("a yearly number whose months are blank is not taken away: a plan may not part it", () => {
  const blank = CELLS.map((name, k) => (name.startsWith("programmed.") ? "" : SOUND[k]!));
  const row = settle({ target: [["12", 0.95]] }, blank);
  expect(row.status).not.toBe("repaired");
  expect(row.confidence).toBeLessThan(0.6);
});
