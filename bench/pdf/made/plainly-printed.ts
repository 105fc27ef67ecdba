import { buildTruth } from "../build-truth.ts";
import { layOut } from "../paper/lay-out.ts";
import { PLAIN_STYLE, type PlainStyle, printPlain } from "../print/print-plain.ts";
import type { Sample } from "../samples.ts";
import type { Made } from "./made.ts";

const STYLES: Readonly<Record<string, Partial<PlainStyle>>> = {
  plain: {},
  "column-order": { order: "columns" },
  backwards: { order: "backwards" },
  digits: { glyphs: "digits" },
  gaps: { glyphs: "gaps" },
  joined: { glyphs: "joined" },
  spaces: { glyphs: "spaces" },
  "thin-fills": { rules: "fills" },
  dashes: { rules: "dashes" },
  "other-origin": { origin: [-120, 300] },
  "unit-font": { unitFont: true },
  "unit-font-digits": { unitFont: true, glyphs: "digits" },
  form: { form: true, order: "columns", rules: "fills" },
  "digits-in-columns": { glyphs: "digits", order: "columns", rules: "dashes" },
};

/** A sample printed as the simplest of libraries do, in all the ways in which they write text and rules. */
export function plainlyPrinted(sample: Sample): Made[] {
  return Object.entries(STYLES).map(([name, style]) => plainVariant(sample, name, style));
}

/** A sample printed in one of these ways. */
export function plainVariant(
  { name, plan, look, about }: Sample,
  way: string,
  style: Partial<PlainStyle>,
): Made {
  const { sheets, pages } = layOut(plan, look);
  const truth = buildTruth(plan, look.columns, {
    producer: "plain",
    look: `${about}; ${way}`,
    pages: sheets.length,
    pageOf: (item) => pages[item] ?? null,
  });
  const bytes = printPlain(sheets, { ...PLAIN_STYLE, ...style });
  return { name: `${name}-${way}.pdf`, bytes, truth, expected: "right" };
}
