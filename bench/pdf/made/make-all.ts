import { type PrintPage, withChromium } from "../print/with-chromium.ts";
import { printSample } from "../print-sample.ts";
import { type Sample, samples } from "../samples.ts";
import { damaged } from "./damaged.ts";
import { huge, longPlan } from "./huge.ts";
import { lyingText } from "./lying-text.ts";
import type { Made } from "./made.ts";
import { flowPrinted, officePrinted } from "./office-printed.ts";
import { plainlyPrinted } from "./plainly-printed.ts";
import { rewritten } from "./rewritten.ts";

export const GROUPS = ["plain", "rewritten", "office", "lying", "damaged", "huge", "long"];

/** Makes documents to try a reader on, group by group. */
export async function* makeAll(only?: string): AsyncGenerator<Made> {
  const all = new Map(samples().map((sample) => [sample.name, sample]));
  const take = (name: string) => all.get(name) as Sample;
  const wanted = (group: string) => only === undefined || only === group;
  if (wanted("plain")) {
    for (const name of ["ruled", "unruled", "merged-organ", "two-tables"]) yield* plainlyPrinted(take(name));
  }
  if (wanted("damaged")) yield* damaged(await base(take("ruled"), noBrowser));
  if (wanted("huge")) yield* huge(take("ruled"));
  if (wanted("long")) yield longPlan(300);
  if (wanted("lying")) yield* await lyingText(take("facing-pages"));
  if (wanted("lying")) yield* await lyingText(take("two-tables"));
  if (wanted("rewritten")) yield* await rewritten(await base(take("rotated-90"), noBrowser));
  const collected: Made[] = [];
  if (wanted("rewritten") || wanted("office")) {
    await withChromium(async (printPage) => {
      if (wanted("rewritten"))
        collected.push(...(await rewritten(await base(take("interleaved"), printPage))));
      if (wanted("office")) {
        for (const name of ["ruled", "unruled", "merged-organ", "interleaved", "cover", "quarters-first"]) {
          collected.push(await flowPrinted(take(name), printPage));
        }
      }
    });
  }
  if (wanted("office")) {
    for (const name of ["ruled", "unruled", "merged-organ", "interleaved", "narrow"]) {
      collected.push(await officePrinted(take(name)));
    }
  }
  yield* collected;
}

async function base(sample: Sample, printPage: PrintPage) {
  const { pdf, truth } = await printSample(sample, printPage);
  return { name: `${sample.name}.pdf`, bytes: pdf, truth };
}

function noBrowser(): never {
  throw new Error("this sample must not need a browser");
}
