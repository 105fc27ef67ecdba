import { fileURLToPath } from "node:url";
import type { InlineConfig, Rollup } from "vite";

/** Only for running from source, and for making the package: vite is no dependency of it. */

/**
 * Builds the review page from its source.
 *
 * @param out folder to write to; none keeps the files in memory
 * @returns the files by their names, without folders
 */
export async function buildPage(out?: string): Promise<Map<string, Uint8Array>> {
  const { build } = await import("vite");
  const config: InlineConfig = {
    root: fileURLToPath(new URL("./page", import.meta.url)),
    base: "./",
    configFile: false,
    logLevel: "warn",
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      outDir: out ?? "unused",
      write: out !== undefined,
      emptyOutDir: true,
      assetsDir: ".",
      // The policy of the page allows no data: addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: "es2022",
    },
  };
  const result = (await build(config)) as Rollup.RollupOutput;
  return new Map(
    result.output.map((file) => [
      file.fileName,
      Buffer.from(file.type === "chunk" ? file.code : file.source),
    ]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildPage(fileURLToPath(new URL("../../dist/review/page", import.meta.url)));
}
