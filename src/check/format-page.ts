import { monthKeys, quarterKeys } from "../rules/cell-names.ts";
import { escapeMarkup } from "../text/escape-markup.ts";
import type { ArchiveCheck } from "./check-results.ts";
import type { YearCheck } from "./check-year.ts";
import type { Finding, FindingKind } from "./finding.ts";
import type { Proposal } from "./settle-row.ts";
import { english, spanish, type Words } from "./words.ts";

/** The kinds of finding, those that matter most first. */
const ORDER: readonly FindingKind[] = [
  "contradiction",
  "execution-restated",
  "plan-changed",
  "total-differs",
  "row-missing",
  "row-new",
];

/** Everything the page needs is in it: it loads nothing, runs nothing, and may be mailed as it is. */
const HEAD = `<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${spanish.title}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 75rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
.switch { float: right; margin: .5rem 0 0 1rem; }
body:has(#es:checked) [lang=en], body:has(#en:checked) [lang=es] { display: none; }
h1 { font-size: 1.6rem; } h2 { margin-top: 3rem; border-bottom: 2px solid; } h3 { margin-bottom: .3rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; min-width: 40rem; width: 100%; font-size: .9rem; }
th, td { border: 1px solid #8886; padding: .3rem .5rem; text-align: left; vertical-align: top; }
th { background: #8882; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
td.changed { font-weight: bold; background: #e8a33d40; }
.doubt { font-size: .8rem; padding: 0 .4rem; border: 1px solid; border-radius: .6rem; white-space: nowrap; }
</style>
</head>
<body>
<p class="switch"><label><input type="radio" name="language" id="es" checked> Español</label>
<label><input type="radio" name="language" id="en"> English</label></p>
`;

/** The report as a page of its own, in Spanish with a switch to English. Yields it in pieces. */
export function* formatPage({ years, unplaced }: ArchiveCheck): Generator<string> {
  yield HEAD;
  yield `<h1>${both(({ title }) => title)}</h1>\n`;
  for (const year of years) yield* formatYear(year);
  if (unplaced.length > 0) {
    yield `<p>${both((words) => words.unplaced)} ${unplaced.map(escapeMarkup).join(", ")}</p>\n`;
  }
  yield "</body>\n</html>\n";
}

function* formatYear(check: YearCheck): Generator<string> {
  const { entity, year, documents, compared, findings, proposals } = check;
  yield `<h2>${escapeMarkup(entity)}, ${year}</h2>\n`;
  yield `<p>${both((words) => words.documents)}: ${documents.map(escapeMarkup).join(" · ")}. ${compared} ${both((words) => words.compared)}.</p>\n`;
  if (findings.length === 0) yield `<p>${both(({ nothing }) => nothing)}</p>\n`;
  for (const kind of ORDER) {
    const same = findings.filter((finding) => finding.kind === kind);
    if (same.length === 0) continue;
    yield `<h3>${both((words) => words.findings[kind])} (${same.length})</h3>\n`;
    yield* kind === "row-new" || kind === "row-missing"
      ? formatGaps(same)
      : formatDifferences(same, documents);
  }
  for (const isSettled of [true, false]) {
    const same = proposals.filter((proposal) => proposal.isSettled === isSettled);
    if (same.length === 0) continue;
    yield `<h3>${both((words) => (isSettled ? words.settled : words.narrowed))} (${same.length})</h3>\n`;
    yield* formatProposals(same);
  }
}

function* formatDifferences(findings: readonly Finding[], documents: readonly string[]): Generator<string> {
  const titles = [both(({ organ }) => organ), both(({ activity }) => activity), both(({ cell }) => cell)];
  yield openTable([...titles, ...documents.map(escapeMarkup)]);
  for (const finding of findings) {
    for (const [i, { cell, statements }] of finding.differences.entries()) {
      const values = documents.map((document) => {
        const index = statements.findIndex((statement) => statement.document === document);
        const statement = statements[index];
        if (statement === undefined) return "<td></td>";
        const isChanged = index > 0 && (statement.value ?? 0) !== (statements[index - 1]!.value ?? 0);
        return `<td class="number${isChanged ? " changed" : ""}">${formatValue(statement.value)}</td>`;
      });
      const span = ` rowspan="${finding.differences.length}"`;
      const labels =
        i > 0
          ? ""
          : `<td${span}>${escapeMarkup(finding.organ ?? "")}</td><td${span}>${escapeMarkup(finding.activity ?? "")} ${doubt(finding)}</td>`;
      yield `<tr>${labels}<td>${both((words) => cellName(cell, words))}</td>${values.join("")}</tr>\n`;
    }
  }
  yield "</table></div>\n";
}

