import { describe, expect, test } from "vitest";
import { loadFamily } from "../../src/acquire/load-family.ts";
import { applyCorrections } from "../../src/corrections/apply-corrections.ts";
import type { LogEntry } from "../../src/corrections/correction.ts";
import { countCorrections } from "../../src/corrections/count-corrections.ts";
import { printedHash } from "../../src/corrections/printed-hash.ts";
import { formatJson } from "../../src/emit/format-json.ts";
import { extract } from "../../src/extract.ts";
import { type Extraction, extraction as schema } from "../../src/schema.ts";
import { planOf, soundRows } from "../support/small-plan.ts";
import { plan, settlement } from "./support.ts";

const family = await loadFamily("sat-lima");
const text = (extraction: Extraction) => [...formatJson(extraction)].join("");
const finance = { id: "gerencia-de-finanzas", name: "Gerencia de Finanzas" };

describe("a decision on a row", () => {
  test("is shown as such, keeps what was printed and read, and fits the published schema", async () => {
    const read = await plan();
    const row = read.rows[3]!;
    const changed = applyCorrections(
      read,
      [settlement(read, row, { after: { organ: finance, cells: settlement(read, row).after.cells } })],
      family,
    );
    const settled = changed.rows[3]!;
    expect(schema.parse(changed)).toEqual(changed);
    expect(settled.needsReview).toBe(false);
    expect(settled.organ).toEqual({ ...row.organ, ...finance, method: "person" });
    expect(settled.source).toEqual(row.source);
    expect(settled.correction).toMatchObject({
      outcome: "applied",
      by: "Ana Quispe",
      cells: {},
      organ: finance,
      before: { needsReview: true, organ: row.organ, flags: row.flags },
    });
    expect(settled.flags.map(({ code }) => code)).toEqual(["settled-by-person"]);
    expect(changed.summary).toEqual({ ...read.summary, review: 0 });
    expect(changed.rows.slice(0, 3)).toEqual(read.rows.slice(0, 3));
  });

  test("changes nothing of what it is given, and gives the same however often it is put on", async () => {
    const read = await plan();
    const before = text(read);
    const log = [settlement(read, read.rows[3]!, { cells: { "executed.jan": 3, "executed.feb": 4 } })];
    const once = applyCorrections(read, log, family);
    expect(text(read)).toBe(before);
    expect(text(applyCorrections(once, log, family))).toBe(text(once));
  });

  test("that was taken back leaves the document as it was read, to the byte", async () => {
    const read = await plan();
    const first = settlement(read, read.rows[3]!);
    const { id, at, by, programVersion, document, row, printed } = first;
    const undo: LogEntry = { kind: "undo", id: `${id}-2`, at, by, programVersion, document, row, printed };
    const settled = applyCorrections(read, [first], family);
    expect(text(settled)).not.toBe(text(read));
    expect(text(applyCorrections(settled, [first, undo], family))).toBe(text(read));
  });

  test("gives way to a later one, which an undo brings back from", async () => {
    const read = await plan();
    const row = read.rows[3]!;
    const first = settlement(read, row, { reason: "first" });
    const second = settlement(read, row, { id: "second", reason: "second" });
    const reasonAfter = (log: LogEntry[]) => applyCorrections(read, log, family).rows[3]!.correction?.reason;
    expect(reasonAfter([first, second])).toBe("second");
    const { at, by, programVersion, document, printed } = second;
    const undo: LogEntry = {
      kind: "undo",
      id: "third",
      at,
      by,
      programVersion,
      document,
      row: row.id,
      printed,
    };
    expect(reasonAfter([first, second, undo])).toBe("first");
  });

  test("that the document is wrong keeps the numbers and says inconsistent, with its broken equations", async () => {
    const broken = soundRows[0]!.replace("\t46\t", "\t47\t");
    const read = await extract(planOf(broken, ...soundRows.slice(1)));
    const row = read.rows[0]!;
    const log = [settlement(read, row, { decision: "document-wrong" })];
    const settled = applyCorrections(read, log, family).rows[0]!;
    expect([settled.status, settled.needsReview, settled.target]).toEqual([
      "inconsistent",
      false,
      row.target,
    ]);
    expect(settled.flags.filter(({ code }) => code === "equation-broken")).toEqual(
      row.flags.filter(({ code }) => code === "equation-broken"),
    );
  });
});

