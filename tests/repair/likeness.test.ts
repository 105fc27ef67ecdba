import { describe, expect, test } from "vitest";
import {
  blankBesideZeroCost,
  learnLikeness,
  likenessCost,
  likenessOfEqual,
} from "../../src/repair/likeness.ts";
import { compileRowCode } from "../../src/repair/row-code.ts";
import { planFamily, quartersLast, rowOf, soundRows, type Value, valuesIn } from "./support.ts";

const code = compileRowCode(quartersLast, planFamily());
const jan = quartersLast.indexOf("programmed.jan");
const dec = quartersLast.indexOf("programmed.dec");
const flat = Array(12).fill(5) as Value[];
const row = (executed: readonly Value[], programmed: readonly Value[] = flat) =>
  valuesIn(rowOf(programmed, executed));
const learnt = (rows: readonly Value[][]) => learnLikeness(code, rows);
const times = <T>(count: number, value: T): T[] => Array(count).fill(value);

describe("what sound rows teach", () => {
  test("before any row is seen, execution is expected to follow the plan", () => {
    const likeness = learnt([]);
    expect(likeness.equal[jan]).toBeLessThan(likeness.differ[jan]!);
    expect(likeness.differ[jan]).toBeLessThan(likeness.blank[jan]!);
  });

  test("the more rows are equal in a month, the dearer a difference there", () => {
    const few = learnt(times(5, row(flat)));
    const many = learnt(times(500, row(flat)));
    expect(many.differ[jan]).toBeGreaterThan(few.differ[jan]!);
    expect(many.equal[jan]).toBeLessThan(few.equal[jan]!);
  });

  test("where most rows differ in a month, a difference costs less than agreement, in that month only", () => {
    const likeness = learnt(times(300, row([9, ...flat.slice(1)])));
    expect(likeness.differ[jan]).toBeLessThan(likeness.equal[jan]!);
    expect(likeness.equal[dec]).toBeLessThan(likeness.differ[dec]!);
  });

  test("in a half-year report the later months are blank: a blank there costs next to nothing", () => {
    const half = learnt(times(100, row([...flat.slice(0, 6), ...times(6, null)])));
    expect(half.blank[dec]).toBeLessThan(half.equal[dec]!);
    expect(half.equal[jan]).toBeLessThan(half.blank[jan]!);
    expect(half.blankShare[quartersLast.indexOf("executed.dec")]).toBe(1);
    expect(half.blankShare[quartersLast.indexOf("executed.jan")]).toBe(0);
  });

  test("how nothing is written: the share of zeros among cells that add nothing", () => {
    const zeros = learnt(times(50, row([0, ...flat.slice(1)], [0, ...flat.slice(1)])));
    const blanks = learnt(times(50, row([null, ...flat.slice(1)], [null, ...flat.slice(1)])));
    expect(zeros.zeroShare[jan]).toBeGreaterThan(0.9);
    expect(blanks.zeroShare[jan]).toBeLessThan(0.1);
  });

  test("a blank beside a zero is learnt to be common or rare", () => {
    const mixed = learnt(times(50, row([null, ...flat.slice(1)], [0, ...flat.slice(1)])));
    const alike = learnt(times(50, row([0, ...flat.slice(1)], [0, ...flat.slice(1)])));
    expect(mixed.blankBesideZero[jan]).toBeLessThan(alike.blankBesideZero[jan]!);
  });
});

describe("how sums of nothing are written", () => {
  const zeros = times(12, 0 as Value);
  const emptySum = (cell: string) => row(zeros, zeros).with(quartersLast.indexOf(cell), null);
  const zeroShare = (rows: readonly Value[][]) => learnt(rows).zeroSums[1];

  test("a single sum that is written otherwise may be the damage that is asked about: it teaches nothing", () => {
    const like = times(20, row(zeros, zeros));
    expect(zeroShare([...like, emptySum("executed.q3")])).toBeCloseTo(zeroShare([...like, row(flat)]), 2);
  });

  test("blanks after the last number may be a tail that is gone: they teach little", () => {
    const tail = row(zeros, zeros).map((value, cell) => (cell > 24 || cell === 0 ? null : value));
    expect(zeroShare([...times(5, row(zeros, zeros)), tail, tail])).toBeGreaterThan(0.9);
    expect(zeroShare(times(500, tail))).toBeLessThan(0.3);
  });
});

describe("what a row costs", () => {
  const likeness = learnt(soundRows.map((sound) => valuesIn(sound)));
  const cost = (values: readonly (Value | undefined)[]) => likenessCost(code, likeness, values);

  test("a row that follows its plan costs least", () => {
    expect(cost(row(flat))).toBeLessThan(cost(row([...flat.slice(0, 11), 4])));
  });

  test("the second difference costs less than the first", () => {
    const [none, one, two] = [flat, [9, ...flat.slice(1)], [9, 9, ...flat.slice(2)]].map((list) =>
      cost(row(list)),
    );
    expect(two! - one!).toBeLessThan(one! - none!);
    expect(two).toBeGreaterThan(one!);
  });

  test("a row that goes its own way everywhere is not charged for every month", () => {
    const own = cost(row([1, 9, 2, 8, 3, 7, 4, 6, 11, 12, 13, 14]));
    const [none, one] = [cost(row(flat)), cost(row([...flat.slice(0, 10), 4, 6]))];
    expect(own).toBeLessThan(none + 16 * (one - none));
  });

  test("a printed 0 beside a blank is the same amount, but not the same print", () => {
    const nothing = [null, ...flat.slice(1)];
    expect(cost(row([0, ...flat.slice(1)], nothing))).toBeGreaterThan(cost(row(nothing, nothing)));
  });

  test("a period that is open in both series costs nothing", () => {
    const open: (Value | undefined)[] = row(flat);
    open[jan] = undefined;
    open[code.partner[jan]!] = undefined;
    expect(cost(open)).toBeLessThanOrEqual(cost(row(flat)));
  });

  test("a series without its partner has no likeness", () => {
    const alone = compileRowCode(["target", "programmed.jan"], planFamily());
    expect(likenessCost(alone, learnLikeness(alone, [[5, 5]]), [5, 7])).toBe(0);
  });

  test("a row executed as planned costs the least there is", () => {
    expect(cost(row(flat))).toBeCloseTo(likenessOfEqual(code, likeness), 9);
    const alone = compileRowCode(["target", "programmed.jan"], planFamily());
    expect(likenessOfEqual(alone, learnLikeness(alone, [[5, 5]]))).toBe(0);
  });

  test("an execution that stopped left one blank, however many months there were", () => {
    const zeros = times(12, 0 as Value);
    const stopped = (months: number) => row([...zeros.slice(months), ...times(months, null)], zeros);
    const between = (months: number) =>
      row([0, ...times(months, null), ...zeros.slice(months + 1)] as Value[], zeros);
    const costOf = (values: Value[]) => blankBesideZeroCost(code, likeness, values);
    expect(costOf(stopped(4))).toBeCloseTo(costOf(stopped(1)), 1);
    expect(costOf(between(4))).toBeGreaterThan(3 * costOf(between(1)));
  });

  test("what blanks beside zeros cost is told apart from what numbers cost", () => {
    const nothing = [null, ...flat.slice(1)];
    const mixed = row([0, 9, ...flat.slice(2)], nothing);
    expect(blankBesideZeroCost(code, likeness, mixed)).toBeCloseTo(likeness.blankBesideZero[jan]!, 9);
    expect(blankBesideZeroCost(code, likeness, row(nothing, nothing))).toBe(0);
  });
});
