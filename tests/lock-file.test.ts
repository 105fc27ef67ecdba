import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./support/run-poi.ts";

interface LockedPackage {
  readonly version: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const text = readFileSync(join(root, "package-lock.json"), "utf8");
const packages = Object.entries<LockedPackage>(JSON.parse(text).packages);
const names = new Set(packages.map(([path]) => path));

test("the lock file holds the optional packages of every platform", () => {
  // Where one is missing, `npm ci` refuses the lock file on every machine. It happens when a version is newer than
  // its platform packages in the registry: pin one for which all are there.
  const missing = packages.flatMap(([path, { version, optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(`node_modules/${name}`) && !names.has(`${path}/node_modules/${name}`))
      .map((name) => `${path} ${version} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

test("the lock file names no registry, so that any can be used", () => {
  expect(text).not.toContain("https://registry.");
  expect(packages.filter(([, { resolved }]) => resolved?.startsWith("http"))).toEqual([]);
});
