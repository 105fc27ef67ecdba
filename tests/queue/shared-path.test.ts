import { expect, test } from "vitest";
import { readingFor, shareFamily } from "../../src/queue/shared-family.ts";
import { nameInShared, pathInShared } from "../../src/queue/shared-path.ts";

test("a name in the shared folder leads to the same file on another machine", () => {
  expect(nameInShared("/mnt/a", "/mnt/a/2023/plan.pdf")).toBe("2023/plan.pdf");
  expect(nameInShared("/mnt/a", "/mnt/a/..plan.pdf")).toBe("..plan.pdf");
  expect(pathInShared("/media/b", "2023/plan.pdf")).toBe("/media/b/2023/plan.pdf");
});

test.each(["/mnt/plan.pdf", "/mnt/a", "/mnt/ab/plan.pdf"])("%s is not below /mnt/a", (path) => {
  expect(() => nameInShared("/mnt/a", path)).toThrow("not in the shared folder");
});

test.each(["../secret", "a/../../secret", "/etc/passwd", "..", ""])("%j leads out of no folder", (name) => {
  expect(() => pathInShared("/mnt/a", name)).toThrow("not in the shared folder");
});

test("a worker without a shared folder says so", () => {
  expect(() => pathInShared(null, "plan.pdf")).toThrow("knows no shared folder");
});

test("a family of one's own travels by its place in the shared folder, any other by its id", async () => {
  expect(shareFamily("auto", null)).toBe("auto");
  expect(shareFamily("sat-lima", "/mnt/a")).toBe("sat-lima");
  expect(shareFamily("/mnt/a/families/mine", "/mnt/a")).toBe("./families/mine");
  expect(() => shareFamily("/home/mine", "/mnt/a")).toThrow("not in the shared folder");
  const requested = { family: "sat-lima", pages: null };
  expect((await readingFor(requested, null)).family?.id).toBe("sat-lima");
  expect((await readingFor({ family: "auto", pages: null }, null)).known.length).toBeGreaterThan(1);
  await expect(readingFor({ family: "./../mine", pages: null }, "/mnt/a")).rejects.toMatchObject({
    code: "input-not-found",
  });
});
