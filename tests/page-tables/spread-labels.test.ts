import { expect, test } from "vitest";
import type { Page, Word } from "../../src/document.ts";
import { cellText } from "../../src/page-tables/cell-text.ts";
import { groupBands, groupRows } from "../../src/page-tables/group-lines.ts";
import type { LabelPlaces } from "../../src/page-tables/label-places.ts";
import { placeWords } from "../../src/page-tables/place-words.ts";
import { spreadLabels } from "../../src/page-tables/spread-labels.ts";
import { textLines } from "../../src/page-tables/text-lines.ts";
import { columnsOf, pageOf, wordAt, wordsAt } from "./words.ts";

const columns = columnsOf("category", "activity", "target");

/** The categories of rows 30 points apart, parted by lines that begin at some x; those in doubt with a `?`. */
function spread(categories: readonly string[], from: number, mayGoOn = false, to = 300, off = 0): string[] {
  const at = (i: number) => 100 + 30 * i;
  const words = categories.flatMap((text, i) => [
    ...(text === "" ? [] : [wordAt(text, 5, at(i) + off)]),
    ...wordsAt("Informar", 105, at(i)),
    wordAt("12", 250, at(i)),
  ]);
  const parted = from < 300 ? categories.slice(1) : [];
  return categoriesOf(
    words,
    parted.map((_, i) => ({ at: at(i) + 15, from, to })),
    mayGoOn,
  );
}

function categoriesOf(
  words: readonly Word[],
  horizontal: Page["horizontal"],
  mayGoOn = false,
  separators: readonly number[] = [],
  places: LabelPlaces = new Map(),
): string[] {
  const lines = textLines(words).map((line) => placeWords(line, { columns, places: null, starts: [] }));
  const page = pageOf({ words, horizontal });
  const rows =
    separators.length > 0 ? groupBands(lines, separators, columns, false) : groupRows(lines, columns, false);
  return spreadLabels(rows, columns, page, mayGoOn, places).map(
    ({ lines, isTextUnsure }) =>
      cellText(lines.flatMap(({ cells }) => cells[0]!)) + (isTextUnsure === true ? "?" : ""),
  );
}

/** The categories of two rows with a line at some height between them, beside a text of two lines. */
function spreadTexts(text: readonly number[], at: readonly number[], line: number): string[] {
  const words = [
    ...["PERSONA", "CAPACITADA"].map((word, i) => wordAt(word, 5, text[i]!)),
    ...at.flatMap((y) => [...wordsAt("Informar", 105, y), wordAt("12", 250, y)]),
  ];
  return categoriesOf(words, [{ at: line, from: 100, to: 300 }], false, [90, line, 140]);
}

test("rows beside a merged cell have its text, whichever of them it stands beside", () => {
  expect(spread(["", "AEI.01", ""], 100)).toEqual(["AEI.01", "AEI.01", "AEI.01"]);
  expect(spreadTexts([106, 115], [100, 121], 110)).toEqual(Array(2).fill("PERSONA CAPACITADA"));
});

test("rows with a text beside each keep it, where lines part their numbers alone", () => {
  expect(spread(["RESOLUCION", "INFORME", "ACTA"], 100)).toEqual(["RESOLUCION", "INFORME", "ACTA"]);
  expect(spread(["RESOLUCION", "INFORME"], 100, true)).toEqual(["RESOLUCION", "INFORME"]);
});

test("what is longer than a text may be is given to none of its rows, which are doubted", () => {
  const lines = Array.from({ length: 60 }, (_, i) => 104 + 11 * i);
  const words = lines.flatMap((y) => [
    wordAt("Y", 5, y),
    ...wordsAt("Informar", 105, y - 4),
    wordAt("12", 250, y - 4),
  ]);
  const horizontal = lines.map((y) => ({ at: y + 2, from: 100, to: 300 }));
  const separators = [90, ...horizontal.map(({ at }) => at)];
  expect(new Set(categoriesOf(words, horizontal, false, separators))).toEqual(new Set(["Y?"]));
});

test("rows are doubted whose texts may be the lines of one, or are several that not each row has", () => {
  expect(spreadTexts([100, 111], [100, 111], 106)).toEqual(["PERSONA?", "CAPACITADA?"]);
  expect(spread(["RESOLUCION", "", "ACTA"], 100)).toEqual(["RESOLUCION?", "?", "ACTA?"]);
});

test("rows with a cell of their own keep it, be it blank", () => {
  expect(spread(["", "AEI.01", ""], 0)).toEqual(["", "AEI.01", ""]);
});

test("rows of a cell that may begin on the page before are doubted", () => {
  expect(spread(["", "AEI.01", ""], 100, true)).toEqual(["?", "AEI.01?", "?"]);
});

