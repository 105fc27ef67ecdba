import { expect, test } from "vitest";
import { z } from "zod";
import { ndjson } from "../../../src/export/formats/ndjson.ts";
import { observeShape } from "../../../src/export/observe-shape.ts";
import { planTables } from "../../../src/export/plan-tables.ts";
import { hostileExtraction } from "../../support/hostile-results.ts";

const extraction = hostileExtraction();
const tables = planTables(
  await observeShape(
    (async function* () {
      yield { path: "plan.poi.json", extraction };
    })(),
  ),
  false,
);

test.each(tables.map((table) => [table.name, table] as const))(
  "the lines of %s are of their JSON Schema",
  (_, table) => {
    const encoder = ndjson.encode(table);
    const bytes = Buffer.concat([
      encoder.start(),
      ...encoder.add(table.linesOf(extraction, "x")),
      encoder.end(),
    ]);
    const lines = bytes.toString().split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.length).toBeGreaterThan(0);
    const schema = z.fromJSONSchema(ndjson.schemaOf!(table) as Parameters<typeof z.fromJSONSchema>[0]);
    for (const line of lines) expect(schema.safeParse(JSON.parse(line)).error).toBeUndefined();
  },
);

test("the schema tells what is wrong from what is right", () => {
  const facts = tables.find(({ name }) => name === "facts")!;
  const schema = z.fromJSONSchema(ndjson.schemaOf!(facts) as Parameters<typeof z.fromJSONSchema>[0]);
  const encoder = ndjson.encode(facts);
  const [bytes] = [...encoder.add(facts.linesOf(extraction, "x"))];
  const fact = JSON.parse(Buffer.from(bytes!).toString().split("\n")[0]!);
  expect(schema.safeParse(fact).success).toBe(true);
  expect(schema.safeParse({ ...fact, value: "12" }).success).toBe(false);
  expect(schema.safeParse({ ...fact, row_id: null }).success).toBe(false);
  expect(schema.safeParse({ ...fact, more: 1 }).success).toBe(false);
  const { value: _, ...without } = fact;
  expect(schema.safeParse(without).success).toBe(false);
});

test("nothing is null, zero is 0, and a line end in a text ends no line", () => {
  const rows = tables.find(({ name }) => name === "rows")!;
  const [bytes] = [...ndjson.encode(rows).add(rows.linesOf(extraction, "x"))];
  const lines = Buffer.from(bytes!).toString().trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[1]!)).toMatchObject({ programmed_jan: 0, programmed_feb: null, target: -5.25 });
});
