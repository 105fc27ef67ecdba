import type {
  AlikeRow,
  AuditInfo,
  Decision,
  FolderInfo,
  Overview,
  Picture,
  Progress,
  Queue,
  QueueItem,
  Refusal,
  RowDetail,
  TextContext,
} from "../api.ts";

/** The choices of the queue's facets; empty takes all. */
export interface Choice {
  readonly state: "pending" | "settled" | "all";
  readonly document: string;
  readonly organ: string;
  readonly reason: string;
  readonly equation: string;
  readonly search: string;
}

/** Addresses are relative to the page's own, which begins with the token. */
async function get<T>(path: string): Promise<T> {
  const response = await fetch(`./api/${path}`);
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as T;
}

async function post(path: string, body: object): Promise<Refusal | null> {
  const response = await fetch(`./api/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (response.ok) return null;
  return (await response
    .json()
    .catch(() => ({ error: "invalid", message: `${response.status}` }))) as Refusal;
}

export const getProgress = () => get<Progress>("progress");
export const getFolder = () => get<FolderInfo>("folder");
export const getRow = (n: number) => get<RowDetail>(`row/${n}`);
export const getPrint = (n: number) => get<Picture | TextContext>(`row/${n}/print`);
export const getRows = (numbers: readonly number[]) => get<QueueItem[]>(`rows?n=${numbers.join(",")}`);
export const getOverview = () => get<Overview>("overview");
export const getAudits = () => get<AuditInfo[]>("audits");

export function getQueue(choice: Choice): Promise<Queue> {
  const chosen = Object.entries(choice).filter(([, value]) => value !== "");
  return get<Queue>(`queue?${new URLSearchParams(chosen)}`);
}

export const sendDecision = (n: number, decision: Decision) => post(`row/${n}/decision`, decision);
export const sendUndo = (n: number, version: string, by: string) => post(`row/${n}/undo`, { version, by });
export const sendSample = (size: number, by: string) => post("audits", { size, by });
export const sendAlike = (n: number, decision: Decision, rows: readonly AlikeRow[]) =>
  post(`row/${n}/alike`, { decision, rows: rows.map(({ n, version }) => ({ n, version })) });

export async function previewAlike(n: number, decision: Decision): Promise<AlikeRow[]> {
  const response = await fetch(`./api/row/${n}/preview`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(decision),
  });
  return response.ok ? ((await response.json()) as AlikeRow[]) : [];
}
