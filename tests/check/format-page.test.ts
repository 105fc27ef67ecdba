import { expect, test } from "vitest";
import type { ArchiveCheck } from "../../src/check/check-results.ts";
import type { Finding } from "../../src/check/finding.ts";
import { formatPage } from "../../src/check/format-page.ts";

const hostile = `<script>alert("1")</script>&'`;
const escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;";

const finding = (changes: Partial<Finding>): Finding => ({
  kind: "plan-changed",
  entity: hostile,
  year: 2023,
  organ: hostile,
  activity: hostile,
  unit: hostile,
  differences: [
    {
      cell: "programmed.jan",
      statements: [
        { document: hostile, row: hostile, value: 1234.5, isSure: true },
        { document: "b.pdf", row: "1-1", value: null, isSure: true },
      ],
    },
  ],
  foundIn: [hostile],
  missingFrom: [hostile],
  isDoubtful: false,
  ...changes,
});

const check = (...findings: Finding[]): ArchiveCheck => ({
  years: [
    {
      entity: hostile,
      year: 2023,
      documents: [hostile, "b.pdf"],
      compared: 7,
      findings,
      proposals: [
        {
          file: "b.poi.json",
          document: hostile,
          row: hostile,
          organ: hostile,
          activity: hostile,
          cells: { "executed.q2": 4, "constructor.total": null },
          agreement: [{ document: hostile, row: hostile, cells: [] }],
          before: [
            { probability: 0.5, cells: { "executed.q2": 4 } },
            { probability: 0.5, cells: { "executed.q2": 5 } },
          ],
          remaining: [{ probability: 1, cells: { "executed.q2": 4 } }],
          confidence: 0.999,
          isSettled: true,
        },
      ],
    },
  ],
  unplaced: [hostile],
});
const page = (...findings: Finding[]) => [...formatPage(check(...findings))].join("");

test("whatever documents say stands in the page as text", () => {
  const kinds = ["plan-changed", "row-new", "row-missing", "contradiction", "total-differs"] as const;
  const html = page(...kinds.map((kind) => finding({ kind })), finding({ isDoubtful: true }));
  expect(html).toContain(escaped);
  expect(html).not.toContain(hostile);
  expect(html).not.toMatch(/<script/i);
  // Nothing but the page's own elements.
  const elements = new Set([...html.matchAll(/<\/?([a-z0-9!]+)/gi)].map(([, name]) => name!.toLowerCase()));
  const own =
    "!doctype html head meta title style body p label input h1 h2 h3 div table tr th td span br small";
  expect([...elements].filter((name) => !own.split(" ").includes(name))).toEqual([]);
});

test("the page loads nothing and forbids it", () => {
  const html = page(finding({}));
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(html).not.toMatch(/\b(?:src|href|url)\s*[=(]/i);
});

test("each of its words is there in Spanish and in English, numbers only once", () => {
  const html = page(finding({}));
  expect(html).toContain('<span lang="es">Plan modificado</span><span lang="en">Plan changed</span>');
  expect(html).toContain('<span lang="es">programado · ene</span><span lang="en">programmed · Jan</span>');
  expect(html).toContain('<span lang="es">ejecutado · II trim.</span><span lang="en">executed · Q2</span>');
  expect(html.match(/1,234\.5/g)).toHaveLength(1);
  expect(html.match(/lang="es">/g)!.length - 1).toBe(html.match(/lang="en">/g)!.length);
});

test("a series of any name is called by it", () => {
  expect(page()).toContain("<td>constructor · total</td>");
});

test("what matters most comes first", () => {
  const html = page(
    finding({ kind: "row-new" }),
    finding({ kind: "plan-changed" }),
    finding({ kind: "contradiction" }),
  );
  const places = ["Contradicciones (1)", "Plan modificado", "Filas nuevas"].map((title) =>
    html.indexOf(title.split(" (")[0]!),
  );
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});

test("a year without differences says so", () => {
  expect(page()).toContain("Los informes no se contradicen.");
});

test("the same check gives the same bytes", () => {
  expect(page(finding({}))).toBe(page(finding({})));
});
