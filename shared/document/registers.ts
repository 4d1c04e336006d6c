/**
 * Multi-value registers: a write removes the values it saw and adds its own under the writer's key, so
 * that two values set while apart both survive until a person chooses.
 */
import type * as Y from 'yjs';
import type { ClockDep } from '../deps.ts';
import { type Hlc, isHlc, nextHlc } from '../domain/hlc.ts';
import type { ActorId, DeviceId } from '../domain/ids.ts';

/** Whose hand writes, on which device, by which clock. */
export type Author = ClockDep & {
  readonly device: DeviceId;
  readonly actor: ActorId;
  /** Whether an actor is the same person's, on another device of theirs; left out: none is known to be. */
  readonly isOwn?: (actor: ActorId) => boolean;
};

export type RegisterEntry = {
  readonly value: unknown;
  readonly hlc: Hlc;
  readonly by: ActorId;
  readonly device: DeviceId;
};

/** A Y.Map, or what one held before. */
export type ReadableMap = Pick<ReadonlyMap<string, unknown>, 'get'> & {
  readonly forEach: (visit: (value: unknown, key: string) => void) => void;
};

/** All values standing for `field`, the one that counts first (latest hlc, then device); empty when never set. */
export function readRegister(registers: ReadableMap, field: string): readonly RegisterEntry[] {
  return readRegisters(registers).get(field) ?? [];
}

/** The same for every field that was ever set, in one pass. */
export function readRegisters(
  registers: ReadableMap,
): ReadonlyMap<string, readonly RegisterEntry[]> {
  const entriesByField = new Map<string, RegisterEntry[]>();
  registers.forEach((stored, key) => {
    const parsed = parseRegisterKey(key);
    const entry = parsed && parseEntry(parsed.device, stored);
    if (parsed === undefined || entry === undefined) return;
    const entries = entriesByField.get(parsed.field);
    if (entries === undefined) entriesByField.set(parsed.field, [entry]);
    else entries.push(entry);
  });
  for (const entries of entriesByField.values()) {
    entries.sort((a, b) => compare(b.hlc, a.hlc) || compare(b.device, a.device));
  }
  return entriesByField;
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

const registerKey = (field: string, device: DeviceId): string => `${field}|${device}`;

/** Splits `field|device`, where a field may hold a bar itself; undefined for a key of another shape. */
export function parseRegisterKey(key: string): { field: string; device: DeviceId } | undefined {
  const at = key.lastIndexOf('|');
  return at > 0 ? { field: key.slice(0, at), device: key.slice(at + 1) as DeviceId } : undefined;
}

function parseEntry(device: DeviceId, stored: unknown): RegisterEntry | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { v, hlc, by } = stored as { v?: unknown; hlc?: unknown; by?: unknown };
  if (typeof hlc !== 'string' || !isHlc(hlc) || typeof by !== 'string') return undefined;
  return { value: v, hlc: hlc as Hlc, by: by as ActorId, device };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
