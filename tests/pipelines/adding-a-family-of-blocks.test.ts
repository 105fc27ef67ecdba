import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadFamily } from "../../src/acquire/load-family.ts";
import { blockFamilyFile } from "../../src/block-family.ts";
import { extract } from "../../src/extract.ts";
import { familyFile } from "../../src/family.ts";

const doc = await readFile(new URL("../../docs/adding-a-family-of-blocks.md", import.meta.url), "utf8");
const example = (name: string): string => {
  const after = doc.split(`<!-- example: ${name} -->`)[1] ?? "";
  return after.match(/^\n```\w+\n([\s\S]*?)\n```/)?.[1] ?? "";
};

/** Prints the example's page as it stands in the text: each character takes up the same place. */
function print(page: string): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: "A4", layout: "landscape", margin: 0 });
  pdf.font("Courier").fontSize(9);
  for (const [i, line] of page.split("\n").entries()) {
    for (const text of line.matchAll(/\S+(?: \S+)*/g)) {
      pdf.text(text[0], 40 + text.index * 5.4, 40 + i * 16, { lineBreak: false });
    }
  }
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.end();
  });
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mine-"));
  await writeFile(join(folder, "family.json"), example("family.json"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("the example in docs/adding-a-family-of-blocks.md", () => {
  it("is read from its page as the text says", async () => {
    const bytes = await print(example("page.txt"));
    const { document, rows, totals, reconciliation, flags } = await extract(bytes, {
      name: "plan.pdf",
      family: folder,
    });
    expect(document).toMatchObject({
      family: "avance-regional",
      year: 2024,
      title: "AVANCE DEL PLAN OPERATIVO 2024",
    });
    expect(flags).toEqual([]);
    expect(rows.map(({ status, needsReview }) => [status, needsReview])).toEqual([
      ["verified", false],
      ["verified", false],
    ]);
    const [bridges, roads] = rows;
    expect(bridges).toMatchObject({
      organ: { raw: "GERENCIA DE OBRAS" },
      labels: { organCode: "03", taskCode: "T-0101", activity: "Puentes", unitCode: "004", unit: "OBRA" },
      absences: { "executed.mar": { printed: "ND", meaning: "no-data" } },
    });
    const quarter = (row: typeof bridges, key: string) => [
      ...row!.series[key]!.monthly.slice(0, 3),
      row!.series[key]!.total,
    ];
    expect(["programmed", "executed", "spent"].map((key) => quarter(bridges, key))).toEqual([
      [1, 2, 3, 6],
      [1, 1, null, 2],
      [100, 250, 50, 401],
    ]);
    expect(["programmed", "executed", "spent"].map((key) => quarter(roads, key))).toEqual([
      [0, 0, 4, 4],
      [0, 0, 3, 3],
      [10, 0, 90, 100],
    ]);
    expect(totals.map(({ labels, series }) => [labels.label, series.spent?.total])).toEqual([
      ["TOTAL GASTO", 501],
    ]);
    expect(reconciliation).toEqual([
      {
        label: "TOTAL GASTO",
        cell: "spent.total",
        published: 501,
        computed: 501,
        difference: 0,
        verdict: "match",
      },
    ]);
  });

  it("is recognised among others", async () => {
    const families = [await loadFamily(folder), await loadFamily("generic")];
    const { document } = await extract(await print(example("page.txt")), { name: "plan.pdf", families });
    expect(document.family).toBe("avance-regional");
  });

  it("explains every key that families of lines do not have, and no other", () => {
    const table = doc.split("## The keys of family.json")[1]!.split("Equations are written")[0]!;
    const explained = new Set([...table.matchAll(/^\| `([a-zA-Z]+)/gm)].map(([, key]) => key));
    const keys = Object.keys(blockFamilyFile.shape);
    const alike = ["id", "version", "name", "description", "entity", "months", "quarters", "reviewBelow"];
    expect([...explained].sort()).toEqual(keys.filter((key) => !alike.includes(key)).sort());
    expect(Object.keys(familyFile.shape)).toEqual(expect.arrayContaining(alike));
  });
});
