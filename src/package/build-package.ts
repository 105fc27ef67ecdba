import { symlinkSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";

/** Only for making the package: vite is no dependency of it. */

const SRC = fileURLToPath(new URL("..", import.meta.url));

/** What is started by its place: commands, processes, threads, what others import. */
const ENTRIES = ["index", "cli/main", "batch/conversion-worker", "scan-thread", "pdf/late-canvas"];

/**
 * Puts all modules of the program into few files, of which a process loads a tenth of the number: half of what it
 * takes to start is finding and opening modules. The packages that it depends on stay outside.
 *
 * @param out folder to write to; what else stands there stays
 */
export async function buildPackage(out: string): Promise<void> {
  await build({
    root: SRC,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    plugins: [keepPlaces()],
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: false,
      target: "node24",
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(ENTRIES.map((entry) => [entry, `${SRC}${entry}.ts`])),
        output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name].js" },
      },
    },
  });
}

/** Lays the package out as it lies where it was installed, for those who try it: in a folder that holds nothing yet. */
export async function installPackage(folder: string): Promise<void> {
  await buildPackage(join(folder, "dist"));
  for (const name of ["node_modules", "package.json", "pipelines"])
    symlinkSync(join(SRC, "..", name), join(folder, name));
}

/** A module's own address, from which it finds files that stand beside it, stays what it is without bundling. */
function keepPlaces(): Plugin {
  const mark = (path: string) => `__PLACE__(${JSON.stringify(path)})`;
  return {
    name: "keep-places",
    enforce: "pre",
    transform: (code, id) => {
      if (!id.startsWith(SRC) || !code.includes("import.meta.url")) return null;
      const path = id.slice(SRC.length).replace(/\.ts$/, ".js");
      return { code: code.replaceAll("import.meta.url", mark(path)), map: null };
    },
    renderChunk: (code, { fileName }) => ({
      code: code.replace(/__PLACE__\("([^"]+)"\)/g, (_, path: string) => {
        const from = posix.relative(dirname(fileName), path);
        return `new URL(${JSON.stringify(from.startsWith(".") ? from : `./${from}`)}, import.meta.url).href`;
      }),
      map: null,
    }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildPackage(fileURLToPath(new URL("../../dist", import.meta.url)));
}
