import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { RecognizeResult } from "tesseract.js";
import { PoiError } from "../errors.ts";
import { encodePgm } from "./encode-pgm.ts";
import type { Engine, Script, SeenWord } from "./engine.ts";

/** Page segmentation 7, a single line: the pieces are cut as lines already. */
const SINGLE_LINE = "7";
/** Page segmentation 13: the whole picture is the line, whatever is in it. */
const RAW_LINE = "13";
/** What a number may be written with. */
const FIGURES = "0123456789.,%-";

/**
 * Starts `workers` Tesseract workers behind one scheduler, hands the engine to `use`, and ends the workers
 * whatever happens. The program and its Spanish data come from the installed packages: nothing is fetched.
 * Each worker takes about 120 MB.
 *
 * @throws {PoiError} `ocr-failed`, and whatever `use` throws
 */
export async function withEngine<T>(workers: number, use: (engine: Engine) => Promise<T>): Promise<T> {
  const { createScheduler, createWorker, OEM } = (await import("tesseract.js")).default;
  const require = createRequire(import.meta.url);
  const langPath = join(dirname(require.resolve("@tesseract.js-data/spa/package.json")), "4.0.0_best_int");
  const scheduler = createScheduler();
  const options = { langPath, gzip: true, cacheMethod: "none", errorHandler: () => {} };
  try {
    const started = await Promise.allSettled(
      Array.from({ length: workers }, async () =>
        scheduler.addWorker(await createWorker("spa", OEM.LSTM_ONLY, options)),
      ),
    );
    const failed = started.find((one) => one.status === "rejected");
    if (failed !== undefined) throw ocrFailed("start", failed.reason);
    return await use({
      recognise: async (picture, script) => {
        const job = scheduler.addJob("recognize", encodePgm(picture), parameters(script), { blocks: true });
        return words(await job.catch((cause) => Promise.reject(ocrFailed("read a line", cause))));
      },
    });
  } finally {
    await scheduler.terminate();
  }
}

/** Tesseract's own parameters travel among the options of each picture. */
function parameters(script: Script): object {
  return {
    tessedit_pageseg_mode: script === "blurred" ? RAW_LINE : SINGLE_LINE,
    user_defined_dpi: "300",
    // Light print on dark is not looked for: it would read every doubtful line twice.
    tessedit_do_invert: "0",
    tessedit_char_whitelist: script === "number" ? FIGURES : "",
  };
}

function words({ data }: RecognizeResult): SeenWord[] {
  const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap(({ lines }) => lines));
  return lines
    .flatMap((line) => line.words)
    .filter((word) => word.text.trim() !== "")
    .map(({ text, confidence, bbox }) => ({
      text: text.trim(),
      confidence: confidence / 100,
      left: bbox.x0,
      top: bbox.y0,
      right: bbox.x1,
      bottom: bbox.y1,
    }));
}

function ocrFailed(what: string, cause: unknown): PoiError {
  return new PoiError("ocr-failed", `Cannot ${what} with Tesseract: ${cause}`, {
    cause,
    hint: "install the packages again with npm ci",
  });
}
