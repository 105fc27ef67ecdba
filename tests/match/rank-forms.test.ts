import fc from "fast-check";
import levenshtein from "fast-levenshtein";
import { describe, expect, it } from "vitest";
import { nameForms, squeeze } from "../../src/match/name-forms.ts";
import { rankForms } from "../../src/match/rank-forms.ts";

const forms = (texts: readonly string[]) =>
  nameForms(
    texts.map((name, i) => ({ id: `n-${i}`, name, aliases: [] })),
    null,
  );

describe("rankForms", () => {
  it("ranks entries by the nearest of their forms", () => {
    const list = nameForms(
      [
        { id: "a", name: "Tesorería", aliases: [{ name: "Caja" }] },
        { id: "b", name: "Cajas", aliases: [] },
        { id: "c", name: "Rentas", aliases: [] },
      ],
      null,
    );
    const ranked = rankForms("CAJA", list);
    expect(ranked.map(({ form, distance }) => [form.entry.id, distance])).toEqual([
      ["a", 0],
      ["b", 1],
    ]);
    expect(ranked[1]?.score).toBeCloseTo(0.8);
  });

  it("finds what comparing with everything finds", () => {
    const word = fc.string({ unit: fc.constantFrom(..."ABC"), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 12 }), (text, texts) => {
        const scores = texts
          .map((other) => 1 - levenshtein.get(text, other) / Math.max(text.length, other.length))
          .filter((score) => score >= 0.4)
          .sort((a, b) => b - a)
          .slice(0, 3);
        expect(rankForms(text, forms(texts)).map(({ score }) => score)).toEqual(scores);
      }),
    );
  });
});

describe("nameForms", () => {
  it("tells the forms in use in a year from those of other years", () => {
    const entry = {
      id: "a",
      name: "Caja",
      aliases: [
        { name: "Arcas", to: 1999 },
        { name: "Tesoro", from: 2000 },
      ],
    };
    const inUse = (year: number | null) => nameForms([entry], year).map((form) => form.inUse);
    expect(inUse(1999)).toEqual([true, true, false]);
    expect(inUse(2000)).toEqual([true, false, true]);
    expect(inUse(null)).toEqual([true, true, true]);
  });

  it("squeezes spaces out", () => {
    expect(squeeze("GERENCIA DE FINANZAS")).toBe("GERENCIADEFINANZAS");
  });
});
