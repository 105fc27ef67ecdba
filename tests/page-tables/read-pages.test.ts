import { describe, expect, it } from "vitest";
import type { Page, Word } from "../../src/document.ts";
import { documentLines, readPages } from "../../src/page-tables/read-pages.ts";
import type { Region } from "../../src/page-tables/region.ts";
import { town } from "../read/family-fixture.ts";
import { planHeader, planLine, planPage, planRow, planRulings } from "./plan-page.ts";
import { wordAt, wordsAt } from "./words.ts";

const TITLE = wordsAt("PLAN OPERATIVO INSTITUCIONAL 2023", 200, 60);
const ROWS = [
  ...planRow(132, "ALCALDÍA", "Supervisar obras", "ACCIONES"),
  ...planRow(152, "OCI", "Controlar", "INFORMES", "12", "1"),
];
const TABLE = [...TITLE, ...planHeader(112), ...ROWS];
const ruled = (number: number) => planPage(TABLE, { number, ...planRulings([100, 120, 140, 160]) });
const unruled = (number: number) => planPage(TABLE, { number });

const read = (...pages: Page[]) => readPages(pages, new Map(), town);
const rowsOf = (...pages: Page[]) => read(...pages).tables.flatMap(({ rows }) => rows);
const codes = (...pages: Page[]) => read(...pages).flags.map(({ code }) => code);

