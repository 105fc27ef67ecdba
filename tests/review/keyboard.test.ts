import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedTruth } from "../../bench/seed-truth.ts";
import { readCells } from "../../src/rules/row-cells.ts";
import { extraction as schema } from "../../src/schema.ts";
import { loadTableFamily } from "../support/load-table-family.ts";
import { runPoi } from "../support/run-poi.ts";
import {
  convertPaths,
  convertSeed,
  hasBrowser,
  launchBrowser,
  openPage,
  openReview,
  readLogEntries,
  readResult,
  temporaryFolder,
} from "./support.ts";

const NAME = "poi-2023-iv.poi.json";

describe.skipIf(!hasBrowser)("the seed's doubtful rows, by keyboard alone", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test("are settled from the first to the empty queue, and stay so", async () => {
    const folder = await temporaryFolder();
    const results = await convertSeed(folder);
    const before = await readResult(results, NAME);
    const doubtful = [...before.rows, ...before.totals].filter(({ needsReview }) => needsReview);
    const { columns } = await loadTableFamily("sat-lima");
    const cells = columns.slice(columns.indexOf("target"));
    const truths = new Map(seedTruth().map(({ line, readings }) => [line, readings]));

    const review = await openReview(results);
    expect(review.pending).toBe(doubtful.length);
    const { page, complaints } = await openPage(browser, review.url);
    await page.waitForSelector(".item strong");
    const press = countedKeys(page);
    await page.keyboard.press("Enter");

    for (let k = 0; k < doubtful.length; k++) {
      const id = await shownRow(page);
      const row = doubtful.find((one) => one.id === id)!;
      const started = performance.now();
      press.reset();
      if (row.labels.label !== undefined) await press.key("d");
      else {
        const truth = truths
          .get(row.line)!
          .map((values) => Object.fromEntries(cells.map((cell, i) => [cell, values[i] ?? null])));
        const read = readCells(row);
        const rank = row.candidates.findIndex((candidate) =>
          truth.some((reading) =>
            cells.every((cell) => ({ ...read, ...candidate.cells })[cell] === reading[cell]),
          ),
        );
        if (rank >= 0) await press.key(String(rank + 1));
        else await typeReading(page, press, truth[0]!, read, row.flags[0]!.cells);
        await press.key("Enter");
        // A row whose candidates contain the truth takes three keys at most.
        if (rank >= 0) expect(press.count()).toBeLessThanOrEqual(3);
      }
      await gone(page, id);
      const took = performance.now() - started;
      console.log(
        `${id} settled with ${press.count()} key presses in ${took.toFixed(0)} ms: ${row.labels.activity ?? row.labels.label}`,
      );
    }
    await page.waitForSelector('[data-testid="empty"]');
    expect(await page.textContent('[data-testid="progress"]')).toBe(
      `${doubtful.length} de ${doubtful.length}`,
    );
    expect(complaints).toEqual([]);
    await review.close();

    const log = await readLogEntries(results);
    expect(log.map(({ kind, by }) => `${kind} ${by}`)).toEqual(doubtful.map(() => "settle Ana Quispe"));
    const after = schema.parse(await readResult(results, NAME));
    expect(after.summary.review).toBe(0);
    expect([...after.rows, ...after.totals].some(({ needsReview }) => needsReview)).toBe(false);
    for (const row of after.rows.filter(({ correction }) => correction !== undefined)) {
      const truth = truths.get(row.line)!;
      expect(truth).toContainEqual(cells.map((cell) => readCells(row)[cell] ?? null));
      expect(row.source).toEqual(before.rows.find(({ id }) => id === row.id)!.source);
      expect(row.correction).toMatchObject({
        by: "Ana Quispe",
        outcome: "applied",
        before: { needsReview: true },
      });
    }
    expect(after.totals.map(({ status }) => status)).toEqual(before.totals.map(() => "inconsistent"));

    // What was settled goes out with the rest, and nothing stays behind.
    const out = join(folder, "exported");
    expect((await runPoi(["export", results, "--to", "ndjson", "-o", out])).code).toBe(0);
    const lines = async (table: string) =>
      (await readFile(join(out, `${table}.ndjson`), "utf8")).split("\n").filter((line) => line !== "");
    const exported = (await lines("rows")).map((line): Record<string, unknown> => JSON.parse(line));
    expect(await lines("rows-review")).toEqual([]);
    expect(exported.map(({ row_id }) => row_id)).toEqual(after.rows.map(({ id }) => id));
    for (const line of exported) {
      const truth = truths.get(line.line as number)!;
      expect(truth).toContainEqual(cells.map((cell) => line[cell.replace(".", "_")] ?? null));
    }

    // Converted again, the document is the same to the byte, decisions and all.
    const written = await readFile(join(results, NAME), "utf8");
    await convertPaths([join(folder, "poi-2023-iv.txt")], results);
    expect(await readFile(join(results, NAME), "utf8")).toBe(written);
    const { counts } = JSON.parse(await readFile(join(results, "run.json"), "utf8")).documents[0];
    expect(counts.corrections).toEqual({ applied: doubtful.length, alreadyTrue: 0, conflict: 0, orphan: 0 });
  }, 60_000);

  test("u takes the last decision back, s leaves a row for later, and Esc leads to the queue", async () => {
    const results = await convertSeed(await temporaryFolder());
    const review = await openReview(results);
    const { page, complaints } = await openPage(browser, review.url);
    await page.waitForSelector(".item strong");
    await page.keyboard.press("Enter");
    const first = await shownRow(page);
    await page.keyboard.press("1");
    await page.keyboard.press("Enter");
    await gone(page, first);
    const second = await shownRow(page);
    await page.keyboard.press("u");
    await page.waitForSelector(`[data-testid="row-${first}"]`);
    await page.keyboard.press("s");
    await page.waitForSelector(`[data-testid="row-${second}"]`);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".list");
    expect(await page.textContent('[data-testid="progress"]')).toMatch(/^0 de /);
    expect(complaints).toEqual([]);
    await review.close();
    expect((await readLogEntries(results)).map(({ kind }) => kind)).toEqual(["settle", "undo"]);
    const after = await readResult(results, NAME);
    expect(after.rows.filter(({ correction }) => correction !== undefined)).toEqual([]);
  });

  test("what is typed right after a key that opens a dialog is the dialog's", async () => {
    const review = await openReview(await convertSeed(await temporaryFolder()));
    const { page } = await openPage(browser, review.url);
    await page.waitForSelector(".item strong");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".actions");
    // Nothing is painted between the two keys: a busy machine takes its time for that.
    const focused = await page.evaluate(`(async () => {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "o", bubbles: true }));
      for (let k = 0; k < 5; k++) await Promise.resolve();
      return document.activeElement.className;
    })()`);
    expect(focused).toBe("search");
  });

  test("numbers that break an equation are not accepted, and equations turn as one types", async () => {
    const review = await openReview(await convertSeed(await temporaryFolder()));
    const { page } = await openPage(browser, review.url);
    await page.waitForSelector(".item strong");
    await page.keyboard.press("Enter");
    const id = await shownRow(page);
    const state = () => page.getAttribute('[data-equation^="target ="]', "data-state");
    expect(await state()).toBe("waits");
    await page.keyboard.press("Enter");
    expect(await page.textContent('[data-testid="notice"]')).toContain("Elija una lectura");
    await page.keyboard.press("1");
    expect(await state()).toBe("sound");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("77");
    expect(await state()).toBe("broken");
    await page.keyboard.press("Enter");
    await page.locator('[data-testid="notice"]', { hasText: "No cuadra" }).waitFor();
    expect(await shownRow(page)).toBe(id);
  });
});

