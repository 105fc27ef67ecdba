import { createHash } from "node:crypto";
import { realpath, unlink } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { PoiError } from "../errors.ts";

/**
 * Holds a folder for one run while `use` goes on: two runs that write into one folder would each overwrite what
 * the other says in run.json. The lock is a socket that this process listens on, since the system takes it away
 * with the process, however that ends. Runs on other machines are not seen.
 *
 * @throws {PoiError} `output-not-writable` when another run holds the folder
 */
export async function lockFolder<T>(folder: string, use: () => Promise<T>): Promise<T> {
  // A folder that is not there has nothing to hold: `use` finds that out, and says so.
  const server = await listen(addressFor(await realpath(folder).catch(() => folder)), folder);
  try {
    return await use();
  } finally {
    server?.close();
  }
}

/** Where a socket cannot be had at all, the run goes on without a lock. */
async function listen(address: string, folder: string): Promise<Server | null> {
  const first = await tryListen(address);
  if (typeof first !== "string") return first;
  if (first !== "EADDRINUSE") return null;
  if (await isAnswered(address)) {
    throw new PoiError("output-not-writable", "another run is writing into this folder", {
      place: { file: folder },
      hint: "wait until it has ended, or choose another folder with --out",
    });
  }
  // Left behind by a run that was killed.
  await unlink(address).catch(() => {});
  const second = await tryListen(address);
  return typeof second === "string" ? null : second;
}

/** The server, or the code of the error. */
function tryListen(address: string): Promise<Server | string> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** Short, since a socket's path may have no more than 103 bytes; each user's own, since they cannot remove others'. */
function addressFor(folder: string): string {
  const key = createHash("sha256").update(`${userInfo().username}\n${folder}`).digest("hex").slice(0, 24);
  return process.platform === "win32" ? `\\\\.\\pipe\\poi-${key}` : join(tmpdir(), `poi-${key}.sock`);
}
