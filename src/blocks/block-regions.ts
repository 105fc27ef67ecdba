import type { Box, Flag, Page } from "../document.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";
import type { ColumnLayout } from "../page-tables/place-columns.ts";
import type { Region, RegionRow } from "../page-tables/region.ts";
import type { Block } from "./find-blocks.ts";
import type { BodyLine } from "./strip.ts";

/** An activity, and the lines from where it begins to where the next does. */
export interface PlacedBlock {
  readonly block: Block;
  readonly own: readonly BodyLine[];
  /** What may be wrong with it. */
  readonly doubts: readonly Flag[];
}

/** What of the activities under a header stands on each page, for people who look at how a page was read: a row for each line of numbers. */
export function blockRegions(
  blocks: readonly PlacedBlock[],
  { columns }: ColumnLayout,
  header: { readonly page: Page; readonly box: Box },
): Region[] {
  const toRow = (texts: readonly BodyLine[], name: BodyLine, numbers: BodyLine | null): RegionRow => {
    const cells = columns.map(({ kind }, i) => ({
      words:
        kind === "cell" ? (numbers?.placed.cells[i] ?? []) : texts.flatMap(({ placed }) => placed.cells[i]!),
      box: null,
    }));
    const [, top, , bottom] = boundingBox(
      [...name.line.words, ...(numbers?.line.words ?? [])].map(({ box }) => box),
    );
    return { cells, top, bottom, at: (numbers ?? name).line.y, isBand: false };
  };
  const rows = blocks.flatMap(({ block, own }) => {
    const pages = new Set<Page>();
    return block.years.flatMap(({ lines }) =>
      lines.map(({ name, numbers }) => {
        const { page } = numbers ?? name;
        // The texts of an activity are drawn once a page, with the first of its lines.
        const texts = pages.has(page) ? [] : own.filter((line) => line.page === page);
        pages.add(page);
        return { page, row: toRow(texts, name, numbers) };
      }),
    );
  });
  return [...Map.groupBy(rows, ({ page }) => page)].map(([page, own]): Region => {
    const isOfHeader = page === header.page;
    const boxes = own.flatMap(({ row }) => row.cells.flatMap(({ words }) => words.map(({ box }) => box)));
    return {
      page,
      columns,
      rows: own.map(({ row }) => row),
      hasHeader: isOfHeader,
      box: boundingBox(isOfHeader ? [...boxes, header.box] : boxes),
    };
  });
}
