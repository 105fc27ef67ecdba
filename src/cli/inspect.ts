import { Command, InvalidArgumentError, Option } from "commander";
import type { InspectFlags } from "./run-inspect.ts";

const EXAMPLES = `
Examples:
  $ poi inspect plan.pdf --page 2 > page-2.svg      open it in a browser; rest the pointer on a cell
  $ poi inspect plan.pdf --page 2 -o page-2.png     the same as a picture
  $ poi inspect plan.pdf --page 2 --json            the same facts as data, boxes in points
  $ poi inspect plan.pdf --family ./my-family       with a family of your own

Colours: green verified, brown repaired, blue nothing to check against, red needs review, grey no row.`;

/** `poi inspect`: a page with what was found on it drawn over it. */
export function inspectCommand(): Command {
  return new Command("inspect")
    .description("draw a page with the words, lines, columns, rows and cells that were found on it")
    .argument("<file>", "PDF or image, or - for standard input")
    .option("--page <n>", "the page, counted from 1", parsePage, 1)
    .option("-o, --out <file>", "file to write: .svg, .png or .json (default: SVG on standard output)")
    .option("--png", "a PNG instead of SVG")
    .option("--json", "the facts as JSON instead of a drawing")
    .option("--no-picture", "leave out the page itself, and draw only what was found")
    .option("--family <id|path|auto>", "how the document is laid out; a path is a folder of your own", "auto")
    .addOption(
      new Option("--ocr <mode>", "which pages are read by OCR; all of a scan are, not only the one drawn")
        .choices(["auto", "off", "force"])
        .default("auto", "those without usable text"),
    )
    .option("--password <text>", "what opens an encrypted PDF")
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, flags: InspectFlags) => {
      const { runInspect } = await import("./run-inspect.ts");
      await runInspect(file, flags);
    });
}

function parsePage(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new InvalidArgumentError("It must be a whole number from 1.");
}
