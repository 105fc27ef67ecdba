import { symlink, truncate, writeFile } from "node:fs/promises";

/** A way in which a file of an archive is broken: how it is made, and the error's code that is to come of it. */
export interface Breakage {
  readonly name: string;
  readonly make: (path: string) => Promise<void>;
  /** With its dot. */
  readonly ending: string;
  readonly code: string;
}

/** What a preloaded flaw answers to: see `flaws.ts`. */
export const HANGS = "THIS PLAN HANGS ITS READER";
export const EATS_MEMORY = "THIS PLAN EATS MEMORY";
export const CRASHES = "THIS PLAN CRASHES ITS READER";

const LARGER_THAN_ALLOWED = 65 * 1024 * 1024;
const text = (content: string) => (path: string) => writeFile(path, content);
/** Every value of a byte in an order that is no text in any encoding. */
const BINARY = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251);

/** Ways in which files of an archive are broken; the last three break their reader, if that has the flaws. */
export const BREAKAGES: readonly Breakage[] = [
  { name: "empty", ending: ".txt", code: "empty-file", make: text("") },
  { name: "blank", ending: ".csv", code: "empty-file", make: text(" \n\t\n \n") },
  { name: "binary", ending: ".txt", code: "binary-file", make: (path) => writeFile(path, BINARY) },
  { name: "letter", ending: ".txt", code: "no-table", make: text("Señor alcalde:\nEl plan se adjunta.\n") },
  { name: "gone", ending: ".txt", code: "input-not-found", make: (path) => symlink("nowhere", path) },
  { name: "loop", ending: ".tsv", code: "input-unreadable", make: (path) => symlink(path, path) },
  {
    name: "huge",
    ending: ".txt",
    code: "input-too-large",
    make: async (path) => {
      await writeFile(path, "");
      await truncate(path, LARGER_THAN_ALLOWED);
    },
  },
  { name: "torn", ending: ".pdf", code: "pdf-damaged", make: text("%PDF-1.7\n1 0 obj\n<< /Type /Catalog") },
  { name: "eats", ending: ".txt", code: "out-of-memory", make: text(EATS_MEMORY) },
  { name: "crashes", ending: ".txt", code: "worker-crashed", make: text(CRASHES) },
  { name: "hangs", ending: ".txt", code: "timeout", make: text(HANGS) },
];
