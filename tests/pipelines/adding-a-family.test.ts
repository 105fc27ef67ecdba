import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatError } from "../../src/cli/format-error.ts";
import { PoiError } from "../../src/errors.ts";
import { extract } from "../../src/extract.ts";
import { familyFile } from "../../src/family.ts";
import { loadTableFamily } from "../support/load-table-family.ts";

const doc = await readFile(new URL("../../docs/adding-a-family.md", import.meta.url), "utf8");
const example = (name: string): string => {
  const after = doc.split(`<!-- example: ${name} -->`)[1] ?? "";
  return after.match(/^\n```\w+\n([\s\S]*?)\n```/)?.[1] ?? "";
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mine-"));
  for (const name of ["family.json", "organs.json", "units.json"]) {
    await writeFile(join(folder, name), example(name));
  }
});
afterAll(() => rm(folder, { recursive: true }));

describe("the example in docs/adding-a-family.md", () => {
  it("loads", async () => {
    const family = await loadTableFamily(folder);
    expect(family.id).toBe("san-lucas");
    expect(family.columns).toHaveLength(20);
    expect(family.equations).toHaveLength(6);
    expect(family.organs.map(({ name }) => name)).toContain("Subgerencia de Obras");
  });

  it("reads its document", async () => {
    const family = await loadTableFamily(folder);
    const { document, rows, totals } = await extract(example("document.txt"), { families: [family] });
    expect(document).toMatchObject({ family: "san-lucas", year: 2024 });
    expect(rows.map(({ target }) => target)).toEqual([10, 12]);
    expect(rows[0]?.series.programmed?.monthly).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(rows[0]?.series.programmed?.quarterly).toEqual([2, 3, 3, 2]);
    expect(rows.map(({ organ }) => organ?.name)).toEqual([
      "Subgerencia de Obras",
      "Órgano de Control Institucional",
    ]);
    expect(rows.map(({ unit }) => unit?.id)).toEqual(["kilometro", "informe"]);
    expect(totals.map(({ target }) => target)).toEqual([12]);
  });

  it("shows the message that a mistake really gives", async () => {
    const broken = await mkdtemp(join(tmpdir(), "broken-"));
    const file = example("family.json").replace('["organ", "activity",', '["organ", "task",');
    await writeFile(join(broken, "family.json"), file);
    const shown = doc.match(/^poi: \.\/mine\/family\.json.*\n/m)?.[0] ?? "none";
    const error = await loadTableFamily(broken).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PoiError);
    expect(formatError(error as PoiError)).toBe(shown.replace("./mine", broken));
    await rm(broken, { recursive: true });
  });

  it("explains every key, and no other", () => {
    const table = doc.split("## The keys of family.json")[1]!.split("## ")[0]!;
    const explained = [...table.matchAll(/^\| ((?:`[\w.]+`(?:, )?)+) +\|/gm)]
      .flatMap(([, keys]) => keys!.match(/[\w.]+/g)!)
      .map((key) => key.split(".")[0]!);
    expect(new Set(explained)).toEqual(new Set(Object.keys(familyFile.shape)));
  });
});
