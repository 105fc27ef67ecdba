import { pino } from "pino";

/** Writes one JSON object per line to standard error, at once: nothing is lost where the process ends. */
export function createJsonLog() {
  return pino(
    {
      base: null,
      messageKey: "message",
      formatters: { level: (level) => ({ level }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
export type JsonLog = ReturnType<typeof createJsonLog>;
