import type { Made } from "./made.ts";
import { runTool } from "./run-tool.ts";

type Base = Pick<Made, "name" | "bytes" | "truth">;

/** On the way through PostScript embedded fonts lose what their letters mean: standard ones have nothing to lose. */
const LOSES_LETTERS = "through-postscript";

const USER_PASSWORD = "clave-2024";

/** What programs that rewrite a PDF do to it, with the arguments that make them. */
const REWRITERS: readonly {
  readonly name: string;
  readonly program: string;
  readonly arguments: readonly string[];
  readonly password?: string;
}[] = [
  {
    name: "ghostscript",
    program: "gs",
    arguments: ["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-sOutputFile=out.pdf", "in.pdf"],
  },
  {
    name: "ghostscript-1.4-ebook",
    program: "gs",
    arguments: [
      "-q",
      "-dNOPAUSE",
      "-dBATCH",
      "-sDEVICE=pdfwrite",
      "-dCompatibilityLevel=1.4",
      "-dPDFSETTINGS=/ebook",
      "-sOutputFile=out.pdf",
      "in.pdf",
    ],
  },
  {
    name: LOSES_LETTERS,
    program: "sh",
    arguments: [
      "-c",
      "gs -q -dNOPAUSE -dBATCH -sDEVICE=ps2write -sOutputFile=a.ps in.pdf && ps2pdf a.ps out.pdf",
    ],
  },
  { name: "cairo", program: "pdftocairo", arguments: ["-pdf", "in.pdf", "out.pdf"] },
  { name: "linearized", program: "qpdf", arguments: ["--linearize", "in.pdf", "out.pdf"] },
  {
    name: "object-streams",
    program: "qpdf",
    arguments: ["--object-streams=generate", "--recompress-flate", "in.pdf", "out.pdf"],
  },
  {
    name: "uncompressed",
    program: "qpdf",
    arguments: ["--qdf", "--object-streams=disable", "in.pdf", "out.pdf"],
  },
  { name: "turned-180", program: "qpdf", arguments: ["--rotate=+180", "in.pdf", "out.pdf"] },
  {
    name: "empty-password",
    program: "qpdf",
    arguments: ["--encrypt", "", "owner", "256", "--", "in.pdf", "out.pdf"],
  },
  {
    name: "empty-password-rc4",
    program: "qpdf",
    arguments: [
      "--allow-weak-crypto",
      "--encrypt",
      "",
      "owner",
      "128",
      "--use-aes=n",
      "--",
      "in.pdf",
      "out.pdf",
    ],
  },
  {
    name: "user-password",
    program: "qpdf",
    arguments: ["--encrypt", USER_PASSWORD, "owner", "256", "--", "in.pdf", "out.pdf"],
    password: USER_PASSWORD,
  },
];

/** A document rewritten by Ghostscript and qpdf: what is printed stays the same. */
export async function rewritten(base: Base): Promise<Made[]> {
  const made: Made[] = [];
  const stem = base.name.replace(/\.pdf$/, "");
  for (const { name, program, arguments: args, password } of REWRITERS) {
    const bytes = await runTool(program, { name: "in.pdf", bytes: base.bytes }, "out.pdf", () => args);
    const expected = name === LOSES_LETTERS && base.truth?.producer === "chromium" ? "flagged" : "right";
    const one: Made = { name: `${stem}-${name}.pdf`, bytes, truth: base.truth, expected };
    if (password === undefined) made.push(one);
    else {
      made.push({ ...one, password });
      made.push({ ...one, name: `${stem}-${name}-missing.pdf`, expected: ["password-needed"] });
      made.push({
        ...one,
        name: `${stem}-${name}-wrong.pdf`,
        expected: ["password-wrong"],
        password: "otra",
      });
    }
  }
  return made;
}
