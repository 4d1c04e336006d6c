/** What may be asked of the server: one union. A command is decided by the server alone, and becomes a fact or a refusal. */
import * as z from 'zod/mini';
import { isUuid } from '../domain/ids.ts';
import { verdicts } from '../domain/verdicts.ts';
import { levels } from '../domain/improvement.ts';

export const rulings = ['approved', 'declined', 'returned'] as const;
export type Ruling = (typeof rulings)[number];

/** Longest reason, in UTF-16 units. */
export const reasonLength = 2_000;

const uuid = z.string().check(z.refine(isUuid, 'a UUID in lower case'));
const said = z.string().check(
  z.maxLength(reasonLength),
  z.refine((text) => text.trim() !== '', 'not blank'),
);
const maySay = z.optional(said);
/** A day of the calendar, `2027-03-31`. */
const day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const count = z.number().check(z.int(), z.nonnegative());

const amount = z.number().check(z.nonnegative());

/** How much a result weighs, for better or worse. */
export const magnitudes = [-3, -2, -1, 1, 2, 3] as const;

/** What nobody had planned, good or bad. */
const unexpected = z.object({
  text: z.string().check(
    z.maxLength(300),
    z.refine((text) => text.trim() !== '', 'not blank'),
  ),
  magnitude: z.literal(magnitudes),
});
export type Unexpected = z.infer<typeof unexpected>;
export const mostUnexpected = 12;

/**
 * The record as it was decided upon: the number of its last deciding fact (0 = none), and the SHA-256 in hex
 * of what `declaredText` says of it. Not its head: one key stroke must not void an approval.
 */
export const expectedVersion = z.object({
  factSeq: count,
  fieldsHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type ExpectedVersion = z.infer<typeof expectedVersion>;

/** What an approval was given for; written by the server into the fact, whatever a device sends. */
const frozenCase = z.object({
  cost: z.enum([...levels, '']),
  /** The terms that it is held against afterwards; left out = those of the first version. */
  horizonMonths: z.optional(count),
  growthPercent: z.optional(z.number()),
  /** The likely cost over that horizon; null = none is said. */
  costAmount: z.nullable(z.number()),
  currency: z.string(),
  fundingAsked: z.string(),
  /** Sorted, as the objectives are. */
  affectedItems: z.array(z.string()),
  objectives: z.array(z.string()),
  route: z.string(),
  /** The number of the fact that froze the target; 0 = none. */
  target: count,
});
export type FrozenCase = z.infer<typeof frozenCase>;

const request = z.discriminatedUnion('type', [
  z.object({ type: z.literal('acknowledge'), reason: maySay }),
  z.object({
    type: z.literal('approve'),
    reason: maySay,
    frozen: z.optional(frozenCase),
    /** So many people have to approve it; written by the server, as `frozen` is. Left out = one. */
    needed: z.optional(count),
  }),
  z.object({ type: z.literal('decline'), reason: said }),
  z.object({ type: z.literal('escalate'), reason: said }),
  z.object({
    type: z.literal('ruleEscalation'),
    ruling: z.enum(rulings),
    reason: said,
    frozen: z.optional(frozenCase),
  }),
  z.object({ type: z.literal('markDuplicate'), of: uuid }),
  z.object({ type: z.literal('unmarkDuplicate') }),
  z.object({ type: z.literal('reopen'), reason: said }),
  /** By its originator, once. */
  z.object({ type: z.literal('askReopen'), reason: said }),
  /** What was asked so is answered: it stays as it is. */
  z.object({ type: z.literal('refuseReopen'), reason: said }),
  z.object({ type: z.literal('withdraw'), reason: maySay }),
  z.object({ type: z.literal('hold'), reason: said, reviewOn: day }),
  z.object({ type: z.literal('resume') }),
  /** `verdict` against the latest frozen target; `notMeasurable` needs its reason, as one other than proposed does. */
  z.object({
    type: z.literal('confirmVerdict'),
    verdict: z.enum(verdicts),
    reason: maySay,
    /** What the figures came to on the device that closed it, before a person judged. */
    proposed: z.optional(z.enum(verdicts)),
    /** Means of the measure's readings before the intervention and since. */
    was: z.optional(z.number()),
    came: z.optional(z.number()),
    unexpected: z.optional(z.array(unexpected).check(z.minLength(1), z.maxLength(mostUnexpected))),
    actualCost: z.optional(amount),
    actualBenefit: z.optional(amount),
    /** From the approval to the end of the work. */
    actualDays: z.optional(count),
  }),
  z.object({
    type: z.literal('freezeTarget'),
    /** What it is called; `measureId`: which one of the library it is, where it is there. */
    measure: z.string().check(z.minLength(1), z.maxLength(200)),
    measureId: z.optional(uuid),
    unit: z.optional(z.string().check(z.maxLength(40))),
    baseline: z.nullable(z.number()),
    target: z.number(),
    dueOn: day,
    rules: z.string().check(z.maxLength(40)),
    /** The days whose readings give the limits, where a person chose them; an end left out is open. */
    baselineFrom: z.optional(day),
    baselineTo: z.optional(day),
  }),
  /** With a guest, or with all people of an organisation: then its entry in the catalogue is named. */
  z.object({ type: z.literal('share'), person: uuid }),
  z.object({ type: z.literal('unshare'), person: uuid }),
  /** Deletes the record's contents for good, for everybody. */
  z.object({ type: z.literal('purge'), reason: said }),
]);
/** What a person asks for; what it was decided upon is added when it is put into the outbox. */
export type CommandRequest = z.infer<typeof request>;
export type CommandType = CommandRequest['type'];
export type Command = CommandRequest & { readonly expectedVersion: ExpectedVersion };

const envelope = z.object({ expectedVersion });
const typed = z.object({ type: z.string() });

const commandTypes = request.def.options.map(
  (option) => option.shape.type.def.values[0],
) as readonly CommandType[];

/** `unknown`: of a type that this program does not have; `malformed`: `field` is not as it should be. */
export type CommandProblem =
  { readonly type: 'unknown' } | { readonly type: 'malformed'; readonly field: string };

export function parseCommand(value: unknown): Command | CommandProblem {
  const named = z.safeParse(typed, value);
  if (!named.success) return { type: 'malformed', field: 'type' };
  if (!isCommandType(named.data.type)) return { type: 'unknown' };
  const command = z.safeParse(request, value);
  if (!command.success) return { type: 'malformed', field: fieldIn(command.error) };
  const expected = z.safeParse(envelope, value);
  if (!expected.success) return { type: 'malformed', field: fieldIn(expected.error) };
  return { ...command.data, ...expected.data };
}

const isCommandType = (type: string): type is CommandType =>
  (commandTypes as readonly string[]).includes(type);

const fieldIn = (error: z.core.$ZodError): string => error.issues[0]?.path.join('.') ?? '';
