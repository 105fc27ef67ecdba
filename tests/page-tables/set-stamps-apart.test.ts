import { describe, expect, it } from "vitest";
import type { Word } from "../../src/document.ts";
import { setStampsApart } from "../../src/page-tables/set-stamps-apart.ts";
import { pageOf, wordAt } from "./words.ts";

const RED = "#ff0000 f2";
/** Ten rows of ten numbers. */
const TABLE = Array.from({ length: 100 }, (_, i) =>
  wordAt("100", 20 + (i % 10) * 40, 100 + Math.floor(i / 10) * 15),
);
const frameOf = (left: number, top: number, right: number, bottom: number) => ({
  vertical: [left, right].map((at) => ({ at, from: top, to: bottom })),
  horizontal: [top, bottom].map((at) => ({ at, from: left, to: right })),
});
const texts = (words: readonly { readonly text: string }[]) => words.map(({ text }) => text);

describe("setStampsApart", () => {
  it("takes out a text in a style of its own that is printed over numbers", () => {
    const stamp = wordAt("V°B°", 22, 131, RED);
    const { page, stamps } = setStampsApart(pageOf({ words: [...TABLE, stamp] }));
    expect(texts(stamps)).toEqual(["V°B°"]);
    expect(page.words).toEqual(TABLE);
  });

  it("takes out a text in coloured ink that a line between columns is drawn through, with what stands near it", () => {
    const signed = ["Visto", "bueno"].map((text, i) => wordAt(text, 430 + 38 * i, 200, RED));
    const vertical = [{ at: 450, from: 90, to: 260 }];
    const setApart = (words: typeof signed, lines = vertical) =>
      texts(setStampsApart(pageOf({ words: [...TABLE, ...words], vertical: lines })).stamps);
    expect(setApart(signed)).toEqual(["Visto", "bueno"]);
    expect(setApart(signed, [])).toEqual([]);
    expect(setApart(signed, [{ at: 450, from: 210, to: 260 }])).toEqual([]);
    expect(setApart(signed.map((word) => ({ ...word, style: "#202020 f2" })))).toEqual([]);
    expect(setApart([wordAt("-1000000", 430, 200, RED)])).toEqual([]);
  });

  it("takes out the stamp of a digital signature wherever it stands", () => {
    const style = "#000000 f2";
    const stamp = [
      ...["Firmado", "digitalmente", "por:"].map((text, i) => wordAt(text, 430 + 62 * i, 200, style)),
      ...["20131367008", "hard"].map((text, i) => wordAt(text, 430 + 62 * i, 209, style)),
    ];
    const setApart = (words: typeof stamp) =>
      texts(setStampsApart(pageOf({ words: [...TABLE, ...words] })).stamps);
    expect(setApart(stamp)).toHaveLength(5);
    expect(setApart(stamp.slice(1))).toEqual([]);
  });

  it("takes out a text in coloured ink over a long line, and none that a short one strikes out", () => {
    const signed = wordAt("Firmado", 430, 200, RED);
    const setApart = (at: number, to: number) =>
      texts(
        setStampsApart(pageOf({ words: [...TABLE, signed], horizontal: [{ at, from: 400, to }] })).stamps,
      );
    expect(setApart(197, 600)).toEqual(["Firmado"]);
    expect(setApart(201.5, 600)).toEqual([]);
    expect(setApart(197, 480)).toEqual([]);
  });

  it("takes out what a frame over the table holds, and leaves heads that it is drawn over", () => {
    const [left, top, right, bottom] = [290, 65, 400, 128];
    const frame = {
      vertical: [left, right].map((at) => ({ at, from: top, to: bottom })),
      horizontal: [
        ...[top, bottom].map((at) => ({ at, from: left, to: right })),
        { at: 106, from: 20, to: 600 },
      ],
    };
    const heads = [20, 120, 220, 310].map((x) => wordAt("META", x, 80, "#ffffff bold"));
    const setApart = (words: typeof heads) =>
      texts(setStampsApart(pageOf({ words: [...TABLE, ...words], ...frame })).stamps);
    expect(setApart([wordAt("RECIBIDO", 310, 124, "#202020 f2")])).toEqual(["RECIBIDO"]);
    expect(setApart(heads)).toEqual([]);
  });

  it("takes out all that stands in one frame with words of a stamp, in their style or ink", () => {
    const frame = frameOf(375, 90, 520, 150);
    const stamp = (style: string, other = style) => [
      wordAt("RECIBIDO", 382, 101, style),
      ...["Reg.", "00451"].map((text, i) => wordAt(text, 440 + 40 * i, 138, other)),
    ];
    const setApart = (words: readonly Word[], lines = frame) =>
      texts(setStampsApart(pageOf({ words: [...TABLE, ...words], ...lines })).stamps);
    const all = ["RECIBIDO", "Reg.", "00451"];
    expect(setApart(stamp("#202020 f2"))).toEqual(all);
    expect(setApart(stamp("#ff0000 f2", "#ff0000 f3"))).toEqual(all);
    expect(setApart(stamp("#202020 f2", "#202020 f3"))).toEqual(["RECIBIDO"]);
    expect(setApart(stamp("#202020 f2"), { vertical: [], horizontal: [] })).toEqual(["RECIBIDO"]);
  });

  it("takes out the lines of frames around stamps, and no others", () => {
    const frame = frameOf(375, 90, 520, 150);
    const empty = frameOf(375, 200, 520, 230);
    const lines = {
      vertical: [...frame.vertical, ...empty.vertical, { at: 375, from: 90, to: 400 }],
      horizontal: [...frame.horizontal, ...empty.horizontal],
    };
    const page = pageOf({ words: [...TABLE, wordAt("RECIBIDO", 382, 101, RED)], ...lines });
    const { vertical, horizontal } = setStampsApart(page).page;
    expect({ vertical, horizontal }).toEqual({
      vertical: [...empty.vertical, { at: 375, from: 90, to: 400 }],
      horizontal: empty.horizontal,
    });
  });

  it("takes out lines of coloured ink that stand further apart than those of a text", () => {
    const setApart = (style: string, y: number) =>
      texts(
        setStampsApart(
          pageOf({ words: [...TABLE, wordAt("V°B°", 22, 235, style), wordAt("GPP", 22, y, style)] }),
        ).stamps,
      );
    expect(setApart(RED, 253)).toEqual(["V°B°", "GPP"]);
    expect(setApart(RED, 262)).toEqual(["V°B°"]);
    expect(setApart("#202020 f2", 253)).toEqual(["V°B°"]);
  });

  it("joins letters again that were drawn one by one, with those of a stamp between them", () => {
    const letter = (text: string, x: number) => wordAt(text, x, 131, RED);
    const over = [wordAt("ACC", 430, 131), letter("R", 443), wordAt("IO", 445, 131), letter("E", 453)];
    const word = [...over, wordAt("NES", 455, 131), letter("C", 466), wordAt("12", 475, 131)];
    const { page } = setStampsApart(pageOf({ words: [...TABLE, ...word] }));
    expect(texts(page.words.slice(TABLE.length))).toEqual(["ACCIONES", "12"]);
    expect(page.words.at(-2)!.box).toEqual([430, 123.5, 470, 133]);
  });

  it("joins a word again that the side of a stamp's frame parts", () => {
    const word = [wordAt("ACC", 425, 131), wordAt("IONES", 440, 131), wordAt("V°B°", 442, 131, RED)];
    const setApart = (from: number, to: number) =>
      texts(
        setStampsApart(pageOf({ words: [...TABLE, ...word], vertical: [{ at: 440, from, to }] })).page.words,
      );
    expect(setApart(115, 140).slice(TABLE.length)).toEqual(["ACCIONES"]);
    // A line that goes further is the table's, which parts two texts.
    expect(setApart(80, 300).slice(TABLE.length)).toEqual(["ACC", "IONES"]);
  });

  it("leaves a number in a total's style that a stamp is printed over", () => {
    const bold = Array.from({ length: 10 }, (_, i) => wordAt("1000", 20 + i * 40, 260, "#000000 bold"));
    const stamp = ["Firmado", "por"].map((text, i) => wordAt(text, 100 + 38 * i, 258, RED));
    const { page, stamps } = setStampsApart(pageOf({ words: [...TABLE, ...bold, ...stamp] }));
    expect(texts(stamps)).toEqual(["Firmado", "por"]);
    expect(page.words).toHaveLength(110);
  });

  it("leaves a header in a style of its own that a stamp is printed over", () => {
    const header = Array.from({ length: 10 }, (_, i) => wordAt("ENERO", 20 + i * 40, 80, "#ffffff bold"));
    const stamp = wordAt("RECIBIDO", 22, 81, RED);
    const { page, stamps } = setStampsApart(pageOf({ words: [...TABLE, ...header, stamp] }));
    expect(texts(stamps)).toEqual(["RECIBIDO"]);
    expect(page.words).toHaveLength(110);
  });

  it("takes out the whole of the stamp, also what of it stands between the rows", () => {
    const stamp = [
      wordAt("FIRMADO", 300, 131, RED),
      wordAt("2023", 340, 131, RED),
      wordAt("SELLO", 368, 138, RED),
    ];
    const { page, stamps } = setStampsApart(pageOf({ words: [...TABLE, ...stamp] }));
    expect(texts(stamps).toSorted()).toEqual(["2023", "FIRMADO", "SELLO"]);
    expect(page.words).toHaveLength(100);
  });

  it("leaves rows in a style of their own alone: totals in bold, numbers in red", () => {
    const bold = Array.from({ length: 10 }, (_, i) => wordAt("1000", 20 + i * 40, 260, "#000000 bold"));
    const red = wordAt("-5", 440, 130, RED);
    const { page, stamps } = setStampsApart(pageOf({ words: [...TABLE, ...bold, red] }));
    expect(stamps).toEqual([]);
    expect(page.words).toHaveLength(111);
  });

  it("joins a word that a stamp parts, which its cell cuts where it cuts an end of it, but none of a scan", () => {
    const [first, last] = [wordAt("AC", 22, 251), wordAt("TA", 32, 251)];
    const joined = (more: Partial<Word>) =>
      setStampsApart(pageOf({ words: [...TABLE, first, wordAt("V°B°", 22, 131, RED), { ...last, ...more }] }))
        .page.words.slice(TABLE.length)
        .map(({ text, isCut }) => (isCut ? `${text}…` : text));
    expect(joined({})).toEqual(["ACTA"]);
    expect(joined({ isCut: true })).toEqual(["ACTA…"]);
    expect(joined({ readings: [{ text: "TO", probability: 0.4 }] })).toEqual(["AC", "TA"]);
  });

  it("leaves words of the stamp's style that stand far from it", () => {
    const words = [...TABLE, wordAt("V°B°", 22, 131, RED), wordAt("NOTA", 20, 500, RED)];
    expect(texts(setStampsApart(pageOf({ words })).stamps)).toEqual(["V°B°"]);
  });

  it("leaves numbers of one style that overlap: a number wider than its cell is no stamp", () => {
    const words = [...TABLE, wordAt("1000000", 15, 100)];
    expect(setStampsApart(pageOf({ words })).stamps).toEqual([]);
  });

  it("takes nothing for a stamp that is a good part of the page", () => {
    const words = [...TABLE, ...TABLE.map((word) => ({ ...word, style: RED }))];
    expect(setStampsApart(pageOf({ words })).stamps).toEqual([]);
  });
});
