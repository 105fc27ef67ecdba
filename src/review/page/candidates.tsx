import type { JSX } from "preact";
import type { FamilyInfo, RowDetail } from "../api.ts";
import { columnHeader, percent, seriesWord, showNumber } from "./cell-words.ts";
import type { Draft } from "./draft.ts";
import type { Words } from "./words.ts";

/** Only the first nine have a key. */
const WITH_KEY = 9;

/** The readings that the program left open; of an organ in doubt, the nearest names. */
export function Candidates(props: {
  readonly detail: RowDetail;
  readonly draft: Draft;
  readonly family: FamilyInfo | null;
  readonly words: Words;
  readonly onTake: (k: number) => void;
}): JSX.Element | null {
  const { detail, draft, family, words } = props;
  const { candidates, organ, needsReview, flags } = detail.read;
  const isOrganOpen = flags.some(({ code }) => code === "organ-not-matched");
  const organs = candidates.length === 0 && isOrganOpen ? (organ?.candidates ?? []) : [];
  const option = (k: number, isTaken: boolean, share: number, text: string) => (
    <li key={k}>
      <button type="button" aria-pressed={isTaken} onClick={() => props.onTake(k)}>
        <kbd>{k < WITH_KEY ? k + 1 : "·"}</kbd>
        <span class="text">{text}</span>
        <span class="share">
          <meter min={0} max={1} value={share} aria-hidden="true" />
          {percent(share)}
        </span>
      </button>
    </li>
  );
  // Of a row that is settled or needs nobody, the numbers are there: a list of one reading says nothing.
  if (!needsReview && candidates.length === 0) return null;
  return (
    <section class="panel choices">
      <h2>{organs.length > 0 ? words.organ : words.candidates}</h2>
      {candidates.length === 0 && organs.length === 0 && <p class="plain">{words.noCandidates}</p>}
      <ol class="candidates">
        {candidates.map(({ cells, probability }, k) =>
          option(k, draft.candidate === k, probability, readingText(cells, family, words)),
        )}
        {organs.map(({ id, name, score }, k) => option(k, draft.organ === id, score, name))}
      </ol>
    </section>
  );
}

/** A reading by its numbers, series by series; series that read alike are said once. */
function readingText(
  cells: RowDetail["read"]["candidates"][number]["cells"],
  family: FamilyInfo | null,
  words: Words,
): string {
  const bySeries = Map.groupBy(
    Object.entries(cells).filter(([, value]) => value !== null),
    ([cell]) => (cell.includes(".") ? cell.slice(0, cell.indexOf(".")) : ""),
  );
  const texts = [...bySeries].map(([series, found]) => ({
    series: series === "" ? "" : seriesWord(series, family, words),
    text: found
      .map(([cell, value]) => `${columnHeader(cell, family, words)} ${showNumber(value)}`)
      .join(" · "),
  }));
  if (texts.length === 0) return words.blank;
  return [...Map.groupBy(texts, ({ text }) => text)]
    .map(([text, alike]) => {
      const names = alike.map(({ series }) => series).filter((series) => series !== "");
      return names.length === 0 ? text : `${names.join(" = ")}: ${text}`;
    })
    .join("   ");
}
