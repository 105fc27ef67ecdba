import { expect, test } from "vitest";
import { createCodeMender } from "../../src/blocks/mend-codes.ts";
import { wordAt } from "../page-tables/words.ts";
import { familyOf } from "./support.ts";

const mend = (text: string, prints = ["AOI#", "#AO#"]) =>
  createCodeMender(familyOf({ code: { key: "activityCode", prints } }))(wordAt(text, 0, 10));

test("figures and letters that look alike are those that the family prints there", () => {
  expect(mend("19A0001704137")).toBe("19AO001704137");
  expect(mend("A0I0000840O471")).toBe("AOI00008400471");
  expect(mend("OEI.OS")).toBe("OEI.05");
  expect(mend("AEI.O1.08:")).toBe("AEI.01.08:");
});

test("what is a code already, or is none, stays", () => {
  expect(mend("AOI00008400471")).toBeNull();
  expect(mend("INFORME")).toBeNull();
  expect(mend("1,200.50")).toBeNull();
  expect(mend("5.1.0", ["#.#.#"])).toBeNull();
});
