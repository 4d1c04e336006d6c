/**
 * What a person has on this device of one workspace alone, beside its replica: text typed on Capture, views of their
 * own. It stands under plain keys while the workspace is open, and is set aside while another one is.
 */
import type { OwnView } from '../services/register.ts';
import { demoReplica } from './demo-replica.ts';
import { type DeviceRow, localReplica } from './device-database.ts';

/** The part of the device's table that is needed here. */
type OwnRows = {
  readonly get: (key: string) => PromiseLike<DeviceRow | undefined>;
  readonly put: (row: DeviceRow) => PromiseLike<unknown>;
  readonly delete: (key: string) => PromiseLike<unknown>;
};

export type Turn = {
  /** Replicas: what was open, and what is open from now on. */
  readonly from: string;
  readonly to: string;
  /** Of workspaces that were left. */
  readonly left: readonly string[];
};

/** Must run inside the transaction that opens the other workspace. */
export async function turnOwn(rows: OwnRows, { from, to, left }: Turn): Promise<void> {
  for (const replica of left) {
    const aside = await readAside(rows, replica);
    // What was typed is there again for whoever signs in again.
    await writeAside(rows, replica, { text: aside.text, views: [] });
  }
  if (from === to) return;
  const { text, views } = await readOpen(rows);
  const next = await readAside(rows, to);
  await writeAside(rows, to, nothing);
  // What was kept without a workspace comes along into the first one.
  if (from === localReplica && to !== demoReplica) {
    await writeOpen(rows, { text: joined(text, next.text), views: [...views, ...next.views] });
    return;
  }
  if (left.includes(from)) {
    await writeOpen(rows, { text: joined(text, next.text), views: next.views });
    return;
  }
  await writeAside(rows, from, { text, views });
  await writeOpen(rows, next);
}

type Own = { readonly text: string; readonly views: readonly OwnView[] };

const nothing: Own = { text: '', views: [] };

const joined = (...texts: readonly string[]): string =>
  texts.filter((text) => text !== '').join('\n\n');

async function readOpen(rows: OwnRows): Promise<Own> {
  const [typed, views] = [await rows.get('typed'), await rows.get('views')];
  return {
    text: typed?.k === 'typed' ? typed.text : '',
    views: views?.k === 'views' ? views.views : [],
  };
}

async function writeOpen(rows: OwnRows, { text, views }: Own): Promise<void> {
  await rows.put({ k: 'typed', text });
  await rows.put({ k: 'views', views });
}

async function readAside(rows: OwnRows, replica: string): Promise<Own> {
  const row = await rows.get(`aside:${replica}`);
  return row !== undefined && 'aside' in row ? row.aside : nothing;
}

async function writeAside(rows: OwnRows, replica: string, own: Own): Promise<void> {
  const k = `aside:${replica}` as const;
  if (own.text === '' && own.views.length === 0) await rows.delete(k);
  else await rows.put({ k, aside: own });
}