function* formatGaps(findings: readonly Finding[]): Generator<string> {
  yield openTable([
    both(({ organ }) => organ),
    both(({ activity }) => activity),
    both(({ foundIn }) => foundIn),
    both(({ missingFrom }) => missingFrom),
  ]);
  for (const finding of findings) {
    const cells = [
      finding.organ ?? "",
      finding.activity ?? "",
      finding.foundIn.join(", "),
      finding.missingFrom.join(", "),
    ];
    yield `<tr>${cells.map((text, i) => `<td>${escapeMarkup(text)}${i === 1 ? ` ${doubt(finding)}` : ""}</td>`).join("")}</tr>\n`;
  }
  yield "</table></div>\n";
}

function* formatProposals(proposals: readonly Proposal[]): Generator<string> {
  yield openTable([
    both(({ organ }) => organ),
    both(({ activity }) => activity),
    both(({ cell }) => cell),
    both(({ was }) => was),
    both(({ now }) => now),
    both(({ evidence }) => evidence),
  ]);
  for (const { organ, activity, cells, before, agreement, document, row } of proposals) {
    const entries = Object.entries(cells);
    for (const [i, [cell, value]] of entries.entries()) {
      const span = ` rowspan="${entries.length}"`;
      const labels =
        i > 0
          ? ""
          : `<td${span}>${escapeMarkup(organ ?? "")}</td><td${span}>${escapeMarkup(activity ?? "")}<br><small>${escapeMarkup(`${document}, ${row}`)}</small></td>`;
      const readings = [...new Set(before.map((candidate) => formatValue(candidate.cells[cell] ?? null)))];
      const evidence =
        i > 0
          ? ""
          : `<td${span}>${both((words) => words.agreesWith)} ${agreement.map((one) => escapeMarkup(`${one.document}, ${one.row}`)).join("; ")}</td>`;
      yield `<tr>${labels}<td>${both((words) => cellName(cell, words))}</td><td class="number">${readings.join(" / ")}</td><td class="number changed">${formatValue(value)}</td>${evidence}</tr>\n`;
    }
  }
  yield "</table></div>\n";
}

function openTable(titles: readonly string[]): string {
  return `<div class="scroll"><table>\n<tr>${titles.map((title) => `<th scope="col">${title}</th>`).join("")}</tr>\n`;
}

function doubt({ isDoubtful }: Finding): string {
  return isDoubtful ? `<span class="doubt">${both(({ doubtful }) => doubtful)}</span>` : "";
}

function formatValue(value: number | null): string {
  return value === null
    ? both(({ blank }) => blank)
    : value.toLocaleString("es-PE", { maximumFractionDigits: 20 });
}

/** `executed.feb` as people say it; words that are not known stay as they are. */
function cellName(cell: string, words: Words): string {
  const [series = "", period] = cell.split(".");
  const month = (monthKeys as readonly unknown[]).indexOf(period);
  const quarter = (quarterKeys as readonly unknown[]).indexOf(period);
  const when = words.months[month] ?? words.quarters[quarter] ?? period;
  const known = Object.hasOwn(words.series, series) ? words.series[series] : undefined;
  return [known ?? series, ...(when === undefined ? [] : [when])].join(" · ");
}

/** A text in both languages, of which the page shows one. */
function both(say: (words: Words) => string): string {
  const [es, en] = [say(spanish), say(english)];
  return es === en
    ? escapeMarkup(es)
    : `<span lang="es">${escapeMarkup(es)}</span><span lang="en">${escapeMarkup(en)}</span>`;
}
