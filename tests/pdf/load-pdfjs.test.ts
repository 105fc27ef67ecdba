import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const LOADER = fileURLToPath(new URL("../../src/pdf/load-pdfjs.ts", import.meta.url));

/** Loaded once, pdf.js stays as it is: each check needs a process of its own. */
function inNewProcess(script: string): unknown {
  const program = `
    import { createRequire } from "node:module";
    const require = createRequire(${JSON.stringify(LOADER)});
    const isLoaded = () => Object.keys(require.cache).some((path) => /@napi-rs.canvas.+\\.node$/.test(path));
    const { loadPdfjs } = await import(${JSON.stringify(LOADER)});
    const say = (value) => process.stdout.write(JSON.stringify(value));
    ${script}`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  return JSON.parse(output);
}

test("pdf.js is loaded once, and without the canvas package", () => {
  const found = inNewProcess(`
    const [one, two] = await Promise.all([loadPdfjs(), loadPdfjs()]);
    say([one === two, typeof one.getDocument, isLoaded()]);
  `);
  expect(found).toEqual([true, "function", false]);
});

test("pdf.js and its worker are loaded without all that fetches, which stays as it is for everyone else", () => {
  const found = inNewProcess(`
    await loadPdfjs();
    const before = process.moduleLoadList.some((name) => name.includes("undici"));
    say([before, typeof pdfjsWorker.WorkerMessageHandler, await new Response("text").text()]);
  `);
  expect(found).toEqual([false, "function", "text"]);
});

test("what pdf.js draws with is the canvas package's own, loaded when it is first used", () => {
  const found = inNewProcess(`
    await loadPdfjs();
    const before = isLoaded();
    const matrix = new DOMMatrix([1, 2, 3, 4, 5, 6]);
    const path = new Path2D();
    const canvas = require("@napi-rs/canvas");
    say([before, isLoaded(), matrix.f, matrix instanceof canvas.DOMMatrix, matrix instanceof DOMMatrix,
      path instanceof canvas.Path2D, DOMMatrix.fromMatrix(matrix).e]);
  `);
  expect(found).toEqual([false, true, 6, true, true, true, 5]);
});

test("whoever asks for the canvas package besides pdf.js is given the real one, even while pdf.js is loaded", () => {
  const found = inNewProcess(`
    const loading = loadPdfjs();
    const canvas = await import(require.resolve("@napi-rs/canvas"));
    await loading;
    say([typeof canvas.createCanvas, typeof require("@napi-rs/canvas").createCanvas]);
  `);
  expect(found).toEqual(["function", "function"]);
});
