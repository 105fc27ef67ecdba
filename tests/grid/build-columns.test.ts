import { expect, test } from "vitest";
import { buildColumns } from "../../src/grid/build-columns.ts";
import { createHeaderVocabulary, type HeaderPhrase } from "../../src/grid/header-vocabulary.ts";
import { town } from "../read/family-fixture.ts";

const vocabulary = createHeaderVocabulary(town);
const phrase = (text: string, at: number): HeaderPhrase => ({
  text,
  meaning: text === "I" || text === "TRIMESTRE" ? null : vocabulary.meaningOf(text),
  start: 10 * at,
  end: 10 * at + 8,
});

test("a quarter that is put together of two lines, under no series, is a column that nobody knows", () => {
  const upper = ["ÓRGANO", "META", "ENE", "FEB", "MAR", "I"].map(phrase);
  const columns = buildColumns([upper, [phrase("TRIMESTRE", 5)]], "spaces", town, vocabulary);
  expect(columns?.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "label organ",
    "cell target",
    ...["jan", "feb", "mar"].map((month) => `cell programmed.${month}`),
    "unknown i-trimestre",
  ]);
});
