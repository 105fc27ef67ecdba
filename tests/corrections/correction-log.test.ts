import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { appendCorrections, readCorrectionLog } from "../../src/corrections/correction-log.ts";
import { currentDecisions, rowKey } from "../../src/corrections/current-decisions.ts";
import { keepDecisions } from "../../src/corrections/keep-decisions.ts";
import { LOG_NAME } from "../../src/corrections/log-name.ts";
import { withLock } from "../../src/corrections/with-lock.ts";
import { temporaryFolder } from "../review/support.ts";
import { plan, settlement } from "./support.ts";

test("what was added is read again, in order; a folder without a log has no decisions", async () => {
  const folder = await temporaryFolder();
  expect(await readCorrectionLog(folder)).toEqual({ entries: [], unread: [], size: 0 });
  const read = await plan();
  const [one, two] = [settlement(read, read.rows[0]!), settlement(read, read.rows[1]!, { id: "second" })];
  await appendCorrections(folder, [one]);
  const size = await appendCorrections(folder, [two]);
  expect(await readCorrectionLog(folder)).toEqual({ entries: [one, two], unread: [], size });
});

test("a line that was left half written spoils neither those before nor those after, and is named", async () => {
  const folder = await temporaryFolder();
  const read = await plan();
  const entry = settlement(read, read.rows[0]!);
  await appendCorrections(folder, [entry]);
  await appendFile(join(folder, LOG_NAME), '{"kind":"settle","id":"ha');
  await appendCorrections(folder, [{ ...entry, id: "second" }]);
  const { entries, unread } = await readCorrectionLog(folder);
  expect(entries.map(({ id }) => id)).toEqual(["first", "second"]);
  expect(unread).toEqual([2]);
});

test("lines are only ever added", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, LOG_NAME), "a note of someone's own\n");
  const read = await plan();
  await appendCorrections(folder, [settlement(read, read.rows[0]!)]);
  expect(await readFile(join(folder, LOG_NAME), "utf8")).toMatch(
    /^a note of someone's own\n\{"kind":"settle"/,
  );
});

test("a log that cannot be written is an error with a way out", async () => {
  const read = await plan();
  const missing = join(await temporaryFolder(), "missing");
  await expect(appendCorrections(missing, [settlement(read, read.rows[0]!)])).rejects.toMatchObject({
    code: "output-not-writable",
    hint: expect.any(String),
  });
  await expect(withLock(missing, async () => {})).rejects.toMatchObject({ code: "output-not-writable" });
});

test("one at a time holds the lock, and it is given back after an error", async () => {
  const folder = await temporaryFolder();
  const order: string[] = [];
  const hold = (name: string, fail: boolean) =>
    withLock(folder, async () => {
      order.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 40));
      order.push(`${name} out`);
      if (fail) throw new Error(name);
    }).catch(() => {});
  await Promise.all([hold("a", true), hold("b", false)]);
  expect([order[0]!.slice(0, 1), order[2]!.slice(0, 1)].sort()).toEqual(["a", "b"]);
  expect(order.map((step) => step.slice(2))).toEqual(["in", "out", "in", "out"]);
});

test("a conversion takes up what was decided since the last one", async () => {
  const folder = await temporaryFolder();
  const read = await plan();
  expect(await keepDecisions(folder, read, null)).toBe(read);
  await appendCorrections(folder, [settlement(read, read.rows[3]!)]);
  expect((await keepDecisions(folder, read, null)).rows[3]!.needsReview).toBe(false);
});

test("the same row id of two documents is two rows", async () => {
  const read = await plan();
  const one = settlement(read, read.rows[0]!);
  const other = { ...one, document: "sha256:other" };
  expect([...currentDecisions([one, other]).keys()]).toEqual([rowKey(one), rowKey(other)]);
});
