/**
 * Moves the focus through the number cells of a row as they stand on the screen: left and right in the order of
 * print, up and down to the nearest cell of the next line.
 */
export function moveFocus(root: HTMLElement | null, key: string, start: string | undefined): void {
  const cells = [...(root?.querySelectorAll<HTMLInputElement>("input[data-cell]") ?? [])];
  const at = cells.indexOf(document.activeElement as HTMLInputElement);
  const to =
    at < 0
      ? (cells.find(({ dataset }) => dataset.cell === start) ?? cells[0])
      : key === "ArrowLeft" || key === "ArrowRight"
        ? cells[at + (key === "ArrowRight" ? 1 : -1)]
        : neighbour(cells, cells[at]!, key === "ArrowDown" ? 1 : -1);
  to?.focus();
  to?.select();
}

function neighbour(cells: readonly HTMLInputElement[], from: HTMLInputElement, step: 1 | -1) {
  const own = from.getBoundingClientRect();
  const ranked = cells
    .map((cell) => ({ cell, box: cell.getBoundingClientRect() }))
    .filter(({ box }) => step * (box.top - own.top) > own.height / 2)
    .sort(
      (a, b) =>
        step * (a.box.top - b.box.top) || Math.abs(a.box.left - own.left) - Math.abs(b.box.left - own.left),
    );
  return ranked[0]?.cell;
}
