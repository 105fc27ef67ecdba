import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright-core";
import { formatJson } from "../src/emit/format-json.ts";
import { extract } from "../src/extract.ts";
import type { Extraction } from "../src/schema.ts";

/** `npm run bench:review`: how quick the review page is over many rows; bench/README.md explains the figures. */
const { values: flags } = parseArgs({
  options: {
    rows: { type: "string", default: "50000" },
    documents: { type: "string", default: "50" },
    keys: { type: "string", default: "40" },
  },
});

/** Runs in the browser: notes the time from each key to the frame that follows it. */
const WATCH = `(() => {
  window.took = [];
  addEventListener("keydown", (event) => {
    requestAnimationFrame(() => setTimeout(() => window.took.push(performance.now() - event.timeStamp)));
  }, true);
})()`;

const root = fileURLToPath(new URL("..", import.meta.url));
const sample = join(root, "samples/sat-lima/poi-2023-iv.txt");
const folder = mkdtempSync(join(tmpdir(), "poi-bench-review-"));
try {
  await main(Number(flags.rows), Number(flags.documents), Number(flags.keys));
} finally {
  rmSync(folder, { recursive: true });
}

async function main(rows: number, documents: number, keys: number): Promise<void> {
  const seed = await extract(readFileSync(sample), { name: "poi-2023-iv.txt" });
  const results = join(folder, "results");
  mkdirSync(results);
  copyFileSync(sample, join(folder, "poi-2023-iv.txt"));
  const doubtful = seed.rows.filter(({ needsReview }) => needsReview);
  for (let k = 0; k < documents; k++) writeDocument(results, k, seed, doubtful, Math.round(rows / documents));

  const began = performance.now();
  const server = spawn(process.execPath, [join(root, "src/cli/main.ts"), "review", results, "--no-open"]);
  const ended = new Promise((resolve) => server.on("close", resolve));
  try {
    const url = await new Promise<string>((resolve) =>
      server.stdout.once("data", (data) => resolve(String(data).trim())),
    );
    print(`${rows} rows to settle in ${documents} documents`);
    print(`  start of the program to its address: ${(performance.now() - began).toFixed(0)} ms`);
    await measurePage(url, keys);
  } finally {
    server.kill("SIGINT");
    await ended;
  }
}

/** All rows of a document need review: copies of the seed's six, under ids of their own. */
function writeDocument(
  results: string,
  k: number,
  seed: Extraction,
  doubtful: Extraction["rows"],
  count: number,
): void {
  const rows = Array.from({ length: count }, (_, row) => ({
    ...doubtful[row % doubtful.length]!,
    id: `1-${row + 1}`,
    line: row + 1,
  }));
  const document = { ...seed.document, id: `sha256:${k}`, name: `plan-${k}.txt` };
  const summary = { rows: count, verified: 0, repaired: 0, review: count };
  const name = `plan-${String(k).padStart(4, "0")}.poi.json`;
  const text = [...formatJson({ ...seed, document, rows, totals: [], reconciliation: [], summary })].join("");
  writeFileSync(join(results, name), text);
}

async function measurePage(url: string, keys: number): Promise<void> {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
  try {
    const views: number[] = [];
    for (let k = 0; k < 5; k++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      await page.goto(url);
      await page.waitForSelector(".item strong");
      // From the beginning of the navigation to the frame in which the first rows are painted.
      views.push(
        await page.evaluate<number>(
          "new Promise((done) => requestAnimationFrame(() => done(performance.now())))",
        ),
      );
      await context.close();
    }
    report("first view of the queue", views);

    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    await page.waitForSelector(".item strong");
    await page.evaluate(WATCH);
    report("key press, arrow down the queue, to the next frame", await pressAll(page, "ArrowDown", keys));
    await page.keyboard.press("End");
    await page.waitForSelector(".item[aria-selected=true] strong");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".actions");
    report("key press, taking a reading, to the next frame", await pressAll(page, "1", keys));
    const settled: number[] = [];
    for (let k = 0; k < keys; k++) {
      const id = await page.getAttribute("main.row", "data-testid");
      await page.keyboard.press("1");
      const started = performance.now();
      await page.keyboard.press("Enter");
      await page.locator(`[data-testid="${id}"]`).waitFor({ state: "detached" });
      await page.waitForSelector(".actions");
      settled.push(performance.now() - started);
    }
    report("Enter to the next row on the screen, the decision on the disk", settled);
  } finally {
    await browser.close();
  }
}

async function pressAll(page: Page, key: string, count: number): Promise<number[]> {
  await page.evaluate("window.took = []");
  for (let k = 0; k < count; k++) {
    await page.keyboard.press(key);
    await page.evaluate(
      `new Promise((done) => { const look = () => (window.took.length > ${k} ? done() : setTimeout(look, 1)); look(); })`,
    );
  }
  return await page.evaluate<number[]>("window.took");
}

function report(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
  print(`  ${what}: median ${at(0.5)} ms, slowest of ${sorted.length} ${at(1)} ms`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
