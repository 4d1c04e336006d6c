/** `GET /history/<docId>`: what happened to a record, newest first. JSON. */
import * as z from 'zod/mini';
import { isUuid } from '../domain/ids.ts';
import { collectionNames } from '../domain/collections.ts';
import { registerFields, setFields, textFields } from '../domain/record-fields.ts';
import { measureFieldNames } from '../domain/measure.ts';
import { workspaceFieldNames, workspaceTexts } from '../domain/workspace.ts';

const uuid = z.string().check(z.refine(isUuid, 'a UUID in lower case'));

const itemValue = z.union([z.string(), z.number()]);

export const historyLimits = { entries: 50, entriesAtMost: 200 } as const;

/** What the history can be asked about alone. */
export const historyFields = [
  ...registerFields,
  ...setFields,
  ...textFields,
  ...collectionNames,
  ...workspaceFieldNames,
  ...workspaceTexts,
  ...measureFieldNames,
  'support',
  'comment',
  'score',
  'reading',
] as const;
export type HistoryField = (typeof historyFields)[number];

/** One change as this version knows it; `RecordChange` in its type says what it means. */
export const historyChange = z.discriminatedUnion('type', [
  z.object({ type: z.literal('created') }),
  z.object({
    type: z.literal('field'),
    field: z.enum([...registerFields, ...workspaceFieldNames, ...measureFieldNames]),
    old: z.string(),
    new: z.string(),
    standing: z.optional(z.enum(['disputed', 'settled'])),
  }),
  z.object({
    type: z.literal('entry'),
    field: z.enum(setFields),
    entry: z.string(),
    on: z.boolean(),
  }),
  z.object({
    type: z.literal('item'),
    collection: z.enum(collectionNames),
    item: uuid,
    title: z.string(),
    field: z.string(),
    old: itemValue,
    new: itemValue,
    standing: z.optional(z.enum(['disputed', 'settled'])),
  }),
  z.object({
    type: z.literal('score'),
    criterion: z.string(),
    old: z.union([z.number(), z.literal('')]),
    new: z.union([z.number(), z.literal('')]),
  }),
  z.object({ type: z.literal('support'), on: z.boolean() }),
  z.object({ type: z.literal('comment') }),
  z.object({ type: z.literal('reading'), at: z.string(), old: itemValue, new: itemValue }),
  z.object({
    type: z.literal('erased'),
    what: z.enum(['words', 'comment']),
    reason: z.string(),
  }),
  z.object({
    type: z.literal('text'),
    field: z.enum([...textFields, ...workspaceTexts]),
    texts: z.optional(z.object({ old: z.string(), new: z.string() })),
  }),
]);
export type HistoryChange = z.infer<typeof historyChange>;

const historyEntry = z.object({
  seq: z.number(),
  /** Unix ms by the server's clock: the edit, or the first of a sitting at a text, and the last of it. */
  at: z.number(),
  until: z.number(),
  /** Unix ms by the device's clock, where the two differ by more than {@link offlineAfterMs}. */
  writtenAt: z.optional(z.number()),
  /** Several when they wrote a text in turns. */
  people: z.array(uuid),
  device: uuid,
  deviceName: z.optional(z.string()),
  /** Each a {@link historyChange}, or what a newer server tells. */
  changes: z.array(z.looseObject({ type: z.string() })),
});

export type HistoryEntry = z.infer<typeof historyEntry>;

export const historyAnswer = z.object({
  entries: z.array(historyEntry),
  /** For the next page; absent = there is nothing older. */
  before: z.optional(z.string()),
});
export type HistoryAnswer = z.infer<typeof historyAnswer>;

/** An edit that arrived later than this after it was written was written offline, or its clock is wrong. */
export const offlineAfterMs = 5 * 60 * 1000;
