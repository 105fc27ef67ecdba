import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatTruth } from "./pdf/format-truth.ts";
import { makeAll } from "./pdf/made/make-all.ts";

const folder = process.argv[2] ?? "/tmp/pdf-samples/made";
const only = process.argv[3];
mkdirSync(folder, { recursive: true });
for await (const { name, bytes, truth, expected, password } of makeAll(only)) {
  writeFileSync(join(folder, name), bytes);
  const head = { expect: expected, ...(password !== undefined && { password }) };
  const text = truth === null ? JSON.stringify(head) : formatTruth({ ...head, ...truth } as never);
  writeFileSync(join(folder, name.replace(/\.pdf$/, ".truth.json")), text);
  process.stdout.write(`${name}: ${bytes.length} bytes, ${JSON.stringify(expected)}\n`);
}
