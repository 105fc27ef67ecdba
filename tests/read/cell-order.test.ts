import { describe, expect, it } from "vitest";
import { loadTableFamily } from "../support/load-table-family.ts";
import { readText, rowsOf, textsOf } from "./read.ts";

/** Any entity's plan: no organ is known by name, but units are. */
const generic = await loadTableFamily("generic");

const months = "ENE FEB MAR ABR MAY JUN JUL AGO SET OCT NOV DIC".split(" ");
const header = ["PLAN OPERATIVO INSTITUCIONAL 2024", "ACTIVIDAD U.M. META", months.join(" ")];
const year = (each: number) => [String(each * 12), ...Array<string>(12).fill(String(each))];
const numbers = (each: number) => year(each).join(" ");

const activities = (text: readonly string[]) => {
  const document = readText([...header, ...text].join("\n"), generic);
  return { document, texts: rowsOf(document).map(({ labels }) => labels.activity ?? labels.label) };
};

describe("text in the order of its cells", () => {
  const { document, texts } = activities([
    ...["Recojo de", "residuos", "sólidos", `Informe ${numbers(1)}`],
    ...["Limpieza", `Informe ${numbers(2)}`],
    ...["Control", "de pagos", `Informe ${numbers(3)}`],
    `TOTAL ${numbers(6)}`,
  ]);

  it("gives what follows the numbers to the next row", () => {
    expect(texts).toEqual(["Recojo de residuos sólidos", "Limpieza", "Control de pagos", "TOTAL"]);
    expect(rowsOf(document).map(textsOf)).toEqual([year(1), year(2), year(3), year(6)]);
  });

  it("is not doubted", () => {
    expect(document.flags).toEqual([]);
  });
});

describe("units in the middle of two lines", () => {
  const { document } = activities([
    ...["Recojo de", `Informe ${numbers(1)}`, "residuos"],
    ...["Limpieza de", `Informe ${numbers(2)}`, "parques"],
    ...["Control de", `Informe ${numbers(3)}`, "pagos"],
    `TOTAL ${numbers(6)}`,
  ]);

  it("are not taken for it: each text stays beside its numbers, or is doubted", () => {
    expect(rowsOf(document).map(textsOf)).toEqual([year(1), year(2), year(3), year(6)]);
    expect(document.flags.map(({ code }) => code)).toContain("labels-doubted");
  });
});

describe("rows that have lost their numbers", () => {
  const doubtsOf = (text: readonly string[]) =>
    rowsOf(readText([...header, ...text].join("\n"), generic)).map(({ doubts = [] }) =>
      doubts.some(({ code }) => code === "row-without-numbers"),
    );

  it("are doubted where but one is left", () => {
    const text = [`Control Informe ${numbers(1)}`, "Pagos Informe 82.29", `Cobros Informe ${numbers(2)}`];
    expect(doubtsOf(text)).toEqual([false, true, false]);
  });

  it("are doubted where an activity's stand under the name of a sum", () => {
    const rows = ["Control", `Informe ${numbers(1)}`, "Pagos", `Informe ${numbers(2)}`];
    expect(doubtsOf([...rows, "SUBTOTAL", "Cobros", `Informe ${numbers(3)}`])).toEqual([false, false, true]);
    expect(doubtsOf([`Control Informe ${numbers(1)}`, `SUBTOTAL ${numbers(1)}`])).toEqual([false, false]);
  });
});
