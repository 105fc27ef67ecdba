import { type Printed, trimTail } from "./print-row.ts";
import type { Labels, TruthDocument } from "./rows/truth-row.ts";

/** How a document is printed. */
export interface Print {
  /** The fields of each row, then of each total, damaged or not. */
  readonly rows: readonly Printed[];
  readonly totals: readonly Printed[];
  /** Blanks gone: single spaces between all words and numbers. */
  readonly collapsed: boolean;
  /** Rows filled up with blanks to the widest row of their page, as Excel pastes them; else bare ends. */
  readonly padded: boolean;
}

export interface PrintedDocument {
  readonly text: string;
  /** 1-based line of each row, then of each total. */
  readonly rowLines: readonly number[];
  readonly totalLines: readonly number[];
}

const ROWS_PER_PAGE = 33;
const ROMAN = ["I", "II", "III", "IV"];
const MONTHS = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SET", "OCT", "NOV", "DIC"];
const HEADER = [
  "ÓRGANO /UNIDAD ORGÁNICA",
  "ACTIVIDAD MEF",
  "ACTIVIDAD POI",
  "UNIDAD DE MEDIDA",
  "META",
  "PROGRAMADO",
  ...Array(11).fill(""),
  "EJECUTADO",
  ...Array(11).fill(""),
  ...ROMAN.flatMap((roman) => [`${roman} TRIMESTRE`, ""]),
];
const SUBHEADER = ["", "", "", "", "", ...MONTHS, ...MONTHS, ...ROMAN.flatMap(() => ["PROG", "EJC"])];

/** Prints a document in the seed's layout: pages with title and two-line header, totals, footer. */
export function printDocument(document: TruthDocument, print: Print): PrintedDocument {
  const lines: string[] = [];
  const put = (labels: readonly string[], fields: Printed) => {
    const words = [...labels, ...fields];
    lines.push(print.collapsed ? words.filter((word) => word !== "").join(" ") : words.join("\t"));
    return lines.length;
  };
  const pageOf = (row: number) => Math.floor(row / ROWS_PER_PAGE);
  const shape = (fields: Printed, row: number) => {
    const bare = trimTail(fields);
    if (!print.padded) return bare;
    const page = pageOf(row);
    const onPage = print.rows.slice(page * ROWS_PER_PAGE, (page + 1) * ROWS_PER_PAGE);
    const width = Math.max(33, ...onPage.map((fields) => trimTail(fields).length));
    return [...bare, ...Array(Math.max(0, width - bare.length)).fill("")];
  };
  const rowLines = document.rows.map(({ labels }, row) => {
    if (row % ROWS_PER_PAGE === 0) lines.push(...pageHead(document, print));
    return put(labelList(labels), shape(print.rows[row] as Printed, row));
  });
  const lastRow = document.rows.length - 1;
  const totalLines = print.totals.map((fields, index) => {
    const { labels } = document.totals[index] as (typeof document.totals)[number];
    return put(labelList(labels), shape(fields, lastRow));
  });
  lines.push("", "Fuente: Módulo de Control de la Gestión al 10/01/2024.");
  lines.push(
    "Elaboración: Área Funcional de Planificación – Oficina de Planificación y Estudios Económicos – SAT",
  );
  return { text: `${lines.join("\n")}\n`, rowLines, totalLines };
}

function labelList({ organ, category, activity, unit }: Labels): string[] {
  return [organ, category, activity, unit];
}

function pageHead({ throughQuarter }: TruthDocument, { collapsed }: Print): string[] {
  const title = `PLAN OPERATIVO INSTITUCIONAL 2023 - AL ${ROMAN[throughQuarter - 1]} TRIMESTRE`;
  const head = [HEADER, SUBHEADER].map((words) =>
    collapsed ? words.filter((word) => word !== "").join(" ") : words.join("\t"),
  );
  return ["", "", title, "", ...head];
}
