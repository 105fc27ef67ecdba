import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { PoiError } from "../errors.ts";
import { encodePgm } from "./encode-pgm.ts";
import type { Engine, Script, SeenWord } from "./engine.ts";

/** Page segmentation 7, a single line: the pieces are cut as lines already. */
const SINGLE_LINE = "7";
/** Page segmentation 13: the whole picture is the line, whatever is in it. */
const RAW_LINE = "13";
/** What a number may be written with. */
const FIGURES = "0123456789.,%-";
/** Tesseract's neural network alone, which is all that its Spanish data holds. */
const LSTM_ONLY = 1;
const LANGUAGE = "spa";
/** Where Tesseract looks for its picture. */
const INPUT = "/input";
/** As the picture lies: it carries no orientation of its own. */
const UPRIGHT = 1;

/** What is used of Tesseract as it comes compiled to WebAssembly: https://github.com/naptha/tesseract.js-core */
interface Tesseract {
  readonly FS: { readonly writeFile: (path: string, data: Uint8Array) => void };
  readonly TessBaseAPI: new () => TesseractApi;
}

interface TesseractApi {
  readonly Init: (path: null, language: string, mode: number) => number;
  readonly SetVariable: (name: string, value: string) => boolean;
  /** Takes the picture that lies in the file `/input`; 1 where it cannot be read. */
  readonly SetImageFile: (exif: number, angle: number) => number;
  readonly Recognize: (monitor: null) => number;
  readonly GetJSONText: () => string;
  readonly End: () => void;
}

type StartTesseract = (options: {
  readonly print: () => void;
  readonly printErr: () => void;
}) => Promise<Tesseract>;

/** What Tesseract says of a picture, as far as it is used. */
interface Recognised {
  readonly blocks: readonly {
    readonly paragraphs: readonly {
      readonly lines: readonly { readonly words: readonly TesseractWord[] }[];
    }[];
  }[];
}

interface TesseractWord {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}

/**
 * Starts Tesseract, hands the engine to `use`, and ends it whatever happens. It reads in the thread that asks, one
 * picture after the other: many pages are read at once in threads, each with an engine of its own. The program and its
 * Spanish data come from the installed packages: nothing is fetched. It takes about 120 MB.
 *
 * @throws {PoiError} `ocr-failed`, and whatever `use` throws
 */
export async function withEngine<T>(use: (engine: Engine) => Promise<T>): Promise<T> {
  const { tesseract, api } = await start().catch((cause) => Promise.reject(ocrFailed("start", cause)));
  try {
    return await use({
      recognise: async (picture, script) => {
        try {
          for (const [name, value] of Object.entries(parameters(script))) api.SetVariable(name, value);
          tesseract.FS.writeFile(INPUT, encodePgm(picture));
          if (api.SetImageFile(UPRIGHT, 0) === 1) throw new Error("the picture of the line was refused");
          api.Recognize(null);
          return words(JSON.parse(api.GetJSONText()));
        } catch (cause) {
          throw ocrFailed("read a line", cause);
        }
      },
    });
  } finally {
    api.End();
  }
}

async function start(): Promise<{ tesseract: Tesseract; api: TesseractApi }> {
  const require = createRequire(import.meta.url);
  const startTesseract: StartTesseract = require("tesseract.js-core/tesseract-core-relaxedsimd");
  // What it says while it works would stand among the results.
  const tesseract = await startTesseract({ print: () => {}, printErr: () => {} });
  const data = dirname(require.resolve("@tesseract.js-data/spa/package.json"));
  const packed = readFileSync(join(data, "4.0.0_best_int", `${LANGUAGE}.traineddata.gz`));
  tesseract.FS.writeFile(`./${LANGUAGE}.traineddata`, gunzipSync(packed));
  const api = new tesseract.TessBaseAPI();
  if (api.Init(null, LANGUAGE, LSTM_ONLY) !== 0) throw new Error("its language data was refused");
  return { tesseract, api };
}

function parameters(script: Script): Readonly<Record<string, string>> {
  return {
    tessedit_pageseg_mode: script === "blurred" ? RAW_LINE : SINGLE_LINE,
    user_defined_dpi: "300",
    // Light print on dark is not looked for: it would read every doubtful line twice.
    tessedit_do_invert: "0",
    tessedit_char_whitelist: script === "number" ? FIGURES : "",
  };
}

function words({ blocks }: Recognised): SeenWord[] {
  return blocks
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ lines }) => lines)
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
