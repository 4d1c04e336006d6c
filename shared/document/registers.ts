/**
 * Multi-value registers: a write removes the values it saw and adds its own under the writer's key, so
 * that two values set while apart both survive until a person chooses.
 */
import type * as Y from 'yjs';
import type { ClockDep } from '../deps.ts';
import { type Hlc, isHlc, nextHlc } from '../domain/hlc.ts';
import type { ActorId, DeviceId } from '../domain/ids.ts';

/** Whose hand writes, on which device, by which clock. */
export type Author = ClockDep & { readonly device: DeviceId; readonly actor: ActorId };

export type RegisterEntry = {
  readonly value: unknown;
  readonly hlc: Hlc;
  readonly by: ActorId;
  readonly device: DeviceId;
};

/** All values standing for `field`, the one that counts first (latest hlc, then device); empty when never set. */
export function readRegister(registers: Y.Map<unknown>, field: string): readonly RegisterEntry[] {
  const entries: RegisterEntry[] = [];
  for (const [key, stored] of registers.entries()) {
    const entry = parseEntry(field, key, stored);
    if (entry !== undefined) entries.push(entry);
  }
  return entries.sort((a, b) => compare(b.hlc, a.hlc) || compare(b.device, a.device));
}

/** Must run inside a transaction: deletes every visible value of `field` and sets the author's. */
export function writeRegister(
  registers: Y.Map<unknown>,
  field: string,
  value: unknown,
  author: Author,
): void {
  const seen = readRegister(registers, field);
  const ownKey = registerKey(field, author.device);
  for (const entry of seen) {
    const key = registerKey(field, entry.device);
    if (key !== ownKey) registers.delete(key);
  }
  registers.set(ownKey, { v: value, hlc: nextHlc(author, seen[0]?.hlc), by: author.actor });
}

export const registerKey = (field: string, device: DeviceId): string => `${field}|${device}`;

/** Splits `field|device`; undefined for a key of another shape. */
export function parseRegisterKey(key: string): { field: string; device: DeviceId } | undefined {
  const at = key.indexOf('|');
  return at > 0 ? { field: key.slice(0, at), device: key.slice(at + 1) as DeviceId } : undefined;
}

function parseEntry(field: string, key: string, stored: unknown): RegisterEntry | undefined {
  const parsed = parseRegisterKey(key);
  if (parsed?.field !== field || typeof stored !== 'object' || stored === null) return undefined;
  const { v, hlc, by } = stored as { v?: unknown; hlc?: unknown; by?: unknown };
  if (typeof hlc !== 'string' || !isHlc(hlc) || typeof by !== 'string') return undefined;
  return { value: v, hlc: hlc as Hlc, by: by as ActorId, device: parsed.device };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
