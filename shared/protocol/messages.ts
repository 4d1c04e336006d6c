/** What travels between a device and a server, parsed with zod at both ends. docs/protocol.md tells it in words. */
import * as z from 'zod/mini';
import { type DocumentRow, rowUnderFacts } from '../document/project-document.ts';
import { isUuid } from '../domain/ids.ts';
import { isHlc } from '../domain/hlc.ts';
import { editingModes } from '../process/permissions.ts';
import type { Fact } from '../process/facts.ts';
import { legacyRole, toldRoles } from './role-list.ts';
import { wireLimits } from './version.ts';

const uuid = z.string().check(z.refine(isUuid, 'a UUID in lower case'));
const hlc = z.string().check(z.refine(isHlc, 'an HLC stamp'));
const bytes = z.instanceof(Uint8Array);
const count = z.number().check(z.int(), z.nonnegative());

/** The body of an item: an edit that merges, or a request for a fact. */
const itemBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('update'), bytes }),
  z.object({ type: z.literal('command'), uid: uuid, command: z.looseObject({ type: z.string() }) }),
]);

const item = z.object({
  /** The author device's own sequence, per boot: rises with every item it makes. */
  n: count,
  docId: uuid,
  docEpoch: count,
  hlc,
  body: itemBody,
  /** Uids of refused edits that this one makes again: once for all devices of their person. */
  applies: z.optional(
    z.array(z.string().check(z.maxLength(64))).check(z.maxLength(wireLimits.settledItems)),
  ),
});
export type Item = z.infer<typeof item>;

/** Items of one author device. It travels as CBOR bytes with the signature over exactly those bytes. */
export const envelopeContent = z.object({
  device: uuid,
  /** Random, new every time the device's program starts. */
  boot: z.string().check(z.minLength(1), z.maxLength(64)),
  actor: uuid,
  items: z.array(item).check(z.minLength(1), z.maxLength(wireLimits.pushItems)),
});
export type EnvelopeContent = z.infer<typeof envelopeContent>;

const envelope = z.object({
  /** CBOR of an EnvelopeContent. */
  content: bytes,
  /** Ed25519 by the device's key over `content`: 64 bytes. */
  signature: bytes,
});
export type Envelope = z.infer<typeof envelope>;

export const pushRequest = z.object({
  proto: count,
  /** The lineage the client knows; null before its first answer. */
  epoch: z.nullable(uuid),
  envelopes: z.array(envelope).check(z.minLength(1), z.maxLength(wireLimits.pushItems)),
});
export type PushRequest = z.infer<typeof pushRequest>;

const itemResult = z.discriminatedUnion('type', [
  /** Committed at `seq`, just now or (dup) before. */
  z.object({ type: z.literal('ok'), seq: count }),
  z.object({ type: z.literal('dup'), seq: count }),
  /** Builds on an edit that the server does not have; keep it and offer it again after the others. */
  z.object({ type: z.literal('gap') }),
  z.object({ type: z.literal('refused'), code: z.string(), message: z.string() }),
  z.object({ type: z.literal('gone') }),
]);
export type ItemResult = z.infer<typeof itemResult>;

export const pushAnswer = z.object({
  epoch: uuid,
  /** One result an item, in the order of the envelopes and of the items in them. */
  results: z.array(itemResult),
});
export type PushAnswer = z.infer<typeof pushAnswer>;

/** A refused edit, as both sides know it. */
const refusedItem = z.object({ docId: uuid, uid: z.string().check(z.maxLength(64)) });

export const pullRequest = z.object({
  proto: count,
  epoch: z.nullable(uuid),
  /** Opaque, from the last answer; null = from the beginning. */
  cursor: z.nullable(z.string().check(z.maxLength(64))),
  /** The version of the people list the client holds; 0 = none. */
  peopleVersion: count,
  /** How far this device knows what was decided of its refused edits; left out = not at all. */
  decisionN: z.optional(count),
  /** Refused edits of this device that its person has dealt with: nobody else need decide of them. */
  settled: z.optional(z.array(refusedItem).check(z.maxLength(wireLimits.settledItems))),
  /** Documents wanted in this page. */
  limit: z.optional(count.check(z.minimum(1), z.maximum(wireLimits.pullItems))),
});
export type PullRequest = z.infer<typeof pullRequest>;

/** Of every kind, also those that a newer server writes. */
const fact = z.looseObject({
  n: count,
  uid: uuid,
  by: uuid,
  at: z.number(),
  said: z.looseObject({ type: z.string() }),
});

