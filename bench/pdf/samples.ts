import { SAT_COLUMNS } from "./paper/column.ts";
import { INTERLEAVED, MONTHS_ONLY, QUARTERS_FIRST, withNumberWidth, withoutOrgan } from "./paper/layouts.ts";
import { A3_LANDSCAPE, A4_LANDSCAPE, BASE_LOOK, type Look } from "./paper/look.ts";
import { EUROPEAN, PERUVIAN, PLAIN, SPACED } from "./paper/number-style.ts";
import { INSTITUTE, MUNICIPALITY } from "./plan/entities.ts";
import { type EntityPlanOptions, entityPlan } from "./plan/entity-plan.ts";
import type { Plan } from "./plan/plan.ts";
import { satPlan, seedPlan } from "./plan/sat-plan.ts";

/** A plan, how it looks, and what prints it. */
export interface Sample {
  /** Of the files, without their endings. */
  readonly name: string;
  /** What is special about its look. */
  readonly about: string;
  readonly producer: "pdfkit" | "chromium";
  readonly plan: Plan;
  readonly look: Look;
}

const SAT: Look = { ...BASE_LOOK, columns: SAT_COLUMNS, numbers: PLAIN };
const STAMP = [
  "Firmado digitalmente por:",
  "QUISPE ÑAHUI Rosa María FAU 20131370645 soft",
  "Motivo: Soy el autor del documento",
  "Fecha: 10/01/2024 16:32:05-0500",
];
const ENTITY: EntityPlanOptions = {
  seed: 1,
  year: 2024,
  rows: 18,
  subtotal: null,
  total: "TOTAL GENERAL",
  blankZeros: false,
  tables: 1,
};

/** Too narrow for most units, and for the widest numbers. */
const NARROW = withNumberWidth(INTERLEAVED, 0.72).map((column) =>
  column.key === "unit" ? { ...column, width: 1.2 } : column,
);

