import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { listFamilies } from "../../src/acquire/load-family.ts";
import { collectInputs } from "../../src/batch/collect-inputs.ts";
import { runBatch } from "../../src/batch/run-batch.ts";
import type { LogEntry } from "../../src/corrections/correction.ts";
import type { Family } from "../../src/family.ts";
import { type Review, startReview } from "../../src/review/start-review.ts";
import type { Extraction } from "../../src/schema.ts";
import { root } from "../support/run-poi.ts";

const CHROMIUM = "/usr/bin/chromium";
/** Debian's package `chromium`, which .ci/run installs. */
export const hasBrowser = existsSync(CHROMIUM);

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** A folder that is gone when the test is. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "poi-review-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes documents into a folder, converts them into its `results`, and returns where these are. */
export async function convertAll(
  folder: string,
  documents: Readonly<Record<string, string>>,
  family: Family | null = null,
  requested = "auto",
): Promise<string> {
  for (const [name, text] of Object.entries(documents)) await writeFile(join(folder, name), text);
  const paths = Object.keys(documents).map((name) => join(folder, name));
  return await convertPaths(paths, join(folder, "results"), family, requested);
}

export async function convertPaths(
  paths: readonly string[],
  out: string,
  family: Family | null = null,
  requested = "auto",
): Promise<string> {
  await runBatch(await collectInputs(paths), {
    out,
    reading: {
      family,
      known: family === null ? await listFamilies() : [family],
      requested: { family: requested, pages: null },
      folder: out,
    },
    limits: { timeout: 60, maxMemory: 1024 },
    isLimited: false,
    force: true,
    concurrency: 1,
  });
  return out;
}

/** The first real document, converted. */
export async function convertSeed(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const copy = join(folder, "poi-2023-iv.txt");
  await copyFile(join(root, "samples/sat-lima/poi-2023-iv.txt"), copy);
  return await convertPaths([copy], join(folder, "results"));
}

export async function openReview(results: string, family: Family | null = null): Promise<Review> {
  const review = await startReview(results, { by: "Ana Quispe", family, port: 0 });
  onTestFinished(() => review.close());
  return review;
}

/** A page that fails the test when its scripts do, or when its policy keeps anything from it. */
export async function openPage(browser: Browser, url: string): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4(09|22)/.test(message.text()))
      complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(url).origin)) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(url);
  return { page, complaints };
}

export async function readResult(results: string, name: string): Promise<Extraction> {
  return JSON.parse(await readFile(join(results, name), "utf8"));
}

export async function readLogEntries(results: string): Promise<LogEntry[]> {
  const text = await readFile(join(results, "corrections.ndjson"), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}
