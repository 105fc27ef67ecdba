import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import type { Source } from "../document.ts";
import { type ErrorCode, PoiError } from "../errors.ts";
import { sourceFromBytes } from "./source-from-bytes.ts";

/** 64 MB: a hundred times the largest plan seen; more is a mistake, and would only fill the memory. */
export const MAX_SOURCE_BYTES = 64 * 1024 * 1024;

/**
 * Reads one input into memory. `-` is standard input and gets the name "stdin".
 *
 * @throws {PoiError} `input-not-found`, `input-unreadable` (a folder, no permission, a broken read),
 *   `input-too-large` (more than 64 MB; reading stops there), `empty-file`
 */
export async function loadSource(path: string): Promise<Source> {
  const name = path === "-" ? "stdin" : basename(path);
  const bytes = await readAll(path === "-" ? process.stdin : createReadStream(path), path);
  if (bytes.length === 0) {
    throw new PoiError("empty-file", `Cannot read '${path}' as it is empty`, { place: { file: path } });
  }
  return sourceFromBytes(name, bytes);
}

async function readAll(stream: Readable, path: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > MAX_SOURCE_BYTES) throw tooLarge(path);
      chunks.push(bytes);
    }
  } catch (cause) {
    throw cause instanceof PoiError ? cause : readError(path, cause);
  }
  return Buffer.concat(chunks, size);
}

function tooLarge(path: string): PoiError {
  const limit = MAX_SOURCE_BYTES / 1024 / 1024;
  return new PoiError("input-too-large", `Cannot read '${path}' as it is larger than ${limit} MB`, {
    place: { file: path },
    hint: "split the file, or copy only the pages with the table into another",
  });
}

function readError(path: string, cause: unknown): PoiError {
  const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
  const code: ErrorCode = reason === "ENOENT" ? "input-not-found" : "input-unreadable";
  const why = REASONS[reason] ?? `the system says ${reason}`;
  return new PoiError(code, `Cannot read '${path}' as ${why}`, { place: { file: path }, cause });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
};
