import { randomUUID } from "node:crypto";
import { basename, dirname, join } from "node:path";

/** A new name beside a file, under which it is written until it is whole. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
}

/** The name, without its folder, of the file that a temporary name stands for; null for any other name. */
export function nameBehind(temporary: string): string | null {
  return /^\.(.+)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/.exec(temporary)?.[1] ?? null;
}
