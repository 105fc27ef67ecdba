import { join } from "node:path";
import type { AnyFamily } from "../block-family.ts";
import { applyCorrections } from "../corrections/apply-corrections.ts";
import { applyDecision } from "../corrections/apply-decision.ts";
import type { LogEntry } from "../corrections/correction.ts";
import { appendCorrections, readCorrectionLog } from "../corrections/correction-log.ts";
import { currentDecisions, rowKey } from "../corrections/current-decisions.ts";
import { withLock } from "../corrections/with-lock.ts";
import { withoutDecision } from "../corrections/without-decision.ts";
import { formatJson } from "../emit/format-json.ts";
import { writeAtomically } from "../emit/write-atomically.ts";
import type { Extraction } from "../schema.ts";
import type { Refusal } from "./api.ts";
import { loadFolder, type ReviewDocument, type ReviewFolder, stampOf } from "./load-folder.ts";
import { describeReviewRow, type ReviewRow } from "./review-row.ts";

/** Decisions stand in the log at once; a result is written when none has come for so long. */
const WRITE_AFTER_MS = 300;
/** Writing takes at most this share of the time: a result of 50,000 rows takes seconds. */
const WRITE_SHARE = 0.1;

/** What the review knows and changes. Rows keep their number until the results change from outside. */
export interface Store {
  readonly folder: string;
  readonly documents: () => readonly ReviewDocument[];
  readonly unread: () => ReviewFolder["unread"];
  readonly rows: () => readonly ReviewRow[];
  readonly log: () => readonly LogEntry[];
  readonly unreadLines: () => readonly number[];
  /** A document with all decisions on it. */
  readonly extractionOf: (document: number) => Extraction;
  /** What the next decision on a row must name: it changes with each decision, and when results change. */
  readonly versionOf: (row: ReviewRow) => string;
  /**
   * Adds to the log what `decide` returns, which runs with everything up to date and nobody else writing. A refusal is
   * passed on, and nothing is written.
   */
  readonly commit: (
    rows: readonly number[],
    decide: () => Refusal | readonly LogEntry[],
  ) => Promise<Refusal | null>;
  /** Writes the results that still wait for it. */
  readonly flush: () => Promise<void>;
}

/**
 * Opens a folder of results for review. Results that lack decisions of the log get them now.
 *
 * @throws {PoiError} as `loadFolder` does, and `input-unreadable`
 */
