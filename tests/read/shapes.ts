/** A table as it was meant, and the shapes in which people paste it. */
export interface SampleRow {
  /** Organ, category, activity, unit. */
  readonly labels: readonly string[];
  /** Target, 12 programmed, 12 executed, 8 quarters; null is a blank. */
  readonly numbers: readonly (number | null)[];
}

export interface SampleTable {
  readonly rows: readonly SampleRow[];
  readonly title?: string;
  readonly footer?: readonly string[];
}

export type Alignment = "top" | "middle" | "bottom";

export const MONTHS = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SET", "OCT", "NOV", "DIC"];
const LABELS = ["ÓRGANO / UNIDAD ORGÁNICA", "ACTIVIDAD MEF", "ACTIVIDAD POI", "UNIDAD DE MEDIDA"];
const GROUPS = ["PROGRAMADO", "EJECUTADO", "I TRIMESTRE", "II TRIMESTRE", "III TRIMESTRE", "IV TRIMESTRE"];
const LEAVES = [...MONTHS, ...MONTHS, ...Array.from({ length: 4 }, () => ["PROG", "EJC"]).flat()];
const NUMBER_COLUMNS = 33;

/** Header fields as Excel copies them: a group's name, then empty fields under the rest of its merged cell. */
function headerFields(): string[][] {
  const upper = [...LABELS, "META"];
  for (const [i, group] of GROUPS.entries()) upper.push(group, ...Array<string>(i < 2 ? 11 : 1).fill(""));
  return [upper, ["", "", "", "", "", ...LEAVES]];
}

function rowFields(row: SampleRow): string[] {
  return [...row.labels, ...row.numbers.map((number) => (number === null ? "" : String(number)))];
}

/** Fields by a separator, quoted where they need it (RFC 4180). */
export function delimited(table: SampleTable, separator: string, eol = "\n"): string {
  const quote = (field: string) =>
    field.includes(separator) || /["\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
  const lines = [...headerFields(), ...table.rows.map(rowFields)].map((fields) =>
    fields.map(quote).join(separator),
  );
  return around(table, lines).join(eol);
}

/** As Excel puts cells on the clipboard: tabs, and texts of several lines in quotes. */
export function fromExcel(table: SampleTable, width: number): string {
  const rows = table.rows.map((row) => ({
    ...row,
    labels: row.labels.map((text) => wrap(text, width).join("\n")),
  }));
  return delimited({ ...table, rows }, "\t");
}

/** A table of a page on the web, as browsers copy it: fields under and beside cells that span several are left out. */
export function fromBrowser(table: SampleTable): string {
  const heads = headerFields().map((fields) => fields.filter(Boolean));
  const rows = table.rows.map((row, i) =>
    row.labels[0] === table.rows[i - 1]?.labels[0] ? rowFields(row).slice(1) : rowFields(row),
  );
  return around(
    table,
    [...heads, ...rows].map((fields) => fields.join("\t")),
  ).join("\n");
}

/** Markdown, with the ruler it needs under its first line. */
export function markdown(table: SampleTable): string {
  const [upper, ...others] = [...headerFields(), ...table.rows.map(rowFields)].map(
    (fields) => `| ${fields.join(" | ")} |`,
  );
  return around(table, [upper!, `|${"---|".repeat(headerFields()[0]!.length)}`, ...others]).join("\n");
}

/** All white space made one space, line by line: blanks are gone. */
export function collapsed(table: SampleTable): string {
  const lines = [...headerFields(), ...table.rows.map(rowFields)].map((fields) =>
    fields.filter(Boolean).join(" "),
  );
  return around(table, lines).join("\n");
}

/** All white space made one space, line ends too. */
export function oneLine(table: SampleTable): string {
  return collapsed(table).replace(/\s+/g, " ");
}

/** A line for each cell, as `pdftotext` writes a table it reads along the rows. */
export function cellByCell(table: SampleTable): string {
  const cells = [...headerFields(), ...table.rows.map(rowFields)].flat().filter(Boolean);
  return around(table, cells).join("\n");
}

/** `pdftotext -raw`: cells in order, wrapped ones a line each, the numbers behind the last line. */
export function raw(table: SampleTable, width: number): string {
  const lines = headerFields().map((fields) => fields.filter(Boolean).join(" "));
  for (const { labels, numbers } of table.rows) {
    const printed = labels.flatMap((text) => wrap(text, width));
    const last = printed.pop()!;
    lines.push(...printed, [last, ...numbers.filter((number) => number !== null)].join(" "));
  }
  return around(table, lines).join("\n");
}

/** A browser's PDF viewer: a line for each visual line, cells one space apart. */
export function visualLines(table: SampleTable, width: number, alignment: Alignment): string {
  const lines = headerFields().map((fields) => fields.filter(Boolean).join(" "));
  for (const row of table.rows) {
    for (const cells of placeCells(row, [width, width, width, width], alignment))
      lines.push(cells.filter(Boolean).join(" "));
  }
  return around(table, lines).join("\n");
}

/** `pdftotext -layout`: columns kept by spaces, wrapped cells over several lines. */
export function layout(table: SampleTable, widths: readonly number[], alignment: Alignment, gap = 0): string {
  const all = [...widths, ...Array<number>(NUMBER_COLUMNS).fill(7)];
  const [upper, lower] = headerFields();
  const lines = [printGroups(upper!, all), printLine(lower!, all)];
  for (const row of table.rows) {
    for (const cells of placeCells(row, widths, alignment)) lines.push(printLine(cells, all));
    lines.push(...Array<string>(gap).fill(""));
  }
  return around(table, lines).join("\n");
}

function around(table: SampleTable, lines: readonly string[]): string[] {
  const title = table.title === undefined ? [] : [table.title, ""];
  return [...title, ...lines, ...(table.footer === undefined ? [] : ["", ...table.footer])];
}

/** The visual lines of a row, each with all its cells. */
function placeCells(row: SampleRow, widths: readonly number[], alignment: Alignment): string[][] {
  const texts = row.labels.map((text, i) => wrap(text, widths[i]! - 2));
  const height = Math.max(...texts.map((lines) => lines.length));
  const offset = (size: number) =>
    alignment === "top" ? 0 : alignment === "bottom" ? height - size : Math.floor((height - size) / 2);
  return Array.from({ length: height }, (_, y) => {
    const numbers = y === offset(1) ? rowFields(row).slice(4) : row.numbers.map(() => "");
    return [...texts.map((lines) => lines[y - offset(lines.length)] ?? ""), ...numbers];
  });
}

function printLine(cells: readonly string[], widths: readonly number[]): string {
  const printed = cells.map((cell, i) => (i < 4 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)));
  return printed.join("").trimEnd();
}

/** Group names stand over the middle of their columns. */
function printGroups(cells: readonly string[], widths: readonly number[]): string {
  let line = "";
  let x = 0;
  for (const [i, cell] of cells.entries()) {
    let span = widths[i]!;
    for (let j = i + 1; i > 4 && cells[j] === ""; j++) span += widths[j]!;
    const start =
      i < 4 ? x : i === 4 ? x + widths[i]! - cell.length : x + Math.floor((span - cell.length) / 2);
    if (cell !== "") line = line.padEnd(start) + cell;
    x += widths[i]!;
  }
  return line;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
