import { CHANNEL_NAMES } from "../damage/channels.ts";
import { damageDocument } from "../damage/damage-document.ts";
import { printDocument } from "../print-document.ts";
import type { Random } from "../random.ts";
import { makeDocument } from "../rows/make-document.ts";
import { printPdf } from "./print-pdf.ts";

interface FileContent {
  /** With its dot. */
  readonly ending: string;
  readonly bytes: Uint8Array;
}

/** A document of an archive as a file. */
export interface PlanFile extends FileContent {
  /** Rows that it prints. */
  readonly rows: number;
}

/** Rows damaged in one document of ten, as copying does. */
const DAMAGED_DOCUMENTS = 0.1;
const DAMAGE_RATE = 0.15;

/** The kinds of file that an archive mixes, and how often; PDFs are few, since they take longest. */
const KINDS: readonly (readonly [share: number, print: (text: string) => Promise<FileContent>])[] = [
  [8, async (text) => ({ ending: ".txt", bytes: Buffer.from(text) })],
  [6, async (text) => ({ ending: ".tsv", bytes: Buffer.from(text.replaceAll("\n", "\r\n")) })],
  [4, async (text) => ({ ending: ".txt", bytes: Buffer.from(`\ufeff${text}`, "utf16le") })],
  [6, async (text) => ({ ending: ".csv", bytes: Buffer.from(toCsv(text)) })],
  [1, async (text) => ({ ending: ".pdf", bytes: await printPdf(text) })],
];
const SHARES = KINDS.map(([share]) => share);

/** Prints a new plan of about so many rows in one of the kinds; now and then with damaged rows. */
export async function printPlan(rows: number, random: Random): Promise<PlanFile> {
  const truth = makeDocument(random, random.int(Math.ceil(rows / 2), Math.ceil(rows * 1.5)));
  const rate = random.chance(DAMAGED_DOCUMENTS) ? DAMAGE_RATE : 0;
  const options = { rate, channels: CHANNEL_NAMES, damageTotals: false, collapsed: false };
  const damaged = damageDocument(truth, options, random);
  const fields = {
    rows: damaged.rows.map(({ printed }) => printed),
    totals: damaged.totals.map(({ printed }) => printed),
  };
  const { text } = printDocument(truth, { ...fields, collapsed: false, padded: true });
  const [, print] = KINDS[random.weighted(SHARES)]!;
  return { ...(await print(text)), rows: truth.rows.length };
}

function toCsv(text: string): string {
  const quote = (field: string) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  const lines = text.split("\n").map((line) => line.split("\t").map(quote).join(","));
  return lines.join("\n");
}
