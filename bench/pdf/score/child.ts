import type { Made } from "../made/made.ts";
import { readDocument } from "./read-document.ts";

// The other side of read-apart.ts.
process.once("message", async (made: Made) => {
  const outcome = await readDocument(made);
  const { user, system } = process.cpuUsage();
  const cost = { cpuSeconds: (user + system) / 1e6, peakMegabytes: process.resourceUsage().maxRSS / 1024 };
  process.send?.({ outcome, cost });
});
