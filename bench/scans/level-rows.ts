import type { Scan } from "../../src/ocr/read-scan.ts";
import { tiltBox } from "../../src/page-tables/tilt-box.ts";
import { turnBox } from "../../src/pdf/turn.ts";
import type { Extraction } from "../../src/schema.ts";

/** An extraction with its boxes on the pages as they were drawn, upright and level, not as they were scanned. */
export function levelRows(extraction: Extraction, scans: readonly Scan[]): Extraction {
  const rows = extraction.rows.map((row) => {
    const cells = Object.entries(row.source.cells).map(([name, cell]) => {
      const { page, skew } = scans[cell.page - 1]!;
      if (cell.box === null) return [name, cell] as const;
      const turned = turnBox(cell.box, page.turns, ...sizeAsSeen(page));
      return [name, { ...cell, box: [...tiltBox(turned, -skew, page.width, page.height)] }] as const;
    });
    return { ...row, source: { ...row.source, cells: Object.fromEntries(cells) } };
  });
  return { ...extraction, rows } as Extraction;
}

function sizeAsSeen({ turns, width, height }: Scan["page"]): [number, number] {
  return turns % 2 === 1 ? [height, width] : [width, height];
}
