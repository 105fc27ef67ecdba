import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "../emit/write-atomically.ts";
import { notWritable } from "../emit/write-new-file.ts";
import type { ManifestEntry } from "./manifest.ts";

/** Beside run.json while a run goes on: JSON lines, one for each change of an entry. The last one counts. */
export const JOURNAL = ".run.jsonl";

/** Where a run notes each document as it ends, so that a killed run has lost nothing but what was in work. */
export interface Journal {
  /**
   * Adds an entry. `isDurable` waits until the disk has it; without, a crash of the machine may lose the entry,
   * and the document is converted again.
   *
   * @throws {PoiError} `output-not-writable`
   */
  readonly add: (entry: ManifestEntry, isDurable?: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Entries that a run noted and did not live to put into run.json, by input. */
export async function readJournal(folder: string): Promise<Map<string, ManifestEntry>> {
  const text = await readFile(join(folder, JOURNAL), "utf8").catch(() => "");
  const entries = new Map<string, ManifestEntry>();
  if (text === "") return entries;
  const { manifestEntry } = await import("./manifest-shapes.ts");
  for (const line of text.split("\n")) {
    const entry = parseLine(line, manifestEntry);
    if (entry !== null) entries.set(entry.input, entry);
  }
  return entries;
}

/**
 * Begins a journal that holds the given entries, in place of an earlier one.
 *
 * @throws {PoiError} `output-not-writable`
 */
export async function openJournal(folder: string, entries: Iterable<ManifestEntry>): Promise<Journal> {
  const path = join(folder, JOURNAL);
  await writeAtomically(path, toLines(entries));
  const file = await open(path, "a").catch((cause) => Promise.reject(notWritable(path, cause)));
  return {
    add: async (entry, isDurable = false) => {
      try {
        await file.appendFile(toLine(entry));
        if (isDurable) await file.datasync();
      } catch (cause) {
        throw notWritable(path, cause);
      }
    },
    close: () => file.close(),
  };
}

export async function removeJournal(folder: string): Promise<void> {
  await rm(join(folder, JOURNAL), { force: true });
}

function* toLines(entries: Iterable<ManifestEntry>): Generator<string> {
  for (const entry of entries) yield toLine(entry);
}

/** A line of its own at both ends, so that one that was torn off by a full disk spoils no other. */
function toLine(entry: ManifestEntry): string {
  return `\n${JSON.stringify(entry)}\n`;
}

function parseLine(line: string, shape: { parse(value: unknown): ManifestEntry }): ManifestEntry | null {
  if (line === "") return null;
  try {
    return shape.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
