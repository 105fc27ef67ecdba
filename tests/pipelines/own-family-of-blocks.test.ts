import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadFamily } from "../../src/acquire/load-family.ts";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import type { Page, Source } from "../../src/document.ts";
import { extract } from "../../src/extract.ts";
import { isBlockFamily } from "../../src/is-block-family.ts";
import { activityAt, evenly, headerAt, tablePage, writtenFamily } from "../blocks/support.ts";
import { wordsAt } from "../page-tables/words.ts";

/** Pages as a PDF: each word on its baseline, in a font about as wide as theirs. */
async function toPdf(pages: readonly Page[]): Promise<Source> {
  const pdf = new PDFDocument({ autoFirstPage: false, info: { CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  for (const { width, height, words } of pages) {
    pdf.addPage({ size: [width, height], margin: 0 });
    pdf.font("Courier").fontSize(8);
    for (const { text, box } of words)
      pdf.text(text, box[0], box[3] - 2, { lineBreak: false, baseline: "alphabetic" });
  }
  pdf.end();
  await ended;
  return sourceFromBytes("bloques.pdf", Buffer.concat(chunks));
}

const texts = (n: number) => ({ code: `AOI000${n}`, activity: "Publicar los planes", unit: "060 : GUIA" });
const pages = [
  tablePage([
    ...wordsAt("PLAN DE BLOQUES 2024", 300, 20),
    ...wordsAt("CENTRO DE COSTO : PLANES", 20, 36),
    ...headerAt(60),
    ...activityAt(90, texts(1), evenly(1), evenly(10)),
    ...activityAt(130, texts(2), [...evenly(2).slice(0, 12), 25], evenly(20)),
  ]),
  tablePage(
    [
      ...activityAt(40, texts(3), ["S.P.", ...evenly(3).slice(1, 12), 33], evenly(30)),
      ...wordsAt("TOTAL GENERAL 720", 20, 90),
    ],
    { number: 2 },
  ),
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mine-"));
  await writeFile(join(folder, "family.json"), JSON.stringify(writtenFamily()));
});
afterAll(() => rm(folder, { recursive: true }));

it("a family of blocks in a folder of the user's reads a PDF", async () => {
  const family = await loadFamily(folder);
  expect([family.id, isBlockFamily(family)]).toEqual(["small-blocks", true]);
  const result = await extract(await toPdf(pages), { family: folder });
  expect(result.document).toMatchObject({ family: "small-blocks", year: 2024, pages: 2 });
  expect(result.rows.map(({ labels, page, status }) => [labels.activityCode, page, status])).toEqual([
    ["AOI0001", 1, "verified"],
    ["AOI0002", 1, "inconsistent"],
    ["AOI0003", 2, "verified"],
  ]);
  const [first, second, third] = result.rows;
  expect(first!.organ?.raw).toBe("PLANES");
  expect(first!.labels).toMatchObject({ activity: "Publicar los planes", unitCode: "060", unit: "GUIA" });
  expect(first!.series.physical).toMatchObject({ monthly: evenly(1).slice(0, 12), total: 12 });
  expect(second!.flags.map(({ message }) => message)).toEqual([
    "physical.total = physical.jan..dec does not hold: physical.total says 25, it comes to 24.",
  ]);
  expect(third!.absences).toEqual({ "physical.jan": { printed: "S.P.", meaning: "not-programmed" } });
  expect(result.reconciliation).toEqual([
    {
      label: "TOTAL GENERAL",
      cell: "financial.total",
      published: 720,
      computed: 720,
      difference: 0,
      verdict: "match",
    },
  ]);
  expect(result.flags).toEqual([]);
});
