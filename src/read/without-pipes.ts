import { looksNumeric } from "../rules/number.ts";

/** Markdown and the consoles of databases part cells by bars, and the header from the rows by a line of dashes. */
const BAR = /[|│┃║]/;
const RULER = /^[\s|│┃║:+=\-─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝]+$/;

/** A row between bars has at least as many numbers: the target and two months. */
const ROW_NUMBERS = 3;
/** Lines with numbers that are looked at to tell whether bars part the cells. */
const SAMPLE_LINES = 300;
/** A longer line is no row. */
const MAX_LENGTH = 20_000;

/**
 * Turns a table whose cells stand between bars into one whose cells stand between tabs, line by line: what marks
 * cells as bold, their line breaks and the rulers under the header are dropped. Any other text comes back as it is.
 */
export function withoutPipes(text: string): string {
  if (!BAR.test(text)) return text;
  const lines = text.split("\n");
  if (!hasPipes(lines)) return text;
  return lines
    .map((line) => {
      if (line.length > MAX_LENGTH) return line;
      if (RULER.test(line)) return "";
      return BAR.test(line) ? cellsOf(line).join("\t") : line;
    })
    .join("\n");
}

/** Whether most lines with several numbers have each of them between bars. */
function hasPipes(lines: readonly string[]): boolean {
  let [rows, piped] = [0, 0];
  for (const line of lines) {
    if (rows === SAMPLE_LINES) break;
    if (line.length > MAX_LENGTH || countNumbers(line.split(/[\s|│┃║*_]+/)) < ROW_NUMBERS) continue;
    rows++;
    if (countNumbers(cellsOf(line)) >= ROW_NUMBERS) piped++;
  }
  return piped > 0 && piped * 2 >= rows;
}

function countNumbers(texts: readonly string[]): number {
  return texts.filter(looksNumeric).length;
}

/** The cells of a line; bars at its ends are a frame. */
function cellsOf(line: string): string[] {
  const inside = line
    .trim()
    .replace(/^[|│┃║]/, "")
    .replace(/(?<!\\)[|│┃║]$/, "");
  return inside.split(/(?<!\\)[|│┃║]/).map(cleanCell);
}

function cleanCell(cell: string): string {
  return cell
    .replaceAll("\\|", "|")
    .replace(/<br ?\/?>|\t/gi, " ")
    .replace(/(\*\*|__)(.+?)\1/g, "$2")
    .trim();
}
