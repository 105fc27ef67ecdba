/** Numbers of the document itself, which are given as they are. */
const EXACT = new Set(["value"]);

/** The same facts with places and sizes in hundredths of a point: finer ones say nothing to a person. */
export function roundPlaces<T>(facts: T): T {
  if (typeof facts === "number") return (Math.round(facts * 100) / 100) as T;
  if (Array.isArray(facts)) return facts.map(roundPlaces) as T;
  if (typeof facts !== "object" || facts === null) return facts;
  const entries = Object.entries(facts);
  return Object.fromEntries(
    entries.map(([key, held]) => [key, EXACT.has(key) ? held : roundPlaces(held)]),
  ) as T;
}
