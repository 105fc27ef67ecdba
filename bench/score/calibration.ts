/** Stated confidence against observed correctness in ten bins of equal width, and the top bin once more, finer. */
export interface Calibration {
  readonly bins: Bin[];
  /** 0.9–0.99, 0.99–0.999, 0.999–0.9999 and above: where rows pass or do not pass without review. */
  readonly topBins: Bin[];
}

interface Bin {
  readonly low: number;
  readonly high: number;
  rows: number;
  confidence: number;
  right: number;
}

const TOP_EDGES = [0.9, 0.99, 0.999, 0.9999, 1];

export function emptyCalibration(): Calibration {
  return {
    bins: Array.from({ length: 10 }, (_, index) => bin(index / 10, (index + 1) / 10)),
    topBins: TOP_EDGES.slice(1).map((high, index) => bin(TOP_EDGES[index] as number, high)),
  };
}

function bin(low: number, high: number): Bin {
  return { low, high, rows: 0, confidence: 0, right: 0 };
}

/** Adds a row whose most probable reading was stated with `confidence` and is right or not. */
export function addToCalibration(calibration: Calibration, confidence: number, right: boolean): void {
  for (const bins of [calibration.bins, calibration.topBins]) {
    const last = bins.length - 1;
    const found = bins.findIndex(
      (b, index) => confidence >= b.low && (confidence < b.high || index === last),
    );
    const hit = bins[found];
    if (hit === undefined) continue;
    hit.rows++;
    hit.confidence += confidence;
    if (right) hit.right++;
  }
}

/** Expected calibration error: the mean gap between stated and observed, weighted by rows (Naeini et al. 2015). */
export function expectedCalibrationError({ bins }: Calibration): number {
  const rows = bins.reduce((sum, b) => sum + b.rows, 0);
  if (rows === 0) return 0;
  return bins.reduce((sum, b) => sum + Math.abs(b.confidence - b.right), 0) / rows;
}
