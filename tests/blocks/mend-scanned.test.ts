import { describe, expect, it, test } from "vitest";
import { createScanMender } from "../../src/blocks/mend-scanned.ts";
import { readBlockPages } from "../../src/blocks/read-block-pages.ts";
import type { Word } from "../../src/document.ts";
import { wordsAt } from "../page-tables/words.ts";
import { activityAt, evenly, familyOf, headerAt, lineAt, tablePage } from "./support.ts";

const scan = (words: readonly Word[]) => tablePage(words, { skew: 0 });
const mended = (words: readonly Word[]) =>
  createScanMender(familyOf())(scan(words)).words.map(({ text }) => text);
/** The words with some of them misread. */
const misread = (words: readonly Word[], changes: Readonly<Record<string, string>>) =>
  words.map((word) => ({ ...word, text: changes[word.text] ?? word.text }));

describe("the header of a scan", () => {
  it("has its heads by what they are most like", () => {
    const header = misread(headerAt(60), { CODIGO: "Códlgo", ACTIVIDAD: "Acthidad", OPERATIVA: "Operativo" });
    expect(mended(header)).toEqual(expect.arrayContaining(["CODIGO", "ACTIVIDAD OPERATIVA"]));
  });

  it("has the head over the names of lines where all others are known", () => {
    expect(mended(misread(headerAt(60), { TIPO: "Wmjk" }))).toContain("TIPO");
  });

  it("has a month that was not read where the others leave its place, and only there", () => {
    const lost = headerAt(60).filter(({ text }) => text !== "MAY");
    const [may] = createScanMender(familyOf())(scan(lost)).words.filter(({ text }) => text === "MAY");
    expect(Math.abs(may!.box[0] - headerAt(60).find(({ text }) => text === "MAY")!.box[0])).toBeLessThan(1);
    const moved = lost.map((word) => {
      const isAfter = word.box[0] > may!.box[0];
      return isAfter
        ? { ...word, box: [word.box[0] - 20, word.box[1], word.box[2] - 20, word.box[3]] as const }
        : word;
    });
    expect(mended(moved)).not.toContain("MAY");
  });

  it("has a month where a sign or two stand in its place", () => {
    const texts = mended(misread(headerAt(60), { SET: "$e" }));
    expect(texts).toContain("SET");
    expect(texts).not.toContain("$e");
  });

  it("has the first and the last month where what stands in their places is like them", () => {
    const texts = mended(misread(headerAt(60), { ENE: "Ena", DIC: "Dlc" }));
    expect(texts).toEqual(expect.arrayContaining(["ENE", "DIC"]));
    expect(mended(misread(headerAt(60), { ENE: "Total" }))).not.toContain("ENE");
  });

  it("has the head over the names of lines before January, however little is left of it", () => {
    expect(mended(misread(headerAt(60), { TIPO: "cs" }))).toContain("TIPO");
    const without = headerAt(60).filter(({ text }) => text !== "TIPO");
    expect(mended(without)).toEqual(without.map(({ text }) => text));
  });

  it("has the one column after December, though another head was read there", () => {
    const [total] = headerAt(60).filter(({ text }) => text === "TOTAL");
    const [left, top, right, bottom] = total!.box;
    const middle = (left + right) / 2;
    const broken = [
      ...headerAt(60).filter(({ text }) => text !== "TOTAL"),
      { ...total!, text: "TIPO", box: [left, top, middle, bottom] as const },
      { ...total!, text: "TAL", box: [middle, top, right, bottom] as const },
    ];
    expect(mended(broken).filter((text) => text === "TIPO")).toHaveLength(1);
    expect(mended(broken)).toContain("TOTAL");
  });

  it("has the one group over the months by the beginning of its name", () => {
    const family = familyOf({
      groups: [{ key: "programmed", header: ["PROGRAMACIÓN DE LAS METAS DEL AÑO"] }],
    });
    const { box } = headerAt(60)[0]!;
    const begun = [...headerAt(60).slice(1), ...wordsAt("Propramación de las", box[0], box[3])];
    const texts = createScanMender(family)(scan(begun)).words.map(({ text }) => text);
    expect(texts).toContain("PROGRAMACIÓN DE LAS METAS DEL AÑO");
  });

  it("is left alone where a PDF prints it", () => {
    const page = tablePage(misread(headerAt(60), { TIPO: "TIP0" }));
    expect(createScanMender(familyOf())(page)).toBe(page);
  });
});

describe("the names of lines", () => {
  const lines = (first: string, second: string) => [
    ...headerAt(60),
    ...lineAt(100, { type: first, numbers: evenly(1) }),
    ...lineAt(112, { type: second, numbers: evenly(5) }),
    ...lineAt(130, { type: "FÍSICO", numbers: evenly(2) }),
  ];

  it("are the family's that they are most like", () => {
    expect(mended(lines("Fisza", "Fimanc S7."))).toEqual(expect.arrayContaining(["FÍSICO", "FINANC. S/."]));
  });

  it("are told by those before and after where nothing is left of them", () => {
    expect(mended(lines("“ae", "FINANC."))).not.toContain("“ae");
    expect(mended(lines("FÍSICO", "“ae"))).not.toContain("“ae");
  });
});

test("words that begin a context", () => {
  expect(mended(wordsAt("CENTR0 DE COST0: 01 : PLANES", 20, 30)).join(" ")).toContain("CENTRO DE COSTO");
});

describe("a scanned page", () => {
  const heading = wordsAt("PLAN DE BLOQUES 2024", 300, 20);

  it("does not give a line the numbers beyond a ruling line, nor lose what OCR took for letters", () => {
    const activity = (y: number, code: string, total: string) => [
      ...lineAt(y, { code, activity: "Publicar", type: "FÍSICO", numbers: evenly(1) }),
      ...lineAt(y + 12, { type: "FINANC.", numbers: [...new Array<string>(12).fill(""), total] }),
    ];
    const page = scan([
      ...heading,
      ...headerAt(60),
      ...activity(100, "AOI01", "TO"),
      ...activity(126, "AOI02", "5"),
    ]);
    const rules = [64, 103, 116, 129, 142].map((at) => ({ at, from: 10, to: 790 }));
    const { tables } = readBlockPages([{ ...page, horizontal: rules }], new Map(), familyOf());
    expect(
      tables[0]!.rows.map(({ tokens }) =>
        tokens
          .slice(12)
          .map(({ text }) => text)
          .join(" ")
          .trim(),
      ),
    ).toEqual(["12             TO", "12             5"]);
  });

  it("whose header lacks a month sends its rows to review", () => {
    const header = headerAt(60).filter(({ text }) => text !== "ENE");
    const page = [...heading, ...header, ...activityAt(100, { code: "AOI01" }, evenly(1), evenly(1))];
    const [row] = readBlockPages([scan(page)], new Map(), familyOf()).tables[0]!.rows;
    expect(row!.doubts?.map(({ code }) => code)).toContain("header-not-read");
  });
});
