import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { readCells } from "../../rules/row-cells.ts";
import type { Decision, FolderInfo, Picture, RowDetail, TextContext } from "../api.ts";
import { AlikeDialog } from "./alike-dialog.tsx";
import { Candidates } from "./candidates.tsx";
import { shortCell, shownEquation } from "./cell-words.ts";
import { getPrint, getRow, sendAlike, sendDecision } from "./client.ts";
import { type Draft, findObstacle, numbersIn, type Obstacle } from "./draft.ts";
import { Equations } from "./equations.tsx";
import { moveFocus } from "./move-focus.ts";
import { OrganPicker } from "./organ-picker.tsx";
import { Print } from "./print.tsx";
import { Reasons } from "./reasons.tsx";
import { Repairs } from "./repairs.tsx";
import { RowTable } from "./row-table.tsx";
import type { Words } from "./words.ts";

interface Props {
  readonly n: number;
  readonly folder: FolderInfo;
  readonly words: Words;
  readonly by: string;
  /** The sample that is being looked through; null in the queue. */
  readonly audit: string | null;
  readonly position: readonly [k: number, count: number];
  /** The row that comes after, whose page is drawn ahead. */
  readonly next: number | undefined;
  readonly say: (text: string, isBad?: boolean) => void;
  readonly onSettled: (rows: readonly number[], from: number) => void;
  readonly onSkip: () => void;
  /** Returns the row's number where it is this one that must be shown again. */
  readonly onUndo: () => Promise<number | undefined>;
  readonly onBack: () => void;
}

