import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadTableFamily } from "../support/load-table-family.ts";
import { doubtfulPlan, planOf, soundRows } from "../support/small-plan.ts";
import {
  convertAll,
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

/** A row whose organ nobody knows, sound in its numbers. */
const doubtfulRow = doubtfulPlan.split("\n").find((line) => line.startsWith("GERENCIA DE NADA"))!;

describe.skipIf(!hasBrowser)("the review page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test("chooses an organ with o, and alike rows take the same in one go, after a preview", async () => {
    const other = doubtfulRow.replace(/^([^\t]+\t[^\t]+\t)[^\t]+/, "$1OTRA ACTIVIDAD");
    const results = await convertAll(await temporaryFolder(), {
      "plan.txt": planOf(...soundRows, doubtfulRow, other),
    });
    const review = await openReview(results);
    const { page, complaints } = await openPage(browser, review.url);
    await page.waitForSelector(".item strong");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".actions");
    await page.keyboard.press("Enter");
    await page.locator('[data-testid="notice"]', { hasText: "Elija el órgano" }).waitFor();
    // What cannot be accepted cannot be given to others.
    await page.keyboard.press("a");
    expect(await page.locator("dialog").count()).toBe(0);
    await page.keyboard.press("o");
    await page.keyboard.type("informatica");
    await page.keyboard.press("Enter");
    await page.locator(".labels dd", { hasText: "Gerencia de Informática" }).waitFor();
    await page.keyboard.press("a");
    const alike = page.locator(".alike li");
    await alike.waitFor();
    expect(await alike.textContent()).toContain("OTRA ACTIVIDAD");
    expect(await alike.textContent()).toContain("→ Gerencia de Informática");
    await page.locator(".buttons .primary:focus").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForSelector('[data-testid="empty"]');
    expect(complaints).toEqual([]);
    await review.close();
    const { rows } = await readResult(results, "plan.poi.json");
    expect(
      rows.slice(3).map(({ organ, needsReview }) => [organ?.raw, organ?.id, organ?.method, needsReview]),
    ).toEqual([
      ["GERENCIA DE NADA", "gerencia-de-informatica", "person", false],
      ["GERENCIA DE NADA", "gerencia-de-informatica", "person", false],
    ]);
    expect(await readLogEntries(results)).toHaveLength(2);
  });

  test("rows that contradict themselves in the same way are settled together as what the document says", async () => {
    const results = await convertAll(await temporaryFolder(), { "plan.txt": planOf(...soundRows) });
    const read = await readResult(results, "plan.poi.json");
    const flag = { code: "equation-broken", severity: "warning" as const, cells: ["target"], message: "" };
    const broken = read.rows.map((row, k) => {
      if (k === 2) return row;
      return { ...row, target: 4000, status: "inconsistent", needsReview: true, flags: [flag] };
    });
    await writeFile(join(results, "plan.poi.json"), JSON.stringify({ ...read, rows: broken }));
    const review = await openReview(results);
    const { page, complaints } = await openPage(browser, review.url);
    await page.waitForSelector(".item strong");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".actions");
    await page.keyboard.press("a");
    await page.locator(".buttons .primary:focus").waitFor();
    expect(await page.locator(".alike li").textContent()).toContain("los números quedan como están");
    await page.keyboard.press("Enter");
    await page.waitForSelector('[data-testid="empty"]');
    expect(complaints).toEqual([]);
    await review.close();
    const { rows } = await readResult(results, "plan.poi.json");
    expect(rows.map(({ status, needsReview }) => [status, needsReview])).toEqual([
      ["inconsistent", false],
      ["inconsistent", false],
      ["verified", false],
    ]);
  });

  test("shows what a hostile document prints, and runs none of it", async () => {
    const cells = [
      '<script>document.title="owned"</script><img src=x onerror=alert(1)>',
      '=HYPERLINK("http://evil.example","x")',
    ];
    const hostile = doubtfulRow.split("\t");
    hostile[0] = cells[0]!;
    hostile[2] = cells[1]!;
    const results = await convertAll(await temporaryFolder(), {
      "<b>plan.txt": planOf(...soundRows, hostile.join("\t")),
    });
    const review = await openReview(results);
    const { page, complaints } = await openPage(browser, review.url);
    page.on("dialog", () => complaints.push("a dialog opened"));
    await page.locator(".item strong", { hasText: "HYPERLINK" }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator("h1", { hasText: "HYPERLINK" }).waitFor();
    await page.locator(".lines td[title]", { hasText: "<script>" }).first().waitFor();
    expect(await page.locator("main a, main script, main img, .item b").count()).toBe(0);
    expect(await page.title()).toBe("Revisión de planes · results");
    for (const view of ["overview", "audit", ""]) {
      await page.goto(`${review.url}#/${view}`);
      await page.waitForSelector("main h1");
    }
    expect(complaints).toEqual([]);
  });

  test("two tabs cannot overwrite each other unseen", async () => {
    const results = await convertAll(await temporaryFolder(), { "plan.txt": doubtfulPlan });
    const review = await openReview(results);
    const [one, two] = await Promise.all([openPage(browser, review.url), openPage(browser, review.url)]);
    for (const { page } of [one, two]) {
      await page.waitForSelector(".item strong");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".actions");
      await page.keyboard.press("o");
      await page.keyboard.type(page === one.page ? "finanzas" : "informatica");
      await page.keyboard.press("Enter");
    }
    await one.page.keyboard.press("Enter");
    await one.page.waitForSelector('[data-testid="empty"]');
    await two.page.keyboard.press("Enter");
    await two.page.locator('[data-testid="notice"]', { hasText: "no se guardó nada" }).waitFor();
    await two.page.locator(".labels dd", { hasText: "Gerencia de Finanzas" }).waitFor();
    expect(await readLogEntries(results)).toHaveLength(1);
  });

  test("shows a conflict once the family has changed", async () => {
    const folder = await temporaryFolder();
    const plans = { "plan.txt": doubtfulPlan };
    const shipped = await loadTableFamily("sat-lima");
    const results = await convertAll(folder, plans, shipped);
    const review = await openReview(results, shipped);
    const { page } = await openPage(browser, review.url);
    await page.waitForSelector(".item strong");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".actions");
    await page.keyboard.press("o");
    await page.keyboard.type("informatica");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.waitForSelector('[data-testid="empty"]');
    await review.close();

    const without = {
      ...shipped,
      organs: shipped.organs.filter(({ id }) => id !== "gerencia-de-informatica"),
    };
    await convertPaths([join(folder, "plan.txt")], results, without);
    const { counts } = JSON.parse(await readFile(join(results, "run.json"), "utf8")).documents[0];
    expect(counts.corrections).toEqual({ applied: 0, alreadyTrue: 0, conflict: 1, orphan: 0 });
    const again = await openReview(results, without);
    expect(again.pending).toBe(1);
    const { page: second } = await openPage(browser, again.url);
    await second.locator(".tag.conflict", { hasText: "Decisión en conflicto" }).waitFor();
    await second.keyboard.press("Enter");
    await second.locator(".reasons .warning", { hasText: "Ana Quispe resolvió esta fila" }).waitFor();
    await second.locator(".flags", { hasText: "no longer one of the family" }).waitFor();
    // A new decision ends it.
    await second.keyboard.press("o");
    await second.keyboard.type("finanzas");
    await second.keyboard.press("Enter");
    await second.keyboard.press("Enter");
    await second.waitForSelector('[data-testid="empty"]');
  });

  test("a sample of rows that needed nobody is looked through, and says how many were wrong", async () => {
    const results = await convertAll(await temporaryFolder(), { "plan.txt": planOf(...soundRows) });
    const review = await openReview(results);
    const { page, complaints } = await openPage(browser, `${review.url}#/audit`);
    await page.fill("input[type=number]", "2");
    await page.keyboard.press("Enter");
    await page.locator(".audits button").click();
    for (let k = 0; k < 2; k++) {
      await page.waitForSelector('main.row[data-testid^="row-"]');
      const id = await page.getAttribute("main.row", "data-testid");
      await page.keyboard.press("Enter");
      await page.locator(`[data-testid="${id}"]`).waitFor({ state: "detached" });
    }
    const audit = page.locator('[data-testid="audit"]', { hasText: "2 de 2 miradas" });
    await audit.waitFor();
    // None wrong among two: up to 84.2 % (1 − 0.025^(1/2)) may be.
    expect(await audit.textContent()).toContain("de 0 % a 84.2 %");
    expect(complaints).toEqual([]);
    await review.close();
    const [sample, ...looked] = await readLogEntries(results);
    expect(sample).toMatchObject({ kind: "sample", population: 3 });
    expect(looked.map((entry) => entry.kind === "settle" && entry.audit)).toEqual([sample!.id, sample!.id]);
  });

  test("says so when the source is gone or has changed, and shows the row's own text", async () => {
    const folder = await temporaryFolder();
    const results = await convertAll(folder, { "plan.txt": doubtfulPlan });
    await rename(join(folder, "plan.txt"), join(folder, "other.txt"));
    const gone = await openPage(browser, (await openReview(results)).url);
    await gone.page.waitForSelector(".item strong");
    await gone.page.keyboard.press("Enter");
    await gone.page.locator(".print .warning", { hasText: "ya no está" }).waitFor();
    await gone.page.locator(".lines tr.row", { hasText: "GERENCIA DE NADA" }).waitFor();

    await writeFile(join(folder, "plan.txt"), "something else");
    const changed = await openPage(browser, (await openReview(results)).url);
    await changed.page.waitForSelector(".item strong");
    await changed.page.keyboard.press("Enter");
    await changed.page.locator(".print .warning", { hasText: "cambió" }).waitFor();
  });

  test("facets and search narrow the queue, and English is a switch away", async () => {
    const review = await openReview(await convertSeed(await temporaryFolder()));
    const { page, complaints } = await openPage(browser, review.url);
    await page.locator(".count", { hasText: "8 filas" }).waitFor();
    await page.locator(".facet button", { hasText: "Gerencia de Administración" }).click();
    await page.locator(".count", { hasText: "2 filas" }).waitFor();
    await page.locator(".facet button", { hasText: "Gerencia de Administración" }).click();
    await page.keyboard.press("/");
    await page.keyboard.type("notificacion");
    await page.locator(".count", { hasText: "1 fila" }).waitFor();
    await page.locator("button", { hasText: "English" }).click();
    await page.locator(".count", { hasText: "1 row" }).waitFor();
    await page.locator(".item", { hasText: "Several readings" }).click();
    await page.locator(".repairs li").first().waitFor();
    expect(await page.locator(".repairs li").first().textContent()).toBe(
      "ABR programmed: 13 — was missing; added (printed: blank), because the target says 175; the second quarter programmed says 39; April executed says 13.",
    );
    expect(await page.getAttribute("html", "lang")).toBe("en");
    await page.locator("button", { hasText: "Español" }).click();
    expect(await page.locator(".repairs li").first().textContent()).toContain(
      "porque la meta dice 175; el segundo trimestre programado dice 39; abril ejecutado dice 13.",
    );
    expect(complaints).toEqual([]);
  });

  test("every control has a name, and every text enough contrast", async () => {
    const review = await openReview(await convertSeed(await temporaryFolder()));
    const { page } = await openPage(browser, review.url);
    for (const view of ["", "row", "overview", "audit"]) {
      if (view === "row") await page.keyboard.press("Enter");
      else await page.goto(`${review.url}#/${view}`);
      await page.waitForSelector(view === "row" ? ".actions" : view === "" ? ".item strong" : "main h1");
      expect(await page.evaluate(NAMELESS), view).toEqual([]);
      expect(await page.evaluate(FAINT), view).toEqual([]);
    }
  });
});

/** Runs in the browser: controls that assistive technology could not name. */
const NAMELESS = `[...document.querySelectorAll("button, input, a, [role=listbox]")]
  .filter((control) => !(control.getAttribute("aria-label") || control.textContent.trim() || control.labels?.length))
  .map((control) => control.outerHTML)`;

/** Runs in the browser: texts whose contrast with what is behind them is below 4.5 (WCAG 2.2, 1.4.3). */
const FAINT = `(() => {
  const parse = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const light = (color) => {
    const [r, g, b] = parse(color).map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if ((parse(color)[3] ?? 1) === 1) return color;
    }
    return "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll("main *, header *")]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ""))
    .flatMap((element) => {
      const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      return contrast < 4.5 ? [element.textContent.trim().slice(0, 40) + " " + contrast.toFixed(2)] : [];
    });
})()`;
