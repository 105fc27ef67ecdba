import { pino } from "pino";

/** What standard error says of something that was done: a text for people, JSON lines for programs. */
export type EventForm = "auto" | "text" | "json";

/**
 * Tells on standard error what was done: as text where a person watches, else as one JSON line.
 *
 * @param event the fields of the JSON line
 * @param text what a person reads; its last line is the message of the JSON line
 */
export function reportEvent(
  form: EventForm,
  level: "info" | "warn",
  event: Readonly<Record<string, unknown>>,
  text: string,
): void {
  if (form === "text" || (form === "auto" && process.stderr.isTTY)) {
    process.stderr.write(text);
    return;
  }
  const log = pino(
    {
      base: null,
      messageKey: "message",
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ fd: 2, sync: true }),
  );
  log[level](event, text.trimEnd().split("\n").at(-1));
}
