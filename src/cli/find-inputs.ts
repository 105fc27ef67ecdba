import { collectInputs, type Input } from "../batch/collect-inputs.ts";
import { PoiError } from "../errors.ts";

/**
 * The documents that were typed, and those of a list.
 *
 * @throws {PoiError} `usage`
 */
export async function findInputs(args: readonly string[], filesFrom: string | undefined): Promise<Input[]> {
  if (args.length === 0 && filesFrom === undefined) {
    throw new PoiError("usage", "No document is given", {
      hint: "name files, folders or patterns, - for pasted text, or --files-from a list",
    });
  }
  if (filesFrom === undefined) return await collectInputs(args);
  if (filesFrom === "-" && args.includes("-")) {
    throw new PoiError("usage", "Standard input cannot be both pasted text and a list of files");
  }
  const { readFileList } = await import("../batch/read-file-list.ts");
  return await collectInputs(args, await readFileList(filesFrom));
}
