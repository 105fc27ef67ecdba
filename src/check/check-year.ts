import { basename } from "node:path";
import { readResult } from "../results/read-result.ts";
import { compareThread, compareTotals, toVoice, type Voice } from "./compare-thread.ts";
import type { Finding } from "./finding.ts";
import type { Year } from "./list-years.ts";
import { type Proposal, settleRow } from "./settle-row.ts";
import { threadRows } from "./thread-rows.ts";

/** What the reports of one year have to say of each other. */
export interface YearCheck {
  readonly entity: string;
  readonly year: number;
  readonly documents: readonly string[];
  /** Rows that were followed through at least two reports. */
  readonly compared: number;
  readonly findings: readonly Finding[];
  readonly proposals: readonly Proposal[];
}

/** Reads the reports of one entity's year, and compares them row by row. */
export async function checkYear({ entity, year, paths }: Year): Promise<YearCheck> {
  const read: Voice[] = [];
  for (const path of paths) {
    const extraction = await readResult(path);
    const { name, throughQuarter } = extraction.document;
    read.push(toVoice({ path, name, quarter: throughQuarter, extraction }));
  }
  const voices = nameApart(read);
  const plan = { entity, year };
  const threads = threadRows(voices.map(({ extraction }) => extraction.rows));
  const totals = threadRows(voices.map(({ extraction }) => extraction.totals));
  return {
    entity,
    year,
    documents: voices.map(({ name }) => name),
    compared: threads.filter(({ rows }) => rows.filter((row) => row !== null).length > 1).length,
    findings: [
      ...threads.flatMap((thread) => compareThread(thread, voices, plan)),
      ...totals.flatMap((thread) => compareTotals(thread, voices, plan)),
    ],
    proposals: threads.flatMap((thread) => voices.flatMap((_, i) => settleRow(thread, i, voices) ?? [])),
  };
}

/** Documents of the same name are called by the file of their result, which no other has. */
function nameApart(voices: readonly Voice[]): Voice[] {
  const names = Map.groupBy(voices, ({ name }) => name);
  return voices.map((voice) =>
    names.get(voice.name)!.length === 1 ? voice : { ...voice, name: basename(voice.path) },
  );
}