describe("when a document is converted again", () => {
  test("a decision is already true where the program reads the row so, and asks for no review", async () => {
    const read = await plan();
    const settled = applyCorrections(read, [settlement(read, read.rows[0]!)], family);
    expect(settled.rows[0]!.correction?.outcome).toBe("already-true");
    expect(countCorrections(settled)).toEqual({ applied: 0, alreadyTrue: 1, conflict: 0, orphan: 0 });
  });

  test("a row that reads otherwise than both sides is in conflict: its own reading stands, and is flagged", async () => {
    const read = await plan();
    const row = read.rows[0]!;
    const decision = settlement(read, row, { cells: { target: 50 } });
    const other = {
      ...decision,
      before: { ...decision.before, cells: { ...decision.before.cells, target: 45 } },
    };
    const settled = applyCorrections(read, [other], family).rows[0]!;
    expect([settled.target, settled.needsReview, settled.status]).toEqual([row.target, true, row.status]);
    expect(settled.correction).toMatchObject({
      outcome: "conflict",
      cells: { target: 50 },
      before: { cells: {} },
    });
    expect(settled.flags.at(-1)).toMatchObject({ code: "correction-conflict", cells: ["target"] });
    expect(settled.flags.at(-1)!.message).toContain("target = 46, not 50");
  });

  test("numbers that break an equation of the family are in conflict", async () => {
    const read = await plan();
    const log = [settlement(read, read.rows[3]!, { cells: { target: 1 } })];
    expect(applyCorrections(read, log, family).rows[3]!.correction?.outcome).toBe("conflict");
    expect(applyCorrections(read, log, null).rows[3]!.correction?.outcome).toBe("applied");
  });

  test("cells that the family no longer has, or has now, are in conflict", async () => {
    const read = await plan();
    const decision = settlement(read, read.rows[3]!);
    const { target: _, ...fewer } = decision.after.cells;
    for (const cells of [{ ...decision.after.cells, "planned.jan": 1 }, fewer]) {
      const log = [{ ...decision, after: { organ: null, cells } }];
      expect(applyCorrections(read, log, family).rows[3]!.correction?.outcome).toBe("conflict");
    }
  });

  test("a row that moved is found by its printed text; one that is gone leaves an orphan, and the rest goes on", async () => {
    const read = await plan();
    const moved = settlement(read, read.rows[3]!, { row: "9-99" });
    const gone = settlement(read, read.rows[0]!, { id: "other", printed: printedHash("another text") });
    const settled = applyCorrections(read, [gone, moved], family);
    expect(settled.rows[3]!.correction?.outcome).toBe("applied");
    expect(settled.flags.map(({ code }) => code)).toEqual(["correction-orphan"]);
    expect(countCorrections(settled)).toEqual({ applied: 1, alreadyTrue: 0, conflict: 0, orphan: 1 });
    // Nothing of it stays once the log no longer says so.
    expect(text(applyCorrections(settled, [], family))).toBe(text(read));
  });

  test("decisions on other documents are none of this one's", async () => {
    const read = await plan();
    const log = [settlement(read, read.rows[3]!, { document: "sha256:other" })];
    expect(applyCorrections(read, log, family)).toBe(read);
  });
});

test("published totals are compared with the sums of the settled rows", async () => {
  const rows = soundRows.map((row) => row.split("\t"));
  const sums = rows[0]!.map((_, k) => {
    const printed = rows.map((row) => row[k] ?? "");
    return k < 4 || printed.every((text) => text === "")
      ? ""
      : String(printed.reduce((all, text) => all + Number(text), 0));
  });
  const total = ["TOTAL ACCIONES", ...sums.slice(1)].join("\t");
  const read = await extract(planOf(...soundRows, total));
  const of = ({ reconciliation }: Extraction, cell: string) =>
    reconciliation.find((entry) => entry.cell === cell);
  const target = of(read, "target")!;
  expect(target).toMatchObject({ published: 46 + 64 + 628, computed: 46 + 64 + 628, verdict: "match" });
  const log = [
    settlement(read, read.rows[0]!, { cells: { target: 48, "programmed.jan": 5, "programmed.q1": 11 } }),
  ];
  const settled = applyCorrections(read, log, family);
  expect(of(settled, "target")).toMatchObject({
    computed: target.computed! + 2,
    difference: -2,
    verdict: "mismatch",
  });
  expect(of(settled, "executed.jan")).toEqual(of(read, "executed.jan"));
  expect(applyCorrections(settled, [], family).reconciliation).toEqual(read.reconciliation);
});
