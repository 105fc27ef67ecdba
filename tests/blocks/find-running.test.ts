import { describe, expect, it } from "vitest";
import { findRunning } from "../../src/blocks/find-running.ts";
import { textLines } from "../../src/page-tables/text-lines.ts";
import { wordsAt } from "../page-tables/words.ts";

/** Pages of a head, four lines of a table and a foot; what runs is given as text. */
const pagesOf = (
  count: number,
  head: (n: number) => string,
  foot: (n: number) => string,
  footY = (_: number) => 780,
) =>
  Array.from({ length: count }, (_, i) =>
    textLines([
      ...wordsAt(head(i + 1), 20, 20),
      ...[100, 120, 140, 160].flatMap((y) => wordsAt(`fila ${"abcde"[i]} ${y} 1 2 3`, 20, y)),
      ...wordsAt(foot(i + 1), 20, footY(i)),
    ]),
  );
const running = (...args: Parameters<typeof pagesOf>) =>
  [...findRunning(pagesOf(...args))].map(({ words }) => words.map(({ text }) => text).join(" "));

describe("what runs on all pages", () => {
  it("is found at both ends, its numbers aside", () => {
    expect(
      running(
        3,
        () => "Reporte de planes",
        (n) => `Página ${n} de 3`,
      ),
    ).toEqual([...new Array(3).fill("Reporte de planes"), "Página 1 de 3", "Página 2 de 3", "Página 3 de 3"]);
  });

  it("may be the address that browsers print, wherever it stands on each page", () => {
    const feet = (foot: string) =>
      running(
        3,
        () => "",
        () => foot,
        (i) => 760 + 10 * i,
      );
    const address = "app.ceplan.gob.pe/POI/Anexo.aspx?state=AC";
    expect(feet(address)).toEqual([address, address, address]);
    expect(feet(`https://${address} 30/6/2020`)).toHaveLength(3);
    expect(feet(`Publicar en ${address}`)).toEqual([]);
    expect(feet("entidad.gob.pe")).toEqual([]);
  });

  it("may be a day alone, and the page's number with that of all", () => {
    expect(
      running(
        3,
        () => "30/6/2020",
        (n) => `${n}/3`,
      ),
    ).toEqual([...new Array(3).fill("30/6/2020"), "1/3", "2/3", "3/3"]);
    expect(
      running(
        2,
        () => "11/29/26, 3:42 PM",
        (n) => `- ${n} de 2 -`,
      ),
    ).toHaveLength(4);
  });

  it("is no line of a text in a column, with which two pages may begin", () => {
    const page = (n: number, at: number) =>
      textLines([
        ...wordsAt("Se ejecutó el 80%", at, 20),
        ...wordsAt(`de lo previsto ${"xyz"[n]}`, at, 32),
        ...[100, 120, 140, 160].flatMap((y) => wordsAt(`fila ${"abc"[n]} ${y} 1 2 3`, 20, y)),
      ]);
    expect([...findRunning([page(0, 300), page(1, 300), page(2, 300)])]).toEqual([]);
    expect([...findRunning([page(0, 20), page(1, 20), page(2, 20)])]).toHaveLength(3);
    const numbered = (n: number) =>
      textLines([...wordsAt("Se ejecutó el 80%", 300, 20), ...wordsAt(String(n), 285, 26), ...body(n)]);
    const body = (n: number) =>
      [100, 120, 140, 160].flatMap((y) => wordsAt(`fila ${"abc"[n]} ${y} 1 2 3`, 20, y));
    expect([...findRunning([numbered(2), numbered(1)])]).toEqual([]);
  });

  it("may be the page's number behind its name, however short", () => {
    expect(
      running(
        2,
        (n) => `cabecera ${"xyz"[n - 1]}`,
        (n) => `Pag. ${n}/2`,
      ),
    ).toEqual(["Pag. 1/2", "Pag. 2/2"]);
  });

  it("may be the page's number alone, where it goes up with the pages", () => {
    expect(running(3, (n) => `cabecera ${"xyz"[n - 1]}`, String)).toEqual(["1", "2", "3"]);
    expect(
      running(
        3,
        (n) => `cabecera ${"xyz"[n - 1]}`,
        (n) => ["2021", "7", "2021"][n - 1]!,
      ),
    ).toEqual([]);
  });

  it("is no row, and no short word that comes again by chance", () => {
    expect(
      running(
        3,
        () => "Total 1 2 3",
        () => "año",
      ),
    ).toEqual([]);
  });

  it("stands in the same place: texts that end alike by chance do not", () => {
    expect(
      running(
        3,
        (n) => `cabecera ${"xyz"[n - 1]}`,
        () => "de la entidad",
        (i) => 400 + 50 * i,
      ),
    ).toEqual([]);
  });

  it("is on most pages, and on more than one", () => {
    expect(
      running(
        5,
        (n) => (n <= 3 ? "Reporte" : `otra ${"xyzvw"[n]}`),
        (n) => "pqrst"[n - 1]!,
      ),
    ).toHaveLength(3);
    expect(
      running(
        5,
        (n) => (n <= 2 ? "Reporte" : `otra ${"xyzvw"[n - 1]}`),
        (n) => "pqrst"[n - 1]!,
      ),
    ).toEqual([]);
    expect(
      running(
        1,
        () => "Reporte",
        () => "Página 1",
      ),
    ).toEqual([]);
  });
});