const facts = z.object({
  ref: z.string(),
  /** Decisions about the record, all of them, in their order; left out when there are none. */
  list: z.optional(z.custom<readonly Fact[]>((value) => z.array(fact).safeParse(value).success)),
});

const pulledDocument = z.object({
  docId: uuid,
  headSeq: count,
  docEpoch: count,
  /** True: `updates` are the whole document. False: only what came after the request's cursor. */
  whole: z.boolean(),
  /** Yjs V1 updates to apply in this order; the first may be a snapshot. */
  updates: z.array(bytes),
  facts,
  /** The projection at `headSeq`, to be stored as is when `projVersion` is the client's own. */
  row: z.custom<DocumentRow>((value) => typeof value === 'object' && value !== null),
  projVersion: count,
});
export type PulledDocument = z.infer<typeof pulledDocument>;

const person = z.object({
  id: uuid,
  displayName: z.string(),
  roles: toldRoles,
  role: legacyRole,
  actors: z.array(uuid),
  isRemoved: z.boolean(),
  /** Teams and organisations of the catalogue; left out by servers from before there were any. */
  belongsTo: z.optional(z.array(uuid)),
});

/** What was decided of a refused edit of this person: by a coordinator, or by themselves on another device. */
const decision = z.object({
  ...refusedItem.shape,
  fate: z.enum(['admitted', 'returned', 'discarded']),
  by: uuid,
  /** Unix ms by the server's clock. */
  at: count,
  /** Of a returned one, for devices that do not have it: what it was, and why it was refused. */
  edit: z.optional(
    z.object({
      actor: uuid,
      /** '' when it came through a room. */
      hlc: z.string().check(z.maxLength(64)),
      bytes,
      code: z.string(),
      message: z.string(),
    }),
  ),
});

export const pullAnswer = z.object({
  epoch: uuid,
  items: z.array(pulledDocument),
  /** Documents that were purged: forget them, and send nothing more to them. */
  tombs: z.optional(z.array(z.object({ docId: uuid }))),
  /** Documents that this reader may have had and is not shown any longer. */
  forget: z.optional(z.array(uuid)),
  /** All documents that this reader is shown, where they are shown their own alone: the rest is to be forgotten. */
  only: z.optional(z.array(uuid)),
  cursor: z.string(),
  more: z.boolean(),
  /** Documents of the workspace in all, so that a first sync can show how far it is. */
  total: count,
  /** Present when something was decided since `decisionN`; the next request says `upTo`. */
  decisions: z.optional(z.object({ upTo: count, list: z.array(decision) })),
  /** Present when the client's people list is out of date. */
  people: z.optional(
    z.object({
      version: count,
      list: z.array(person),
      /** How the workspace is written in; left out by servers from before there was a choice. */
      editing: z.optional(z.enum(editingModes)),
    }),
  ),
});
export type PullAnswer = z.infer<typeof pullAnswer>;

/**
 * The same page in a streamed answer: rows are JSON text, which a server need not take apart, as they were
 * before their facts. */
export const pullPage = z.extend(pullAnswer, {
  items: z.array(z.extend(pulledDocument, { row: z.string() })),
});

export type PullPage = z.infer<typeof pullPage>;

/** Throws a SyntaxError when a row is no JSON. */
export const answerOfPage = (page: PullPage): PullAnswer => ({
  ...page,
  items: page.items.map((item) => ({
    ...item,
    row: rowUnderFacts(JSON.parse(item.row) as DocumentRow, item.facts),
  })),
});

/** Whole documents by id: what a client asks for when its copy has a hole. Answered with a DocumentsAnswer. */
export const documentsRequest = z.object({
  proto: count,
  epoch: z.nullable(uuid),
  docIds: z.array(uuid).check(z.minLength(1), z.maxLength(wireLimits.wholeDocuments)),
});
export type DocumentsRequest = z.infer<typeof documentsRequest>;

/** Unknown ids are left out. */
export const documentsAnswer = z.object({ epoch: uuid, items: z.array(pulledDocument) });
export type DocumentsAnswer = z.infer<typeof documentsAnswer>;

/** A frame of the poke socket, JSON text: something new is at `seq`. */
export const pokeFrame = z.object({ seq: count, epoch: uuid });
export type PokeFrame = z.infer<typeof pokeFrame>;

/** A refusal as the body of an HTTP answer (RFC 9457 problem details, `application/problem+json`). */
export const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  field: z.optional(z.string()),
  /** With `epochChanged`: the server's lineage, and the last seq it still has. */
  epoch: z.optional(uuid),
  headSeq: z.optional(count),
});
export type Problem = z.infer<typeof problem>;
