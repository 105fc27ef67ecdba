// Loaded before the program: whatever opens a connection ends the process, and says so in the file POI_CONNECTIONS.
import { appendFileSync } from "node:fs";
import { Socket } from "node:net";

Socket.prototype.connect = (...args) => {
  appendFileSync(process.env.POI_CONNECTIONS, `${args.join(" ")}\n`);
  process.exit(97);
};
