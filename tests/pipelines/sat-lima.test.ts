import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extract } from "../../src/index.ts";
import { createMatcher } from "../../src/match/match-name.ts";
import { loadTableFamily } from "../support/load-table-family.ts";

const family = await loadTableFamily("sat-lima");
const sample = readFileSync(new URL("../../samples/sat-lima/poi-2023-iv.txt", import.meta.url), "utf8");
const rows = sample
  .split("\n")
  .map((line) => line.split("\t"))
  .filter(([first, , , unit]) => first !== "" && unit !== undefined && /^[A-Z]+$/.test(unit));

describe("the sample of 2023", () => {
  it("has 79 activity rows", () => {
    expect(rows).toHaveLength(79);
  });

  it("prints 24 names of organs, and each is matched to an entry of its own", () => {
    const match = createMatcher(family.organs, 2023);
    const printed = [...new Set(rows.map(([organ]) => organ!))];
    expect(printed).toHaveLength(24);
    const matched = printed.map((organ) => match(organ));
    expect(matched.map(({ method }) => method)).toEqual(printed.map(() => "folded"));
    expect(new Set(matched.map(({ id }) => id)).size).toBe(24);
    expect(match("GERENCIA DE ADMINISTRACION").name).toBe("Gerencia de Administración");
    expect(match("OFICINA DE DEFENSORIA DEL CONTRIBUYENTE Y ADMINISTRADO").id).toBe(
      "oficina-de-defensoria-del-contribuyente-y-administrado",
    );
  });

  it("prints no category and no unit that the family does not list", () => {
    const values = (key: string) => family.labels.find((label) => label.key === key)!.values;
    expect(new Set(rows.map(([, category]) => category))).toEqual(new Set(values("category")));
    expect(new Set(rows.map((row) => row[3]))).toEqual(new Set(values("unit")));
  });

  it("has the columns of the family, in its order", () => {
    const [first, second] = sample
      .split("\n")
      .slice(4, 6)
      .map((line) => line.split("\t"));
    expect(first!.slice(0, 5)).toEqual([
      "ÓRGANO /UNIDAD ORGÁNICA",
      "ACTIVIDAD MEF",
      "ACTIVIDAD POI",
      "UNIDAD DE MEDIDA",
      "META",
    ]);
    expect(second!.slice(29, 37)).toEqual(["PROG", "EJC", "PROG", "EJC", "PROG", "EJC", "PROG", "EJC"]);
    expect(family.columns[4]).toBe("target");
    expect(family.columns.slice(29)).toEqual(
      [1, 2, 3, 4].flatMap((q) => [`programmed.q${q}`, `executed.q${q}`]),
    );
  });
});

describe("names that were used before", () => {
  it("are known in their years", () => {
    expect(createMatcher(family.organs, 2012)("GERENCIA DE ORGANIZACION Y RACIONALIZACION").id).toBe(
      "gerencia-de-organizacion-y-procesos",
    );
    expect(createMatcher(family.organs, 2010)("GERENCIA CENTRAL DE ADMINISTRACION GENERAL").id).toBe(
      "gerencia-central-de-administracion-de-recursos",
    );
    expect(createMatcher(family.organs, 2023)("Gerencia Central Normativa").id).toBe(
      "gerencia-central-de-normativa",
    );
  });
});

describe("a report without months", async () => {
  const quarters = ["I", "II", "III", "IV"].flatMap((n) => [`${n} TRIMESTRE PROG`, `${n} TRIMESTRE EJC`]);
  const header = ["ÓRGANO", "ACTIVIDAD MEF", "ACTIVIDAD POI", "UNIDAD DE MEDIDA", "META", ...quarters];
  const row = (activity: string, ...numbers: number[]) => [
    "ESCUELA SAT",
    "GESTIÓN ADMINISTRATIVA",
    activity,
    "ACCIONES",
    ...numbers,
  ];
  const table = [
    header,
    row("CURSOS", 21, 5, 7, 2, 2, 12, 11, 2, 2),
    row("TALLERES", 64, 2, 1, 30, 31, 30, 30, 3, 3),
    row("CHARLAS", 14, 4, 4, 4, 4, 3, 3, 3, 0),
    ["TOTAL ACCIONES", "", "", "", 99, 10, 12, 36, 37, 45, 44, 8, 5],
  ];
  const text = table.map((cells) => cells.join("\t")).join("\n");
  const read = await extract(Buffer.from(`PLAN OPERATIVO INSTITUCIONAL 2023 - AL IV TRIMESTRE\n${text}\n`));

  it("is held to the sum of its quarters: one of them is one too many, as its row and the total say", () => {
    expect(read.rows.map(({ status }) => status)).toEqual(["verified", "repaired", "verified"]);
    expect(read.rows[1]!.series.programmed!.quarterly).toEqual([1, 30, 30, 3]);
    expect(read.rows[1]!.repairs[0]!.evidence).toContain("target = 64");
  });
});
