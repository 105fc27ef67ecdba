import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { programVersion } from "../version.ts";
import type { Scan } from "./read-scan.ts";

/** Results of single pages on disk. */
export interface PageCache {
  /** A page's result; null where there is none, or none that can be read. */
  readonly load: (page: number) => Promise<Scan | null>;
  readonly save: (page: number, scan: Scan) => Promise<void>;
}

/** Changed whenever the same page would come out otherwise within one version of the program. */
const FORMAT = 11;

/**
 * Opens a folder that keeps what was read of each page of a document. Another version of the program keeps its
 * own, since it may read better.
 */
export async function openPageCache(folder: string, documentId: string): Promise<PageCache> {
  const key = createHash("sha256").update(`${documentId} ${programVersion()} ${FORMAT}`).digest("hex");
  const own = join(folder, key.slice(0, 32));
  await mkdir(own, { recursive: true });
  const pathOf = (page: number) => join(own, `${page}.json`);
  return {
    load: async (page) => {
      const text = await readFile(pathOf(page), "utf8").catch(() => null);
      if (text === null) return null;
      try {
        const kept = JSON.parse(text) as { check?: string; scan?: Scan };
        return kept.scan !== undefined && kept.check === checkOf(kept.scan) ? kept.scan : null;
      } catch {
        return null;
      }
    },
    // Whole or absent: a run that is stopped while it writes leaves no half page.
    save: async (page, scan) => {
      const temporary = `${pathOf(page)}.${randomUUID()}`;
      await writeFile(temporary, JSON.stringify({ check: checkOf(scan), scan }));
      await rename(temporary, pathOf(page));
    },
  };
}

function checkOf(scan: Scan): string {
  return createHash("sha256").update(JSON.stringify(scan)).digest("hex");
}
