import { describe, expect, it } from "vitest";
import { findSections } from "../../src/blocks/find-sections.ts";
import type { Word } from "../../src/document.ts";
import { wordAt, wordsAt } from "../page-tables/words.ts";
import { evenly, familyOf, headerAt, lineAt, printedOf, tablePage } from "./support.ts";

const find = (...pages: Word[][]) =>
  findSections(
    pages.map((words, i) => printedOf(tablePage(words, { number: i + 1 }))),
    familyOf(),
  );
const line = (y: number) => lineAt(y, { type: "FÍSICO", numbers: evenly(1) });
/** The contexts of runs that have lines, over all sections. */
const contexts = (...pages: Word[][]) =>
  find(...pages)
    .sections.flatMap(({ runs }) => runs)
    .filter(({ lines }) => lines.length > 0)
    .map(({ context }) => Object.values(context).join("|"));
const context = (text: string, y: number) => wordsAt(text, 20, y);

describe("contexts", () => {
  it("hold for what follows, and a wider one ends the narrower", () => {
    const words = [
      ...headerAt(60),
      ...context("OEI.01 UNO", 80),
      ...context("AEI.01.01 A", 95),
      ...line(110),
      ...context("AEI.01.02 B", 125),
      ...line(140),
      ...context("OEI.02 DOS", 155),
      ...line(170),
    ];
    expect(contexts(words)).toEqual(["OEI.01|UNO|AEI.01.01|A", "OEI.01|UNO|AEI.01.02|B", "OEI.02|DOS"]);
  });

  it("may leave out a wider one, or come in another order", () => {
    const words = [
      ...headerAt(60),
      ...context("AEI.01.01 A", 80),
      ...line(95),
      ...context("CENTRO DE COSTO : PLANES", 110),
      ...line(125),
    ];
    expect(contexts(words)).toEqual(["AEI.01.01|A", "PLANES"]);
  });

  it("go on over pages, and come again on top of each without parting anything", () => {
    const top = context("CENTRO DE COSTO : PLANES", 20);
    const first = [...top, ...headerAt(60), ...context("OEI.01 UNO", 80), ...line(95)];
    expect(contexts(first, [...top, ...line(50)])).toEqual(["PLANES|OEI.01|UNO"]);
    expect(contexts(first, [...context("CENTRO DE COSTO : OTRA", 20), ...line(50)])).toEqual([
      "PLANES|OEI.01|UNO",
      "OTRA",
    ]);
  });
});

it("a context at the foot of a page is no head of the header that a page break leaves alone with it", () => {
  const head = headerAt(140).filter(({ box }) => box[0] > 200);
  const words = [
    ...headerAt(60),
    ...line(80),
    ...context("CENTRO DE COSTO : SIN CENTRO DE COSTO", 140),
    ...head,
  ];
  expect(contexts(words, line(40))).toEqual(["", "SIN CENTRO DE COSTO"]);
});

describe("headers", () => {
  it("part a document, and one that comes again on top of a page does not", () => {
    const body = (y: number) => [...headerAt(y), ...line(y + 20)];
    expect(find(body(60), body(30)).sections).toHaveLength(1);
    expect(find([...body(60), ...body(300)]).sections).toHaveLength(2);
  });

  it("have over them what says what the document is", () => {
    const { preamble, headers } = find([...wordsAt("PLAN DE BLOQUES", 20, 20), ...headerAt(60), ...line(80)]);
    expect(preamble.map(({ text }) => text)).toContain("PLAN DE BLOQUES");
    expect(headers).toHaveLength(1);
    expect(headers[0]).toContain("PROGRAMACIÓN");
  });
});

it("a header that a page break parts is one, of the second page", () => {
  const header = headerAt(60);
  const [upper, lower] = [header.filter(({ box }) => box[3] < 55), header.filter(({ box }) => box[3] >= 55)];
  const label = (words: Word[]) =>
    words.filter(({ text }) => ["CODIGO", "ACTIVIDAD", "OPERATIVA"].includes(text));
  const above = [
    ...upper,
    ...label(lower).map((word) => ({ ...word, box: [word.box[0], 500, word.box[2], 510] as const })),
  ];
  const moved = above.map((word) => ({ ...word, box: [word.box[0], 500, word.box[2], 510] as const }));
  const below = lower.filter((word) => !label(lower).includes(word));
  const [section] = find(moved, [...below, ...line(80)]).sections;
  expect(section!.header.page.number).toBe(2);
  expect(section!.layout.columns.map(({ name }) => name)).toEqual(
    find([...header, ...line(80)]).sections[0]!.layout.columns.map(({ name }) => name),
  );
  expect(section!.runs.flatMap(({ lines, isUnderTorn }) => (lines.length > 0 ? [isUnderTorn] : []))).toEqual([
    false,
  ]);
});

