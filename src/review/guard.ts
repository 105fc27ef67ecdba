import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";

/** What every answer says to the browser: load nothing from elsewhere, run nothing from a document, keep nothing. */
const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cache-Control": "no-store",
};

/**
 * Lets only the page itself in. The host must be this server's own (a name that someone else points at 127.0.0.1 is
 * not: DNS rebinding), the origin the page's, and the address must begin with the token, which no other page knows.
 * What changes something must say its origin.
 *
 * @param port of the server
 * @param token first part of every path
 */
export function guard(port: () => number, token: string): MiddlewareHandler {
  return async (context, next) => {
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const host = context.req.header("host") ?? "";
    const origin = context.req.header("origin");
    const site = context.req.header("sec-fetch-site");
    const changes = context.req.method !== "GET" && context.req.method !== "HEAD";
    const isOwnOrigin = origin === undefined ? !changes : origin === `http://${host}`;
    const isOwnSite = site === undefined || site === "same-origin" || site === "none";
    if (!hosts.includes(host) || !isOwnOrigin || (changes && !isOwnSite))
      return context.text("Forbidden", 403);
    const [, given = ""] = context.req.path.split("/");
    if (!isSame(given, token))
      return context.text("Forbidden: open the whole address that poi review printed", 403);
    return await next();
  };
}

/** Takes as long for a wrong token as for the right one. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
