import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignGroups } from "../../src/blocks/assign-groups.ts";
import type { Head } from "../../src/blocks/find-heads.ts";
import type { Meaning } from "../../src/blocks/header-vocabulary.ts";
import { wordAt } from "../page-tables/words.ts";

/** A head 20 points wide around a place; groups stand on the line over the values. */
const head = (meaning: Meaning, middle: number, y = 60): Head => {
  const word = wordAt("XXXX", middle - 10, y);
  return { meaning, words: [word], box: word.box };
};
const value = (key: string, middle: number) => head({ kind: "value", key, month: null }, middle);
const group = (key: string, middle: number) => head({ kind: "group", key }, middle, 45);
const other = (middle: number) => head({ kind: "label", key: "unit" }, middle);

/** What stands under each group, by keys. */
const keysOf = (found: ReturnType<typeof assignGroups>) =>
  found?.map(({ head: { meaning }, under }) => [
    meaning.kind === "group" ? meaning.key : "",
    under.map((one) => (one.meaning.kind === "value" ? one.meaning.key : "")).join(" "),
  ]);

describe("assignGroups", () => {
  it("gives each group the columns it stands over the middle of", () => {
    const values = ["jan", "feb", "total"].flatMap((key, k) => value(key, 100 + 30 * k));
    const more = ["jan", "feb", "total"].flatMap((key, k) => value(key, 200 + 30 * k));
    expect(keysOf(assignGroups([...values, ...more], [group("a", 130), group("b", 230)], []))).toEqual([
      ["a", "jan feb total"],
      ["b", "jan feb total"],
    ]);
  });

  it("gives a group what stands under the cell drawn around it, wherever in it the group is printed", () => {
    const values = ["q1", "q2", "total", "q1", "q2", "total"].map((key, k) => value(key, 100 + 30 * k));
    const cell = (name: string, at: number, left: number, right: number): Head => ({
      ...group(name, at),
      cell: [left, right],
    });
    const [a, b, share] = [cell("a", 95, 85, 175), cell("b", 185, 175, 265), cell("share", 275, 265, 290)];
    expect(keysOf(assignGroups(values, [a, b, share], []))).toEqual([
      ["a", "q1 q2 total"],
      ["b", "q1 q2 total"],
      ["share", ""],
    ]);
    // A frame around the whole header is no cell of a group.
    const framed = [a, b].map((one): Head => ({ ...one, cell: [20, 300] }));
    const bare = [group("a", 95), group("b", 185)];
    expect(keysOf(assignGroups(values, framed, []))).toEqual(keysOf(assignGroups(values, bare, [])));
  });

  it("lets a group with no column under it be a column itself", () => {
    const values = ["jan", "feb"].map((key, k) => value(key, 100 + 30 * k));
    expect(keysOf(assignGroups(values, [group("a", 115), group("progress", 200)], []))).toEqual([
      ["a", "jan feb"],
      ["progress", ""],
    ]);
  });

  it("parts no group by another column, and gives it no column twice", () => {
    const values = [value("jan", 100), value("feb", 160)];
    expect(assignGroups(values, [group("a", 130)], [other(130)])).toBeNull();
    expect(assignGroups([value("jan", 100), value("jan", 160)], [group("a", 130)], [])).toBeNull();
  });

  it("is none without groups, or where some column is under none", () => {
    expect(assignGroups([value("jan", 100)], [], [])).toBeNull();
    expect(assignGroups([], [], [])).toBeNull();
  });

  it("finds how any columns were parted, from groups over their middles", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sizes, (counts) => {
        const KEYS = ["jan", "feb", "mar", "apr", "may"];
        const values: Head[] = [];
        const groups = counts.map((count, g) => {
          const from = 100 + 30 * values.length;
          for (let k = 0; k < count; k++) values.push(value(KEYS[k]!, from + 30 * k));
          return group(`g${g}`, from + 15 * (count - 1));
        });
        expect(keysOf(assignGroups(values, groups, []))).toEqual(
          counts.map((count, g) => [`g${g}`, KEYS.slice(0, count).join(" ")]),
        );
      }),
    );
  });
});
