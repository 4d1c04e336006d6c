/**
 * Every way in which the server says no: a stable code, and the HTTP status it travels with. The sentence
 * that tells a person what to do is the reader's (web/i18n), by code.
 */

export const refusalStatus = {
  /** The body is not one well-formed CBOR or JSON value of the expected shape. */
  malformed: 400,
  /** Body, frame or update larger than the limits say. */
  tooLarge: 413,
  /** The peer speaks a protocol that this server does not. */
  upgrade: 426,
  /** No session: join or sign in again. */
  signIn: 401,
  /** The device was signed out: it has proved its key, but must join or sign in again. */
  signedOut: 401,
  /** The session or link was revoked. */
  revoked: 403,
  /** Request from a page of another origin. */
  foreignOrigin: 403,
  /** Not for this role. */
  notAllowed: 403,
  /** Unknown route, document or person; also what must not be known. */
  notFound: 404,
  /** The server's database has another lineage than the client last saw. */
  epochChanged: 409,
  /** A workspace keeps at least one administrator. */
  lastAdministrator: 409,
  /** The record was decided on, or changed in what the command is about, since it was decided upon. */
  stale: 409,
  /** What the command asks for can't be done to the record as it stands. */
  notPossible: 409,
  /** The record was removed for good. */
  gone: 410,
  /** The link was used up, has expired or never existed. */
  invitationInvalid: 410,
  /** The organisation's account is linked to nobody here, or to another. */
  accountUnknown: 403,
  /** The passkey is not known here, was removed, or does not prove what it should. */
  passkeyInvalid: 422,
  /** A field is empty, too long or of the wrong kind; `field` names it. */
  invalidField: 422,
  /** An item's bytes are not a Yjs V1 update. */
  badUpdate: 422,
  /** The envelope's signature does not fit the device's key. */
  badSignature: 422,
  /** The envelope names a device or actor that is not the session's. */
  foreignDevice: 422,
  /** The update uses a Yjs client id that another device has used in this document. */
  foreignClientId: 422,
  /** The update writes a key that is not the author's (another device's register, another's vote). */
  foreignKey: 422,
  /** The update writes a root or value that the schema does not know as valid. */
  badValue: 422,
  /** The update builds on one that was refused. */
  dependsOnRefused: 422,
  /** The item was made for another epoch of the document. */
  rebase: 422,
  /** Refused, and not even kept: too many refused edits of this person wait already. */
  quarantineFull: 422,
  /** Somebody has decided of it before. */
  alreadyDecided: 409,
  /** The same person has done the same on another device: there is nothing left to do. */
  doneAlready: 409,
  /** A command that this server does not know. */
  unknownCommand: 422,
  /** Too much in too short a time; `retry-after` says when to come again. */
  rateLimited: 429,
  /** Admission took longer or more memory than one update may. */
  tooCostly: 422,
  /** The server could not store it (disk full, I/O error): nothing was acknowledged, try again later. */
  storageFailed: 507,
  /** The server is shutting down or overloaded: try again later. */
  unavailable: 503,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

export type Refusal = {
  readonly code: RefusalCode;
  /** English, for logs and plain clients; people read their own language by the code. */
  readonly message: string;
  /** The field or item at fault, where there is one. */
  readonly field?: string;
  /** With `rateLimited`. */
  readonly retryAfterSeconds?: number;
};

export const refusal = (code: RefusalCode, message: string, field?: string): Refusal =>
  field === undefined ? { code, message } : { code, message, field };

/** Close codes of WebSockets (RFC 6455 leaves 4000–4999 to applications). */
export const closeCodes = {
  goingAway: 1001,
  unsupportedData: 1003,
  tooLarge: 1009,
  tryAgainLater: 1013,
  /** The frame is not of the protocol. */
  malformed: 4400,
  /** No or spent ticket, or no session: fetch a new one, sign in if that fails. */
  signIn: 4401,
  revoked: 4403,
  notFound: 4404,
  /** An update was refused; message 101 has said why. */
  refused: 4409,
  gone: 4410,
  upgrade: 4426,
} as const;
