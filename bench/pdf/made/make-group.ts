import { type PrintPage, withChromium } from "../print/with-chromium.ts";
import { printSample } from "../print-sample.ts";
import { type Sample, samples } from "../samples.ts";
import { damaged } from "./damaged.ts";
import { huge } from "./huge.ts";
import { longPlan } from "./long-plan.ts";
import { lyingText } from "./lying-text.ts";
import type { Made } from "./made.ts";
import { acrossPages, flowPrinted, officePrinted } from "./office-printed.ts";
import { plainlyPrinted, plainVariant } from "./plainly-printed.ts";
import { randomSample } from "./random-look.ts";
import { rewritten } from "./rewritten.ts";

const LONG_PAGES = 300;

/** Which looks are drawn by lot: as many as `count`, from the seed `first` on. */
export interface Lot {
  readonly first: number;
  readonly count: number;
}

/** How each group of documents is made. */
const MAKERS: Readonly<Record<string, (sample: (name: string) => Sample, lot: Lot) => AsyncGenerator<Made>>> =
  {
    async *plain(sample) {
      for (const name of ["ruled", "unruled", "merged-organ", "two-tables"])
        yield* plainlyPrinted(sample(name));
    },
    async *random(_, { first, count }) {
      for (let i = 0; i < count; i++) yield plainVariant(randomSample(first + i), "plain", {});
    },
    async *rewritten(sample) {
      for (const name of ["rotated-90", "interleaved"]) yield* await rewritten(await printed(sample(name)));
    },
    async *browser(sample) {
      const names = ["ruled", "unruled", "merged-organ", "interleaved", "cover", "quarters-first"];
      yield* await withChromium(
        async (print) => await Promise.all(names.map((name) => flowPrinted(sample(name), print))),
      );
    },
    async *office(sample) {
      const { look, ...ruled } = sample("ruled");
      const merged: Sample = {
        ...ruled,
        name: "ruled-merged",
        look: { ...look, organ: "merged", valign: "top" },
      };
      const others = ["ruled", "unruled", "zebra", "interleaved", "cover", "quarters-first"].map(sample);
      for (const one of [merged, ...others]) yield officePrinted(one);
      for (const name of ["ruled", "unruled", "zebra", "quarters-first"])
        for (const order of ["over", "down"] as const) yield officePrinted(acrossPages(sample(name), order));
    },
    async *lying(sample) {
      for (const name of ["facing-pages", "two-tables"]) yield* await lyingText(sample(name));
    },
    async *damaged(sample) {
      yield* damaged(plainVariant(sample("ruled"), "plain", {}));
    },
    async *huge(sample) {
      yield* huge(sample("ruled"));
    },
    async *long() {
      yield longPlan(LONG_PAGES);
    },
  };

/** The groups of documents that can be made. */
export const GROUPS = Object.keys(MAKERS);

/** Makes documents to try a reader on. Some need Chromium, LibreOffice, Ghostscript or qpdf. */
export function makeGroup(group: string, lot: Lot = { first: 1, count: 60 }): AsyncGenerator<Made> {
  const maker = MAKERS[group];
  if (maker === undefined) throw new Error(`There is no group '${group}': there are ${GROUPS.join(", ")}`);
  const all = new Map(samples().map((sample) => [sample.name, sample]));
  return maker((name) => all.get(name) as Sample, lot);
}

async function printed(sample: Sample): Promise<Pick<Made, "name" | "bytes" | "truth">> {
  const { pdf, truth } = await (sample.producer === "chromium"
    ? withChromium((printPage) => printSample(sample, printPage))
    : printSample(sample, noBrowser));
  return { name: `${sample.name}.pdf`, bytes: pdf, truth };
}

const noBrowser: PrintPage = () => {
  throw new Error("this sample needs no browser");
};
