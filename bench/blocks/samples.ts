import type { BlockLook } from "./look.ts";
import type { BlockFamilyId } from "./plan/block-plan.ts";
import { makeReport, type Report } from "./report.ts";

const SIZE = { centres: 3, activities: 5 };

/** The reports that the repository keeps, in `samples/<family>/`, two of each family by two producers. */
export function blockSamples(): Report[] {
  const sample = (family: BlockFamilyId, producer: BlockLook["producer"], seed: number): Report => ({
    ...makeReport(family, producer, seed, SIZE, { isUsual: true }),
    name: producer === "chromium" ? "browser" : "spreadsheet",
  });
  return [
    sample("ceplan-b4", "chromium", 301),
    sample("ceplan-b4", "libreoffice", 301),
    sample("ceplan-b5", "chromium", 301),
    sample("ceplan-b5", "libreoffice", 305),
    sample("ceplan-b6", "chromium", 305),
    sample("ceplan-b6", "libreoffice", 302),
    sample("seguimiento", "chromium", 305),
    sample("seguimiento", "libreoffice", 303),
    sample("seguimiento-web", "chromium", 302),
    sample("seguimiento-web", "libreoffice", 302),
    sample("ficha-poi", "chromium", 301),
    sample("ficha-poi", "libreoffice", 301),
  ];
}
