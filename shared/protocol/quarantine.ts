/** Refused edits that wait for a coordinator's decision: JSON bodies of the quarantine routes. */
import * as z from 'zod/mini';
import { isUuid } from '../domain/ids.ts';
import { collectionNames } from '../domain/collections.ts';
import { registerFields, setFields, textFields } from '../domain/record-fields.ts';
import { measureFieldNames } from '../domain/measure.ts';
import { workspaceFieldNames, workspaceTexts } from '../domain/workspace.ts';

const uuid = z.string().check(z.refine(isUuid, 'a UUID in lower case'));

const itemValue = z.union([z.string(), z.number()]);
const scoreValue = z.union([z.number(), z.literal('')]);

/** One thing that the edit wanted, against the record as it is now. */
const summaryLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('field'),
    field: z.enum(registerFields),
    now: z.string(),
    wanted: z.string(),
  }),
  z.object({
    type: z.literal('entry'),
    field: z.enum(setFields),
    entry: z.string(),
    wanted: z.boolean(),
  }),
  z.object({
    type: z.literal('item'),
    collection: z.enum(collectionNames),
    item: uuid,
    title: z.string(),
    field: z.string(),
    now: itemValue,
    wanted: itemValue,
  }),
  z.object({
    type: z.literal('score'),
    criterion: z.string(),
    now: scoreValue,
    wanted: scoreValue,
  }),
  z.object({
    type: z.literal('setting'),
    field: z.enum([...workspaceFieldNames, ...measureFieldNames]),
    now: itemValue,
    wanted: itemValue,
  }),
  z.object({ type: z.literal('support'), wanted: z.boolean() }),
  /** What comes and what goes, shortened. */
  z.object({
    type: z.literal('text'),
    field: z.enum([...textFields, ...workspaceTexts]),
    added: z.string(),
    removed: z.string(),
  }),
  z.object({ type: z.literal('comment'), text: z.string() }),
  z.object({ type: z.literal('reading'), at: z.string(), now: itemValue, wanted: itemValue }),
]);
export type SummaryLine = z.infer<typeof summaryLine>;

const waitingEdit = z.object({
  n: z.number(),
  docId: uuid,
  uid: z.string(),
  person: z.object({ id: uuid, displayName: z.string(), isRemoved: z.boolean() }),
  /** Unix ms by the server's clock. */
  at: z.number(),
  code: z.string(),
  sizeBytes: z.number(),
  ref: z.string(),
  title: z.string(),
  summary: z.array(summaryLine),
  /** What is written in it and has no place in the record. */
  looseTexts: z.array(z.string()),
});
/** `GET /quarantine?before=<n>`: newest first; `more`: ask again before the last one's `n`. */
export const quarantineAnswer = z.object({ items: z.array(waitingEdit), more: z.boolean() });
export type QuarantineAnswer = z.infer<typeof quarantineAnswer>;

/** The last part of `POST /quarantine/<docId>/<uid>/<decision>`. */
export const quarantineDecisions = ['admit', 'return', 'discard'] as const;
export type QuarantineDecision = (typeof quarantineDecisions)[number];

/** What became of it. */
export const decisionAnswer = z.object({ fate: z.enum(['admitted', 'returned', 'discarded']) });
export type DecisionAnswer = z.infer<typeof decisionAnswer>;
