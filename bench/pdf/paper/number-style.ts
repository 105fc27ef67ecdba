/** How a document writes its numbers. */
export interface NumberStyle {
  readonly thousands: "" | "," | "." | " ";
  readonly decimal: "." | ",";
}

/** What most entities print, with and without marks between thousands. */
export const PLAIN: NumberStyle = { thousands: "", decimal: "." };
export const PERUVIAN: NumberStyle = { thousands: ",", decimal: "." };
export const EUROPEAN: NumberStyle = { thousands: ".", decimal: "," };
export const SPACED: NumberStyle = { thousands: " ", decimal: "," };

/** A number as it is printed; a blank is an empty text. */
export function printNumber(value: number | null, decimals: number, style: NumberStyle): string {
  if (value === null) return "";
  const [whole = "", fraction] = value.toFixed(decimals).split(".");
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, style.thousands);
  return fraction === undefined ? marked : `${marked}${style.decimal}${fraction}`;
}
