import { describe, expect, it } from "vitest";
import type { CanonicalName } from "../../src/family.ts";
import { createMatcher } from "../../src/match/match-name.ts";

const names = (...list: (string | [string, ...CanonicalName["aliases"]])[]): CanonicalName[] =>
  list.map((entry) => {
    const [name, ...aliases] = typeof entry === "string" ? ([entry] as const) : entry;
    return { id: name.toLowerCase().replace(/[^a-z0-9]+/g, "-"), name, aliases };
  });

const organs = names(
  "Jefatura SAT",
  "Gerencia de Finanzas",
  "Gerencia de Administración",
  "Gerencia Central de Administración de Recursos",
  "Gerencia de Proyectos",
  "Gerencia Central de Innovación y Proyectos",
  "Gerencia Central de Normativa",
  "Gerencia de Servicios al Administrado",
  ["Órgano de Control Institucional", { name: "OCI" }],
  ["Gerencia de Organización y Procesos", { name: "Gerencia de Organización y Racionalización", to: 2013 }],
);
const match = createMatcher(organs, 2023);

describe("a sure match", () => {
  it.each([
    ["Gerencia de Administración", "exact", "Gerencia de Administración"],
    [" Gerencia de Administración ", "exact", "Gerencia de Administración"],
    ["GERENCIA DE ADMINISTRACION", "folded", "Gerencia de Administración"],
    ["GERENCIADE FINANZAS", "folded", "Gerencia de Finanzas"],
    ["GEREN CIA  DE FINAN ZAS.", "folded", "Gerencia de Finanzas"],
    ["GERENCIA DE SERVICIOS AL ADMINIS- TRADO", "folded", "Gerencia de Servicios al Administrado"],
    ["oci", "alias", "Órgano de Control Institucional"],
    ["O.C.I.", "alias", "Órgano de Control Institucional"],
  ])("%j is %s", (raw, method, name) => {
    expect(match(raw)).toMatchObject({ raw, method, name, score: 1 });
    expect(match(raw)).not.toHaveProperty("candidates");
  });

  it.each([
    // One or two letters misread.
    ["GERENCIA DE F1NANZAS", "Gerencia de Finanzas"],
    ["GERENCIA 0E FINANZAS", "Gerencia de Finanzas"],
    ["GERENClA DE FINANZA5", "Gerencia de Finanzas"],
    ["JEFATURA 5AT", "Jefatura SAT"],
    // A letter lost or doubled, with or without a lost space.
    ["GERENCIA DE ADMINISTRACON", "Gerencia de Administración"],
    ["GERENCIAA DE FINANZAS", "Gerencia de Finanzas"],
    ["GERENCIADE ADMINISTRACON", "Gerencia de Administración"],
    // A small word lost or gained.
    ["Gerencia Central Normativa", "Gerencia Central de Normativa"],
    ["GERENCIA DE LA ADMINISTRACION", "Gerencia de Administración"],
    // The end cut off inside a word.
    ["GERENCIA DE SERVICIOS AL ADMINIS…", "Gerencia de Servicios al Administrado"],
    ["GERENCIA DE SERVICIOS AL ADMINIS", "Gerencia de Servicios al Administrado"],
    ["GERENCIA CENTRAL DE INNOVACION Y...", "Gerencia Central de Innovación y Proyectos"],
  ])("%j is a slip of %s", (raw, name) => {
    const matched = match(raw);
    expect(matched).toMatchObject({ method: "fuzzy", name });
    expect(matched.candidates?.[0]?.name).toBe(name);
    expect(matched.score).toBeGreaterThanOrEqual(0.75);
    expect(matched.score).toBeLessThanOrEqual(1);
  });
});

describe("an unsure match names nothing, and has the likely entry among its candidates", () => {
  it.each([
    // Names of organs that are not in the list, next to ones that are.
    ["Gerencia Central de Administración", "Gerencia Central de Administración de Recursos"],
    ["Gerencia Central de Finanzas", "Gerencia de Finanzas"],
    ["Subgerencia de Finanzas", "Gerencia de Finanzas"],
    ["Gerencia de Finanzas II", "Gerencia de Finanzas"],
    ["Gerencia Central de Proyectos", "Gerencia de Proyectos"],
    ["Gerencia de Reorganización y Procesos", "Gerencia de Organización y Procesos"],
    // Abbreviations that nobody has declared.
    ["GCIA. DE FINANZAS", "Gerencia de Finanzas"],
    ["G. DE PROYECTOS", "Gerencia de Proyectos"],
    // Damage beyond a slip.
    ["GERENCIA DE FIN", "Gerencia de Finanzas"],
    ["GERENCIA DE FXNXNZXS", "Gerencia de Finanzas"],
    ["JEFATURA SAX", "Jefatura SAT"],
  ])("%j may be %s", (raw, likely) => {
    const matched = match(raw);
    expect(matched).toMatchObject({ method: "none", name: null, id: null });
    expect(matched.candidates?.map(({ name }) => name)).toContain(likely);
    expect(matched.candidates?.length).toBeLessThanOrEqual(3);
  });

  it("gives no candidate that has nothing to do with the text", () => {
    expect(match("0123456789")).toEqual({
      raw: "0123456789",
      name: null,
      id: null,
      score: 0,
      method: "none",
      candidates: [],
    });
  });

  it.each(["", "   ", "---"])("gives nothing for %j", (raw) => {
    expect(match(raw)).toEqual({ raw, name: null, id: null, score: 0, method: "none" });
  });
});

