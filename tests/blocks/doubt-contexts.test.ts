import { expect, test } from "vitest";
import { createContextDoubts } from "../../src/blocks/doubt-contexts.ts";
import type { PrintedRow } from "../../src/document.ts";
import { familyOf, writtenFamily } from "./support.ts";

const row = (labels: Record<string, string>, kind: PrintedRow["kind"] = "activity"): PrintedRow => ({
  kind,
  page: 1,
  line: 1,
  text: "",
  labels,
  tokens: [],
});
const family = familyOf({
  context: writtenFamily().context.map((one) =>
    one.key === "action" ? { ...one, within: "objective" } : one,
  ),
});
const messages = (rows: readonly PrintedRow[]) => {
  const doubts = createContextDoubts(rows, family);
  return rows.map((one) => doubts(one).map(({ message }) => message));
};
const sound = {
  organ: "OCI",
  objectiveCode: "OEI.01",
  objective: "MEJORAR",
  actionCode: "AEI.01.02",
  action: "GESTIONAR",
};

test("a context that others have and a row has not is missed", () => {
  const { organ, ...without } = sound;
  expect(messages([row(sound), row(without)])).toEqual([
    [],
    ["No line over this row says its organ, which other rows have"],
  ]);
  expect(messages([row(without), row({}, "total")])).toEqual([[], []]);
});

test("one that need not be printed is not missed", () => {
  const optional = familyOf({
    context: writtenFamily().context.map((one) => (one.key === "organ" ? { ...one, optional: true } : one)),
  });
  const rows = [row({ organ: "OCI" }), row({})];
  expect(rows.flatMap(createContextDoubts(rows, optional))).toEqual([]);
});

test("an action under an objective that it is not of shows that a line between is missing", () => {
  const other = { ...sound, objectiveCode: "OEI.1", actionCode: "AEI.02.01" };
  expect(messages([row({ ...sound, objectiveCode: "OEI.1" }), row(other)])).toEqual([
    [],
    ["This row stands under AEI.02.01, which is not within OEI.1: a line between may be missing"],
  ]);
});

test("a code without its name, or one before a mark alone, may be but a part of what the line says", () => {
  const { objective, ...nameless } = sound;
  expect(messages([row(nameless)]).flat()).toContainEqual(expect.stringContaining("but a part"));
  expect(messages([row({ ...sound, organ: "0102 -" })]).flat()).toHaveLength(1);
  expect(messages([row({ ...sound, action: "AEI.02.0" })]).flat()).toHaveLength(1);
});
