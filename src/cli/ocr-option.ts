import { Option } from "commander";
import type { Requested } from "../batch/conversion.ts";

/** What `--ocr` says, as it was typed. */
export type OcrFlag = "auto" | "off" | "force";

/** `--ocr`, the same for every command that says how documents are read. */
export function ocrOption(): Option {
  return new Option("--ocr <mode>", "which pages of PDFs are read by OCR")
    .choices(["auto", "off", "force"])
    .default("auto", "those without text that can be used");
}

/** What was asked for, as it is written down. */
export function requestedOcr(ocr: OcrFlag): Pick<Requested, "ocr"> {
  return ocr === "auto" ? {} : { ocr };
}
