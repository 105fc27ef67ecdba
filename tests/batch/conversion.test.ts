import { expect, test } from "vitest";
import { loadFamily } from "../../src/acquire/load-family.ts";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { hashReading, type Reading } from "../../src/batch/conversion.ts";
import { mayPass } from "../../src/batch/convert-document.ts";
import { convertSource } from "../../src/batch/convert-source.ts";
import { needsProcess } from "../../src/batch/needs-process.ts";
import { packError, unpackError } from "../../src/batch/packed-error.ts";
import { nameBehind, temporaryName } from "../../src/emit/temporary-name.ts";
import { PoiError } from "../../src/errors.ts";
import { soundPlan } from "../support/small-plan.ts";

const family = await loadFamily("sat-lima");
const generic = await loadFamily("generic");
const auto: Reading = {
  family: null,
  known: [generic, family],
  requested: { family: "auto", pages: null },
  folder: null,
};
const source = (name: string, content: string | Uint8Array) => sourceFromBytes(name, Buffer.from(content));

test("a conversion says what was used and what came of it, and gives the JSON on", async () => {
  const pieces: string[] = [];
  const write = async (all: Iterable<string>) => {
    pieces.push(...all);
  };
  const conversion = await convertSource(source("plan.txt", soundPlan), auto, write);
  expect(conversion).toMatchObject({
    outcome: "done",
    family: { id: "sat-lima", version: family.version },
    counts: { pages: 1, rows: 3, review: 0 },
  });
  expect(JSON.parse(pieces.join("")).rows).toHaveLength(3);
});

test("what a result depends on changes its hash, and nothing else does", () => {
  const hash = hashReading(auto);
  expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(hashReading({ ...auto, known: [{ ...generic }, { ...family }] })).toBe(hash);
  const others: Reading[] = [
    { ...auto, requested: { family: "auto", pages: "1" } },
    { ...auto, known: [generic] },
    { ...auto, known: [generic, { ...family, reviewBelow: 0.5 }] },
    { ...auto, family, requested: { family: "sat-lima", pages: null } },
  ];
  expect(new Set([hash, ...others.map(hashReading)]).size).toBe(5);
});

test("PDFs and images are read in a process of their own, text is not", () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0);
  expect(needsProcess(source("plan.pdf", "%PDF-1.7\n"))).toBe(true);
  expect(needsProcess(source("lies.txt", "%PDF-1.7\n"))).toBe(true);
  expect(needsProcess(source("scan.png", png))).toBe(true);
  expect(needsProcess(source("plan.pdf", soundPlan))).toBe(false);
});

test("trouble of the moment may pass, that of a document does not", () => {
  expect(["timeout", "input-unreadable", "output-not-writable", "worker-crashed"].every(mayPass)).toBe(true);
  expect(["no-table", "empty-file", "pdf-damaged", "password-needed"].some(mayPass)).toBe(false);
});

test("an error comes back as it went", () => {
  const error = new PoiError("no-table", "there is none", { place: { page: 2, line: 9 }, hint: "look" });
  const { code, message, hint, place } = unpackError(packError(error));
  expect({ code, message, hint, place }).toEqual({
    code: "no-table",
    message: "there is none",
    hint: "look",
    place: { page: 2, line: 9 },
  });
  const bare = packError(new PoiError("usage", "wrong"));
  expect(bare).toEqual({ code: "usage", message: "wrong", hint: null, page: null, line: null });
  expect(unpackError(bare).hint).toBe(undefined);
});

test("a temporary name tells what it stands for, and no other name does", () => {
  expect(nameBehind(temporaryName("plan.2023.poi.json"))).toBe("plan.2023.poi.json");
  expect(temporaryName("/out/run.json")).toMatch(/^\/out\/\.run\.json\./);
  for (const name of ["plan.poi.json", ".plan.poi.json.tmp", ".x.1234.tmp", "run.json"]) {
    expect(nameBehind(name)).toBe(null);
  }
});
