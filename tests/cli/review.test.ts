import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { convertAll, temporaryFolder } from "../review/support.ts";
import { root, runPoi } from "../support/run-poi.ts";
import { doubtfulPlan } from "../support/small-plan.ts";

test("prints the address on standard output and the rest on standard error, and ends with Ctrl-C", async () => {
  const results = await convertAll(await temporaryFolder(), { "plan.txt": doubtfulPlan });
  const child = spawn(process.execPath, ["src/cli/main.ts", "review", results, "--no-open"], { cwd: root });
  const ended = new Promise((resolve) => child.on("close", resolve));
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const url = await new Promise<string>((resolve) =>
    child.stdout.once("data", (data) => resolve(String(data))),
  );
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{20,}\/\n$/);
  expect(said).toBe("1 row needs review. The page is open until Ctrl-C:\n");
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});

test("a folder that is not there, or holds no results, is an error with a way out", async () => {
  const folder = await temporaryFolder();
  const missing = await runPoi(["review", join(folder, "missing"), "--no-open"]);
  expect(missing).toMatchObject({ code: 2, stdout: "" });
  expect(missing.stderr).toContain("hint: make one with: poi convert");
  const empty = await runPoi(["review", folder, "--no-open"]);
  expect(empty.code).toBe(2);
  expect(empty.stderr).toContain("holds no results");
});

test("a result that cannot be read is named on the page, and the others are there", async () => {
  const results = await convertAll(await temporaryFolder(), { "plan.txt": doubtfulPlan });
  await writeFile(join(results, "broken.poi.json"), '{"schemaVersion": 1}');
  const { createStore } = await import("../../src/review/create-store.ts");
  const store = await createStore(results, null);
  expect(store.unread().map(({ file }) => file)).toEqual(["broken.poi.json"]);
  expect(store.rows()).toHaveLength(4);
});

test.each(["x", "-1", "70000"])("--port %s is wrong usage", async (port) => {
  expect((await runPoi(["review", "results", "--port", port])).code).toBe(1);
});
