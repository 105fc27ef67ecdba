import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { FacetCount, FolderInfo, Queue } from "../api.ts";
import { columnHeader, shownEquation } from "./cell-words.ts";
import { type Choice, getQueue } from "./client.ts";
import { QueueList } from "./queue-list.tsx";
import type { Words } from "./words.ts";

const STATES = ["pending", "settled", "all"] as const;
/** Typing is waited for so long before it is searched. */
const SEARCH_AFTER_MS = 120;

/** The queue: the rows that wait for a person, narrowed by facets and a search. */
export function QueueView(props: {
  readonly folder: FolderInfo;
  readonly words: Words;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
  readonly onOpen: (order: readonly number[], at: number) => void;
}): JSX.Element {
  const { folder, words, choice, onChoose } = props;
  const [queue, setQueue] = useState<Queue | null>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(
      () =>
        getQueue(choice).then(
          (found) => isCurrent && setQueue(found),
          () => {},
        ),
      queue === null ? 0 : SEARCH_AFTER_MS,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [choice]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      search.current?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  const nameOf = {
    document: (value: string) => folder.documents[Number(value)]?.name ?? value,
    organ: (value: string) => value || "—",
    reason: (value: string) => words.reasons[value] ?? value,
    equation: (value: string) => {
      for (const family of folder.families) {
        const equation = family.equations.find(({ text }) => text === value);
        if (equation !== undefined) return shownEquation(equation, family, words);
      }
      return columnHeader(value, null, words);
    },
  };
  const isDone =
    queue !== null && queue.progress.settled === queue.progress.total && choice.state === "pending";

  return (
    <main class="queue">
      <aside aria-label={words.state}>
        <input
          ref={search}
          type="search"
          class="search"
          placeholder={words.search}
          aria-label={words.search}
          value={choice.search}
          onInput={(event) => onChoose({ ...choice, search: event.currentTarget.value })}
        />
        <fieldset class="segments">
          <legend>{words.state}</legend>
          {STATES.map((state) => (
            <label key={state}>
              <input
                type="radio"
                name="state"
                checked={choice.state === state}
                onChange={() => onChoose({ ...choice, state })}
              />
              <span>{words.states[state]}</span>
            </label>
          ))}
        </fieldset>
        {queue !== null &&
          (["reason", "document", "organ", "equation"] as const).map((facet) => (
            <Facet
              key={facet}
              title={words.facets[facet]}
              all={words.all}
              counts={queue.facets[facet]}
              chosen={choice[facet]}
              nameOf={nameOf[facet]}
              onChoose={(value) => onChoose({ ...choice, [facet]: value })}
            />
          ))}
      </aside>
      <section aria-label={words.queue}>
        {folder.unread.length > 0 && (
          <p class="warning">
            {words.unread(folder.unread.map(({ file, why }) => `${file} (${why})`).join("; "))}
          </p>
        )}
        {folder.unreadLines.length > 0 && (
          <p class="warning">{words.unreadLines(folder.unreadLines.join(", "))}</p>
        )}
        {queue === null ? (
          <p class="plain">{words.loading}</p>
        ) : isDone ? (
          <div class="empty" data-testid="empty">
            <span class="mark big" aria-hidden="true" />
            <h1>{words.empty}</h1>
            <p>{words.emptyHint}</p>
          </div>
        ) : (
          <>
            <h1 class="count">{words.rowsFound(queue.order.length)}</h1>
            {queue.order.length === 0 ? (
              <p class="plain">{words.noneFound}</p>
            ) : (
              <QueueList
                order={queue.order}
                folder={folder}
                words={words}
                onOpen={(at) => props.onOpen(queue.order, at)}
              />
            )}
          </>
        )}
      </section>
    </main>
  );
}

function Facet(props: {
  readonly title: string;
  readonly all: string;
  readonly counts: readonly FacetCount[];
  readonly chosen: string;
  readonly nameOf: (value: string) => string;
  readonly onChoose: (value: string) => void;
}): JSX.Element | null {
  const { counts, chosen, nameOf } = props;
  if (counts.length === 0 && chosen === "") return null;
  const shown =
    counts.some(({ value }) => value === chosen) || chosen === ""
      ? counts
      : [{ value: chosen, count: 0 }, ...counts];
  return (
    <fieldset class="facet">
      <legend>{props.title}</legend>
      <ul>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <button
              type="button"
              aria-pressed={value === chosen}
              onClick={() => props.onChoose(value === chosen ? "" : value)}
            >
              <span class="name">{nameOf(value)}</span>
              <span class="number">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
