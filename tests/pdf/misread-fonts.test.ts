import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { asWindows, createMisreadFonts } from "../../src/pdf/misread-fonts.ts";
import type { OperatorList } from "../../src/pdf/with-document.ts";

/** A page that shows texts, each in its font. */
function pageOf(...texts: readonly (readonly [font: string, text: string])[]): OperatorList {
  const operations = texts.flatMap(([font, text]) => [
    [OPS.setFont, [font, 10]] as const,
    [OPS.showText, [[-250, ...[...text].map((unicode) => ({ unicode }))]]] as const,
  ]);
  return {
    fnArray: operations.map(([name]) => name),
    argsArray: operations.map(([, operands]) => operands),
  } as unknown as OperatorList;
}

const misread = (...pages: OperatorList[]) => {
  const find = createMisreadFonts(OPS);
  return pages.map((page) => [...find(page)]).at(-1);
};

describe("fonts taken for a Macintosh's", () => {
  it("are told by letters that do not fit in with those around them", () => {
    expect(misread(pageOf(["f1", "CONDUCCI”N"], ["f2", "RemuneraciÛn"], ["f3", "CONDUCCIÓN y más"]))).toEqual(
      ["f1", "f2"],
    );
  });

  it("are none for quotes, dots and strokes where their own letters fit in", () => {
    expect(misread(pageOf(["f1", "el “Plan” … a…b y ¡sí!"]))).toEqual([]);
    expect(misread(pageOf(["f1", "LIMA—CALLAO PERÚANO"]))).toEqual([]);
  });

  it("stay so on later pages", () => {
    expect(misread(pageOf(["f1", "FÕSICA"]), pageOf(["f1", "1,250"]))).toEqual(["f1"]);
  });

  it("mean what Windows means", () => {
    expect([..."CONDUCCI”N RemuneraciÛn P⁄BLICA"].map(asWindows).join("")).toBe(
      "CONDUCCIÓN Remuneración PÚBLICA",
    );
  });
});
