import { userInfo } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";

interface ReviewFlags {
  readonly port: number;
  readonly open: boolean;
  readonly by?: string;
  readonly family?: string;
  readonly password?: string;
}

const EXAMPLES = `
Examples:
  $ poi review results                    opens the page in the browser; Ctrl-C ends it
  $ poi review results --by "Ana Quispe"  the name that decisions carry
  $ poi review results --no-open          only prints the address

Decisions go to corrections.ndjson in the folder, and onto the results. Only this machine can open the page.`;

/** `poi review`: the page on which a person settles what the program could not. */
export function reviewCommand(): Command {
  return new Command("review")
    .description("open the review page over a folder of results: settle the rows that need a person")
    .argument("<dir>", "folder that poi convert --out wrote")
    .option("--by <name>", "who decides (default: the name you are logged in with)")
    .option("--family <id|path>", "the family of the results, where it cannot be found")
    .option("--password <text>", "what opens encrypted PDFs, to show their pages")
    .addOption(
      new Option("--port <n>", "port to listen on").argParser(parsePort).default(0, "one that is free"),
    )
    .option("--no-open", "do not open the browser")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, flags: ReviewFlags) => {
      const { startReview } = await import("../review/start-review.ts");
      const { loadFamily } = await import("../acquire/load-family.ts");
      const review = await startReview(folder, {
        by: flags.by ?? userInfo().username,
        family: flags.family === undefined ? null : await loadFamily(flags.family),
        port: flags.port,
        password: flags.password,
      });
      // Who is told that Ctrl-C ends it may press it at once.
      const end = interrupted();
      const rows = review.pending === 1 ? "1 row needs" : `${review.pending} rows need`;
      process.stderr.write(`${rows} review. The page is open until Ctrl-C:\n`);
      process.stdout.write(`${review.url}\n`);
      if (flags.open) (await import("../review/open-browser.ts")).openBrowser(review.url);
      await end;
      await review.close();
    });
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

function parsePort(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new InvalidArgumentError("It must be a whole number from 0 to 65535.");
}