test("the frame of a stamp parts no rows, and merges no cells beside it", () => {
  expect(spread(["AO003", "AO004"], 110, false, 220)).toEqual(["AO003", "AO004"]);
});

test("blanks are doubted where no lines tell, and a text stands off its row's line", () => {
  expect(spread(["", "AEI.01", "AEI.02"], 400, false, 300, 4)).toEqual(["?", "AEI.01", "AEI.02"]);
  expect(spread(["AEI.01", "", "AEI.02"], 400)).toEqual(["AEI.01", "", "AEI.02"]);
});

test("blanks are doubted where the first row has none, or a text ends beside its row", () => {
  expect(spread(["", "AEI.01", "", "AEI.02"], 400)).toEqual(["?", "AEI.01", "?", "AEI.02"]);
  expect(spread(["", "AEI.01", "", "AEI.02"], 400, true)).toEqual(["", "AEI.01", "", "AEI.02"]);
  const words = [100, 130, 160].flatMap((y) => [...wordsAt("Informar", 105, y), wordAt("12", 250, y)]);
  const text = [wordAt("AEI.01", 5, 100), wordAt("GESTIÓN", 5, 149), wordAt("ACTUAL", 5, 160)];
  expect(categoriesOf([...words, ...text], [])).toEqual(["AEI.01", "?", "GESTIÓN ACTUAL"]);
});

test("a text alone between two lines is a name over rows where others stand so, and may be one else", () => {
  const at = (y: number) => [...wordsAt("Informar", 105, y), wordAt("12", 250, y)];
  const words = [...at(112), wordAt("TESORERÍA", 115, 132), ...at(152)];
  const grouped = (over: readonly Word[], separators: readonly number[]) => {
    const lines = textLines([...over, ...words])
      .map((line) => placeWords(line, { columns, places: null, starts: [] }))
      .map((line) => ({ ...line, isBand: cellText(line.words) === "ALCALDÍA" }));
    return groupBands(lines, separators, columns, false).map(({ isBand, isOrganUnsure = false }) =>
      isBand ? "band" : isOrganUnsure,
    );
  };
  expect(grouped([wordAt("ALCALDÍA", 5, 92)], [80, 100, 120, 140, 160])).toEqual([
    "band",
    false,
    "band",
    false,
  ]);
  expect(grouped([], [100, 120, 140, 160])).toEqual([false, true, false]);
});

test("the first line of a text is no name over rows where lines part such names from them", () => {
  const at = (y: number) => [...wordsAt("Informar", 105, y), wordAt("12", 250, y)];
  const words = [...at(112), wordAt("AEI.02", 5, 130), wordAt("GESTIÓN", 5, 142), ...at(142)];
  const names = [wordAt("ALCALDÍA", 5, 92)];
  const grouped = (over: readonly Word[], separators: readonly number[]) => {
    const lines = textLines([...over, ...words])
      .map((line) => placeWords(line, { columns, places: null, starts: [] }))
      .map((line) => ({ ...line, isBand: /^(?:ALCALDÍA|AEI.02)$/.test(cellText(line.words)) }));
    return groupBands(lines, separators, columns, false).map(({ isBand }) => isBand);
  };
  expect(grouped(names, [80, 100, 120, 150])).toEqual([true, false, false]);
  expect(grouped([], [100, 120, 150])).toEqual([false, true, false]);
});

test("a name that no line parts from its row is one where it stands off it, and else the row is in doubt", () => {
  const grouped = (y: number) => {
    const at = (y: number) => [...wordsAt("Informar", 105, y), wordAt("12", 250, y)];
    const words = [wordAt("ALCALDÍA", 5, 92), ...at(112), wordAt("OFICINA", 5, y), ...at(160)];
    const lines = textLines(words)
      .map((line) => placeWords(line, { columns, places: null, starts: [] }))
      .map((line) => ({ ...line, isBand: line.values === 0 }));
    return groupBands(lines, [80, 100, 120, 170], columns, false).map(
      ({ isBand, isOrganUnsure = false, isTextUnsure = false }) => [isBand, isOrganUnsure, isTextUnsure],
    );
  };
  const [name, row] = [
    [true, false, false],
    [false, false, false],
  ];
  expect(grouped(140)).toEqual([name, row, name, row]);
  expect(grouped(145)).toEqual([name, row, [false, true, true]]);
});

test("blanks are doubted where no lines tell, and texts may stand in the middle of their rows", () => {
  const amid = ["", "AEI.01", "", "", "", "AEI.02", "", ""];
  expect(spread(amid, 400)).toEqual(amid.map((text) => (text === "" ? "?" : text)));
  const halves = ["", "PERSONA", "CAPACITADA", ""];
  const words = halves.flatMap((text, i) => [
    ...(text === "" ? [] : [wordAt(text, 5, 100 + 12 * i)]),
    ...wordsAt("Informar", 105, 100 + 12 * i),
    wordAt("12", 250, 100 + 12 * i),
  ]);
  expect(categoriesOf(words, [])).toEqual(["?", "PERSONA?", "CAPACITADA?", "?"]);
  const atTop = ["AEI.01", "", "AEI.02", "", ""];
  expect(spread(atTop, 400)).toEqual(atTop);
});

