import { extname } from "node:path";
import { loadSource } from "../acquire/load-source.ts";
import { formatJson } from "../emit/format-json.ts";
import { PoiError } from "../errors.ts";
import { drawPage } from "../inspect/draw-page.ts";
import { inspectPage } from "../inspect/inspect-page.ts";
import type { PageFacts } from "../inspect/page-facts.ts";
import { pagePicture } from "../inspect/page-picture.ts";
import { roundPlaces } from "../inspect/round-places.ts";
import { toSvg } from "../inspect/to-svg.ts";
import type { OcrFlag } from "./ocr-option.ts";
import { showText } from "./show-text.ts";
import { writeResult } from "./write-result.ts";

/** The options of `poi inspect` as they were typed. */
export interface InspectFlags {
  readonly page: number;
  readonly out?: string;
  readonly png?: boolean;
  readonly json?: boolean;
  readonly picture: boolean;
  readonly family: string;
  readonly ocr: OcrFlag;
  readonly password?: string;
}

type Form = "svg" | "png" | "json";
const FORMS: readonly Form[] = ["svg", "png", "json"];

/**
 * Does what `poi inspect` was asked to.
 *
 * @throws {PoiError} for options that contradict each other, and whatever keeps the page from being read
 */
export async function runInspect(file: string, flags: InspectFlags): Promise<void> {
  const form = chooseForm(flags);
  if (form === "png" && flags.out === undefined && process.stdout.isTTY) {
    throw new PoiError("usage", "A PNG cannot be shown on a terminal", { hint: "add -o page.png" });
  }
  const source = await loadSource(file);
  const facts = await inspectPage(source, flags);
  await writeResult(
    flags.out,
    await contentOf(form, facts, () =>
      flags.picture ? pagePicture(source, facts, flags.password) : Promise.resolve(null),
    ),
  );
  process.stderr.write(summarise(facts));
}

async function contentOf(
  form: Form,
  facts: PageFacts,
  picture: () => Promise<Uint8Array | null>,
): Promise<Iterable<string | Uint8Array>> {
  if (form === "json") return formatJson(roundPlaces(facts));
  const drawing = drawPage(facts, await picture());
  if (form === "svg") return toSvg(drawing);
  const { toPng } = await import("../inspect/to-png.ts");
  return [await toPng(drawing)];
}

/** The form that was asked for, by an option or by the ending of the file's name. */
function chooseForm({ out, png = false, json = false }: InspectFlags): Form {
  if (png && json) throw new PoiError("usage", "Only one of --png and --json can be given");
  const asked = png ? "png" : json ? "json" : null;
  if (out === undefined) return asked ?? "svg";
  const ending = extname(out).slice(1).toLowerCase();
  const named = FORMS.find((form) => form === ending);
  if (named === undefined) {
    throw new PoiError(
      "usage",
      `The file to write must end in .svg, .png or .json: current value is '${out}'`,
    );
  }
  if (asked !== null && asked !== named) {
    throw new PoiError("usage", `--${asked} contradicts the ending of the file to write: '${out}'`);
  }
  return named;
}

/** What a person wants to know first, for standard error. */
function summarise({ document, page, pages, tables, family, notes }: PageFacts): string {
  // An activity on several lines is several rows of the table.
  const byId = new Map(tables.flatMap((table) => table.rows.map((row) => [row.id, row] as const)));
  const rows = [...byId.values()].filter(({ id }) => id !== null);
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  const states = ["verified", "repaired", "unverified", "review"]
    .map((state) => [state, count(state)] as const)
    .filter(([, n]) => n > 0)
    .map(([state, n]) => `${n} ${state}`);
  const found = tables.length === 1 ? "1 table" : `${tables.length} tables`;
  const told = rows.length === 0 ? "" : `, ${rows.length} rows (${states.join(", ")})`;
  const first = `${document}, page ${page} of ${pages}: family ${family ?? "unknown"}, ${found}${told}`;
  return [first, ...notes].map((line) => `${showText(line)}\n`).join("");
}
