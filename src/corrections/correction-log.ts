import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PoiError } from "../errors.ts";
import { type LogEntry, logEntry } from "./correction.ts";
import { LOG_NAME } from "./log-name.ts";

/** What a folder's log holds. */
export interface CorrectionLog {
  readonly entries: readonly LogEntry[];
  /** 1-based lines that are no entries, such as one that a power cut left half written. */
  readonly unread: readonly number[];
  /** Its length in bytes, by which to see that someone else has added to it. */
  readonly size: number;
}

/**
 * Reads the log of a folder of results; empty where there is none.
 *
 * @throws {PoiError} `input-unreadable`
 */
export async function readCorrectionLog(folder: string): Promise<CorrectionLog> {
  const path = join(folder, LOG_NAME);
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return new Uint8Array();
    const why = `Cannot read '${LOG_NAME}': ${cause.message}`;
    throw new PoiError("input-unreadable", why, { place: { file: path }, cause });
  });
  const entries: LogEntry[] = [];
  const unread: number[] = [];
  for (const [k, line] of new TextDecoder().decode(bytes).split("\n").entries()) {
    if (line.trim() === "") continue;
    const entry = parseEntry(line);
    if (entry === null) unread.push(k + 1);
    else entries.push(entry);
  }
  return { entries, unread, size: bytes.length };
}

function parseEntry(line: string): LogEntry | null {
  try {
    return logEntry.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/**
 * Adds entries to the log of a folder, flushed to the disk before it returns. A line that was left half written
 * is ended first, so that it spoils no other.
 *
 * @returns the log's length in bytes
 * @throws {PoiError} `output-not-writable`
 */
export async function appendCorrections(folder: string, entries: readonly LogEntry[]): Promise<number> {
  const path = join(folder, LOG_NAME);
  try {
    const file = await open(path, "a+");
    try {
      const { size } = await file.stat();
      const { buffer } = await file.read(new Uint8Array(1), 0, 1, Math.max(0, size - 1));
      const isWhole = size === 0 || buffer[0] === 0x0a;
      const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
      await file.appendFile(isWhole ? lines : `\n${lines}`);
      await file.sync();
      return (await file.stat()).size;
    } finally {
      await file.close();
    }
  } catch (cause) {
    const { message } = cause as Error;
    throw new PoiError("output-not-writable", `Cannot add to '${LOG_NAME}': ${message}`, {
      place: { file: path },
      hint: "free some space, or check who may write there",
      cause,
    });
  }
}
