import { describe, expect, test } from "vitest";
import { CELLS, completeRow, isSound, SUMS } from "../../bench/cells.ts";

const year = (value: number | null) => Array<number | null>(12).fill(value);
const never = () => false;

describe("the bench's cells", () => {
  test("are META, two years of months, and the quarters in pairs", () => {
    expect(CELLS).toHaveLength(33);
    expect(CELLS[0]).toBe("target");
    expect(CELLS[1]).toBe("programmed.jan");
    expect(CELLS[12]).toBe("programmed.dec");
    expect(CELLS[13]).toBe("executed.jan");
    expect(CELLS.slice(25)).toEqual([
      "programmed.q1",
      "executed.q1",
      "programmed.q2",
      "executed.q2",
      "programmed.q3",
      "executed.q3",
      "programmed.q4",
      "executed.q4",
    ]);
  });

  test("are held together by nine sums", () => {
    expect(SUMS).toHaveLength(9);
    const byName = SUMS.map(({ total, terms }) => [CELLS[total], CELLS[terms[0]!], CELLS[terms.at(-1)!]]);
    expect(byName).toContainEqual(["target", "programmed.jan", "programmed.dec"]);
    expect(byName).toContainEqual(["executed.q4", "executed.oct", "executed.dec"]);
  });
});

describe("isSound", () => {
  const sound = completeRow(year(2), year(1), never);

  test("holds for a row whose sums are right, blanks counting as 0", () => {
    expect(isSound(sound)).toBe(true);
    expect(isSound(completeRow([5, ...year(null).slice(1)], year(null), () => true))).toBe(true);
  });

  test.each(CELLS.map((name, cell) => [name, cell] as const))("fails where %s is off by one", (_, cell) => {
    expect(isSound(sound.map((value, index) => (index === cell ? value! + 1 : value)))).toBe(false);
  });

  test("adds decimals without the noise of floating point", () => {
    expect(isSound(completeRow(year(0.1), year(0.7), never))).toBe(true);
  });
});

describe("completeRow", () => {
  test("adds up META and the quarters, programmed and executed in turn", () => {
    const row = completeRow([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], year(1), never);
    expect(row[0]).toBe(78);
    expect(row.slice(25)).toEqual([6, 3, 15, 3, 24, 3, 33, 3]);
  });

  test("leaves a quarter blank only where it is told to, and only when it adds up to 0", () => {
    const months = [1, ...year(null).slice(1)];
    expect(completeRow(months, months, () => true).slice(25)).toEqual([
      1,
      1,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(completeRow(months, months, never).slice(25)).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
  });
});
