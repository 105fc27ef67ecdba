import { readdir, rm } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { makeFolder } from "../emit/make-folder.ts";
import { moveIntoPlace } from "../emit/move-into-place.ts";
import { nameBehind } from "../emit/temporary-name.ts";
import { PoiError } from "../errors.ts";
import type { Input } from "./collect-inputs.ts";
import { JOURNAL, type Journal, openJournal, readJournal, removeJournal } from "./journal.ts";
import { lockFolder } from "./lock-folder.ts";
import { MANIFEST, type ManifestEntry, type Run, readManifest, writeManifest } from "./manifest.ts";
import { createOutputNames } from "./output-names.ts";

/** Where a document stands in a run: its result's name, its identity, and what an earlier run made of it. */
export interface Slot {
  readonly input: Input;
  readonly id: string;
  readonly output: string;
  readonly earlier: ManifestEntry | undefined;
}

/** A folder of results while a run writes into it. */
export interface ResultFolder {
  /** One for each input, in their order. */
  readonly slots: readonly Slot[];
  /** Notes that what an earlier run made of a document still stands. */
  readonly keep: (slot: Slot) => void;
  /** Takes a result that was written whole under a temporary name, and notes what came of the document. */
  readonly commit: (slot: Slot, temporary: string, entry: ManifestEntry) => Promise<void>;
  /** Notes that a document failed. `isStale`: an earlier result is not that of the document as it is now. */
  readonly fail: (slot: Slot, entry: ManifestEntry, isStale: boolean) => Promise<void>;
}

/**
 * Opens a folder of results for a run, and leaves a run.json behind that is true whatever happens: while the run
 * goes on it calls the run's documents pending, a journal beside it notes each as it ends, and only the end puts
 * both together. No other run can write into the folder meanwhile.
 *
 * @param run how the run goes about it; its state and end are filled in here
 * @throws {PoiError} `output-not-writable` when the folder cannot be used at all
 */
export async function withResultFolder<T>(
  out: string,
  inputs: readonly Input[],
  run: Omit<Run, "state" | "endedAt">,
  pending: (slot: Slot) => ManifestEntry,
  use: (folder: ResultFolder) => Promise<T>,
): Promise<T> {
  await openFolder(out);
  return await lockFolder(out, async () => {
    const entries = await readEntries(out);
    const slots = assignSlots(inputs, out, entries);
    const open = new Map(slots.map((slot) => [slot.id, slot.earlier ?? pending(slot)]));
    // First what is known goes into the journal, then run.json stops saying it: at no moment is it nowhere.
    const journal = await openJournal(out, entries.values());
    const ended = new Set<string>();
    try {
      const unsettled = slots.map((slot) => ({ ...pending(slot), output: slot.earlier?.output ?? null }));
      const begun = new Map([...entries, ...unsettled.map((entry) => [entry.input, entry] as const)]);
      await writeManifest(out, { ...run, state: "running", endedAt: null }, begun.values());
      return await use({ slots, ...folderActions(out, open, ended, journal, pending) });
    } finally {
      await journal.close();
      const state = ended.size === slots.length ? "complete" : "stopped";
      const all = new Map([...entries, ...open]);
      await writeManifest(out, { ...run, state, endedAt: new Date().toISOString() }, all.values());
      await removeJournal(out);
    }
  });
}

function folderActions(
  out: string,
  open: Map<string, ManifestEntry>,
  ended: Set<string>,
  journal: Journal,
  pending: (slot: Slot) => ManifestEntry,
): Omit<ResultFolder, "slots"> {
  const settle = async (slot: Slot, entry: ManifestEntry) => {
    open.set(slot.id, entry);
    ended.add(slot.id);
    // Where the disk is full the journal misses this, but run.json will not: it is written, or the run fails.
    await journal.add(entry).catch(() => {});
  };
  /** From here on nothing says any more that the earlier result stands, whatever happens to it. */
  const disown = async (slot: Slot) => {
    if (slot.earlier?.output == null) return;
    const entry = { ...pending(slot), output: slot.output };
    await journal.add(entry, true);
    open.set(slot.id, entry);
  };
  return {
    keep: (slot) => {
      ended.add(slot.id);
    },
    commit: async (slot, temporary, entry) => {
      await disown(slot);
      await moveIntoPlace(temporary, join(out, slot.output));
      await settle(slot, entry);
    },
    fail: async (slot, entry, isStale) => {
      if (isStale && slot.earlier?.output != null) {
        // Where not even that can be noted, the disk is full: the result then stays, and so does what is said of it.
        const isDisowned = await disown(slot).then(
          () => true,
          () => false,
        );
        if (isDisowned) await rm(join(out, slot.earlier.output), { force: true });
      }
      await settle(slot, entry);
    },
  };
}

/** What earlier runs left in a folder, by input, after what they left half written is cleared away. */
async function readEntries(out: string): Promise<Map<string, ManifestEntry>> {
  const manifest = await readManifest(out);
  const entries = new Map(manifest.map((entry) => [entry.input, entry]));
  for (const [input, entry] of await readJournal(out)) entries.set(input, entry);
  const files = new Set(await readdir(out));
  for (const file of files) {
    const name = nameBehind(file);
    if (name === MANIFEST || name === JOURNAL || name?.endsWith(".poi.json")) await rm(join(out, file));
  }
  // A result that someone took away is not there any more.
  for (const [input, { output }] of entries) {
    if (output !== null && !files.has(output)) entries.delete(input);
  }
  return entries;
}

async function openFolder(out: string): Promise<void> {
  try {
    await makeFolder(out);
    await readdir(out);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const reason = code === "EEXIST" || code === "ENOTDIR" ? "a file stands in its place" : message;
    throw new PoiError("output-not-writable", `cannot use this as the output folder: ${reason}`, {
      place: { file: out },
      hint: "choose another folder with --out",
      cause,
    });
  }
}

/** A document keeps the name its result had in an earlier run; new ones get names that are free. */
function assignSlots(
  inputs: readonly Input[],
  out: string,
  entries: ReadonlyMap<string, ManifestEntry>,
): Slot[] {
  const nameOf = createOutputNames([...entries.values()].flatMap((entry) => entry.output ?? []));
  return inputs.map((input) => {
    const id = input.path === "-" ? "-" : relative(resolve(out), resolve(input.path)).split(sep).join("/");
    const earlier = entries.get(id);
    return { input, id, output: earlier?.output ?? nameOf(input.path), earlier };
  });
}
