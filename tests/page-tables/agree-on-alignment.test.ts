import { describe, expect, it } from "vitest";
import { agreeOnAlignment } from "../../src/page-tables/agree-on-alignment.ts";
import type { Assigned } from "../../src/page-tables/assign-lines.ts";

const top = (cost: number): Assigned => ({ rows: [0, 0, 1], alignment: "top", cost });
const bottom = (cost: number): Assigned => ({ rows: [0, 1, 1], alignment: "bottom", cost });

describe("agreeOnAlignment", () => {
  it("takes for each column what costs least", () => {
    const [column] = agreeOnAlignment([[top(0), bottom(3)]], 2);
    expect(column).toMatchObject({ rows: [0, 0, 1], alignment: "top", unsure: new Set() });
  });

  it("is unsure of the rows that would have other lines in another way that costs as much", () => {
    const [column] = agreeOnAlignment([[top(0), bottom(0.1)]], 2);
    expect(column!.unsure).toEqual(new Set([0, 1]));
  });

  it("lets the other columns decide what one leaves open", () => {
    const [first, second] = agreeOnAlignment(
      [
        [top(0), bottom(0.1)],
        [bottom(0), top(1.5)],
      ],
      2,
    );
    expect(first).toMatchObject({ rows: [0, 1, 1], alignment: "bottom", unsure: new Set() });
    expect(second!.rows).toEqual([0, 1, 1]);
  });

  it("leaves a column alone that stands clearly otherwise than the others", () => {
    const [first] = agreeOnAlignment([[top(0), bottom(9)], [bottom(0), top(9)], [bottom(0)]], 2);
    expect(first).toMatchObject({ rows: [0, 0, 1], alignment: "top", unsure: new Set() });
  });
});
