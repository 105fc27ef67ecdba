import { spawn, spawnSync } from "node:child_process";
import { chown, mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";

/** Where Debian keeps the server's programs, one folder per version. */
const DEBIAN = "/usr/lib/postgresql";

/** The folder of PostgreSQL's programs, or null on a machine without the server. */
export async function findPostgres(): Promise<string | null> {
  const versions = await readdir(DEBIAN).catch(() => []);
  const newest = versions
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => b - a)[0];
  return newest === undefined ? null : join(DEBIAN, String(newest), "bin");
}

/**
 * Starts a PostgreSQL server of its own in a temporary folder, on a free port of the loopback address, and ends it
 * afterwards. The server refuses to run as root: then it runs as the user that Debian's package made for it.
 *
 * @param work is given the address of an empty database
 */
export async function withPostgres<T>(work: (url: string) => Promise<T>): Promise<T> {
  const programs = await findPostgres();
  if (programs === null) throw new Error("PostgreSQL is not installed: apt-get install postgresql");
  // A short path: a socket's name may have 107 characters.
  const folder = await mkdtemp("/tmp/poi-pg-");
  const owner = process.getuid?.() === 0 ? userIds("postgres") : undefined;
  if (owner !== undefined) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const options = { ...owner, cwd: folder, encoding: "utf8", env: { ...process.env, LC_ALL: "C" } } as const;
  const init = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "poi", "--auth=trust", "--encoding=UTF8", "--no-sync"],
    options,
  );
  try {
    if (init.status !== 0) throw new Error(`initdb failed: ${init.stderr}`);
    const port = await freePort();
    // What a crash would lose does not matter here, and the tests are quicker for it.
    const settings = [
      "fsync=off",
      "full_page_writes=off",
      "synchronous_commit=off",
      "listen_addresses=127.0.0.1",
    ];
    const server = spawn(
      join(programs, "postgres"),
      ["-D", data, "-p", String(port), "-k", folder, ...settings.flatMap((setting) => ["-c", setting])],
      { ...owner, cwd: folder, stdio: "ignore" },
    );
    const ended = new Promise<void>((resolve) => server.on("close", () => resolve()));
    try {
      await waitUntilReady(join(programs, "pg_isready"), port);
      return await work(`postgres://poi@127.0.0.1:${port}/postgres`);
    } finally {
      // Immediate shutdown: whoever is still connected is not waited for.
      server.kill("SIGQUIT");
      await ended;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function userIds(name: string): { uid: number; gid: number } {
  const id = (kind: string) => Number(spawnSync("id", [kind, name], { encoding: "utf8" }).stdout);
  return { uid: id("-u"), gid: id("-g") };
}

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** How often to ask a server that starts, and how long to wait between. */
const TRIES = 300;
const PAUSE_MS = 100;

async function waitUntilReady(pgIsReady: string, port: number): Promise<void> {
  for (let i = 0; i < TRIES; i++) {
    if (spawnSync(pgIsReady, ["-q", "-h", "127.0.0.1", "-p", String(port)]).status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error("PostgreSQL did not start");
}
