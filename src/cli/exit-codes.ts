/** What the program's exit code says; part of the contract with scripts that call it. */
export const EXIT = {
  /** Done; rows may need review. */
  done: 0,
  /** The command line, a family or the output folder is wrong, and nothing was converted. */
  usage: 1,
  /** One or more documents failed; the others are written. */
  failed: 2,
  /** With --strict: rows need review. */
  review: 3,
  /** A bug in this program (EX_SOFTWARE of BSD's sysexits.h). */
  bug: 70,
  /** Stopped with Ctrl-C: 128 and the number of SIGINT, as shells have it. */
  interrupted: 130,
} as const;
