import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { sourceFromBytes } from "../src/acquire/source-from-bytes.ts";
import { PoiError } from "../src/errors.ts";
import { extract } from "../src/extract.ts";
import { readPdf } from "../src/pdf/read-pdf.ts";
import { type Account, accountFor } from "./conservation/account-for.ts";

/** `npm run bench:conservation -- <pdf…>`; bench/README.md explains what is counted. */

/** A document that takes longer, in milliseconds, is ended and the next one goes on. */
const MAX_TIME = 60_000;

const { values: flags, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    family: { type: "string", default: "auto" },
    /** The most lines to print of each document. */
    lines: { type: "string", default: "20" },
    // For the processes that this one starts.
    one: { type: "boolean", default: false },
  },
});

if (files.length === 0) {
  process.stderr.write("bench:conservation: name the PDFs whose numbers are to be accounted for\n");
  process.exit(1);
}
if (flags.one) process.stdout.write(JSON.stringify(await accountForFile(files[0]!)));
else main();

function main(): void {
  let documents = 0;
  let numbers = 0;
  let failed = 0;
  for (const file of files) {
    const result = inOwnProcess(file);
    if (typeof result === "string") {
      print(`${basename(file)}: not read: ${result}`);
      continue;
    }
    documents++;
    numbers += result.numbers;
    failed += result.unaccounted.length;
    print(`${basename(file)}: ${result.numbers} numbers, ${result.unaccounted.length} not accounted for`);
    for (const { what, page, text, box } of result.unaccounted.slice(0, Number(flags.lines))) {
      print(
        `  ${what.padEnd(8)} ${text.padEnd(12)} page ${page} at ${box.map((at) => at.toFixed(0)).join(",")}`,
      );
    }
    const more = result.unaccounted.length - Number(flags.lines);
    if (more > 0) print(`  … and ${more} more`);
  }
  print(
    `${documents} of ${files.length} documents read: ${numbers} numbers in tables, ${failed} not accounted for`,
  );
  if (failed > 0) process.exitCode = 1;
}

/** A process of its own, so that a document that takes all time or memory is no other document's business. */
function inOwnProcess(file: string): Account | string {
  const program = fileURLToPath(import.meta.url);
  const args = ["--max-old-space-size=1000", program, file, "--one", "--family", flags.family];
  try {
    const output = execFileSync(process.execPath, args, {
      timeout: MAX_TIME,
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return JSON.parse(output.toString("utf8"));
  } catch (error) {
    const { status, signal } = error as { status: number | null; signal: string | null };
    return signal === null
      ? `the process ended with exit code ${status}`
      : `the process was ended by ${signal}`;
  }
}

async function accountForFile(file: string): Promise<Account | string> {
  const source = sourceFromBytes(basename(file), readFileSync(file));
  try {
    const extraction = await extract(source, { family: flags.family });
    const { pages } = await readPdf(source);
    return accountFor(
      pages.map(({ page }) => page),
      extraction,
    );
  } catch (error) {
    if (error instanceof PoiError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
