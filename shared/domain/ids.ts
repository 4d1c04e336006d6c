/** Branded identities: who and what exists, and how a new one is made on any device. */
import type { ClockDep, RandomDep } from '../deps.ts';

declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** A document (one record): UUIDv7, made on the device that captured it. */
export type DocumentId = Brand<string, 'DocumentId'>;
/** A device: one browser profile or hub; owns an Ed25519 key. UUIDv7. */
export type DeviceId = Brand<string, 'DeviceId'>;
/** An author as a device knows itself before and after joining; bound for good to one person. UUIDv7. */
export type ActorId = Brand<string, 'ActorId'>;
/** A person of a workspace, given by the server. UUIDv7. */
export type PersonId = Brand<string, 'PersonId'>;
/** A workspace: one organisation's register. UUIDv7. */
export type WorkspaceId = Brand<string, 'WorkspaceId'>;
/** A comment on a record. UUIDv7. */
export type CommentId = Brand<string, 'CommentId'>;
/** What an outbox entry is known by: hex SHA-256 of an update's bytes, or a command's UUIDv7. */
export type Uid = Brand<string, 'Uid'>;
/** The lineage of a server database; changed by restore and clone. UUIDv7. */
export type ServerEpoch = Brand<string, 'ServerEpoch'>;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isUuid = (text: string): boolean => uuidPattern.test(text);

/** A UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits. */
export function createUuidV7<Id extends string>(deps: ClockDep & RandomDep): Id {
  const bytes = deps.randomBytes(16);
  const ms = deps.nowMs();
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(ms / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  return [8, 12, 16, 20].reduceRight(
    (text, at) => text.slice(0, at) + '-' + text.slice(at),
    hex,
  ) as Id;
}

export function bytesToHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** Crockford's base 32: no I, L, O or U, so that a number can be read out loud. */
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The number a record carries until the server gives it a reference: `~` and six characters from its id's random end. */
export function localNumber(id: DocumentId): string {
  let bits = Number.parseInt(id.slice(-8), 16) % 2 ** 30;
  let text = '';
  for (let i = 0; i < 6; i++) {
    text = crockford.charAt(bits % 32) + text;
    bits = Math.floor(bits / 32);
  }
  return '~' + text;
}
