/** What is drawn on a page, in points from the top left as the page is seen. */
export type Mark = TextMark | LineMark | FillMark;

export interface TextMark {
  readonly kind: "text";
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  /** Degrees against the clock. */
  readonly angle: number;
  /** As in CSS: `#rrggbb`. */
  readonly colour: string;
  /** The row and column of the table it stands in; absent outside the table's body. */
  readonly cell?: { readonly row: number; readonly column: number };
}

export interface LineMark {
  readonly kind: "line";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly colour: string;
}

export interface FillMark {
  readonly kind: "fill";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

/** A page as it is seen. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** The page's /Rotate; 0 draws it as it is seen. */
  readonly rotate: 0 | 90 | 180 | 270;
  /** Lies on its side: what is drawn runs up the page, and no /Rotate says so. */
  readonly sideways: boolean;
  readonly marks: readonly Mark[];
}
