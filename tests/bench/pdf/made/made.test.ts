import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { damaged } from "../../../../bench/pdf/made/damaged.ts";
import { huge } from "../../../../bench/pdf/made/huge.ts";
import { lyingText } from "../../../../bench/pdf/made/lying-text.ts";
import { GROUPS, makeGroup } from "../../../../bench/pdf/made/make-group.ts";
import { plainlyPrinted } from "../../../../bench/pdf/made/plainly-printed.ts";
import { randomSample } from "../../../../bench/pdf/made/random-look.ts";
import { runTool } from "../../../../bench/pdf/made/run-tool.ts";
import { SAT_COLUMNS } from "../../../../bench/pdf/paper/column.ts";
import { findOverlaps } from "../../../../bench/pdf/paper/find-overlaps.ts";
import { layOut } from "../../../../bench/pdf/paper/lay-out.ts";
import { BASE_LOOK } from "../../../../bench/pdf/paper/look.ts";
import { PLAIN } from "../../../../bench/pdf/paper/number-style.ts";
import { seedPlan } from "../../../../bench/pdf/plan/sat-plan.ts";
import type { Sample } from "../../../../bench/pdf/samples.ts";
import { pdfTexts } from "../../../support/pdf-texts.ts";

const sample: Sample = {
  name: "small",
  about: "a few rows",
  producer: "pdfkit",
  plan: seedPlan(5),
  look: { ...BASE_LOOK, columns: SAT_COLUMNS, numbers: PLAIN },
};
const letters = async (pdf: Uint8Array) =>
  (await pdfTexts(pdf))
    .map(({ text }) => text.replace(/\s/g, ""))
    .sort()
    .join("");
const sorted = (text: string) => [...text].sort().join("");

describe("plainlyPrinted", () => {
  const made = plainlyPrinted(sample);

  test("writes one plan in many ways, all of them with the same letters on the page", async () => {
    expect(new Set(made.map(({ name }) => name)).size).toBe(made.length);
    expect(made.length).toBeGreaterThanOrEqual(14);
    const [first, ...others] = await Promise.all(made.map(async ({ bytes }) => sorted(await letters(bytes))));
    for (const [index, other] of others.entries()) expect(other, made[index + 1]?.name).toBe(first);
  });

  test("all of them are to be read right", () => {
    expect(new Set(made.map(({ expected }) => expected))).toEqual(new Set(["right"]));
    expect(new Set(made.map(({ truth }) => truth?.rows.length))).toEqual(new Set([5]));
  });
});

describe("lyingText", () => {
  test("says other things than it shows", async () => {
    const made = new Map(
      (await lyingText(sample)).map((one) => [one.name.replace(/small-|\.pdf/g, ""), one]),
    );
    const text = async (name: string) =>
      (await pdfTexts(made.get(name)?.bytes as Uint8Array)).map((one) => one.text).join(" ");
    expect(await text("right-hidden-text")).toContain("PLAN OPERATIVO INSTITUCIONAL 2023");
    expect(await text("digits-shifted")).toContain("PLAN OPERATIVO INSTITUCIONAL 3134");
    expect(await text("all-shifted")).toContain("QMBO");
    expect(await text("private-use")).not.toMatch(/[A-Z0-9]/);
    expect(await text("scan")).toBe("");
    expect(await text("wrong-hidden-text")).not.toBe(await text("right-hidden-text"));
    expect([...made.values()].filter(({ expected }) => expected === "right")).toHaveLength(1);
  });
});

describe("damaged", () => {
  const made = damaged(plainlyPrinted(sample)[0] as never);

  test("every document differs from the sound one", () => {
    const sound = plainlyPrinted(sample)[0]?.bytes as Uint8Array;
    for (const { bytes, name } of made)
      expect(Buffer.from(bytes).equals(Buffer.from(sound)), name).toBe(false);
  });

  test("what still holds all is to be read right, what lost something flagged, what is no PDF refused", () => {
    const expected = Object.fromEntries(
      made.map(({ name, expected: one }) => [name.replace(/small-plain-|\.pdf/g, ""), one]),
    );
    expect(expected["xref-moved"]).toBe("right");
    expect(expected["truncated-60"]).toBe("flagged");
    expect(expected["zero-bytes"]).toEqual(["empty-file"]);
  });

  test("documents that pdf.js mends have all their letters", async () => {
    const sound = sorted(await letters(plainlyPrinted(sample)[0]?.bytes as Uint8Array));
    for (const { bytes, expected, name } of made) {
      if (expected === "right") expect(sorted(await letters(bytes)), name).toBe(sound);
    }
  });
});

describe("huge", () => {
  const made = new Map(huge(sample).map((one) => [one.name, Buffer.from(one.bytes)]));

  test("a page is ten metres wide", () => {
    expect(made.get("small-ten-metres.pdf")?.toString("latin1")).toContain("/MediaBox [0 0 28346 28346]");
  });

  test("a small stream inflates without end", () => {
    const file = made.get("bomb.pdf") as Buffer;
    const start = file.indexOf("stream\n") + "stream\n".length;
    expect(file.length).toBeLessThan(30_000_000);
    // The first hundredth of it alone comes to 200 MB, though zlib misses the rest.
    const inflated = inflateSync(file.subarray(start, start + 200_000), { finishFlush: 2 });
    expect(inflated.length).toBeGreaterThan(180_000_000);
    expect(inflated.subarray(0, 3).toString()).toBe("   ");
  });

  test("there are a million texts", () => {
    expect(made.get("million-texts.pdf")?.length).toBeGreaterThan(1_000_000);
  });
});

describe("randomSample", () => {
  test("the same seed gives the same sample, and others differ", () => {
    expect(randomSample(3)).toEqual(randomSample(3));
    expect(randomSample(3).look).not.toEqual(randomSample(4).look);
  });

  test("all of them can be read by a person", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { plan, look } = randomSample(seed);
      expect(layOut(plan, look).sheets.flatMap((sheet) => findOverlaps(sheet))).toEqual([]);
    }
  });

  test("the looks differ in many ways", () => {
    const looks = Array.from({ length: 40 }, (_, seed) => randomSample(seed + 1).look);
    for (const key of ["rules", "organ", "align", "valign", "rotate", "headerOn"] as const) {
      expect(new Set(looks.map((look) => look[key])).size, key).toBeGreaterThan(1);
    }
  });
});

describe("runTool", () => {
  test("hands a program its input in a folder of its own", async () => {
    const copied = await runTool("cp", { name: "in.txt", bytes: "hola" }, "out.txt", () => [
      "in.txt",
      "out.txt",
    ]);
    expect(Buffer.from(copied).toString()).toBe("hola");
  });

  test("fails where the program does", async () => {
    await expect(
      runTool("cp", { name: "in.txt", bytes: "" }, "out.txt", () => ["other.txt", "out.txt"]),
    ).rejects.toThrow("other.txt");
  });
});

test("groups are made by their names", () => {
  expect(GROUPS).toEqual(
    expect.arrayContaining(["plain", "rewritten", "office", "lying", "damaged", "huge", "long"]),
  );
  expect(() => makeGroup("none")).toThrow("There is no group 'none'");
});