/** One row: what is printed, what was read, and the keys to settle it. */
export function RowView(props: Props): JSX.Element {
  const { n, folder, words, say } = props;
  const [detail, setDetail] = useState<RowDetail | null>(null);
  const [print, setPrint] = useState<Picture | TextContext | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [focus, setFocus] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [isOrganOpen, setOrganOpen] = useState(false);
  /** The decision that alike rows are to take as well, as it was when the dialog opened. */
  const [alike, setAlike] = useState<Decision | null>(null);
  const [isLarge, setLarge] = useState(true);
  const [isSending, setSending] = useState(false);
  const blanksConfirmed = useRef(false);
  const main = useRef<HTMLElement>(null);

  const load = async () => {
    try {
      const found = await getRow(n);
      setDetail(found);
      setDraft(draftOf(found));
      setNote("");
      blanksConfirmed.current = false;
      setPrint(await getPrint(n));
    } catch {
      say(words.failed, true);
    }
  };
  useEffect(() => {
    load();
    main.current?.focus({ preventScroll: true });
  }, [n]);
  useEffect(() => {
    // What comes next is drawn while this row is looked at.
    if (print !== null && props.next !== undefined) getPrint(props.next).catch(() => {});
  }, [print !== null, props.next]);

  const family =
    detail === null ? null : (folder.families[folder.documents[detail.document]?.family ?? -1] ?? null);

  const take = (k: number) => {
    if (detail === null || draft === null) return;
    const candidate = detail.read.candidates[k];
    const organ = detail.read.organ?.candidates?.[k];
    if (candidate !== undefined) {
      setDraft({
        ...draft,
        candidate: k,
        typed: {},
        cells: { ...readCells(detail.read), ...candidate.cells },
      });
    } else if (detail.read.candidates.length === 0 && organ !== undefined)
      setDraft({ ...draft, organ: organ.id });
  };
  const type = (cell: string, text: string) =>
    draft !== null && setDraft({ ...draft, typed: { ...draft.typed, [cell]: text } });

  const decisionOf = (decision: Decision["decision"]): Decision | null => {
    if (detail === null || draft === null || isSending) return null;
    const obstacle = findObstacle(draft, detail, decision);
    const mayLeaveBlank =
      obstacle?.kind === "open" && decision === "document-wrong" && blanksConfirmed.current;
    if (obstacle !== null && !mayLeaveBlank) {
      blanksConfirmed.current = obstacle.kind === "open" && decision === "document-wrong";
      say(inWords(obstacle), true);
      return null;
    }
    return {
      version: detail.version,
      decision,
      cells: numbersIn(draft),
      organ: draft.organ === "" ? null : draft.organ,
      reason: reasonOf(draft, detail, note),
      by: props.by,
      ...(props.audit !== null && { audit: props.audit }),
    };
  };
  const inWords = (obstacle: Obstacle): string => {
    if (obstacle.kind === "organ") return words.chooseOrgan;
    if (obstacle.kind === "typed") return words.notNumber(shortCell(obstacle.cell, family, words));
    if (obstacle.kind === "open") {
      return words.chooseFirst(obstacle.cells.map((cell) => shortCell(cell, family, words)).join(", "));
    }
    return words.broken(namesOf(obstacle.equations));
  };
  const namesOf = (texts: readonly string[]) =>
    texts
      .map((text) => family?.equations.find((equation) => equation.text === text))
      .flatMap((equation) => (equation === undefined ? [] : shownEquation(equation, family, words)))
      .join("; ");

  const send = async (rows: readonly number[], sent: ReturnType<typeof sendDecision>) => {
    setSending(true);
    try {
      const refusal = await sent;
      setAlike(null);
      if (refusal === null) return props.onSettled(rows, n);
      if (refusal.error === "changed") {
        say(words.changedElsewhere, true);
        await load();
      } else if (refusal.error === "broken") say(words.broken(namesOf(refusal.equations)), true);
      else say(words.notWritten(refusal.message), true);
    } catch {
      say(words.failed, true);
    } finally {
      setSending(false);
    }
  };
  const settle = (how: Decision["decision"]) => {
    const decision = decisionOf(how);
    if (decision !== null) send([n], sendDecision(n, decision));
  };
  /** Of a row that contradicts itself, what alike rows can share is that the document is wrong. */
  const showAlike = () => {
    if (detail === null || draft === null || detail.alike === 0) return;
    const isBroken = findObstacle(draft, detail, "values")?.kind === "broken";
    setAlike(decisionOf(isBroken ? "document-wrong" : "values"));
  };
  const undo = async () => {
    if (detail === null || draft === null) return;
    const untouched = draftOf(detail);
    if (JSON.stringify(untouched) !== JSON.stringify(draft)) return setDraft(untouched);
    if ((await props.onUndo()) !== undefined) await load();
  };

  const onKey = (event: KeyboardEvent) => {
    if (
      detail === null ||
      draft === null ||
      isOrganOpen ||
      alike !== null ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return;
    const target = event.target as HTMLElement;
    const inCell = target instanceof HTMLInputElement && target.dataset.cell !== undefined;
    if (target instanceof HTMLInputElement && !inCell) return;
    if (target.closest("dialog") !== null) return;
    // A button that has the focus keeps its own keys.
    if ((event.key === "Enter" || event.key === " ") && target instanceof HTMLButtonElement) return;
    const actions: Readonly<Record<string, () => void>> = {
      Enter: () => settle("values"),
      s: props.onSkip,
      d: () => settle("document-wrong"),
      u: undo,
      o: () => setOrganOpen(true),
      a: showAlike,
      z: () => setLarge(!isLarge),
      Escape: () => (inCell ? main.current?.focus() : props.onBack()),
    };
    const action = actions[event.key];
    if (action !== undefined) action();
    else if (event.key.startsWith("Arrow")) moveFocus(main.current, event.key, detail.open[0]);
    else if (!inCell && /^[1-9]$/.test(event.key)) take(Number(event.key) - 1);
    else return;
    event.preventDefault();
  };
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);

  if (detail === null || draft === null) {
    return (
      <main class="row" ref={main} tabIndex={-1}>
        <p class="plain">{words.loading}</p>
      </main>
    );
  }
  const { row } = detail;
  const hasOrgans = family !== null && family.organs.length > 0;
  const doubted = detail.read.flags.filter(({ severity }) => severity !== "info");
  const doubtful = detail.open.length > 0 ? detail.open : doubted.flatMap(({ cells }) => cells.slice(0, 1));
  const info = folder.documents[detail.document];
  const organName =
    draft.organ === null ? row.organ?.name : family?.organs.find(({ id }) => id === draft.organ)?.name;
  const headerOf = (key: string) => family?.labels.find((label) => label.key === key)?.header ?? key;

  return (
    <main class="row" ref={main} tabIndex={-1} data-testid={`row-${row.id}`}>
      <div class="crumbs">
        <button type="button" class="quiet" onClick={props.onBack}>
          ← {words.back}
        </button>
        <span>
          {words.position(...props.position)} · {info?.name} · {words.place(row.page, row.line)}
        </span>
        <span class={`tag ${detail.state}`}>{words.status[row.status]}</span>
      </div>
      <h1>{row.labels.activity ?? row.labels.label ?? row.id}</h1>
      <dl class="labels">
        {row.organ !== null && (
          <div>
            <dt>{headerOf("organ")}</dt>
            <dd>
              {organName ?? (hasOrgans ? <em>{words.organUnknown}</em> : row.organ.raw)}
              {hasOrgans && row.organ.raw !== organName && (
                <small>
                  {words.organPrinted}: {row.organ.raw || words.blank}
                </small>
              )}
              {hasOrgans && (
                <button type="button" class="quiet" onClick={() => setOrganOpen(true)}>
                  {words.organChoose} <kbd>o</kbd>
                </button>
              )}
            </dd>
          </div>
        )}
        {Object.entries(row.labels)
          .filter(([key]) => key !== "activity" && key !== "label")
          .map(([key, text]) => (
            <div key={key}>
              <dt>{headerOf(key)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      <Reasons detail={detail} family={family} words={words} />
      {family === null && <p class="warning">{words.noFamily}</p>}
      {print !== null && (
        <Print
          n={n}
          print={print}
          focus={focus}
          doubtful={doubtful}
          isLarge={isLarge}
          onZoom={() => setLarge(!isLarge)}
          words={words}
          family={family}
        />
      )}
      <Candidates detail={detail} draft={draft} family={family} words={words} onTake={take} />
      <RowTable
        detail={detail}
        doubtful={doubtful}
        draft={draft}
        family={family}
        words={words}
        focus={focus}
        onFocus={setFocus}
        onType={type}
      />
      <div class="columns">
        <Repairs read={detail.read} family={family} words={words} />
        <Equations detail={detail} draft={draft} family={family} words={words} />
      </div>
      <footer class="actions">
        <button type="button" class="primary" disabled={isSending} onClick={() => settle("values")}>
          {props.audit === null ? words.actions.accept : words.actions.acceptSound} <kbd>Enter</kbd>
        </button>
        <button type="button" disabled={isSending} onClick={() => settle("document-wrong")}>
          {words.actions.wrong} <kbd>d</kbd>
        </button>
        <button type="button" onClick={props.onSkip}>
          {words.actions.skip} <kbd>s</kbd>
        </button>
        <button type="button" onClick={undo}>
          {words.actions.undo} <kbd>u</kbd>
        </button>
        {detail.alike > 0 && (
          <button type="button" onClick={showAlike}>
            {words.actions.alike(detail.alike)} <kbd>a</kbd>
          </button>
        )}
        <label class="note">
          {words.reason}
          <input
            type="text"
            maxLength={300}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
      </footer>
      {isOrganOpen && (
        <OrganPicker
          organ={detail.read.organ}
          family={family}
          words={words}
          onClose={() => setOrganOpen(false)}
          onChoose={(organ) => {
            setDraft({ ...draft, organ });
            setOrganOpen(false);
          }}
        />
      )}
      {alike !== null && (
        <AlikeDialog
          n={n}
          decision={alike}
          family={family}
          words={words}
          onClose={() => setAlike(null)}
          onApply={(rows) => send([n, ...rows.map((one) => one.n)], sendAlike(n, alike, rows))}
        />
      )}
    </main>
  );
}

/** A row as it stands, before anyone touches it. */
function draftOf({ row, read, state }: RowDetail): Draft {
  const { correction } = row;
  const organ = state === "settled" ? (correction?.organ?.id ?? null) : null;
  const cells = state === "settled" ? readCells(row) : readCells(read);
  return { cells, typed: {}, candidate: null, organ };
}

/** What the log says of how the decision was made. */
function reasonOf({ candidate, typed, organ }: Draft, { read }: RowDetail, note: string): string {
  const how = [
    ...(candidate === null ? [] : [`candidate ${candidate + 1} of ${read.candidates.length}`]),
    ...(Object.keys(typed).length === 0 ? [] : ["typed"]),
    ...(organ === null ? [] : [organ === "" ? "organ as printed" : "organ chosen"]),
  ];
  return [how.join(", "), note.trim()].filter((text) => text !== "").join("; ");
}
