import { dataPackage } from "./data-package.ts";
import type { Format } from "./formats/format.ts";
import type { Destination } from "./table.ts";
import { withTemporaryFiles } from "./with-temporary-files.ts";

/**
 * A destination that writes one file per table into a folder, whatever describes it in the format's own way, and a
 * datapackage.json over all of them, which comes last.
 */
export function toFiles(folder: string, format: Format): Destination {
  return (tables, send) =>
    withTemporaryFiles(folder, async (create) => {
      const open = new Map(
        await Promise.all(
          tables.map(async (table) => {
            const name = `${table.name}.${format.id}`;
            return [table, { name, file: await create(name), encoder: format.encode(table) }] as const;
          }),
        ),
      );
      for (const { file, encoder } of open.values()) await file.write(encoder.start());
      await send(async (table, lines) => {
        const { file, encoder } = open.get(table)!;
        for (const bytes of encoder.add(lines)) await file.write(bytes);
      });

      const written = [];
      for (const [table, { name, file, encoder }] of open) {
        await file.write(encoder.end());
        written.push({ table, name, ...(await file.close()) });
      }
      const writeJson = async (name: string, value: object) => {
        const file = await create(name);
        await file.write(Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
        await file.close();
      };
      if (format.schemaOf !== undefined) {
        for (const table of tables) await writeJson(`${table.name}.schema.json`, format.schemaOf(table));
      }
      await writeJson("datapackage.json", dataPackage(written, format));
    });
}