it("a context may stand beside the heads that a page break leaves at the foot of a page", () => {
  const [y0, y1] = [500, 510];
  const isUpper = ({ text }: Word) => ["PROGRAMACIÓN", "U.M.", "TIPO"].includes(text);
  const header = headerAt(60);
  const upper = header
    .filter(isUpper)
    .map((word) => ({ ...word, box: [word.box[0], y0, word.box[2], y1] as const }));
  const below = [...header.filter((word) => !isUpper(word)), ...line(80)];
  const first = [...headerAt(60), ...context("AEI.01.01 A", 80), ...line(95)];
  const second = [...context("AEI.01.02 B", y1 - 2), ...upper];
  expect(contexts([...first, ...second], below)).toEqual(["AEI.01.01|A", "AEI.01.02|B"]);
});

it("a header that comes again on top of a page with another context beside it begins anew", () => {
  const beside = (text: string) => [...context(text, 48), ...headerAt(60)];
  const first = [...beside("AEI.01.01 A"), ...line(80)];
  expect(contexts(first, [...beside("AEI.01.02 B"), ...line(80)])).toEqual(["AEI.01.01|A", "AEI.01.02|B"]);
});

it("a line of an activity is no running head, though it stands on top of every page", () => {
  const zero = (y: number) => lineAt(y, { type: "FÍSICO", numbers: ["", "", 0] });
  const pages = [1, 2, 3].map((n) => [...(n === 1 ? headerAt(60) : []), ...zero(90), ...line(120)]);
  const { sections } = find(...pages);
  expect(sections[0]!.runs.flatMap(({ lines }) => lines)).toHaveLength(6);
});

it("totals end a run and belong to it", () => {
  const words = [...headerAt(60), ...line(80), ...context("TOTAL GENERAL 12", 100), ...line(130)];
  const runs = find(words).sections.flatMap(({ runs: found }) => found);
  expect(runs.map(({ lines, totals }) => [lines.length, totals.length])).toEqual([
    [1, 1],
    [1, 0],
  ]);
});

it("a document without a header has no section", () => {
  expect(find(line(80)).sections).toEqual([]);
});

it("a header without the total of its months lacks columns", () => {
  const words = [...headerAt(60), ...line(80)];
  const lacks = (all: Word[]) => find(all).sections.map((section) => section.lacksColumns);
  expect(lacks(words)).toEqual([false]);
  expect(lacks(words.filter(({ text }) => text !== "TOTAL"))).toEqual([true]);
});

it("notes under the last total move no column", () => {
  const table = (y: number) => [
    ...headerAt(60),
    ...lineAt(y, { code: "AOI1", activity: "Obras", unit: "Km", type: "FÍSICO", numbers: evenly(1) }),
    ...lineAt(y + 12, { type: "FINANC.", numbers: evenly(5) }),
    ...wordsAt("TOTAL GENERAL 60", 20, y + 30),
  ];
  // Longer than the columns of texts, and without a gap where they part.
  const note = [wordAt("Nota".repeat(9), 20, 150), wordAt("x".repeat(20), 205, 150)];
  const columnsOf = (...words: Word[]) => find(words).sections[0]!.layout.columns;
  expect(columnsOf(...table(80), ...note)).toEqual(columnsOf(...table(80)));
});

it("what goes on under a header that comes again on top of a page is as near to the page before as without it", () => {
  const first = [...headerAt(60), ...line(80)];
  const second = [...headerAt(60), ...lineAt(80, { activity: "sigue" }), ...line(100)];
  const linesOf = (...pages: Word[][]) =>
    find(...pages).sections.flatMap(({ runs }) =>
      runs.flatMap(({ lines }) => lines.map(({ y }) => Math.round(y))),
    );
  const bare = second.filter(({ box }) => box[3] > 65);
  expect(linesOf(first, second)).toEqual(linesOf(first, bare));
  expect(find(first, second).sections).toHaveLength(1);
  // A header like it further down is its own: activities under it begin anew.
  expect(find(first, [...line(40), ...headerAt(80), ...line(100)]).sections).toHaveLength(2);
});
