import { describe, expect, it } from "vitest";
import { createDoneDoubt } from "../../src/page-tables/doubt-done.ts";
import type { Region } from "../../src/page-tables/region.ts";
import { town } from "../read/family-fixture.ts";
import { columnsOf, pageOf, rowOf, wordsAt } from "./words.ts";

const COLUMNS = columnsOf("activity", "target", "programmed.jan", "programmed.feb");

/** A table whose months stand right of some x, under a text that begins there or further left. */
function regionOf(over: string, x = COLUMNS[2]!.left + 2, y = 88, columns = COLUMNS): Region {
  const page = pageOf({ words: wordsAt(over, x, y) });
  const rows = [rowOf(["Informar", "3", "1", "2"], 120)];
  return { page, columns, rows, hasHeader: true, box: [0, 90, 400, 130] };
}

const doubts = (region: Region) => createDoneDoubt(town)(region).map(({ code }) => code);

describe("createDoneDoubt", () => {
  it.each(["LOGRO", "Realizado", "AVANCE"])("doubts months under %s, where no series is named", (over) => {
    expect(doubts(regionOf(over))).toEqual(["column-unknown"]);
    expect(doubts(regionOf(over, undefined, 100))).toEqual(["column-unknown"]);
  });

  it("leaves months alone under the name of the plan, under other texts, and titles that are wider or far off", () => {
    expect(doubts(regionOf("METAS"))).toEqual([]);
    expect(doubts(regionOf("PROGRAMADO AVANCE"))).toEqual([]);
    expect(doubts(regionOf("AVANCE", 20))).toEqual([]);
    expect(doubts(regionOf("AVANCE", undefined, 60))).toEqual([]);
  });

  it("leaves a table alone that has both series", () => {
    const columns = columnsOf("activity", "target", "programmed.jan", "executed.jan");
    expect(doubts(regionOf("AVANCE", undefined, 88, columns))).toEqual([]);
  });

  it("doubts what goes on without a header", () => {
    const doubt = createDoneDoubt(town);
    doubt(regionOf("LOGRO"));
    expect(doubt({ ...regionOf(""), hasHeader: false })).toHaveLength(1);
    expect(doubt(regionOf("METAS"))).toEqual([]);
  });
});
