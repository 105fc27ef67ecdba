import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of the page, as it is served. */
interface Asset {
  readonly body: Uint8Array;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

/**
 * The files of the page by their names. Installed, they lie beside this file; from source they are built now, in
 * memory. Only these are served: no path from a browser is ever looked for on the disk.
 */
export async function loadPageAssets(): Promise<ReadonlyMap<string, Asset>> {
  const isSource = import.meta.url.endsWith(".ts");
  const files = isSource ? await (await import("./build-page.ts")).buildPage() : await readBuilt();
  return new Map(
    [...files].map(([name, body]) => [
      name,
      { body, type: TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream" },
    ]),
  );
}

async function readBuilt(): Promise<Map<string, Uint8Array>> {
  const folder = fileURLToPath(new URL("./page", import.meta.url));
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}
