/** Places in the table: a power of two. A state that falls on a taken place takes it over. */
const PLACES = 1 << 13;

/**
 * Remembers at what cost a search was in which state, as a transposition table of fixed size: it may forget, and
 * then some work is done twice.
 */
export function createSeenStates() {
  const keys = new Float64Array(PLACES);
  const costs = new Float64Array(PLACES);
  const rounds = new Uint32Array(PLACES);
  let round = 0;

  return {
    /** Forgets everything. */
    clear(): void {
      round++;
    },
    /** Whether the state was reached before at no higher cost; if not, it is remembered with this one. */
    wasCheaper(key: number, cost: number): boolean {
      const place = (Math.imul(key | 0, 0x9e3779b1) ^ (key / 0x100000000)) & (PLACES - 1);
      if (rounds[place] === round && keys[place] === key && (costs[place] as number) <= cost + 1e-9)
        return true;
      rounds[place] = round;
      keys[place] = key;
      costs[place] = cost;
      return false;
    },
  };
}

export type SeenStates = ReturnType<typeof createSeenStates>;
