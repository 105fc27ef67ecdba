import { describe, expect, it } from "vitest";
import type { Line } from "../../src/document.ts";
import { findQuarter, findTitles, findYear, readInfo } from "../../src/read/read-info.ts";
import { town } from "./family-fixture.ts";

const lines = (...texts: string[]) =>
  texts.map((text, i): Line => ({ page: 1, number: i + 1, text, pieces: [] }));

describe("an entity whose word is drawn in pieces", () => {
  it("is read", () => {
    const lines = [{ page: 1, number: 1, text: "P LIEGO : 112 - ENTIDAD DE EJEMPLO", pieces: [] }];
    expect(readInfo(lines, [], [], { entity: null, footer: { source: [], preparedBy: [] } }).entity).toBe(
      "ENTIDAD DE EJEMPLO",
    );
  });
});

describe("findQuarter", () => {
  it.each([
    ["PLAN OPERATIVO INSTITUCIONAL 2023 - AL IV TRIMESTRE", 4],
    ["PRIMER TRIMESTRE", 1],
    ["1er. trimestre de 2024", 1],
    ["Segundo Trimestre", 2],
    ["TRIMESTRE III", 3],
    ["del I al III trimestre", 3],
    ["2º TRIM 2022", 2],
    ["al 31 de marzo de 2023", 1],
    ["al 30 de junio", 2],
    ["al 30 de setiembre", 3],
    ["al 30 de septiembre", 3],
    ["AL 31 DE DICIEMBRE", 4],
    ["I SEMESTRE 2023", 2],
    ["SEGUNDO SEMESTRE", 4],
    ["POI 2023 T3", 3],
    ["4T 2023", 4],
  ])("reads %j", (text, quarter) => {
    expect(findQuarter(text)).toBe(quarter);
  });

  it.each(["PLAN OPERATIVO 2023", "TRIMESTRE", "V TRIMESTRE", "AL 30 DE MARZO", "CIVIL TRIMESTRAL", "T5"])(
    "finds none in %j",
    (text) => {
      expect(findQuarter(text)).toBeNull();
    },
  );
});

describe("findYear", () => {
  it.each([
    ["POI 2023", 2023],
    ["POI-2023-IV", 2023],
    ["N° 27806", null],
    ["12023", null],
    ["año 1998", 1998],
    ["", null],
  ])("reads %j", (text, year) => {
    expect(findYear(text)).toBe(year);
  });
});

describe("readInfo", () => {
  const read = (over: string[], under: string[] = []) => {
    const preamble = lines(...over);
    return readInfo(preamble, lines(...under), findTitles(preamble, town), town);
  };

  it("takes no year from the number or the day under which the plan was filed, where the plan says its own", () => {
    const filed = ["Exp. N° 2024-00123-GPP", "INFORME N° 045-2024-GPP", "RECIBIDO 15 ENE 2024", "15/01/2024"];
    const yearOf = (...texts: string[]) => readInfo(lines(...filed, ...texts), [], ["Anexo"], town).year;
    expect(yearOf("PLAN OPERATIVO INSTITUCIONAL 2019")).toBe(2019);
    expect(yearOf("POI 2018-2020", "Año Fiscal : 2019")).toBe(2019);
    expect(yearOf("IV TRIMESTRE 2019")).toBe(2019);
    expect(yearOf("Ejecución a 06-2019")).toBe(2019);
    expect(yearOf("SEGUIMIENTO")).toBe(2024);
    expect(readInfo(lines(...filed.slice(0, 2)), [], ["Anexo"], town).year).toBeNull();
    expect(findTitles(lines(...filed, "Matriz 2019"), town)).toEqual(["Matriz 2019"]);
    expect(findTitles(lines(...filed), town)).toEqual([filed[0]]);
  });

  it("finds title, entity, year and quarter wherever they stand over the table", () => {
    expect(
      read([
        "Pliego: Municipalidad de Lima",
        "Plan Operativo Institucional\t\t",
        "Ejecución al 30 de junio de 2024",
      ]),
    ).toMatchObject({
      title: "Plan Operativo Institucional",
      entity: "Municipalidad de Lima",
      year: 2024,
      throughQuarter: 2,
    });
  });

  it.each([
    ["Gobierno Regional de Valle Nuevo", "Gobierno Regional de Valle Nuevo"],
    ["  Municipalidad Distrital de Ñaupe      Página 1", "Municipalidad Distrital de Ñaupe"],
    ["Servicio 24 horas", null],
    ["Gerencia de Servicios", null],
  ])("knows %j by the title for the name of an entity, or not", (line, entity) => {
    expect(read([line, "Plan Operativo Institucional 2024"]).entity).toBe(entity);
    expect(read(["Plan Operativo Institucional 2024", line]).entity).toBe(entity);
  });

  it("takes no line far under the title for an entity: it names an organ", () => {
    const far = ["Plan Operativo Institucional 2024", "a", "b", "Instituto de Deportes"];
    expect(read(far).entity).toBeNull();
  });

  it("takes the first line with a year for a title that the family does not know", () => {
    expect(read(["EJECUCIÓN", "Seguimiento del plan 2022;;;"]).title).toBe("Seguimiento del plan 2022");
  });

  it("says null where nothing is said", () => {
    expect(read([])).toEqual({
      title: null,
      entity: null,
      year: null,
      throughQuarter: null,
      source: null,
      preparedBy: null,
    });
  });

  it("reads what stands over and under a table in CSV", () => {
    const over = ['"ENTIDAD: Instituto del Mar, Callao",,,', "Plan Operativo Institucional 2024,,,,"];
    expect(read(over, ["Fuente: Registro,,,,"])).toMatchObject({
      title: "Plan Operativo Institucional 2024",
      entity: "Instituto del Mar, Callao",
      source: "Registro",
    });
  });

  it("reads the lines under the table without their marks", () => {
    expect(read([], ["FUENTE : Registro al 10/01/2024;;;", '"Elaboración: Oficina, Área 2"'])).toMatchObject({
      source: "Registro al 10/01/2024",
      preparedBy: "Oficina, Área 2",
    });
  });
});
