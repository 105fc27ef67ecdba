import { describe, expect, it } from "vitest";
import { createContextReader } from "../../src/blocks/context-lines.ts";
import { joinContexts } from "../../src/blocks/join-contexts.ts";
import { createStrip } from "../../src/blocks/strip.ts";
import type { Word } from "../../src/document.ts";
import { wordAt, wordsAt } from "../page-tables/words.ts";
import { activityAt, evenly, familyOf, printedOf, tablePage } from "./support.ts";

const family = familyOf();
const readContext = createContextReader(family);
const isHead = ({ text }: Word) => text === "CODIGO";
/** What lines say after contexts are joined, and the labels of those that are contexts. */
const join = (...words: Word[]) =>
  joinContexts(createStrip([printedOf(tablePage(words))], new Set()).lines, family, readContext, isHead).map(
    ({ line }) => readContext(line.words)[0]?.labels ?? line.words.map(({ text }) => text).join(" "),
  );

describe("a context that its cell breaks over lines", () => {
  it("is one where the value is in the cell of its code", () => {
    expect(join(...wordsAt("OEI.01 MEJORAR LA", 20, 100), ...wordsAt("GESTIÓN", 20, 112))).toEqual([
      { objectiveCode: "OEI.01", objective: "MEJORAR LA GESTIÓN" },
    ]);
  });

  it("is one where the value has a cell of its own, set at its top, its middle or its bottom", () => {
    for (const y of [100, 112, 124]) {
      const lines = ["MEJORAR LA", "GESTIÓN DE", "PLANES"].flatMap((text, k) =>
        wordsAt(text, 90, 100 + 12 * k),
      );
      expect(join(wordAt("OEI.01", 20, y), ...lines)).toEqual([
        { objectiveCode: "OEI.01", objective: "MEJORAR LA GESTIÓN DE PLANES" },
      ]);
    }
  });

  it("is one beside heads, which may stand on its lines and between them", () => {
    const context = [...wordsAt("AEI.01.02 - GESTIONAR", 20, 100), ...wordsAt("PLANES", 20, 112)];
    const heads = [wordAt("CODIGO", 300, 106), wordAt("CODIGO", 400, 112), wordAt("CODIGO", 300, 124)];
    expect(join(...context, ...heads)).toEqual([
      { actionCode: "AEI.01.02", action: "GESTIONAR PLANES" },
      "CODIGO",
      "CODIGO",
      "CODIGO",
    ]);
  });

  it("is one where its code, or what it is called, stands between two lines", () => {
    const value = [...wordsAt("010 - OFICINA DE", 120, 100), ...wordsAt("PLANES", 120, 112)];
    expect(join(...wordsAt("CENTRO DE COSTO :", 20, 106), ...value)).toEqual([
      { organCode: "010", organ: "OFICINA DE PLANES" },
    ]);
    const name = [...wordsAt("MEJORAR LA", 120, 100), ...wordsAt("GESTIÓN", 120, 112)];
    expect(join(wordAt("OEI.01", 20, 106), ...name)).toEqual([
      { objectiveCode: "OEI.01", objective: "MEJORAR LA GESTIÓN" },
    ]);
  });

  it("is one where what it is called is broken, too", () => {
    const called = [...wordsAt("CENTRO DE", 20, 102), ...wordsAt("COSTO :", 20, 114)];
    const value = [...wordsAt("010 - OFICINA DE", 120, 96), ...wordsAt("PLANES", 120, 108)];
    expect(join(...called, ...value)).toEqual([{ organCode: "010", organ: "OFICINA DE PLANES" }]);
    expect(join(...called, ...wordsAt("010 - PLANES", 120, 102))).toEqual([
      { organCode: "010", organ: "PLANES" },
    ]);
  });

  it("ends at the next context, at a header, at a code, and where a word would have had room", () => {
    const first = wordsAt("OEI.01 MEJORAR", 20, 100);
    const alone = { objectiveCode: "OEI.01", objective: "MEJORAR" };
    expect(join(...first, ...wordsAt("AEI.01.01 X", 20, 112))[0]).toEqual(alone);
    expect(join(...first, wordAt("CODIGO", 20, 112))[0]).toEqual(alone);
    expect(join(...first, wordAt("AOI0001", 20, 112))[0]).toEqual(alone);
    expect(join(...first, ...wordsAt("según el plan de la entidad", 20, 112))[0]).toEqual(alone);
    expect(join(...first, ...wordsAt("GESTIÓN", 20, 120))[0]).toEqual(alone);
  });

  it("takes no lines of the activities beside it", () => {
    const context = wordsAt("CENTRO DE COSTO : OFICINA", 20, 138);
    const activity = activityAt(100, { code: "AOI0001", activity: "Publicar" }, evenly(1), evenly(2));
    // The last line of the activity's text begins where the value does, further from it than from its own.
    const words = [...activity, ...wordsAt("los planes", 107.5, 124), ...context];
    expect(join(...words)).toContain("los planes");
    const under = [
      ...wordsAt("AEI.01.01 GESTIONAR", 35, 76),
      wordAt("Publicar", 82.5, 88),
      ...activityAt(100, { activity: "los" }, evenly(1), evenly(2)).map((word) =>
        word.text === "los" ? wordAt("los", 82.5, 100) : word,
      ),
    ];
    expect(join(...under)[0]).toEqual({ actionCode: "AEI.01.01", action: "GESTIONAR" });
  });
});

it("joins a value half a line lower, with the colon", () => {
  expect(join(...wordsAt("CENTRO DE COSTO", 20, 100), ...wordsAt(": PLANES", 120, 105))).toEqual([
    { organ: "PLANES" },
  ]);
});