async function shownRow(page: Page): Promise<string> {
  const row = await page.waitForSelector('main.row[data-testid^="row-"]');
  return (await row.getAttribute("data-testid"))!.slice("row-".length);
}

async function gone(page: Page, id: string): Promise<void> {
  await page.locator(`[data-testid="row-${id}"]`).waitFor({ state: "detached" });
}

function countedKeys(page: Page) {
  let count = 0;
  return {
    reset: () => {
      count = 0;
    },
    count: () => count,
    key: async (key: string) => {
      count++;
      await page.keyboard.press(key);
    },
  };
}

/** Goes to every open cell with the arrows, and types what stands there in truth. */
async function typeReading(
  page: Page,
  press: ReturnType<typeof countedKeys>,
  truth: Readonly<Record<string, number | null>>,
  read: Readonly<Record<string, number | null>>,
  open: readonly string[],
): Promise<void> {
  const left = new Set(
    Object.keys(truth).filter((cell) => truth[cell] !== read[cell] || open.includes(cell)),
  );
  for (let moves = 0; left.size > 0 && moves < 80; moves++) {
    await press.key(moves < 40 ? "ArrowRight" : "ArrowLeft");
    const cell = (await page.locator(":focus").getAttribute("data-cell")) ?? "";
    if (!left.delete(cell)) continue;
    const value = truth[cell];
    if (value === null || value === undefined) await press.key("Delete");
    else for (const digit of String(value)) await press.key(digit);
  }
  expect([...left]).toEqual([]);
}