/** The samples that the repository keeps, in `samples/<family>/`. */
export function samples(): Sample[] {
  return [
    {
      name: "ruled",
      about: "the published report's 79 rows; all cells ruled, title and header on each page",
      producer: "pdfkit",
      plan: seedPlan(79),
      look: SAT,
    },
    {
      name: "unruled",
      about:
        "half a year; no rules; the header on the first page only; numbers at the top left of their cells; page numbers",
      producer: "pdfkit",
      plan: satPlan(7, 36, 2022),
      look: {
        ...SAT,
        columns: withNumberWidth(SAT_COLUMNS, 1.4),
        rules: "none",
        headerOn: "first",
        titleOn: "first",
        align: "left",
        valign: "top",
        pageNumbers: true,
      },
    },
    {
      name: "merged-organ",
      about: "an organ printed once in a cell over its rows, also over a page break; marks between thousands",
      producer: "pdfkit",
      plan: satPlan(39, 36, 2022),
      look: {
        ...SAT,
        columns: withNumberWidth(SAT_COLUMNS, 2.4),
        fontSize: 5.5,
        organ: "merged",
        numbers: PERUVIAN,
        valign: "top",
      },
    },
    {
      name: "rotated-90",
      about: "/Rotate 90; month names run upwards; lines only between rows; zeros and blanks side by side",
      producer: "pdfkit",
      plan: satPlan(12, 30, 2021),
      look: {
        ...SAT,
        columns: withNumberWidth(SAT_COLUMNS, 1.5),
        rotate: 90,
        verticalHeader: true,
        rules: "rows",
        align: "center",
      },
    },
    {
      name: "rotated-270",
      about: "/Rotate 270; a grey BORRADOR across each page; a signature's stamp over the cells",
      producer: "pdfkit",
      plan: seedPlan(45),
      look: { ...SAT, rotate: 270, watermark: "BORRADOR", stamp: STAMP },
    },
    {
      name: "facing-pages",
      about: "the left half of the columns on one page, the right half on the next",
      producer: "pdfkit",
      plan: seedPlan(40),
      look: { ...SAT, paper: A4_LANDSCAPE, facingFrom: 17, fontSize: 5.5, padding: 2 },
    },
    {
      name: "quarters-first",
      about:
        "three header levels, quarters before months, codes, % de avance; 1.234,56; drawn sideways on a portrait page",
      producer: "pdfkit",
      plan: entityPlan(INSTITUTE, { ...ENTITY, seed: 40, subtotal: "Subtotal", total: "Total general" }),
      look: {
        ...BASE_LOOK,
        columns: withNumberWidth(QUARTERS_FIRST, 2),
        numbers: EUROPEAN,
        sideways: true,
        fontSize: 5.5,
      },
    },
    {
      name: "parted-rows",
      about: "rows parted by the end of a page; merged organ over page breaks; header on the first page only",
      producer: "pdfkit",
      plan: entityPlan(MUNICIPALITY, { ...ENTITY, seed: 31, rows: 54, subtotal: null, total: "TOTAL" }),
      look: {
        ...BASE_LOOK,
        paper: [841.89, 500],
        columns: withNumberWidth(MONTHS_ONLY, 1.1),
        numbers: PLAIN,
        fontSize: 5,
        organ: "merged",
        headerOn: "first",
        titleOn: "first",
        partRows: true,
        valign: "top",
        totalAlign: "right",
      },
    },
    {
      name: "two-tables",
      about: "two tables on a page, each with its header; 1 234,5; numbers centred",
      producer: "pdfkit",
      plan: entityPlan(MUNICIPALITY, { ...ENTITY, seed: 41, rows: 18, subtotal: "SUBTOTAL", tables: 2 }),
      look: {
        ...BASE_LOOK,
        columns: withNumberWidth(INTERLEAVED, 1.6),
        numbers: SPACED,
        rules: "header",
        align: "center",
        pageNumbers: true,
      },
    },
    {
      name: "narrow",
      about:
        "narrow columns of 4 pt whose words reach over their edges; blanks for zeros; numbers at the bottom",
      producer: "pdfkit",
      plan: entityPlan(INSTITUTE, {
        ...ENTITY,
        seed: 36,
        rows: 26,
        blankZeros: true,
        total: "TOTAL INSTITUCIONAL",
      }),
      look: {
        ...BASE_LOOK,
        paper: [540, 700],
        margin: 20,
        columns: NARROW,
        numbers: PLAIN,
        fontSize: 4,
        padding: 1.5,
        rules: "none",
        align: "right",
        valign: "bottom",
      },
    },
    {
      name: "zebra",
      about: "shaded rows without rules; wrapped text with its numbers in the middle",
      producer: "chromium",
      plan: seedPlan(50),
      look: { ...SAT, rules: "none", zebra: "#eef2f7" },
    },
    {
      name: "browser-merged",
      about: "an organ printed once beside its rows, by a browser; decimals",
      producer: "chromium",
      plan: satPlan(44, 36, 2020),
      look: { ...SAT, columns: withNumberWidth(SAT_COLUMNS, 1.9), organ: "merged", numbers: PERUVIAN },
    },
    {
      name: "interleaved",
      about: "P and E under each month, SEP, U.M.; the organ as a row of its own; subtotals",
      producer: "chromium",
      plan: entityPlan(MUNICIPALITY, { ...ENTITY, seed: 44, rows: 30, subtotal: "SUBTOTAL" }),
      look: {
        ...BASE_LOOK,
        columns: withNumberWidth(withoutOrgan(INTERLEAVED), 1.2),
        numbers: PLAIN,
        organ: "band",
      },
    },
    {
      name: "cover",
      about: "a cover and a page of prose with a table of its own before the plan; thousands and decimals",
      producer: "chromium",
      plan: entityPlan(INSTITUTE, { ...ENTITY, seed: 61, rows: 26 }),
      look: {
        ...BASE_LOOK,
        paper: A3_LANDSCAPE,
        columns: withNumberWidth(MONTHS_ONLY, 1.2),
        numbers: PERUVIAN,
        rules: "rows",
        cover: true,
      },
    },
  ];
}
