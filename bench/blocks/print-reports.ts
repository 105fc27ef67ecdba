import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PrintPage } from "../pdf/print/with-chromium.ts";
import { layOut } from "./layouts/lay-out.ts";
import type { Report } from "./report.ts";
import { largestFont, type Sheet } from "./sheet/sheet.ts";
import { toFods } from "./sheet/to-fods.ts";
import { toHtml } from "./sheet/to-html.ts";

const run = promisify(execFile);

/** LibreOffice takes some seconds to start, and one for each report. */
const TIMEOUT = 300_000;

/** Prints reports, each with the producer that its look names. */
export async function printReports(
  reports: readonly Report[],
  printPage: PrintPage,
): Promise<Map<Report, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), "poi-blocks-"));
  try {
    const office = reports.filter(({ look }) => look.producer === "libreoffice");
    for (const report of office)
      await writeFile(join(folder, `${fileOf(report)}.fods`), toFods(...fitted(report)));
    if (office.length > 0) {
      const files = office.map((report) => `${fileOf(report)}.fods`);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      await run("soffice", [profile, "--headless", "--convert-to", "pdf", ...files], {
        cwd: folder,
        timeout: TIMEOUT,
      });
    }
    const printed = new Map<Report, Uint8Array>();
    for (const report of reports) {
      const { look } = report;
      const file = join(folder, `${fileOf(report)}.pdf`);
      if (look.producer === "chromium")
        await writeFile(file, await printPage(toHtml(...fitted(report)), look));
      else if (look.producer !== "libreoffice") await printHtml(report, file);
      printed.set(report, await readFile(look.turns === 0 ? file : await turned(file, look.turns)));
    }
    return printed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In millimetres, as wkhtmltopdf asks. */
const MM = 25.4 / 72;

/** With producers of Debian that are no browsers. */
async function printHtml(report: Report, file: string): Promise<void> {
  const { producer, paper, margin } = report.look;
  const page = file.replace(/\.pdf$/, ".html");
  await writeFile(page, toHtml(...fitted(report)));
  if (producer === "weasyprint") await run(producer, [page, file], { timeout: TIMEOUT });
  else {
    const sizes = { width: paper[0], height: paper[1] };
    const edges = ["left", "right", "top", "bottom"];
    const options = [
      ...Object.entries(sizes).map(([name, points]) => [`--page-${name}`, points] as const),
      ...edges.map((edge) => [`--margin-${edge}`, margin] as const),
    ].flatMap(([name, points]) => [name, `${(points * MM).toFixed(2)}mm`]);
    await run(producer, ["--quiet", ...options, page, file], { timeout: TIMEOUT });
  }
}

/** Pages that are shown lying on their side. */
async function turned(file: string, turns: number): Promise<string> {
  const out = file.replace(/\.pdf$/, "-turned.pdf");
  await run("qpdf", [`--rotate=+${90 * turns}`, file, out], { timeout: TIMEOUT });
  return out;
}

/** A report with letters no larger than its columns allow. */
function fitted({ plan, look }: Report): [Sheet, Report["look"]] {
  const sheet = layOut(plan, look.layout);
  const most = largestFont(sheet, look.paper[0] - 2 * look.margin);
  return [sheet, { ...look, fontSize: Math.min(look.fontSize, most) }];
}

function fileOf({ name, plan }: Report): string {
  return `${plan.family}-${name}`;
}