describe("near neighbours in the list", () => {
  it("are never settled by one letter", () => {
    const zones = createMatcher(names("Zona Norte A", "Zona Norte B", "Sede 1", "Sede 2"));
    expect(zones("ZONA NORTE B").name).toBe("Zona Norte B");
    expect(zones("ZONA NORTE C").name).toBeNull();
    expect(zones("SEDE 3").name).toBeNull();
    expect(zones("ZONA NORTA").name).toBeNull();
  });

  it("are not confused when only one of them is in the list", () => {
    const one = createMatcher(names("Gerencia de Ingresos Tributarios", "Oficina Regional 1"));
    expect(one("Gerencia de Egresos Tributarios").name).toBeNull();
    expect(one("Oficina Regional 2").name).toBeNull();
    expect(one("Oficina Regional").name).toBeNull();
    expect(one("0ficina Regionai 1").name).toBe("Oficina Regional 1");
  });

  it("share a beginning, so a cut leaves both", () => {
    const both = createMatcher(names("Oficina de Tesorería", "Oficina de Tesorería y Contabilidad"));
    expect(both("OFICINA DE TESORERIA").name).toBe("Oficina de Tesorería");
    expect(both("OFICINA DE TESORERIA…").name).toBeNull();
    expect(both("OFICINA DE TESORERI").name).toBeNull();
    expect(both("OFICINA DE TESORERI").candidates).toHaveLength(2);
  });

  it("share an end, so a lost beginning leaves both", () => {
    const both = createMatcher(names("Institucional", "Oficina de Imagen Institucional"));
    expect(both("NSTITUCIONAL").name).toBeNull();
    expect(both("EN INSTITUCIONAL").name).toBeNull();
    expect(both("INSTITUCIONAL").name).toBe("Institucional");
  });

  it("with a number inside a word are not taken for letters", () => {
    const sectors = createMatcher(names("Sector B1"));
    expect(sectors("SECTORB1").name).toBe("Sector B1");
    expect(sectors("SECTORB2").name).toBeNull();
    expect(sectors("SECTOR B2").name).toBeNull();
  });
});

describe("years", () => {
  const old = "Gerencia de Organización y Racionalización";
  it.each([
    [2013, "gerencia-de-organizaci-n-y-procesos"],
    [null, "gerencia-de-organizaci-n-y-procesos"],
    [2014, null],
  ])("in %s, a name used to 2013 is %s", (year, id) => {
    const matched = createMatcher(organs, year)(old);
    expect(matched.id).toBe(id);
    expect(matched.method).toBe(id === null ? "none" : "alias");
    if (id === null) expect(matched.candidates?.[0]?.name).toBe("Gerencia de Organización y Procesos");
  });

  it("tell which entry had a name at the time", () => {
    const passed = names(
      ["Oficina de Sistemas", { name: "Oficina Técnica", to: 2010 }],
      ["Oficina de Obras", { name: "Oficina Técnica", from: 2011 }],
    );
    expect(createMatcher(passed, 2010)("Oficina técnica").name).toBe("Oficina de Sistemas");
    expect(createMatcher(passed, 2011)("Oficina técnica").name).toBe("Oficina de Obras");
    const unknown = createMatcher(passed)("Oficina técnica");
    expect(unknown.name).toBeNull();
    expect(unknown.candidates?.map(({ name }) => name).sort()).toEqual([
      "Oficina de Obras",
      "Oficina de Sistemas",
    ]);
  });
});

describe("bounds", () => {
  it("matches nothing against an empty list", () => {
    expect(createMatcher([])("GERENCIA DE FINANZAS")).toEqual({
      raw: "GERENCIA DE FINANZAS",
      name: null,
      id: null,
      score: 0,
      method: "none",
    });
  });

  it("does not compare what is too long to be a name", () => {
    // Spaces count for nothing where a text is compared.
    expect(match(`GERENCIA DE FINANZAS${" ".repeat(100)}`).id).not.toBeNull();
    const long = `GERENCIA DE FINANZAS${" ".repeat(5_000_000)}`;
    expect(match(long)).toEqual({ raw: long, name: null, id: null, score: 0, method: "none" });
  });

  it("answers the same for the same text", () => {
    expect(match("GERENCIA DE F1NANZAS")).toBe(match("GERENCIA DE F1NANZAS"));
  });

  it("stands thousands of names and many distinct texts", () => {
    const many = createMatcher(
      names(...Array.from({ length: 2000 }, (_, i) => `Unidad de Gestión Nro ${i}`)),
    );
    for (let i = 0; i < 200; i++)
      expect(many(`UNIDAD DE GESTI0N ZONAL ${i * 7}`)).toMatchObject({ name: null, method: "none" });
  });
});
