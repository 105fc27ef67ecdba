import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitCode } from "../../src/blocks/split-code.ts";

const split = (text: string) => splitCode(text, "name", "code");

describe("splitCode", () => {
  it.each([
    ["060 : INFORME", "060", "INFORME"],
    ["060: INFORME", "060", "INFORME"],
    ["150103 - ATE", "150103", "ATE"],
    ["1 : Muy Alta", "1", "Muy Alta"],
    ["OEI.02 MEJORAR LA GESTIÓN", "OEI.02", "MEJORAR LA GESTIÓN"],
    ["AEI.01.02 Ñandú", "AEI.01.02", "Ñandú"],
    ["060 : INFORME : FINAL", "060", "INFORME : FINAL"],
  ])("parts %s", (text, code, name) => {
    expect(split(text)).toEqual({ code, name });
  });

  it.each(["INFORME", "2 CAS", "INFORME : FINAL", "01.02 OFICINA", "060", "A-1", "060 :"])(
    "takes %s for a name",
    (text) => {
      expect(split(text)).toEqual({ name: text });
    },
  );

  it("says nothing of nothing, and keeps a text whole where no code is asked for", () => {
    expect(split("")).toEqual({});
    expect(splitCode("060 : INFORME", "name", undefined)).toEqual({ name: "060 : INFORME" });
  });

  it("parts a known code from whatever follows, and may find nothing more", () => {
    const known = (text: string) => splitCode(text, "name", "code", (word) => word.startsWith("AOI"));
    expect(known("AOI00012 2 CAS")).toEqual({ code: "AOI00012", name: "2 CAS" });
    expect(known("AOI00012- Informar")).toEqual({ code: "AOI00012", name: "Informar" });
    expect(known("AOI00012")).toEqual({ code: "AOI00012" });
  });

  it("loses no letter, whatever the text", () => {
    const plain = (text: string) => text.replace(/[\s:\-–]/g, "");
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."A1 :-.ñ"), maxLength: 30 }), (text) => {
        const { code = "", name = "" } = split(text);
        expect(plain(code + name)).toBe(plain(text));
      }),
    );
  });
});
