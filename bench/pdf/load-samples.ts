import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Made } from "./made/made.ts";
import type { Truth } from "./truth.ts";

/** What stands in a truth file: samples of the repository are all to be read right. */
type Stored = Partial<Truth> & {
  readonly expected?: Made["expected"];
  readonly password?: string;
  /** Reports that print an activity on several lines have a truth of their own: see bench/blocks. */
  readonly layout?: "blocks";
};

/** The PDFs with a truth beside them, from files and folders. */
export function loadSamples(paths: readonly string[]): (Made & { readonly path: string })[] {
  return paths
    .flatMap((path) =>
      statSync(path).isDirectory()
        ? readdirSync(path, { recursive: true, encoding: "utf8" })
            .sort()
            .map((file) => join(path, file))
        : [path],
    )
    .filter((path) => path.endsWith(".pdf") && existsSync(truthPath(path)))
    .flatMap((path) => {
      const {
        expected = "right",
        password,
        layout,
        ...truth
      } = JSON.parse(readFileSync(truthPath(path), "utf8")) as Stored;
      if (layout === "blocks") return [];
      return {
        path,
        name: basename(path),
        bytes: readFileSync(path),
        truth: "rows" in truth ? (truth as Truth) : null,
        expected,
        ...(password !== undefined && { password }),
      };
    });
}

/** Where a PDF's truth is kept. */
export function truthPath(pdf: string): string {
  return pdf.replace(/\.pdf$/, ".truth.json");
}