export async function createStore(folder: string, family: AnyFamily | null): Promise<Store> {
  let log = await readCorrectionLog(folder);
  let loaded = await loadFolder(folder, log.entries, family);
  let generation = 0;
  let rows: ReviewRow[] = [];
  let numbers = new Map<string, number>();
  let lastEntries = new Map<string, string>();
  const dirty = new Set<number>();
  const current = new Map<number, Extraction>();
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let writeTook = 0;
  /** The document whose file is changing under our own hands. */
  let beingWritten: number | null = null;
  /** Requests are answered one after the other: within this program, the lock has nothing to decide. */
  let turn: Promise<unknown> = Promise.resolve();
  index();

  function index(): void {
    rows = loaded.documents
      .flatMap(({ extraction }, document) => [
        ...extraction.rows.map((row) => ({ row, document, isTotal: false })),
        ...extraction.totals.map((row) => ({ row, document, isTotal: true })),
      ])
      .map(({ row, document, isTotal }, n) => describe(row, n, document, isTotal));
    numbers = new Map(rows.map((row) => [keyOf(row), row.n]));
    lastEntries = new Map();
    for (const entry of log.entries) if (entry.kind !== "sample") lastEntries.set(rowKey(entry), entry.id);
    current.clear();
    dirty.clear();
    for (const [k, { isStale }] of loaded.documents.entries()) if (isStale) dirty.add(k);
    if (dirty.size > 0) schedule();
  }

  function describe(row: ReviewRow["row"], n: number, document: number, isTotal: boolean): ReviewRow {
    const { extraction, family, rules } = loaded.documents[document]!;
    const place = { n, document, isTotal, name: extraction.document.name };
    return describeReviewRow(row, place, family?.id ?? null, rules);
  }

  function keyOf({ document, row }: ReviewRow): string {
    return rowKey({ document: loaded.documents[document]!.extraction.document.id, row: row.id });
  }

  /** Takes in what others wrote since: to the log, or to the documents at hand. */
  async function refresh(involved: readonly number[]): Promise<void> {
    const fresh = await readCorrectionLogIfGrown();
    const documents = new Set(involved.flatMap((n) => rows[n]?.document ?? []));
    // What looks changed may be what this program is writing at the moment: then it is looked at again.
    if (fresh === null && !(await hasChanged(documents))) return;
    await writing;
    if (fresh === null && !(await hasChanged(documents))) return;
    if (fresh !== null) log = fresh;
    loaded = await loadFolder(folder, log.entries, family);
    generation++;
    index();
  }

  async function hasChanged(documents: Iterable<number>): Promise<boolean> {
    for (const k of documents) {
      if (k === beingWritten) continue;
      const stamp = await stampOf(join(folder, loaded.documents[k]!.file));
      if (stamp !== loaded.documents[k]!.stamp) return true;
    }
    return false;
  }

  async function readCorrectionLogIfGrown() {
    const fresh = await readCorrectionLog(folder);
    return fresh.size === log.size ? null : fresh;
  }

  function take(entries: readonly LogEntry[]): void {
    log = { ...log, entries: [...log.entries, ...entries] };
    const decisions = currentDecisions(log.entries);
    for (const entry of entries) {
      if (entry.kind === "sample") continue;
      lastEntries.set(rowKey(entry), entry.id);
      const n = numbers.get(rowKey(entry));
      const known = n === undefined ? undefined : rows[n];
      if (n === undefined || known === undefined) continue;
      const read = withoutDecision(known.row);
      const decision = decisions.get(rowKey(entry));
      const { document, isTotal } = known;
      const settled =
        decision === undefined ? read : applyDecision(read, decision, loaded.documents[document]!.rules);
      rows[n] = describe(settled, n, document, isTotal);
      current.delete(document);
      dirty.add(document);
    }
    schedule();
  }

  function schedule(): void {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(flush, Math.max(WRITE_AFTER_MS, writeTook / WRITE_SHARE));
  }

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    writing = writing.then(writeAll);
    return writing;
  }

  async function writeAll(): Promise<void> {
    const began = performance.now();
    for (const k of dirty) {
      dirty.delete(k);
      const document = loaded.documents[k]!;
      const path = join(folder, document.file);
      // Written by a conversion since: its own decisions are on it, and the next decision reads it.
      if ((await stampOf(path)) !== document.stamp) continue;
      beingWritten = k;
      try {
        await writeAtomically(path, formatJson(extractionOf(k)));
        const stamp = await stampOf(path);
        const documents = loaded.documents.map((one) => (one === document ? { ...one, stamp } : one));
        loaded = { ...loaded, documents };
      } finally {
        beingWritten = null;
      }
    }
    writeTook = performance.now() - began;
  }

  function extractionOf(k: number): Extraction {
    const known = current.get(k);
    if (known !== undefined) return known;
    const { extraction, family } = loaded.documents[k]!;
    const settled = applyCorrections(extraction, log.entries, family);
    current.set(k, settled);
    return settled;
  }

  return {
    folder,
    documents: () => loaded.documents,
    unread: () => loaded.unread,
    rows: () => rows,
    log: () => log.entries,
    unreadLines: () => log.unread,
    extractionOf,
    versionOf: (row) => `${generation}.${lastEntries.get(keyOf(row)) ?? ""}`,
    flush,
    commit: (involved, decide) => {
      const mine = turn.then(() =>
        withLock(folder, async () => {
          await refresh(involved);
          const decided = decide();
          if ("error" in decided) return decided;
          if (decided.length > 0) {
            const size = await appendCorrections(folder, decided);
            log = { ...log, size };
            take(decided);
          }
          return null;
        }),
      );
      turn = mine.catch(() => {});
      return mine;
    },
  };
}
