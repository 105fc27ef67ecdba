import { EXECUTED, PROGRAMMED, QUARTERS } from "../cells.ts";
import type { Printed } from "../print-row.ts";
import { isBlankQuarter, readCents } from "./fill-holes.ts";

/** Shares of rows that print their empty months blank, as zeros, or some of each; see rows/programmed-months.ts. */
const ALL_BLANK = 0.6;
const ALL_ZERO = 0.2;
const SOME_ZERO = [
  { share: 0.1, zeros: 0.3 },
  { share: 0.1, zeros: 0.5 },
];
/** Months that are empty in both series are nearly always printed alike. */
const ALIKE = 0.99;
/** Against what the document does everywhere. */
const AGAINST_CUSTOM = 1e-6;

/** How probable it is that the cells that come to 0 are printed as they are: blank here, 0 there. */
export function blankPrior(
  row: Printed,
  document: { readonly throughQuarter: number; readonly blankQuarters: boolean },
): number {
  const emptyMonths = Array.from({ length: 12 }, (_, month) => month).filter((month) =>
    isEmpty(row[PROGRAMMED + month]),
  );
  const blanks = emptyMonths.filter((month) => row[PROGRAMMED + month] === "").length;
  const zeros = emptyMonths.length - blanks;
  const programmed =
    (zeros === 0 ? ALL_BLANK : 0) +
    (blanks === 0 ? ALL_ZERO : 0) +
    SOME_ZERO.reduce((sum, some) => sum + some.share * some.zeros ** zeros * (1 - some.zeros) ** blanks, 0);
  const executed = row.slice(EXECUTED, QUARTERS).map((field, month) => {
    if (month >= 3 * document.throughQuarter) return field === "" ? 1 : AGAINST_CUSTOM;
    if (!isEmpty(field)) return 1;
    const planned = row[PROGRAMMED + month] ?? "";
    if (!isEmpty(planned)) return 0.5;
    return (planned === "") === (field === "") ? ALIKE : 1 - ALIKE;
  });
  const quarters = row.slice(QUARTERS).map((field, index) => {
    if (!isEmpty(field)) return 1;
    return (field === "") === isBlankQuarter(row, QUARTERS + index, document) ? 1 : AGAINST_CUSTOM;
  });
  return [...executed, ...quarters].reduce((product, factor) => product * factor, programmed);
}

function isEmpty(field: string | undefined): boolean {
  return readCents(field ?? "") === 0;
}
