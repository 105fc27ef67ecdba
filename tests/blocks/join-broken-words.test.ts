import { describe, expect, it } from "vitest";
import { createWordJoiner } from "../../src/blocks/join-broken-words.ts";
import type { Word } from "../../src/document.ts";
import { wordAt, wordsAt } from "../page-tables/words.ts";
import { evenly, familyOf, lineAt, numberEnd, tablePage } from "./support.ts";

const join = createWordJoiner(familyOf());
const joined = (...words: Word[]) => join(tablePage(words)).words;
const texts = (...words: Word[]) => joined(...words).map(({ text }) => text);

describe("a code that its cell breaks", () => {
  it("is joined, on the line of the name beside it", () => {
    const beside = wordAt("MEJORAR", 90, 106);
    const words = joined(wordAt("AEI.01.0", 20, 100), beside, wordAt("3", 20, 112));
    expect(words.map(({ text }) => text)).toEqual(["AEI.01.03", "MEJORAR"]);
    expect(words[0]!.box[3]).toBe(beside.box[3]);
    expect(texts(wordAt("OEI.", 20, 100), wordAt("04", 20, 112), wordAt("MEJORAR", 90, 112))).toEqual([
      "OEI.04",
      "MEJORAR",
    ]);
  });

  it("may stand on three lines, or end at a mark before its text", () => {
    expect(texts(wordAt("AOI00", 20, 100), wordAt("012", 20, 112), wordAt("345", 20, 124))).toEqual([
      "AOI00012345",
    ]);
    expect(texts(wordAt("AOI00", 20, 100), wordAt("012", 20, 112), wordAt("-", 37.5, 112))).toEqual([
      "AOI00012",
      "-",
    ]);
  });

  it("may have its figures painted by themselves, right after its letters", () => {
    expect(texts(wordAt("AOI", 20, 100), wordAt("0001234", 35.5, 100))).toEqual(["AOI0001234"]);
    expect(texts(wordAt("AOI", 20, 100), wordAt("0001234", 38, 100))).toEqual(["AOI", "0001234"]);
    expect(texts(wordAt("OEI.01", 20, 100), wordAt("5", 50, 100))).toEqual(["OEI.01", "5"]);
    const numbered = createWordJoiner(familyOf({ code: { key: "activityCode", prints: ["#AO#"] } }));
    const parts = [wordAt("19", 20, 100), wordAt("AO", 30, 100), wordAt("000123", 40, 100)];
    expect(numbered(tablePage([...parts, wordAt("20", 20, 120)])).words.map(({ text }) => text)).toEqual([
      "19AO000123",
      "20",
    ]);
  });

  it("is none where a text goes on beside it, or under it, or the number stands elsewhere", () => {
    const text = wordsAt("AOI0001 de", 20, 100);
    expect(texts(...text, wordAt("12", 20, 112))).toContain("AOI0001");
    expect(texts(wordAt("AOI0001", 20, 100), ...wordsAt("12 distritos", 20, 112))).toContain("AOI0001");
    expect(texts(wordAt("AOI0001", 20, 100), wordAt("12", 90, 112))).toContain("AOI0001");
    expect(texts(wordAt("AOI0001", 20, 100), wordAt("12", 20, 130))).toContain("AOI0001");
  });

  it("is none where most codes as long have nothing under them", () => {
    const others = [wordAt("AOI0002", 20, 160), wordAt("AOI0003", 20, 200)];
    expect(texts(wordAt("AOI0001", 20, 100), wordAt("12", 20, 112), ...others)).toContain("AOI0001");
  });
});

it("joins the name of a line, and no two names", () => {
  expect(texts(wordAt("FÍSI", 330, 100), wordAt("CO", 330, 112))).toEqual(["FÍSICO"]);
  expect(texts(wordAt("FÍSICO", 330, 100), wordAt("FINANC.", 330, 112))).toEqual(["FÍSICO", "FINANC."]);
});

describe("numbers that their cells break", () => {
  const whole = lineAt(60, { type: "FÍSICO", numbers: ["12,00", "", "11,00"] });
  const upper = lineAt(100, { type: "FINANC.", numbers: ["12,34", "", "10,00"] });
  const under = (text: string, k: number, y = 112) => wordAt(text, numberEnd(k) - 25, y);

  it("are joined where one more sign has no room", () => {
    expect(texts(...whole, ...upper, under("5", 0), under("6.50", 2))).toEqual(
      expect.arrayContaining(["12,345", "10,006.50"]),
    );
  });

  it("stand on the line between, where those that are whole do", () => {
    const between = lineAt(106, { numbers: ["", 7] });
    const words = joined(...whole, ...upper, ...between, under("5", 0), under("6.50", 2));
    expect(words.find(({ text }) => text === "12,345")!.box[3]).toBe(between[0]!.box[3]);
  });

  it("are joined where the items of a text beside them count up", () => {
    const items = [wordAt("2", 790, 100), wordAt("3", 790, 112)];
    expect(texts(...whole, ...upper, under("5", 0), under("6.50", 2), ...items)).toEqual(
      expect.arrayContaining(["12,345", "10,006.50", "2", "3"]),
    );
  });

  it("are none with a number of their own under them", () => {
    const two = [
      ...lineAt(100, { numbers: ["12,340.00"] }),
      ...lineAt(112, { type: "FÍSICO", numbers: ["0.00"] }),
    ];
    expect(joined(...two)).toEqual(two);
  });

  it("are no codes of names that stand under each other", () => {
    const unit = (code: string, name: string, y: number) => [
      wordAt(code, 230, y),
      wordAt(":", 249, y),
      wordAt(name, 258, y),
    ];
    const units = [...unit("248", "REPORTE", 100), ...unit("080", "NORMA", 112), wordAt("FÍSICO", 330, 106)];
    expect(texts(...units)).toContain("080");
  });

  it("are none at the end of typewritten lines of a text, which stand one sign apart", () => {
    const typed = (y: number) => [wordAt("AÑO", 90, y), wordAt("2020", 110, y)];
    const lines = [...typed(100), ...typed(112), wordAt("FÍSICO", 330, 106)];
    expect(joined(...lines)).toEqual(lines);
  });

  it("are none beside the names of two lines or none, with room, or where one as wide is whole", () => {
    const line = (y: number, type: string) => lineAt(y, { type, numbers: evenly(100) });
    const both = [...line(100, "FÍSICO"), ...line(112, "FINANC.")];
    expect(joined(...both)).toEqual(both);
    const roomy = [...lineAt(60, { numbers: ["1,234,567"] }), ...upper, under("5", 0)];
    expect(joined(...roomy)).toEqual(roomy);
    const wide = [...lineAt(100, { type: "FINANC.", numbers: ["12,34", "", "10,00"] }), under("5", 0)];
    expect(joined(...wide)).toEqual(wide);
    const two = [
      ...lineAt(100, { type: "FINANC.", numbers: ["100.00"] }),
      wordAt("100.0", numberEnd(0) - 25, 112),
    ];
    expect(joined(...two)).toEqual(two);
    const nameless = [...lineAt(100, { numbers: ["12,34"] }), under("5", 0)];
    expect(joined(...nameless)).toEqual(nameless);
  });
});

it("leaves what OCR reads alone", () => {
  const page = tablePage([wordAt("AEI.01.0", 20, 100), wordAt("3", 20, 112)], { skew: 0 });
  expect(join(page)).toBe(page);
});
