import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { z } from "zod";
import { openCells } from "../corrections/reconcile-again.ts";
import { withoutDecision } from "../corrections/without-decision.ts";
import type { Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import { programVersion } from "../version.ts";
import { alikeRows, previewAlike, settleAlike } from "./alike.ts";
import type { FolderInfo, QueueItem, Refusal, RowDetail } from "./api.ts";
import { drawSample, listAudits } from "./audit.ts";
import type { Store } from "./create-store.ts";
import { indexFamilies } from "./describe-family.ts";
import { createSourceFinder } from "./find-source.ts";
import { guard } from "./guard.ts";
import { makeOverview } from "./overview.ts";
import type { loadPageAssets } from "./page-assets.ts";
import { createPictures } from "./print/pictures.ts";
import { listQueue, progressOf } from "./queue.ts";
import * as requests from "./requests.ts";
import type { ReviewRow } from "./review-row.ts";
import { settleRow, undoRow } from "./settle.ts";
import { showText } from "./text-context.ts";

/** What is served, and to whom. */
export interface AppOptions {
  readonly store: Store;
  readonly assets: Awaited<ReturnType<typeof loadPageAssets>>;
  readonly token: string;
  readonly port: () => number;
  /** Who decides, until the page says otherwise. */
  readonly by: string;
  /** The folder as people know it. */
  readonly folder: string;
  /** What opens encrypted PDFs; null where none is known. */
  readonly password: string | null;
}

/** A decision has some dozens of cells; one on a thousand alike rows, their numbers. */
const MAX_BODY = 512 * 1024;

const STATUS = { changed: 409, broken: 422, invalid: 422, "not-written": 507 } as const;

/** The server of the review page: its files, and what it asks of the store. */
export function createApp({ store, assets, token, port, by, folder, password }: AppOptions): Hono {
  const findSource = createSourceFinder();
  const pictures = createPictures(password);
  const app = new Hono();
  app.use(guard(port, token));
  app.use(bodyLimit({ maxSize: MAX_BODY }));
  const base = app.basePath(`/${token}`);

  app.get(`/${token}`, (context) => context.redirect(`/${token}/`));
  app.get(`/${token}/`, (context) => sendAsset(context, "index.html"));
  base.get("/:file", (context) => sendAsset(context, context.req.param("file")));

  base.get("/api/folder", (context) => context.json(describeFolder()));
  base.get("/api/queue", (context) =>
    read(context, requests.filter, context.req.query(), (filter) => listQueue(store.rows(), filter)),
  );
  base.get("/api/progress", (context) => context.json(progressOf(store.rows())));
  base.get("/api/rows", (context) =>
    read(context, requests.rowNumbers, context.req.query("n") ?? "", (numbers) =>
      numbers.flatMap((n) => store.rows()[n] ?? []).map(listed),
    ),
  );
  base.get("/api/overview", (context) => context.json(makeOverview(store, families())));
  base.get("/api/audits", (context) => context.json(listAudits(store)));
  base.post("/api/audits", (context) =>
    change(context, requests.sampleRequest, ({ size, by }) => drawSample(store, size, by)),
  );

  base.get("/api/row/:n", (context) => withRow(context, (row) => context.json(detail(row))));
  base.get("/api/row/:n/print", (context) => withRow(context, async (row) => context.json(await print(row))));
  base.get("/api/row/:n/strip/:strip/:part{row\\.png|header\\.png}", (context) =>
    withRow(context, async (row) => {
      const strip = requests.rowNumber.safeParse(context.req.param("strip"));
      const source = await findSource(store.documents()[row.document]!);
      if (typeof source === "string" || !strip.success) return context.notFound();
      const part = context.req.param("part") === "row.png" ? "row" : "header";
      const png = await pictures.draw(part, strip.data, shown(row, source));
      if (png === null) return context.notFound();
      return context.body(Uint8Array.from(png), 200, { "Content-Type": "image/png" });
    }),
  );
  base.post("/api/row/:n/decision", (context) =>
    withRow(context, ({ n }) =>
      change(context, requests.decision, (decision) => settleRow(store, n, decision)),
    ),
  );
  base.post("/api/row/:n/undo", (context) =>
    withRow(context, ({ n }) => change(context, requests.undo, (undo) => undoRow(store, n, undo))),
  );
  base.post("/api/row/:n/preview", (context) =>
    withRow(context, async ({ n }) => {
      const decision = requests.decision.safeParse(await context.req.json().catch(() => null));
      return decision.success
        ? context.json(previewAlike(store, n, decision.data))
        : invalid(context, decision.error);
    }),
  );
  base.post("/api/row/:n/alike", (context) =>
    withRow(context, ({ n }) =>
      change(context, requests.alikeDecision, ({ decision, rows }) => settleAlike(store, n, decision, rows)),
    ),
  );
  return app;

  function sendAsset(context: Context, name: string): Response {
    const asset = assets.get(name);
    if (asset === undefined) return context.text("Not found", 404);
    return context.body(Uint8Array.from(asset.body), 200, { "Content-Type": asset.type });
  }

  function families() {
    return indexFamilies(store.documents());
  }

  function familyOf({ document }: ReviewRow) {
    const { list, of } = families();
    const k = of(document);
    return k === null ? null : (list[k] ?? null);
  }

  function describeFolder(): FolderInfo {
    const { list, of } = families();
    return {
      folder,
      by,
      version: programVersion(),
      documents: store.documents().map(({ extraction: { document } }, k) => ({
        name: document.name,
        title: document.title,
        year: document.year,
        family: of(k),
      })),
      families: list,
      unread: store.unread(),
      unreadLines: store.unreadLines(),
    };
  }

  function detail(row: ReviewRow): RowDetail {
    const { n, document, isTotal, state } = row;
    const read = withoutDecision(row.row);
    const open = read.needsReview ? [...openCells(read)] : [];
    const alike = alikeRows(store, row).length;
    const equations = store.documents()[document]!.rules?.equations ?? null;
    const version = store.versionOf(row);
    return { n, version, document, isTotal, state, row: row.row, read, open, equations, alike };
  }

  async function print(row: ReviewRow) {
    const document = store.documents()[row.document]!;
    const source = await findSource(document);
    const family = familyOf(row);
    const isText = document.extraction.document.mediaType.startsWith("text/");
    const columns = document.family?.columns ?? [];
    if (isText || typeof source === "string") {
      return showText(row.row, document.extraction, source, family, columns);
    }
    const picture = await pictures.describe(shown(row, source));
    if (typeof picture !== "string") return picture;
    return showText(row.row, document.extraction, picture, family, columns);
  }

  function shown(row: ReviewRow, source: Source) {
    const { extraction } = store.documents()[row.document]!;
    return { row: row.row, extraction, source, family: familyOf(row) };
  }

  async function withRow(context: Context, use: (row: ReviewRow) => Response | Promise<Response>) {
    const n = requests.rowNumber.safeParse(context.req.param("n"));
    const row = n.success ? store.rows()[n.data] : undefined;
    return row === undefined ? context.json({ error: "changed" } satisfies Refusal, 404) : await use(row);
  }
}

/** A row without what only the server needs. */
function listed(row: ReviewRow): QueueItem {
  const { row: _row, search: _search, equations: _equations, likeness: _likeness, ...item } = row;
  return item;
}

function read<T>(
  context: Context,
  schema: z.ZodType<T>,
  given: unknown,
  use: (value: T) => object,
): Response {
  const parsed = schema.safeParse(given);
  return parsed.success ? context.json(use(parsed.data)) : invalid(context, parsed.error);
}

async function change<T>(
  context: Context,
  schema: z.ZodType<T>,
  use: (value: T) => Promise<Refusal | null>,
): Promise<Response> {
  const parsed = schema.safeParse(await context.req.json().catch(() => null));
  if (!parsed.success) return invalid(context, parsed.error);
  const refusal = await use(parsed.data).catch((error): Refusal => {
    if (!(error instanceof PoiError)) throw error;
    return { error: "not-written", message: error.message };
  });
  return refusal === null ? context.json({ ok: true }) : context.json(refusal, STATUS[refusal.error]);
}

function invalid(context: Context, { issues: [issue] }: z.ZodError): Response {
  const message = `${issue?.path.join(".")}: ${issue?.message}`;
  return context.json({ error: "invalid", message } satisfies Refusal, 422);
}
