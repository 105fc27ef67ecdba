/** The program that a worker process runs: it converts the documents it is sent, one at a time. */
import { keepCompiled } from "./keep-compiled.ts";

keepCompiled();
const { writeNewFile } = await import("../emit/write-new-file.ts");
const { PoiError } = await import("../errors.ts");
const { convertSource } = await import("./convert-source.ts");
const { endWithParent } = await import("./end-with-parent.ts");
const { growThriftily } = await import("./grow-thriftily.ts");
const { packError } = await import("./packed-error.ts");
const { FOR_PDFS } = await import("./worker-messages.ts");
type ToWorker = import("./worker-messages.ts").ToWorker;
type FromWorker = import("./worker-messages.ts").FromWorker;
type ScanMessage = import("./worker-messages.ts").ScanMessage;
type Answer =
  | { readonly conversion: import("./conversion.ts").Conversion }
  | { readonly error: import("./packed-error.ts").PackedError };
type Reading = import("./conversion.ts").Reading;

// A Ctrl-C goes to the whole group; the process that started this one decides what ends when.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
process.on("disconnect", () => process.exit());
endWithParent();

let reading: Reading | undefined;
process.on("message", async (message: ToWorker) => {
  if ("reading" in message) {
    reading = message.reading;
    return;
  }
  const { source, output } = message;
  const answer = await convert(source, output);
  process.send!({ ...answer, memory: process.memoryUsage.rss() / 2 ** 20 } satisfies FromWorker);
});

if (process.argv.includes(FOR_PDFS)) void (await import("../extract.ts")).preloadPdfReaders();

async function convert(source: Parameters<typeof convertSource>[0], output: string): Promise<Answer> {
  try {
    if (reading === undefined) throw new Error("a document came before what to read it with");
    growThriftily(source.bytes.length);
    const write = (pieces: Iterable<string>) => writeNewFile(output, pieces);
    return { conversion: await convertSource(source, reading, write, (scan) => tell({ scan })) };
  } catch (error) {
    // A bug ends this process, and the one document with it.
    if (!(error instanceof PoiError)) throw error;
    return { error: packError(error) };
  }
}

function tell(message: ScanMessage): void {
  process.send!(message);
}
