import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Converters are given two minutes; LibreOffice takes ten seconds to start. */
const TIMEOUT = 120_000;

/**
 * Runs a program that turns one file into another, in a folder of its own that is gone afterwards. The program's
 * arguments are made from the folder, where `input` stands under its name; the result is read from `output`.
 */
export async function runTool(
  program: string,
  input: { readonly name: string; readonly bytes: Uint8Array | string },
  output: string,
  argumentsIn: (folder: string) => readonly string[],
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "poi-made-"));
  try {
    await writeFile(join(folder, input.name), input.bytes);
    await run(program, [...argumentsIn(folder)], { cwd: folder, timeout: TIMEOUT });
    return await readFile(join(folder, output));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
