import type { JSX } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { FolderInfo, Progress } from "../api.ts";
import { AuditView } from "./audit-view.tsx";
import { type Choice, getAudits, getFolder, getProgress, getQueue, getRow, sendUndo } from "./client.ts";
import { HelpDialog } from "./help-dialog.tsx";
import { OverviewView } from "./overview-view.tsx";
import { QueueView } from "./queue-view.tsx";
import { remember, remembered } from "./remember.ts";
import { RowView } from "./row-view.tsx";
import { type Language, WORDS } from "./words.ts";

const ALL: Choice = { state: "pending", document: "", organ: "", reason: "", equation: "", search: "" };

/** The rows that are gone through, in their order: the queue as it was chosen, or what is left of a sample. */
interface Session {
  readonly order: readonly number[];
  readonly audit: string | null;
}

/** The page: its header, and one view below it by the address (`#/row/12`, `#/overview`, `#/audit`). */
export function App(): JSX.Element {
  const [language, setLanguage] = useState<Language>(() => (remembered("language") === "en" ? "en" : "es"));
  const [folder, setFolder] = useState<FolderInfo | null>(null);
  const [by, setBy] = useState(() => remembered("by") ?? "");
  const [route, setRoute] = useState(() => location.hash.slice(2));
  const [choice, setChoice] = useState<Choice>(ALL);
  const [session, setSession] = useState<Session | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [notice, setNotice] = useState<{ text: string; isBad: boolean } | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const done = useRef(new Set<number>());
  const decided = useRef<(readonly number[])[]>([]);
  const words = WORDS[language];

  const say = useCallback((text: string, isBad = false) => setNotice({ text, isBad }), []);
  const refresh = useCallback(async () => {
    try {
      setProgress(await getProgress());
    } catch {
      say(words.failed, true);
    }
  }, [say, words]);

  useEffect(() => {
    const onHash = () => setRoute(location.hash.slice(2));
    addEventListener("hashchange", onHash);
    getFolder().then(
      (info) => {
        setFolder(info);
        setBy((own) => own || info.by);
      },
      () => say(words.failed, true),
    );
    refresh();
    return () => removeEventListener("hashchange", onHash);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = folder === null ? words.title : `${words.title} · ${folder.folder}`;
    remember("language", language);
  }, [language, folder, words]);
  useEffect(() => {
    if (notice === null || notice.isBad) return;
    const timer = setTimeout(() => setNotice(null), 2500);
    return () => clearTimeout(timer);
  }, [notice]);

  const n = /^row\/(\d+)$/.exec(route)?.[1];
  const current = n === undefined ? null : Number(n);
  useEffect(() => {
    // An address that was kept, or a page that was loaded again: the queue as it is.
    if (current !== null && session === null) {
      getQueue(ALL).then(
        ({ order }) => setSession({ order, audit: null }),
        () => say(words.failed, true),
      );
    }
  }, [current, session, say, words]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping = target instanceof HTMLInputElement && target.dataset.cell === undefined;
      if (event.key !== "?" || isTyping) return;
      event.preventDefault();
      setHelpOpen(true);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  const open = (order: readonly number[], at: number, audit: string | null = null) => {
    done.current = new Set();
    setSession({ order, audit });
    go(`row/${at}`);
  };
  /** The next row that is not done; after the last one, those that were skipped, from the first on. */
  const goOn = (from: number) => {
    const order = session?.order ?? [];
    const at = order.indexOf(from);
    const next = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))].find(
      (k) => !done.current.has(k),
    );
    go(next === undefined ? (session?.audit == null ? "" : "audit") : `row/${next}`);
  };
  const onSettled = (rows: readonly number[], from: number) => {
    for (const row of rows) done.current.add(row);
    decided.current.push(rows);
    say(words.settled);
    refresh();
    goOn(from);
  };
  const onUndo = async (): Promise<number | undefined> => {
    const last = decided.current.pop();
    if (last === undefined) {
      say(words.nothingToUndo);
      return undefined;
    }
    for (const row of last) {
      const refusal = await sendUndo(row, (await getRow(row)).version, by);
      if (refusal !== null) {
        say(words.changedElsewhere, true);
        return undefined;
      }
      done.current.delete(row);
    }
    say(words.undone);
    refresh();
    const [first] = last;
    if (`row/${first}` === location.hash.slice(2)) return first;
    go(`row/${first}`);
    return undefined;
  };

  const tab = (to: string, text: string) => {
    const isHere = to === "" ? route === "" || route.startsWith("row/") : route === to;
    return (
      <a href={`#/${to}`} aria-current={isHere ? "page" : undefined}>
        {text}
      </a>
    );
  };

  return (
    <>
      <header class="top">
        <a class="brand" href="#/">
          <span class="mark" aria-hidden="true" />
          {words.title}
          {folder !== null && <span class="folder">{folder.folder}</span>}
        </a>
        <nav>
          {tab("", words.queue)}
          {tab("overview", words.overview)}
          {tab("audit", words.audit)}
        </nav>
        {progress !== null && (
          <div class="progress" title={words.progressLabel}>
            <progress
              max={Math.max(1, progress.total)}
              value={progress.settled}
              aria-label={words.progressLabel}
            />
            <span data-testid="progress">{words.progress(progress.settled, progress.total)}</span>
          </div>
        )}
        <label class="by">
          {words.by}
          <input
            type="text"
            value={by}
            maxLength={100}
            onInput={(event) => {
              setBy(event.currentTarget.value);
              remember("by", event.currentTarget.value);
            }}
          />
        </label>
        <button type="button" class="quiet" onClick={() => setHelpOpen(true)}>
          {words.help} <kbd>?</kbd>
        </button>
        <button
          type="button"
          class="quiet"
          lang={language === "es" ? "en" : "es"}
          onClick={() => setLanguage(language === "es" ? "en" : "es")}
        >
          {words.language}
        </button>
      </header>
      <div class="notices" role="status" aria-live="polite">
        {notice !== null && (
          <p class={notice.isBad ? "notice bad" : "notice"} data-testid="notice">
            {notice.text}
            <button type="button" class="quiet" aria-label={words.close} onClick={() => setNotice(null)}>
              ×
            </button>
          </p>
        )}
      </div>
      {folder === null ? (
        <main class="plain">{words.loading}</main>
      ) : current !== null ? (
        session !== null && (
          <RowView
            key={current}
            n={current}
            folder={folder}
            words={words}
            by={by || folder.by}
            audit={session.audit}
            position={[session.order.indexOf(current) + 1, session.order.length]}
            next={session.order[session.order.indexOf(current) + 1]}
            say={say}
            onSettled={onSettled}
            onSkip={() => {
              say(words.skipped);
              goOn(current);
            }}
            onUndo={onUndo}
            onBack={() => go(session.audit === null ? "" : "audit")}
          />
        )
      ) : route === "overview" ? (
        <OverviewView folder={folder} words={words} />
      ) : route === "audit" ? (
        <AuditView
          words={words}
          by={by || folder.by}
          say={say}
          onOpen={async (audit) => {
            const { left = [] } = (await getAudits()).find(({ id }) => id === audit) ?? {};
            if (left[0] !== undefined) open(left, left[0], audit);
          }}
        />
      ) : (
        <QueueView folder={folder} words={words} choice={choice} onChoose={setChoice} onOpen={open} />
      )}
      {isHelpOpen && <HelpDialog words={words} onClose={() => setHelpOpen(false)} />}
    </>
  );
}

function go(to: string): void {
  location.hash = `#/${to}`;
}
