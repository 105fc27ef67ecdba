import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listFamilies } from "../../src/acquire/load-family.ts";
import type { Line } from "../../src/document.ts";
import { recogniseFamily } from "../../src/match/recognise-family.ts";

const families = await listFamilies();
const seed = readFileSync(new URL("../../samples/sat-lima/poi-2023-iv.txt", import.meta.url), "utf8");
const months = "ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC".split(" ");

const lines = (text: string): Line[] =>
  text.split("\n").map((line, i) => ({ page: 1, number: i + 1, text: line, pieces: [] }));
const recognise = (text: string) => recogniseFamily(lines(text), families);

describe("SAT de Lima's report", () => {
  it("is told from the generic table, which comes next", () => {
    const { family, score, runnerUp } = recognise(seed);
    expect(family?.id).toBe("sat-lima");
    expect(runnerUp?.id).toBe("generic");
    expect(score).toBeGreaterThan(runnerUp?.score ?? 1);
    expect(score).toBeLessThanOrEqual(1);
  });

  const rows = seed.split("\n").filter((line) => /\t\d/.test(line));
  const header = seed.split("\n").slice(2, 6).join("\n");
  it.each([
    ["with single spaces", seed.replace(/[\t ]+/g, " ")],
    ["on one line", seed.replace(/\s+/g, " ")],
    ["in lower case without accents", seed.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")],
    ["without its header", rows.join("\n")],
    ["without its title", seed.replaceAll("PLAN OPERATIVO INSTITUCIONAL 2023", "")],
    [
      "with the rows of one organ alone",
      `${header}\n${rows.filter((row) => row.startsWith("GERENCIA DE FINANZAS")).join("\n")}`,
    ],
    ["after much prose", `${"El Plan Operativo y sus metas de enero a diciembre.\n".repeat(10_000)}${seed}`],
  ])("is recognised %s", (_, text) => {
    expect(recognise(text).family?.id).toBe("sat-lima");
  });
});

describe("a table of another entity", () => {
  it.each([
    [
      "with words of its own",
      `MUNICIPALIDAD PROVINCIAL\nPLAN OPERATIVO INSTITUCIONAL 2022
CENTRO DE COSTO\tACTIVIDAD OPERATIVA\tU.M.\tMETA ANUAL\tProgramado\tEjecutado\n\t\t\t\t${months.join("\t")}`,
    ],
    [
      "with SAT de Lima's header, and organs that many entities have",
      `PLAN OPERATIVO INSTITUCIONAL 2023 - AL IV TRIMESTRE
ÓRGANO /UNIDAD ORGÁNICA\tACTIVIDAD POI\tUNIDAD DE MEDIDA\tMETA\tPROGRAMADO\tEJECUTADO\n${months.join("\t").replace("SEP", "SET")}
GERENCIA DE ADMINISTRACION\tGESTIÓN ADMINISTRATIVA\tACCIONES\t12
ORGANO DE CONTROL INSTITUCIONAL\tACCIONES DE CONTROL\tACCIONES\t12`,
    ],
    [
      "that only plans, without quarters",
      `POI 2024 - programación\nDependencia\tActividad\tUnidad de medida\tMeta anual\tProgramación mensual\n${months.join(" ")}`,
    ],
    [
      "without a title, P and E by turns",
      `DEPENDENCIA  ACTIVIDADES  U.M.  META ANUAL\n${months.join("  ")}\n${"P E ".repeat(12)}\nI TRIM II TRIM III TRIM IV TRIM`,
    ],
    [
      "by quarters alone",
      `PLAN OPERATIVO INSTITUCIONAL 2024\nÁREA  ACTIVIDAD  U.M.  META  I TRIM  II TRIM  III TRIM  IV TRIM\n${"PROG EJEC ".repeat(4)}`,
    ],
    [
      "by quarters alone, without execution, in narrow columns",
      "PLAN OPERATIVO INSTITUCIONAL 2024\nACTIVIDAD  U.M.  META  CRONOGRAMA\n1T  2T  3T  4T",
    ],
    [
      "by quarters alone, whose names are broken over two lines",
      `PLAN OPERATIVO INSTITUCIONAL 2024\nI II IV\nÁREA  ACTIVIDAD  U.M.  META  III TRIMESTRE\n${"TRIMESTRE ".repeat(3)}\n${"P E ".repeat(4)}PROGRAMADO`,
    ],
    [
      "with its header over many lines",
      `Plan Operativo\nÁREA\nACTIVIDAD\nUNIDAD\nMETA\nPROGRAMADO\n${months.slice(0, 6).join(" ")}\n${months.slice(6).join(" ")}`,
    ],
  ])("is generic: %s", (_, text) => {
    expect(recognise(text).family?.id).toBe("generic");
  });
});

describe("a header that is spread over facing pages", () => {
  const TITLE = "PLAN OPERATIVO INSTITUCIONAL 2022";
  const LEFT = "CENTRO DE COSTO\tACTIVIDAD OPERATIVA\tU.M.\tMETA ANUAL\tProgramado";
  const rows = (count: number) => "GERENCIA DE OBRAS\tSupervisar obras\tACCIÓN\t12\t1\t1\t1\n".repeat(count);
  const document = (left: readonly string[], right: readonly string[], apart = 40) =>
    `${TITLE}\n${LEFT}\n${left.join("\t")}\n${rows(apart)}${right.join("\t")}\n${rows(2)}`;

  it("is one where the halves name twelve months together", () => {
    const { family, score } = recognise(document(months.slice(0, 6), months.slice(6)));
    expect(family?.id).toBe("generic");
    expect(score).toBe(recognise(document(months, [])).score);
  });

  it("is one where both halves name months of their own series, and only the left one says of what", () => {
    const right = [...months.slice(4), "Ejecutado", ...months];
    expect(recognise(document(months.slice(0, 4), right)).family?.id).toBe("generic");
  });

  it.each([
    ["half a year alone", months.slice(0, 6), []],
    [
      "the same half twice, as reports of half a year print it for two things",
      months.slice(0, 6),
      months.slice(0, 6),
    ],
    ["few months on one side", months.slice(0, 8), months.slice(8, 11)],
  ])("is none with %s", (_, left, right) => {
    expect(recognise(document(left, right)).family).toBeNull();
  });

  it("is none where the halves are further apart than a page is long", () => {
    expect(recognise(document(months.slice(0, 6), months.slice(6), 300)).family).toBeNull();
  });
});

describe("what is no POI", () => {
  it.each([
    ["nothing", ""],
    [
      "prose about a POI",
      "El Plan Operativo Institucional programado y ejecutado, meta de enero a diciembre.\n".repeat(50),
    ],
    ["months alone", months.join("\t")],
    [
      "a monthly budget",
      `REPORTE DE GASTO\nGENÉRICA\tPIA\tPIM\t${months.join("\t")}\tTOTAL\nBIENES\t1\t2\t3`,
    ],
    [
      "organs in a list",
      "JEFATURA SAT\nESCUELA SAT\nGERENCIA DE IMPUGNACIONES\nGERENCIA CENTRAL DE NORMATIVA",
    ],
    ["numbers", "1 2 3 4 5 6 7 8 9 10 11 12 13\n".repeat(100)],
  ])("belongs to no family: %s", (_, text) => {
    const { family, score } = recognise(text);
    expect(family).toBeNull();
    expect(score).toBeLessThan(0.5);
  });

  it("names the family that came nearest", () => {
    const { family, runnerUp } = recognise(`META ÁREA ${months.join(" ")}`);
    expect(family).toBeNull();
    expect(runnerUp?.id).toBe("generic");
  });

  it("has no answer without families", () => {
    expect(recogniseFamily(lines(seed), [])).toEqual({ family: null, score: 0, runnerUp: null });
  });
});

describe("no more is looked at than it takes", () => {
  /** How many lines of an endless document are asked for. */
  function countLines(textOf: (k: number) => string): number {
    let count = 0;
    const endless = function* (): Generator<Line> {
      for (;;) yield { page: 1, number: count + 1, text: textOf(count++), pieces: [] };
    };
    recogniseFamily(endless(), families);
    return count;
  }

  it("of prose without end", () => {
    expect(countLines(() => "meta programado enero julio")).toBeLessThanOrEqual(20_001);
  });

  it("of a table, once its header was seen", () => {
    const head = seed.split("\n");
    expect(countLines((k) => head[k] ?? "X\t1\t2\t3")).toBeLessThan(head.length + 400);
  });

  it("of lines as long as pages", () => {
    expect(countLines(() => "ENE ".repeat(5_000))).toBeLessThanOrEqual(401);
  });
});

it("counts months whose names narrow columns break", () => {
  const text = [
    "PLAN OPERATIVO INSTITUCIONAL 2024",
    "ACTIVIDAD OPERATIVA   U.M.   META   Febrer   Setiem Octubr Novie Diciem",
    "Programado   Enero   Marzo   Abril   Mayo   Junio   Julio",
  ].join("\n");
  expect(recognise(text).family?.id).toBe("generic");
});

it("goes on to the plan after a small table of the prose before it", () => {
  const small = `META UNIDAD DE MEDIDA ${months.join(" ")} TOTAL\n${"Informe 1 2 3 4 5 6\n".repeat(5)}`;
  const prose = "En el marco de la Directiva N° 001-2019 del Plan 2020-2023 y de la Ley.\n".repeat(1_000);
  const plan = `ANEXO B-5
COD. ACTIVIDAD OPERATIVA UBIGEO U.M. PRIORIDAD META PROGRAMACION 1 2 3 4 5 6 7 8 9 10 11 12 TOTAL ANUAL
${"Fisico 0 1 0 1\nFinanciero S/. 10 20 30 40\n".repeat(40)}`;
  expect(recognise(`${small}${prose}${plan}`).family?.id).toBe("ceplan-b5");
});

it("takes a title that is but a part of another family's for none", () => {
  // All words of both headers, and the names of both families' lines.
  const table = `OBJETIVO ESTRATEGICO ACCION ESTRATEGICA ACTIVIDAD OPERATIVA NIVEL DE PRIORIDAD UNIDAD MEDIDA TIPO DE AGREGACION PROG. EJE.
FISICO FINANCIERO AVANCE ACUMULADO AVANCE % ENE FEB MAR
PROG. 1 2 3 4
EJEC. 1 2 3 4
EJECUCION FISICA POR AEI 1 2 3 EJECUCION FINANCIERA 4
TOTAL DE PROGRAMACION APROBADO MODIF. FINANCIERO FISICO 1 2 3
FISICO 1 2 3 4
FINANCIERO 1 2 3 4
PROG. 1 2 3 4
EJEC. 1 2 3 4`;
  const { family, score, runnerUp } = recognise(
    `REPORTE DE SEGUIMIENTO DEL PLAN OPERATIVO INSTITUCIONAL\n${table}`,
  );
  expect(family?.id).toBe("seguimiento-web");
  expect(runnerUp?.id).toBe("seguimiento");
  expect(score).toBeGreaterThan(runnerUp!.score);
});