test("rows are doubted of which the text of one goes on beside the next", () => {
  const shared = (second: string) => {
    const words = ["Mejorar", second].flatMap((text, i) => [
      wordAt(text, 5, 100 + 12 * i),
      ...wordsAt("Informar", 105, 100 + 12 * i),
      wordAt("12", 250, 100 + 12 * i),
    ]);
    return categoriesOf(words, [], false, [90, 104, 130]);
  };
  expect(shared("servicios")).toEqual(["Mejorar?", "servicios?"]);
  expect(shared("Servicios")).toEqual(["Mejorar", "Servicios"]);
});

test("blanks behind a printed label are doubted where no lines tell", () => {
  const activities = ["Informar", "", "Pagar"];
  const words = activities.flatMap((text, i) => [
    wordAt("AEI.01", 5, 100 + 30 * i),
    ...(text === "" ? [] : wordsAt(text, 105, 100 + 30 * i)),
    wordAt("12", 250, 100 + 30 * i),
  ]);
  expect(categoriesOf(words, [])).toEqual(["AEI.01", "AEI.01?", "AEI.01"]);
});

test("a page without a text of a column has its rows doubted where those before stood amid theirs", () => {
  const places = new Map();
  const page = (texts: readonly string[], mayGoOn: boolean) =>
    categoriesOf(
      texts.flatMap((text, i) => [
        ...(text === "" ? [] : [wordAt(text, 5, 100 + 30 * i)]),
        ...wordsAt("Informar", 105, 100 + 30 * i),
        wordAt("12", 250, 100 + 30 * i),
      ]),
      [],
      mayGoOn,
      [],
      places,
    );
  expect(page(["", "AEI.01", ""], false)).toEqual(["?", "AEI.01", "?"]);
  expect(page(["", ""], true)).toEqual(["?", "?"]);
  expect(page(["AEI.01", "", "AEI.02", "", ""], false)).toEqual(["AEI.01", "", "AEI.02", "", ""]);
  expect(page(["", ""], true)).toEqual(["", ""]);
});

test("blanks are doubted where no lines tell, and a text ends beside its row", () => {
  const ys = [100, 130, 160, 190, 220, 250];
  const words = ys.flatMap((y) => [...wordsAt("Informar", 105, y), wordAt("12", 250, y)]);
  const text = ["GESTIÓN", "ACTUAL"].map((word, i) => wordAt(word, 5, [209, 220][i]!));
  const printed = [wordAt("AEI.01", 5, 100), ...text, wordAt("AEI.02", 5, 250)];
  const expected = ["AEI.01", "?", "?", "?", "GESTIÓN ACTUAL", "AEI.02"];
  expect(categoriesOf([...words, ...printed], [])).toEqual(expected);
});

test("all rows are doubted where one has two codes, and another none", () => {
  const at = [100, 130, 160];
  const words = [
    ...["AEI.01", "AEI.02"].map((code, i) => wordAt(code, 5, 126 + 8 * i)),
    ...at.flatMap((y) => [...wordsAt("Informar", 105, y), wordAt("12", 250, y)]),
  ];
  const lines = textLines(words).map((line) => placeWords(line, { columns, places: null, starts: [] }));
  const rows = spreadLabels(groupRows(lines, columns, false), columns, pageOf({ words }), false);
  expect(rows.map(({ isTextUnsure }) => isTextUnsure)).toEqual([true, true, true]);
});

test("two lines of numbers with no line between them share the merged cell with the rows that lines part from them", () => {
  const words = [90, 100, 130, 160].flatMap((y, i) => [
    ...(i < 2 ? [wordAt(["COMPRAS", "SEGÚN LEY"][i]!, 5, y)] : []),
    ...wordsAt("Informar", 105, y),
    wordAt("12", 250, y),
  ]);
  const lines = textLines(words).map((line) => placeWords(line, { columns, places: null, starts: [] }));
  const page = pageOf({ words, horizontal: [115, 145].map((at) => ({ at, from: 100, to: 300 })) });
  const texts = spreadLabels(groupRows(lines, columns, false), columns, page, false).map(
    ({ lines, isTextUnsure }) =>
      cellText(lines.flatMap(({ cells }) => cells[0]!)) + (isTextUnsure === true ? "?" : ""),
  );
  const whole = "COMPRAS SEGÚN LEY";
  expect(texts).toEqual([`${whole}?`, `${whole}?`, whole, whole]);
});
