import { runTool } from "../pdf/made/run-tool.ts";

/** What people paste of a PDF, by the program or the way it was taken out of it: the PDF's bytes to a text. */
export const SHAPES: Readonly<Record<string, (pdf: Uint8Array) => Promise<string>>> = {
  /** Columns by spaces. */
  layout: (pdf) => pdftotext(pdf, ["-layout"]),
  /** In the order in which the PDF draws. */
  raw: (pdf) => pdftotext(pdf, ["-raw"]),
  /** In the order of reading, as a viewer's "select all" gives it. */
  plain: (pdf) => pdftotext(pdf, []),
  /** A cell a line, or part of one. */
  mutool: (pdf) => takeOut(pdf, "mutool", ["draw", "-q", "-F", "txt", "-o", OUTPUT, INPUT]),
  /** Lines as printed, all runs of spaces made one: blanks are gone. */
  collapsed: async (pdf) => (await pdftotext(pdf, ["-layout"])).split("\n").map(collapse).join("\n"),
  /** The whole document on one line, as chats and forms make it. */
  line: async (pdf) => collapse(await pdftotext(pdf, ["-raw"])),
};

const INPUT = "in.pdf";
const OUTPUT = "out.txt";

function pdftotext(pdf: Uint8Array, options: readonly string[]): Promise<string> {
  return takeOut(pdf, "pdftotext", [...options, INPUT, OUTPUT]);
}

async function takeOut(bytes: Uint8Array, program: string, options: readonly string[]): Promise<string> {
  return Buffer.from(await runTool(program, { name: INPUT, bytes }, OUTPUT, () => options)).toString("utf8");
}

function collapse(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
