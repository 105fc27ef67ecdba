/** A table for people: columns two spaces apart, numbers to the right. Ends with a line feed. */
export function formatTable(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const widths = header.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => String(row[i] ?? "").length)),
  );
  const line = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, i) => {
        const isNumber = typeof (rows[0]?.[i] ?? cell) === "number";
        return isNumber ? String(cell).padStart(widths[i]!) : String(cell).padEnd(widths[i]!);
      })
      .join("  ")
      .trimEnd();
  return [header, ...rows].map((cells) => `${line(cells)}\n`).join("");
}
