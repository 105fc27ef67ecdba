/** A key or cell name as the name of a column: `programmed.jan` is `programmed_jan`, `costCentre` is `cost_centre`. */
export function toColumnName(key: string): string {
  return key.replaceAll(".", "_").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