describe("readPages", () => {
  it.each([
    ["with lines around its cells", ruled(1)],
    ["without any line", unruled(1)],
  ])("reads a table %s: each row with its labels and numbers", (_, page) => {
    const [first, second, ...others] = rowsOf(page);
    expect(others).toEqual([]);
    expect(first!.labels).toEqual({ organ: "ALCALDÍA", activity: "Supervisar obras", unit: "ACCIONES" });
    expect(first!.tokens.map(({ text }) => text)).toEqual(["24", ...new Array(12).fill("2")]);
    expect(second!.tokens.map(({ text }) => text)).toEqual(["12", ...new Array(12).fill("1")]);
  });

  it("takes the title and the year from over the table, and the source from under it", () => {
    const footer = wordsAt("Fuente: Sistema de planes", 23, 400);
    const { info } = read(planPage([...TABLE, ...footer]));
    expect(info).toMatchObject({ title: "PLAN OPERATIVO INSTITUCIONAL 2023", year: 2023 });
    expect(info.source).toContain("Sistema de planes");
  });

  it("keeps the order of print where pages with lines and without follow each other", () => {
    const rows = rowsOf(ruled(1), unruled(2), ruled(3));
    expect(rows.map(({ page }) => page)).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it("keeps the first and last lines of the rows under a header that is drawn with lines, though all pages print the same", () => {
    const page = (number: number, y: number) =>
      planPage(
        [
          ...[...TITLE, ...planHeader(112)],
          ...planLine(130, ["", "Atender al", "", ""]),
          ...planRow(136, "ALCALDÍA", "", "ACCIONES"),
          ...planLine(142, ["", "vecino", "", ""]),
          ...planLine(y, ["", "Atender al", "", ""]),
          ...planRow(y + 6, "ALCALDÍA", "", "ACCIONES"),
          ...planLine(y + 12, ["", "vecino", "", ""]),
        ],
        { number, ...planRulings([100, 120]) },
      );
    const activities = rowsOf(page(1, 170), page(2, 180)).map(({ labels }) => labels.activity);
    expect(activities).toEqual(new Array(4).fill("Atender al vecino"));
  });

  it("passes over prose before the table, and counts it among the pages", () => {
    const cover = planPage(wordsAt("El presente plan tiene objetivos", 50, 300));
    const { pages, tables, flags } = read(cover, ruled(2));
    expect(pages).toBe(2);
    expect(tables).toHaveLength(1);
    expect(flags).toEqual([]);
  });

  it.each([
    ["with lines", planPage(ROWS, { number: 2, ...planRulings([120, 140, 160]) }), ruled(1)],
    ["without lines", planPage(ROWS, { number: 2 }), unruled(1)],
  ])("goes on with a table %s on a page without a header", (_, next, first) => {
    expect(rowsOf(first, next).map(({ page, labels }) => [page, labels.organ])).toEqual([
      [1, "ALCALDÍA"],
      [1, "OCI"],
      [2, "ALCALDÍA"],
      [2, "OCI"],
    ]);
  });

  it("goes on with few numbers on a page without a header, where most lines of them are rows", () => {
    const sparse = [
      ...planLine(132, ["ALCALDÍA", "Supervisar obras", "ACCIONES", "7", "", "", "7"]),
      ...planLine(152, ["", "Controlar", "INFORMES", "0"]),
    ];
    const onNext = (words: readonly Word[]) =>
      rowsOf(unruled(1), planPage(words, { number: 2 })).filter(({ page }) => page === 2);
    expect(onNext(sparse).map(({ labels }) => labels.activity)).toEqual(["Supervisar obras", "Controlar"]);
    // Lines without the target, or without texts beside it, are of another table.
    expect(onNext(planLine(132, ["OCI", "Auditar", "INFORMES", "", "3"]))).toEqual([]);
    expect(onNext(planLine(132, ["OCI", "", "", "3"]))).toEqual([]);
    // So is a number within a text.
    expect(
      onNext(wordsAt("El plan de este organismo prevé atender más que en el anterior 24 personas", 23, 132)),
    ).toEqual([]);
  });

  it("goes on with both halves of a table on facing pages that print no header", () => {
    const left = planPage(
      TABLE.filter(({ box }) => box[0] < 505 || box[1] < 70),
      { number: 1 },
    );
    const right = planPage(
      [...wordsAt("PROGRAMADO", 600, 100), ...planHeader(112), ...ROWS].filter(({ box }) => box[0] >= 505),
      { number: 2 },
    );
    const under = (page: Page, number: number) => ({
      ...page,
      number,
      words: [...TITLE, ...page.words.filter(({ box }) => box[3] > 120)],
    });
    const rows = rowsOf(left, right, under(left, 3), under(right, 4));
    expect(rows.map(({ page, labels }) => [page, labels.activity])).toEqual([
      [1, "Supervisar obras"],
      [1, "Controlar"],
      [3, "Supervisar obras"],
      [3, "Controlar"],
    ]);
    for (const { tokens } of rows) expect(tokens.filter(({ text }) => text !== "")).toHaveLength(13);
  });

  it("keeps a text's last line that is a lone number, be it that of the page", () => {
    const texts = [...TABLE, ...planRow(172, "OCI", "Auditar, etapa", "INFORMES"), wordAt("1", 123, 183)];
    expect(rowsOf(planPage(texts)).at(-1)!.labels.activity).toBe("Auditar, etapa 1");
    expect(rowsOf(planPage([...TABLE, wordAt("1", 123, 400)])).at(-1)!.labels.activity).toBe("Controlar");
  });

  it("takes the heading of a second table for no text of the first one", () => {
    const first = [...planHeader(112), ...planRow(132, "", "Supervisar obras", "ACCIONES")];
    const organ = [...planLine(144, ["OFICINA"]), ...planRow(152, "", "Controlar", "INFORMES")];
    const second = [...planHeader(232), ...planRow(252, "OCI", "Auditar", "INFORMES")];
    const rows = rowsOf(planPage([...first, ...organ, ...wordsAt("II. OTRAS", 23, 200), ...second]));
    expect(rows.map(({ labels }) => labels.organ)).toEqual(["OFICINA", "OFICINA", "OCI"]);
  });

  it("takes no row that names the plan for a title", () => {
    const family = { ...town, recognise: { title: ["PLAN OPERATIVO INSTITUCIONAL", "POI"], words: [] } };
    const row = planRow(132, "ALCALDÍA", "Evaluar el POI", "ACCIONES");
    const page = planPage([...TITLE, ...planHeader(112), ...row]);
    const { info, tables } = readPages([page], new Map(), family);
    expect(tables[0]!.rows.map(({ labels }) => labels.activity)).toEqual(["Evaluar el POI"]);
    expect(info.title).toBe("PLAN OPERATIVO INSTITUCIONAL 2023");
  });

  it("takes no name of an organ between rows for the heading that says the same", () => {
    const rows = [
      ...planRow(132, "", "Supervisar obras", "ACCIONES"),
      ...planLine(142, ["OFICINA DE OBRAS"]),
      ...planRow(152, "", "Controlar", "INFORMES"),
      ...planRow(172, "", "Auditar", "INFORMES"),
      ...planLine(182, ["RENTAS"]),
      ...planRow(192, "", "Informar", "INFORMES"),
    ];
    const heading = wordsAt("OFICINA DE OBRAS", 300, 80);
    const names = ["OFICINA DE OBRAS", "OFICINA DE OBRAS", "RENTAS", "RENTAS"];
    const first = planPage([...TITLE, ...heading, ...planHeader(112), ...rows]);
    const next = planPage([...TITLE, ...heading, ...rows], { number: 2 });
    expect(rowsOf(first, next).map(({ labels }) => labels.organ)).toEqual([...names, ...names]);
  });

  it("reads rows that no lines part in columns that lines part", () => {
    const rows = rowsOf(planPage(TABLE, planRulings([100, 120, 160])));
    expect(rows.map(({ labels }) => labels.activity)).toEqual(["Supervisar obras", "Controlar"]);
    expect(rows.map(({ tokens }) => tokens[0]!.text)).toEqual(["24", "12"]);
  });

  it("reads a table of which lines part but groups of columns as one without lines", () => {
    const { horizontal, vertical } = planRulings([100, 120, 140, 160]);
    const groups = vertical.filter((_, i) => i < 4 || i % 3 === 1);
    const rows = rowsOf(planPage(TABLE, { horizontal, vertical: groups }));
    expect(rows.map(({ tokens }) => tokens.map(({ text }) => text))).toEqual([
      ["24", ...new Array(12).fill("2")],
      ["12", ...new Array(12).fill("1")],
    ]);
  });

  it("reads rows under lines that are drawn around the header and the name of an organ alone", () => {
    const { horizontal, vertical } = planRulings([100, 120]);
    const edges = [vertical[0]!, vertical.at(-1)!].map((edge) => ({ ...edge, to: 136 }));
    const across = [136, 160, 180].map((at) => ({ ...horizontal[0]!, at }));
    const rows = [
      ...planRow(152, "GESTIÓN", "Supervisar obras", "ACCIONES"),
      ...planRow(172, "GESTIÓN", "Controlar", "INFORMES", "12", "1"),
    ];
    const header = [
      ...wordsAt("ACTIVIDAD MEF", 23, 112),
      ...planHeader(112).filter(({ text }) => text !== "ÓRGANO"),
    ];
    const page = planPage([...TITLE, ...header, ...planLine(130, ["OFICINA"]), ...rows], {
      horizontal: [...horizontal, ...across],
      vertical: [...vertical.slice(1, -1), ...edges],
    });
    expect(rowsOf(page).map(({ labels }) => [labels.organ, labels.activity])).toEqual([
      ["OFICINA", "Supervisar obras"],
      ["OFICINA", "Controlar"],
    ]);
  });

  it("reads what goes on over the header of another table on the same page", () => {
    const next = planPage(
      [
        ...planRow(72, "OCI", "Informar", "INFORMES", "36", "3"),
        ...planHeader(112),
        ...planRow(132, "OCI", "Auditar", "INFORMES"),
      ],
      { number: 2 },
    );
    expect(rowsOf(unruled(1), next).map(({ page, labels }) => [page, labels.activity])).toEqual([
      [1, "Supervisar obras"],
      [1, "Controlar"],
      [2, "Informar"],
      [2, "Auditar"],
    ]);
  });

  it("reads a page that prints but the end of a row's texts under its header", () => {
    const next = planPage([...planHeader(112), ...planLine(124, ["", "los gastos"])], { number: 2 });
    expect(rowsOf(unruled(1), next).map(({ labels }) => labels.activity)).toEqual([
      "Supervisar obras",
      "Controlar los gastos",
    ]);
  });

  it("leaves a stamp out of the table, and says so", () => {
    const stamp = wordAt("FIRMADO", 334, 132, "#ff0000 f9");
    const page = planPage([...TABLE, stamp], planRulings([100, 120, 140, 160]));
    expect(rowsOf(page)[0]!.tokens[0]!.text).toBe("24");
    expect(codes(page)).toEqual(["stamp-left-out"]);
  });

  it("ends a table where a note begins under it, however near", () => {
    const total = planRow(144, "TOTAL", "", "", "24", "2");
    const row = planRow(132, "OCI", "Controlar", "INFORMES");
    const last = (text: string) =>
      rowsOf(planPage([...TITLE, ...planHeader(112), ...row, ...total, ...planLine(156, [text])])).at(-1)!
        .labels;
    expect(last("Nota: metas reprogramadas")).toEqual({ label: "TOTAL" });
    expect(last("(*) Metas reprogramadas")).toEqual({ label: "TOTAL" });
  });

  it("names lines of numbers under a table that came into no row, but not a running foot", () => {
    const lost = ["11", "22", "33", "44"].map((text, i) => wordAt(text, 340 + 30 * i, 300));
    expect(codes(planPage([...TABLE, ...lost], planRulings([100, 120, 140, 160])))).toEqual([
      "line-not-read",
    ]);
    const foot = wordsAt("Página 1 de 3", 600, 580);
    expect(codes(planPage([...TABLE, ...foot], planRulings([100, 120, 140, 160])))).toEqual([]);
  });

  it("names a page of numbers that this family does not know", () => {
    const numbers = [100, 120, 140].flatMap((y) =>
      ["1", "2", "3", "4", "5", "6"].map((text, i) => wordAt(text, 50 + 40 * i, y)),
    );
    expect(codes(ruled(1), planPage(numbers, { number: 2 }))).toEqual(["table-not-read"]);
  });

  it("doubts rows that seem to go on beside them on a page that was not read", () => {
    const ys = [132, 152, 172, 192];
    const left = planPage(
      [...planHeader(112), ...ys.flatMap((y) => planRow(y, "OCI", "Controlar", "INFORMES"))],
      planRulings([100, 120, 140, 160, 180, 200]),
    );
    const numbers = (shift: number) =>
      ys.flatMap((y) =>
        ["1", "2", "3", "4", "5", "6"].map((text, i) => wordAt(text, 50 + 40 * i, y + shift)),
      );
    const doubts = (shift: number) =>
      rowsOf(left, planPage(numbers(shift), { number: 2 })).map((row) => row.doubts?.map(({ code }) => code));
    expect(doubts(0)).toEqual(ys.map(() => ["half-row"]));
    expect(doubts(10)).toEqual(ys.map(() => undefined));
  });

  it("asks for a page only when those before it are done with, so that they can be let go of", () => {
    const events: string[] = [];
    const pages = function* () {
      for (const number of [1, 2, 3]) {
        events.push(`page ${number}`);
        yield ruled(number);
      }
    };
    const watch = (regions: readonly Region[]) => events.push(`tables of ${regions[0]!.page.number}`);
    readPages(pages(), new Map(), town, watch);
    expect(events).toEqual(["page 1", "tables of 1", "page 2", "tables of 2", "page 3", "tables of 3"]);
  });

  it("refuses a document without a table, and says how much of it was read", () => {
    const prose = planPage(wordsAt("El presente plan tiene objetivos", 50, 300));
    expect(() => read(prose, prose)).toThrow("2 pages with 10 words were read");
    expect(() => read()).toThrow("0 pages");
  });

  it("doubts every row of a page whose text is doubted", () => {
    const doubt = { code: "hidden-text-layer", severity: "error", cells: [], message: "A scan" } as const;
    const { tables } = readPages([ruled(1), ruled(2)], new Map([[2, doubt]]), town);
    expect(tables[0]!.rows.map(({ doubts }) => doubts?.length ?? 0)).toEqual([0, 0, 1, 1]);
  });
});

describe("documentLines", () => {
  it("gives the text of each page as lines, wide gaps as runs of spaces", () => {
    const page = planPage([...wordsAt("META ANUAL", 20, 50), wordAt("12", 200, 50), wordAt("Otra", 20, 80)]);
    expect([...documentLines([page])].map(({ page, number, text }) => [page, number, text])).toEqual([
      [1, 1, "META ANUAL   12"],
      [1, 2, "Otra"],
    ]);
  });

  it("asks for no page before its lines are wanted", () => {
    const broken = {
      ...planPage([]),
      get words(): never {
        throw new Error("asked for");
      },
    };
    const lines = documentLines([planPage(wordsAt("META", 20, 50)), broken]);
    expect(lines.next().value).toMatchObject({ text: "META" });
    expect(() => lines.next()).toThrow("asked for");
  });
});
