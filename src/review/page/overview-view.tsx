import type { JSX } from "preact";
import { Fragment } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { FolderInfo, Overview, OverviewDocument, YearChart } from "../api.ts";
import { shortCell, showNumber } from "./cell-words.ts";
import { getOverview } from "./client.ts";
import type { Words } from "./words.ts";

/** How far the documents are, what their totals say, and what each organ planned and did. */
export function OverviewView({ folder, words }: { folder: FolderInfo; words: Words }): JSX.Element {
  const [overview, setOverview] = useState<Overview | null>(null);
  useEffect(() => {
    getOverview().then(setOverview, () => {});
  }, []);
  if (overview === null) return <main class="plain">{words.loading}</main>;
  const years = Map.groupBy(overview.documents, ({ document }) => folder.documents[document]?.year ?? null);
  return (
    <main class="overview">
      <h1>{words.overviewTable}</h1>
      <div class="scroller">
        <table class="documents">
          <thead>
            <tr>
              <th scope="col">{words.document}</th>
              <th scope="col">{words.rows}</th>
              <th scope="col">{words.verified}</th>
              <th scope="col">{words.repaired}</th>
              <th scope="col">{words.reviewed}</th>
              <th scope="col">{words.pending}</th>
              <th scope="col" class="bar-head" />
              <th scope="col">{words.totals}</th>
            </tr>
          </thead>
          <tbody>
            {[...years]
              .sort(([a], [b]) => (b ?? 0) - (a ?? 0))
              .map(([year, documents]) => (
                <Fragment key={year}>
                  <tr class="year">
                    <th scope="rowgroup">
                      {words.year} {year ?? "—"}
                    </th>
                    <Counts counts={addUp(documents)} words={words} />
                  </tr>
                  {documents.map((one) => (
                    <tr key={one.document}>
                      <th scope="row" title={folder.documents[one.document]?.title ?? ""}>
                        {folder.documents[one.document]?.name}
                      </th>
                      <Counts counts={one} words={words} />
                    </tr>
                  ))}
                </Fragment>
              ))}
          </tbody>
        </table>
      </div>
      {overview.charts.map((chart, k) => (
        <Chart
          key={`${chart.family} ${chart.entity} ${chart.year} ${chart.series}`}
          chart={chart}
          isOpen={k === 0}
          folder={folder}
          words={words}
        />
      ))}
      <h2>{words.totalsTitle}</h2>
      {overview.documents
        .filter(({ reconciliation }) => reconciliation.length > 0)
        .map((one) => (
          <Totals key={one.document} one={one} folder={folder} words={words} />
        ))}
    </main>
  );
}

type CountsOf = Pick<OverviewDocument, "rows" | "verified" | "repaired" | "reviewed" | "pending" | "totals">;

function addUp(documents: readonly OverviewDocument[]): CountsOf {
  const sum = (pick: (one: OverviewDocument) => number) => documents.reduce((all, one) => all + pick(one), 0);
  return {
    rows: sum(({ rows }) => rows),
    verified: sum(({ verified }) => verified),
    repaired: sum(({ repaired }) => repaired),
    reviewed: sum(({ reviewed }) => reviewed),
    pending: sum(({ pending }) => pending),
    totals: {
      match: sum(({ totals }) => totals.match),
      mismatch: sum(({ totals }) => totals.mismatch),
      unsettled: sum(({ totals }) => totals.unsettled),
    },
  };
}

function Counts({ counts, words }: { counts: CountsOf; words: Words }): JSX.Element {
  const { rows, verified, repaired, reviewed, pending, totals } = counts;
  const parts = [
    ["verified", verified],
    ["repaired", repaired],
    ["reviewed", reviewed],
    ["pending", pending],
  ] as const;
  const all = totals.match + totals.mismatch + totals.unsettled;
  return (
    <>
      <td>{showNumber(rows)}</td>
      {parts.map(([name, count]) => (
        <td key={name}>{showNumber(count)}</td>
      ))}
      <td class="bar" aria-hidden="true">
        <div>
          {parts.map(([name, count]) => (
            <i key={name} class={name} style={{ width: `${(100 * count) / Math.max(1, rows)}%` }} />
          ))}
        </div>
      </td>
      <td>{all === 0 ? "—" : words.totalsMatch(totals.match, all)}</td>
    </>
  );
}

function Totals({
  one,
  folder,
  words,
}: {
  one: OverviewDocument;
  folder: FolderInfo;
  words: Words;
}): JSX.Element {
  const info = folder.documents[one.document];
  const family = folder.families[info?.family ?? -1] ?? null;
  return (
    <details class="totals">
      <summary>
        {info?.name} · {words.totalsMatch(one.totals.match, one.reconciliation.length)}
      </summary>
      <div class="scroller">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.total}</th>
              <th scope="col">{words.cell}</th>
              <th scope="col">{words.published}</th>
              <th scope="col">{words.computed}</th>
              <th scope="col">{words.difference}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {one.reconciliation.map(({ label, cell, published, computed, difference, verdict }) => (
              <tr key={label + cell} class={verdict}>
                <th scope="row">{label}</th>
                <td class="text">{shortCell(cell, family, words)}</td>
                <td>{showNumber(published)}</td>
                <td>{showNumber(computed)}</td>
                <td>{showNumber(difference)}</td>
                <td class="text">{words.verdicts[verdict]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A bar for each series of each organ, on a scale from 0 to the largest. */
function Chart(props: {
  readonly chart: YearChart;
  readonly isOpen: boolean;
  readonly folder: FolderInfo;
  readonly words: Words;
}): JSX.Element {
  const { chart, isOpen, folder, words } = props;
  const { entity, year, documents, organs } = chart;
  const all = folder.families[chart.family]?.series ?? [];
  const most = Math.max(1, ...organs.flatMap(({ sums }) => sums));
  const names = documents.map((document) => folder.documents[document]?.name).join(", ");
  return (
    <details class="chart" open={isOpen}>
      <summary>
        {[words.chart, entity, year].filter((part) => part !== null).join(" · ")}
        {chart.series.map((series, k) => (
          <span key={series} class={`legend s${k % 2}`}>
            {all[series]?.header}
          </span>
        ))}
      </summary>
      <p class="plain">
        {words.chartOf(names)} {words.chartNote}
      </p>
      <table>
        <thead class="away">
          <tr>
            <th scope="col">{words.organ}</th>
            <th scope="col">{words.sumAll}</th>
          </tr>
        </thead>
        <tbody>
          {organs.map(({ organ, sums }) => (
            <tr key={organ}>
              <th scope="row">{organ || "—"}</th>
              <td>
                {sums.map((sum, k) => (
                  <div key={k} class={`bar s${k % 2}`}>
                    <i style={{ width: `${(100 * Math.max(0, sum)) / most}%` }} />
                    <span>{showNumber(sum)}</span>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
