import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkResults } from "../../src/check/check-results.ts";
import { extract } from "../../src/extract.ts";
import { withResults } from "../support/results.ts";
import { root, sample } from "../support/run-poi.ts";

/** Where the cells of the sample's rows stand: the target, twelve months planned and twelve done, eight quarters. */
const [TARGET, EXECUTED, QUARTERS] = [4, 17, 29];
/** GESTIÓN DE COBRANZA COACTIVA TRIBUTARIA: two of its planned months are misread. */
const LINE = 94;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** A row of the third quarter's report: labels as given, and what was executed until September. */
function thirdQuarterRow(
  labels: readonly string[],
  planned: readonly number[],
  executed: readonly number[],
): string {
  const quarters = [0, 3, 6, 9].flatMap((month) => [
    sum(planned.slice(month, month + 3)),
    month < 9 ? sum(executed.slice(month, month + 3)) : "",
  ]);
  const done = executed.map((value, month) => (month < 9 ? value : ""));
  return [...labels, sum(planned), ...planned, ...done, ...quarters].join("\t");
}

test("a row of the published report that it cannot settle itself is settled by the report before it", async () => {
  const published = await readFile(join(root, sample), "utf8");
  const lines = published.split(/\r?\n/);
  const labels = lines[LINE - 1]!.split("\t").slice(0, TARGET);
  // A plan that the published quarters (72, 77, 77, 76) and the target (302) bear out, printed in full.
  const planned = [24, 24, 24, 26, 25, 26, 26, 26, 25, 25, 26, 25];
  const executed = [24, 24, 24, 26, 25, 26, 26, 27, 26, 25, 26, 24];
  const sound = [8, 11, 13].map((line) => {
    const fields = lines[line - 1]!.split("\t");
    const numbers = (from: number) => fields.slice(from, from + 12).map(Number);
    expect(fields).toHaveLength(QUARTERS + 10);
    return thirdQuarterRow(fields.slice(0, TARGET), numbers(TARGET + 1), numbers(EXECUTED));
  });
  const header = lines.slice(0, 6).join("\n").replace("AL IV TRIMESTRE", "AL III TRIMESTRE");
  const earlier = [header, ...sound, thirdQuarterRow(labels, planned, executed), ""].join("\n");

  const results = {
    iii: await extract(new TextEncoder().encode(earlier), { name: "iii.txt" }),
    iv: await extract(new TextEncoder().encode(published), { name: "iv.txt" }),
  };
  expect(results.iii.rows.map(({ status }) => status)).toEqual(Array(4).fill("verified"));
  expect(results.iv.rows.find(({ line }) => line === LINE)!.status).toBe("ambiguous");
  await withResults(results, async (folder) => {
    const [year] = (await checkResults(folder)).years;
    expect(year!.proposals).toMatchObject([
      {
        document: "iv.txt",
        row: `3-${LINE}`,
        isSettled: true,
        cells: { "programmed.may": 25, "programmed.jun": 26, "programmed.aug": 26, "programmed.sep": 25 },
      },
    ]);
    // The rows that both print agree; the third quarter's report was given four of the 79.
    expect(new Set(year!.findings.map(({ kind }) => kind))).toEqual(new Set(["row-new"]));
    expect(year!.findings).toHaveLength(75);
  });
});
