import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BlockTruth } from "./truth.ts";

/** A report with its truth. */
export interface StoredReport {
  /** The path of its PDF. */
  readonly path: string;
  /** The same within the folder, without its ending. */
  readonly name: string;
  readonly pdf: Uint8Array;
  readonly truth: BlockTruth;
}

/** The reports of a folder and all below it whose truth stands beside them. */
export function loadReports(folder: string): StoredReport[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".truth.json"))
    .sort()
    .flatMap((file) => {
      const truth = JSON.parse(readFileSync(join(folder, file), "utf8")) as Partial<BlockTruth>;
      if (truth.layout !== "blocks") return [];
      const name = file.replace(/\.truth\.json$/, "");
      const path = join(folder, `${name}.pdf`);
      return { path, name, pdf: readFileSync(path), truth: truth as BlockTruth };
    });
}
