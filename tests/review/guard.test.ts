import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Review, startReview } from "../../src/review/start-review.ts";
import { doubtfulPlan } from "../support/small-plan.ts";
import { convertAll } from "./support.ts";

let folder: string;
let review: Review;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-guard-"));
  const results = await convertAll(folder, { "plan.txt": doubtfulPlan });
  review = await startReview(results, { by: "Ana", family: null, port: 0 });
});
afterAll(async () => {
  await review.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request as any program could send it: the path is taken as it is, and so is every header. */
function ask(path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  const { port, host, pathname } = new URL(review.url);
  const method = body === undefined ? "GET" : "POST";
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        agent: false,
        host: "127.0.0.1",
        method,
        path: path.startsWith("/") ? path : pathname + path,
        headers: { host, ...headers },
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: text }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}
const own = () => ({ origin: new URL(review.url).origin, "content-type": "application/json" });

test("the page and what it asks for are there for whoever has the whole address", async () => {
  expect(await ask("")).toMatchObject({ status: 200 });
  expect(JSON.parse((await ask("api/folder")).body)).toMatchObject({ by: "Ana" });
});

test("it listens on this machine's own address only, with a new token each time", async () => {
  expect(new URL(review.url).hostname).toBe("127.0.0.1");
  const [, token = ""] = new URL(review.url).pathname.split("/");
  expect(Buffer.from(token, "base64url").length).toBeGreaterThanOrEqual(16);
});

describe("refused are", () => {
  test.each([
    ["no token", "/"],
    ["no token, and a path of the page", "/api/folder"],
    ["a wrong token", `/${"A".repeat(32)}/api/folder`],
  ])("%s", async (_, path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(403);
    expect(answer.body).not.toContain("plan");
  });

  test.each([
    ["a foreign origin", { origin: "http://evil.example" }],
    ["the origin of another port", { origin: "http://127.0.0.1:1" }],
    ["no origin at a page's frame", { origin: "null" }],
    ["a foreign host name that leads here", { host: "evil.example" }],
  ])("%s, when reading and when deciding", async (_, headers) => {
    expect((await ask("api/folder", headers)).status).toBe(403);
    expect((await ask("api/row/3/decision", { ...own(), ...headers }, "{}")).status).toBe(403);
  });

  test("a decision without an origin, or from another site", async () => {
    expect((await ask("api/row/3/undo", { "content-type": "application/json" }, "{}")).status).toBe(403);
    expect((await ask("api/row/3/undo", { ...own(), "sec-fetch-site": "cross-site" }, "{}")).status).toBe(
      403,
    );
    expect((await ask("api/row/3/undo", own(), "{}")).status).toBe(422);
  });

  test.each([
    "../run.json",
    "..%2frun.json",
    "%2e%2e/run.json",
    "api/row/../../run.json",
    "run.json",
    "plan.poi.json",
  ])("the path %s: no path is looked for on the disk", async (path) => {
    const answer = await ask(path);
    expect([403, 404]).toContain(answer.status);
    expect(answer.body).not.toContain("schemaVersion");
  });

  test.each(["api/row/-1", "api/row/x", "api/row/9999", "api/row/1e9/print", "api/row/..%2f1"])(
    "the row %s",
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );
});

test("what is not a decision is refused, and nothing is written", async () => {
  const { version, read } = JSON.parse((await ask("api/row/3")).body);
  const decision = {
    version,
    decision: "values",
    cells: { target: read.target },
    organ: null,
    reason: "",
    by: "Ana",
  };
  const send = (body: object | string) =>
    ask("api/row/3/decision", own(), typeof body === "string" ? body : JSON.stringify(body));
  expect(await send("not JSON")).toMatchObject({ status: 422 });
  expect(await send({ ...decision, extra: 1 })).toMatchObject({ status: 422 });
  expect(await send({ ...decision, by: " " })).toMatchObject({ status: 422 });
  expect(await send({ ...decision, cells: { target: "12" } })).toMatchObject({ status: 422 });
  expect(JSON.parse((await send(decision)).body)).toMatchObject({
    message: expect.stringContaining("every cell"),
  });
  expect(await send({ ...decision, version: "0.other" })).toMatchObject({ status: 409 });
  // A body of another size altogether is not even read: the answer may come before the connection is cut.
  const large = await send("x".repeat(2_000_000)).catch(({ code }) => code);
  expect(typeof large === "string" ? 413 : large.status).toBe(413);
  expect(JSON.parse((await ask("api/queue")).body).progress).toEqual({ total: 1, settled: 0 });
});

test("every answer forbids scripts, frames and pictures from elsewhere", async () => {
  for (const path of ["", "api/folder", "/"]) {
    const { headers } = await ask(path);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  }
});
