import { readFile, stat } from "node:fs/promises";
import { describeIssue, writePath, writeValueAt } from "../acquire/describe-issue.ts";
import { PoiError } from "../errors.ts";
import { type Extraction, extraction } from "../schema.ts";

/** V8 holds no longer string: a document of 64 MB of text, the most that is read, stays below. */
const MAX_BYTES = 500_000_000;

/**
 * Reads one result, `<name>.poi.json`, and checks that it is one: the file may be from elsewhere, or from another
 * version of this program.
 *
 * @throws {PoiError} `result-invalid`, with the file and the place in it that is wrong
 */
export async function readResult(path: string): Promise<Extraction> {
  const fail = (why: string, cause?: unknown) =>
    new PoiError("result-invalid", `${path}: ${why}`, {
      place: { file: path },
      hint: "convert the document again with --force, or move that file away",
      cause,
    });
  const text = await readText(path, fail);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw fail("the file must be JSON, and it is not", cause);
  }
  const result = extraction.safeParse(data);
  if (!result.success) {
    const { path: place, must } = describeIssue(result.error.issues[0]!);
    throw fail(`${writePath(place)} ${must}: current value is ${writeValueAt(data, place)}`);
  }
  const twice = findRepeated([...result.data.rows, ...result.data.totals].map(({ id }) => id));
  if (twice !== undefined) throw fail(`the ids of rows must be unique, and ${JSON.stringify(twice)} is not`);
  return result.data;
}

async function readText(path: string, fail: (why: string, cause?: unknown) => PoiError): Promise<string> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) throw fail("it must be a file: current value is something else, such as a folder");
    if (stats.size > MAX_BYTES) {
      throw fail(`the file must have at most ${MAX_BYTES} bytes: current value is ${stats.size}`);
    }
    // Decoded in one piece, which takes a third of the time.
    return (await readFile(path)).toString("utf8");
  } catch (cause) {
    if (cause instanceof PoiError) throw cause;
    throw fail(`the file cannot be read (${(cause as NodeJS.ErrnoException).code})`, cause);
  }
}

function findRepeated(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}
