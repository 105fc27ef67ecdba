import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { summariseTimes, type Times } from "./times.ts";

const RUNS = 7;
const inRepository = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Time of `convert` on the seed from cold: from source and, where it was built, as published. */
export function measureColdStart(): [string, Times][] {
  const seed = inRepository("samples/sat-lima/poi-2023-iv.txt");
  const programs: [string, string][] = [
    ["from source", inRepository("src/cli/main.ts")],
    ["as published (dist)", inRepository("dist/cli/main.js")],
  ];
  return programs
    .filter(([, program]) => existsSync(program))
    .map(([name, program]) => {
      const times = Array.from({ length: RUNS }, () => {
        const start = performance.now();
        execFileSync(process.execPath, [program, "convert", seed], { stdio: ["ignore", "ignore", "ignore"] });
        return performance.now() - start;
      });
      return [name, summariseTimes(times)];
    });
}
