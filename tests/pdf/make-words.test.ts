import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeWords } from "../../src/pdf/make-words.ts";
import { glyphsOf } from "./glyphs.ts";

const texts = (...args: Parameters<typeof makeWords>) => makeWords(...args).map(({ text }) => text);

describe("makeWords", () => {
  it("gives each word the box of its letters, from over the ascenders to under the descenders", () => {
    const [word] = makeWords(glyphsOf("12", { x: 100, y: 50 }), []);
    expect(word).toMatchObject({ text: "12", size: 10, angle: 0, style: "#000000 f1" });
    expect(word!.box[0]).toBe(100);
    expect(word!.box[2]).toBe(110);
    expect(word!.box[1]).toBeLessThan(50 - 6);
    expect(word!.box[3]).toBeGreaterThan(50);
  });

  it("parts the numbers that one text carries for several columns, by its spaces or its jumps", () => {
    expect(texts(glyphsOf("1 1 1 12", {}), [])).toEqual(["1", "1", "1", "12"]);
    const jumps = [...glyphsOf("1", { x: 0 }), ...glyphsOf("1", { x: 20 }), ...glyphsOf("12", { x: 40 })];
    expect(texts(jumps, [])).toEqual(["1", "1", "12"]);
  });

  it("parts texts painted apart that touch where the texts of a column begin", () => {
    const column = [10, 20, 30].flatMap((y, i) => glyphsOf("FISCALIZAR", { x: 80, y, object: 10 + i }));
    const full = [
      ...glyphsOf("ADMINISTRATIVA", { x: 10, y: 40 }),
      ...glyphsOf("DIFUSIÓN", { x: 80, y: 40, object: 2, run: 2 }),
    ];
    expect(texts([...column, ...full], []).slice(3)).toEqual(["ADMINISTRATIVA", "DIFUSIÓN"]);
    expect(texts(full, [])).toEqual(["ADMINISTRATIVADIFUSIÓN"]);
    // Some programs paint a whole page as one text, and move on for each cell; what is painted at once is one word.
    const moved = (run: number) => [
      ...glyphsOf("ADMINISTRATIVA", { x: 10.15, y: 40 }),
      ...glyphsOf("DIFUSIÓN", { x: 80, y: 40, run }),
    ];
    expect(texts([...column, ...moved(2)], []).slice(3)).toEqual(["ADMINISTRATIVA", "DIFUSIÓN"]);
    expect(texts([...column, ...moved(1)], []).slice(3)).toEqual(["ADMINISTRATIVADIFUSIÓN"]);
    const ended = (text: string) => [
      ...column,
      ...glyphsOf(text, { x: 80 - 5 * text.length, y: 40 }),
      ...glyphsOf("DIFUSIÓN", { x: 80, y: 40, object: 2, run: 2 }),
    ];
    expect(texts(ended("(VISITAS)"), []).slice(3)).toEqual(["(VISITAS)", "DIFUSIÓN"]);
    expect(texts(ended("Y"), []).slice(3)).toEqual(["Y", "DIFUSIÓN"]);
    const kerned = [...glyphsOf("T", { x: 75.3, y: 40 }), ...glyphsOf("ALLER", { x: 80, y: 40, run: 2 })];
    expect(texts([...column, ...kerned], []).slice(3)).toEqual(["TALLER"]);
  });

  it("takes texts in two colours that touch for two: one is a stamp's", () => {
    const over = (style: string) => [
      ...glyphsOf("de", { x: 10 }),
      ...glyphsOf("B°", { x: 20.5, object: 2, run: 2, style }),
    ];
    expect(texts(over("#b02020 f2"), [])).toEqual(["de", "B°"]);
    expect(texts(over("#000000 f2"), [])).toEqual(["deB°"]);
  });

  it("parts a word from the mark before it where kerning narrows the space between them", () => {
    const behind = (mark: string, gap: number, run = 2) => [
      ...glyphsOf(`SAT${mark}`, { x: 10 }),
      ...glyphsOf("Y", { x: 30 + gap, run }),
    ];
    expect(texts(behind(";", 1.35), [])).toEqual(["SAT;", "Y"]);
    expect(texts(behind(";", 1.35, 1), [])).toEqual(["SAT;", "Y"]);
    expect(texts(behind(";", 0.9), [])).toEqual(["SAT;Y"]);
    expect(texts(behind("E", 1.35), [])).toEqual(["SATEY"]);
  });

  it("joins digits that are set one by one, in whatever order they were painted", () => {
    const digits = [..."1,234.56"].flatMap((digit, i) => glyphsOf(digit, { x: i * 5, run: i }));
    expect(texts(digits, [])).toEqual(["1,234.56"]);
    expect(texts(digits.toReversed(), [])).toEqual(["1,234.56"]);
    const eachAlone = digits.map((glyph, i) => ({ ...glyph, object: i }));
    expect(texts(eachAlone, [])).toEqual(["1,234.56"]);
  });

  it("reads a hyphen whichever way a font writes it", () => {
    expect(texts(glyphsOf("00084\u00adIGP \u00ad5 \u2011", {}), [])).toEqual(["00084-IGP", "-5", "-"]);
  });

  it("straightens letters whose bytes are swapped where a glyph stands for two of them", () => {
    expect(texts(glyphsOf("\u6600\u6900nanciera", {}), [])).toEqual(["financiera"]);
    expect(texts(glyphsOf("\u6600\u4e2d", {}), [])).toEqual(["\u6600\u4e2d"]);
  });

  it("says which words an edge cuts", () => {
    const cut = glyphsOf("345", { x: 0 }).map((glyph, i) => (i === 0 ? { ...glyph, isCut: true } : glyph));
    const words = makeWords([...cut, ...glyphsOf("12", { x: 40, run: 1 })], []);
    expect(words.map(({ text, isCut }) => [text, isCut])).toEqual([
      ["345", true],
      ["12", undefined],
    ]);
  });

  it("parts words whose space is not printed, and narrow by the kerning of the letters beside it", () => {
    const apart = (gap: number) => [...glyphsOf("OPORTUNA", {}), ...glyphsOf("A", { x: 40 + gap })];
    expect(texts(apart(1.6), [])).toEqual(["OPORTUNA", "A"]);
    expect(texts(apart(0.97), [])).toEqual(["OPORTUNAA"]);
  });

  it("closes the gaps of kerning, also where a space is printed that was taken back", () => {
    const kerned = [...glyphsOf("A", { x: 0 }), ...glyphsOf("ño", { x: 5.9 })];
    expect(texts(kerned, [])).toEqual(["Año"]);
    const takenBack = [...glyphsOf("FINA ", { x: 0 }), ...glyphsOf("NCIERO", { x: 20.5 })];
    expect(texts(takenBack, [])).toEqual(["FINANCIERO"]);
    expect(texts(glyphsOf("PLAN FINANCIERO", {}), [])).toEqual(["PLAN", "FINANCIERO"]);
  });

  it("joins letters that kerning draws over each other, and no digits or texts of two cells", () => {
    const kerned = (left: string, right: string, object = 1) => [
      ...glyphsOf(left, { x: 0 }),
      ...glyphsOf(right, { x: left.length * 5 - 1.8, run: 2, object }),
    ];
    expect(texts(kerned("OPERATIV", "A"), [])).toEqual(["OPERATIVA"]);
    expect(texts(kerned("112", "13"), [])).toEqual(["112", "13"]);
    const code = [...glyphsOf("ACT", { x: 0 }), ...glyphsOf("-154", { x: 13.6, run: 2 })];
    expect(texts(code, [])).toEqual(["ACT-154"]);
    const comma = [...glyphsOf("MPP", { x: 0 }), ...glyphsOf(",", { x: 13.7, run: 2 })];
    expect(texts(comma, [])).toEqual(["MPP,"]);
    const months = [...glyphsOf("FEB", { x: 0 }), ...glyphsOf("MAR", { x: 14.2, run: 2, object: 2 })];
    expect(texts(months, [])).toEqual(["FEB", "MAR"]);
    const apart = [
      ...glyphsOf("CAP", { x: 0 }),
      ...glyphsOf("ACIT", { x: 13.8, run: 2, object: 2 }),
      ...glyphsOf("ADA", { x: 32.6, run: 3, object: 3 }),
    ];
    expect(texts(apart, [])).toEqual(["CAPACITADA"]);
    expect(texts(kerned("OFICINA", "INFORME", 2), [])).toEqual(["OFICINA", "INFORME"]);
  });

  it("keeps a text apart from the number of the next cell that it touches", () => {
    const touching = [...glyphsOf("INFORME", { x: 0 }), ...glyphsOf("290", { x: 35.3, run: 2, object: 2 })];
    expect(texts(touching, [])).toEqual(["INFORME", "290"]);
    const numbers = [...glyphsOf("105", { x: 0 }), ...glyphsOf("290", { x: 15.3, run: 2, object: 2 })];
    expect(texts(numbers, [])).toEqual(["105", "290"]);
    const metres = [...glyphsOf("M", { x: 0 }), ...glyphsOf("2", { x: 5, run: 2, object: 2 })];
    expect(texts(metres, [])).toEqual(["M2"]);
  });

  it("keeps texts whole whose letters are placed one by one, and which overlap", () => {
    const letters = (x: number, object: number) =>
      [..."TRIMESTRE"].flatMap((letter, i) => glyphsOf(letter, { x: x + 5 * i, run: object + i, object }));
    expect(texts([...letters(0, 10), ...letters(32, 30)], [])).toEqual(["TRIMESTRE", "TRIMESTRE"]);
  });

  it("parts words that stand a space's width apart where no space is printed", () => {
    const apart = [...glyphsOf("PLAN", { x: 0 }), ...glyphsOf("ANUAL", { x: 22.5 })];
    expect(texts(apart, [])).toEqual(["PLAN", "ANUAL"]);
  });

  it("keeps numbers of narrow columns apart that stand nearer than two words", () => {
    const near = [...glyphsOf("12", { x: 0, run: 1 }), ...glyphsOf("34", { x: 11, run: 2 })];
    expect(texts(near, [])).toEqual(["12", "34"]);
  });

  it("reads once what is painted twice, at the same place or a little beside it for a bold face", () => {
    const bold = [...glyphsOf("TOTAL 11", { run: 1 }), ...glyphsOf("TOTAL 11", { x: 0.4, run: 2 })];
    expect(texts(bold, [])).toEqual(["TOTAL", "11"]);
    const singly = [..."112"].flatMap((digit, i) => [
      ...glyphsOf(digit, { x: i * 5, run: 2 * i }),
      ...glyphsOf(digit, { x: i * 5 + 0.3, run: 2 * i + 1 }),
    ]);
    expect(texts(singly, [])).toEqual(["112"]);
  });

  it("keeps two equal digits beside each other, and two equal numbers in two columns", () => {
    expect(texts(glyphsOf("11", {}), [])).toEqual(["11"]);
    expect(texts([...glyphsOf("7", { run: 1 }), ...glyphsOf("7", { x: 9, run: 2 })], [])).toEqual(["7", "7"]);
  });

  describe("beside a vertical line", () => {
    const left = glyphsOf("12", { x: 0, y: 50, run: 1, object: 1 });
    const right = glyphsOf("34", { x: 10, y: 50, run: 2, object: 2 });

    it("keeps numbers on its two sides apart, however near", () => {
      expect(texts([...left, ...right], [{ at: 10, from: 40, to: 60 }])).toEqual(["12", "34"]);
    });

    it("joins them where the line does not reach, or stands elsewhere", () => {
      expect(texts([...left, ...right], [{ at: 10, from: 100, to: 160 }])).toEqual(["1234"]);
      expect(texts([...left, ...right], [{ at: 40, from: 40, to: 60 }])).toEqual(["1234"]);
    });

    it("leaves a number whole that is wider than its cell", () => {
      expect(texts(glyphsOf("123456", { y: 50 }), [{ at: 12, from: 40, to: 60 }])).toEqual(["123456"]);
    });
  });

  it("takes numbers that overlap for two: the first is wider than its column", () => {
    const overlapping = [...glyphsOf("1234", { x: 0, run: 1 }), ...glyphsOf("56", { x: 15, run: 2 })];
    expect(texts(overlapping, [])).toEqual(["1234", "56"]);
  });

  it("keeps an exponent apart from its number", () => {
    const note = [...glyphsOf("12", { x: 0, run: 1 }), ...glyphsOf("1", { x: 10, size: 6, run: 2 })];
    expect(texts(note, [])).toEqual(["12", "1"]);
  });

  it("puts letters and accents together, takes ligatures apart, and leaves other signs as they are", () => {
    expect(texts(glyphsOf("An\u0303o", {}), [])).toEqual(["A\u00f1o"]);
    expect(texts(glyphsOf("O\ufb01cina", {}), [])).toEqual(["Oficina"]);
    expect(texts(glyphsOf("m²", {}), [])).toEqual(["m²"]);
  });

  it("gives words from the top, and on a line from the left", () => {
    const words = [
      ...glyphsOf("d", { x: 50, y: 40, run: 1 }),
      ...glyphsOf("b", { x: 50, y: 20, run: 2 }),
      ...glyphsOf("c", { x: 0, y: 40, run: 3 }),
      ...glyphsOf("a", { x: 0, y: 20, run: 4 }),
    ];
    expect(texts(words, [])).toEqual(["a", "b", "c", "d"]);
  });

  it("makes no word of spaces", () => {
    expect(makeWords(glyphsOf("   ", {}), [])).toEqual([]);
  });

  it("finds the numbers of any line again, however they were cut into texts", () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 99_999 }).map(String), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(numbers, fc.constantFrom("as one", "a number each", "a digit each"), (printed, cut) => {
        let run = 0;
        let x = 0;
        const glyphs = printed.flatMap((text) => {
          const placed = glyphsOf(text, { x, run: cut === "as one" ? 0 : ++run }).map((glyph) =>
            cut === "a digit each" ? { ...glyph, run: ++run } : glyph,
          );
          x = placed.at(-1)!.endX + 4;
          return placed;
        });
        expect(texts(glyphs, [])).toEqual(printed);
      }),
    );
  });
});
