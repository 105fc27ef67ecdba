import type { LimitFlags } from "./limit-options.ts";
import type { OcrFlag } from "./ocr-option.ts";

/** The options of `poi convert` as they were typed. */
export interface ConvertFlags extends LimitFlags {
  readonly out?: string;
  readonly filesFrom?: string;
  readonly family: string;
  readonly pages?: string;
  readonly ocr: OcrFlag;
  readonly password?: string;
  readonly force?: boolean;
  readonly strict?: boolean;
  readonly log: "auto" | "text" | "json";
}
