import { readFileSync, rmSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepCompiled } from "../../src/batch/keep-compiled.ts";

/**
 * What one process of `bench:pdf-speed` does, alone, so that it pays for its own imports and its peak memory is its
 * own. `node run.ts bare|convert|import|start file [family]`; prints a `Run` as JSON.
 *
 * - `bare`: pdf.js's `getTextContent` and `getOperatorList` on every page, with the options that convert gives it;
 * - `convert`: what `poi convert` does, from the bytes to the JSON file on disk;
 * - `import`: pdf.js's import and nothing else; `start`: convert's imports, pdf.js among them.
 */
export interface Run {
  /** Milliseconds from the start of the process to the end of the imports, and to the end of the work. */
  readonly imports: number;
  readonly total: number;
  /** CPU time of the process in milliseconds: what a busy machine changes least. */
  readonly cpu: number;
  readonly pages: number;
  readonly peakBytes: number;
  /** Rows that came out, so that a fast failure is no speed. */
  readonly rows: number;
}

const [task, file = "", family = "auto"] = process.argv.slice(2);

// What is compiled is kept as each does: bare pdf.js as Node by itself, and what it is given is not all that it is bare.
if (task === "bare" || task === "import") enableCompileCache(join(tmpdir(), "poi-bench-bare"));
else keepCompiled(join(tmpdir(), "poi-bench-convert"));

let imports = 0;
let pages = 0;
let rows = 0;
if (task === "import") {
  await import("pdfjs-dist/legacy/build/pdf.mjs");
  imports = performance.now();
} else if (task === "bare") await bare();
else if (task === "start") {
  await importConvert();
  imports = performance.now();
} else await convert();

const { user, system } = process.cpuUsage();
const run: Run = {
  imports,
  total: performance.now(),
  cpu: (user + system) / 1000,
  pages,
  peakBytes: process.resourceUsage().maxRSS * 1024,
  rows,
};
process.stdout.write(JSON.stringify(run));

async function bare(): Promise<void> {
  const [{ AnnotationMode }, { withDocument }, { sourceFromBytes }] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    import("../../src/pdf/with-document.ts"),
    import("../../src/acquire/source-from-bytes.ts"),
  ]);
  imports = performance.now();
  const source = sourceFromBytes("plan.pdf", readFileSync(file));
  await withDocument(source, {}, async (document) => {
    pages = document.numPages;
    for (let number = 1; number <= pages; number++) {
      const page = await document.getPage(number);
      await page.getTextContent();
      await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
      page.cleanup();
    }
  });
}

async function importConvert() {
  const [{ extract }, { sourceFromBytes }, { formatJson }, { writeAtomically }, { growThriftily }] =
    await Promise.all([
      import("../../src/extract.ts"),
      import("../../src/acquire/source-from-bytes.ts"),
      import("../../src/emit/format-json.ts"),
      import("../../src/emit/write-atomically.ts"),
      import("../../src/batch/grow-thriftily.ts"),
      // What extract loads for a PDF only; imported here, so that both tasks count their imports alike.
      import("../../src/pdf/read-pdf.ts"),
      import("../../src/page-tables/read-pages.ts"),
      import("../../src/pdf/load-pdfjs.ts").then(({ loadPdfjs }) => loadPdfjs()),
    ]);
  return { extract, sourceFromBytes, formatJson, writeAtomically, growThriftily };
}

async function convert(): Promise<void> {
  const { extract, sourceFromBytes, formatJson, writeAtomically, growThriftily } = await importConvert();
  imports = performance.now();
  const source = sourceFromBytes("plan.pdf", readFileSync(file));
  growThriftily(source.bytes.length);
  const extraction = await extract(source, { family });
  const output = join(tmpdir(), `poi-bench-${process.pid}.json`);
  await writeAtomically(output, formatJson(extraction));
  rmSync(output);
  pages = extraction.document.pages;
  rows = extraction.rows.length;
}
