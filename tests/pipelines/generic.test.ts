import { describe, expect, it } from "vitest";
import { extract } from "../../src/extract.ts";

const MONTHS = "ENE FEB MAR ABR MAY JUN JUL AGO SET OCT NOV DIC".split(" ");
const NUMBERS = MONTHS.map((_, i) => String(i + 1));
const title = "PLAN OPERATIVO INSTITUCIONAL 2024";

/** A plan of one series, whose months have some heading. */
const plan = (heading: string, names: readonly string[]) =>
  [
    title,
    ["UNIDAD ORGÁNICA", "ACTIVIDAD OPERATIVA", "UNIDAD DE MEDIDA", "META ANUAL", heading].join("\t"),
    ["", "", "", "", ...names].join("\t"),
    ...[1, 2, 3].map((n) =>
      ["ALCALDÍA", `Informar ${n}`, "INFORME", 12 * n, ...MONTHS.map(() => n)].join("\t"),
    ),
  ].join("\n");

describe("the generic family", () => {
  it.each([
    "CRONOGRAMA DE EJECUCIÓN",
    "CRONOGRAMA DE EJECUCIÓN MENSUAL",
    "PROGRAMACIÓN DE METAS FÍSICAS 2024",
    "PROGRAMACIÓN MENSUAL DE METAS FÍSICAS",
  ])("takes the months under %j for the plan", async (heading) => {
    const { rows } = await extract(plan(heading, MONTHS), { family: "generic" });
    expect(rows.map(({ series }) => series.programmed!.monthly[0])).toEqual([1, 2, 3]);
    expect(rows.map(({ series }) => series.executed!.monthly[0])).toEqual([null, null, null]);
  });

  it.each([
    ["numbers", NUMBERS],
    ["initials", MONTHS.map((name) => name.charAt(0))],
  ])("is recognised by months that are but %s", async (_, names) => {
    const { document, rows } = await extract(plan("PROGRAMADO", names));
    expect(document.family).toBe("generic");
    expect(rows.map(({ series }) => series.programmed!.monthly[11])).toEqual([1, 2, 3]);
  });
});
