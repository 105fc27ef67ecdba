import type { PoiError } from "../errors.ts";
import { showText } from "./show-text.ts";

/**
 * An error as people read it: `poi: plan.txt, page 2, line 14: what failed, why`, and the way out below. Nothing
 * in it can command a terminal.
 *
 * @param file the document at hand, for errors that do not name a file themselves
 */
export function formatError(error: PoiError, file?: string): string {
  const hint = error.hint === undefined ? "" : `  hint: ${showText(error.hint)}\n`;
  return `poi: ${showText(placeMessage(error, file))}\n${hint}`;
}

/** The place and the message in one line, the file named once. */
export function placeMessage(error: PoiError, file?: string): string {
  const { page, line } = error.place;
  // Stages know a document by its bare name; the path that was typed says more.
  const name = file?.endsWith(error.place.file ?? "") ? file : error.place.file;
  const spot = [
    ...(page === undefined ? [] : [`page ${page}`]),
    ...(line === undefined ? [] : [`line ${line}`]),
  ];
  if (name === undefined) return [...spot, error.message].join(": ");
  if (error.message.startsWith(`${name}: `)) {
    return `${[name, ...spot].join(", ")}: ${error.message.slice(name.length + 2)}`;
  }
  // Many messages already say which file; a short name may stand in any of them by chance.
  const isNamed = error.message.includes(`'${name}'`) || error.message.startsWith(`${name} `);
  if (spot.length === 0 && isNamed) return error.message;
  return `${[name, ...spot].join(", ")}: ${error.message}`;
}
