/** What an administrator asks to be erased from a record, and what is answered. */
import * as z from 'zod/mini';
import type { Passage } from '../document/rewrite-document.ts';
import { isUuid } from '../domain/ids.ts';
import { erasureLimits } from './erasure-limits.ts';

const words = z.string().check(
  z.maxLength(erasureLimits.longest),
  z.refine((text) => text.trim().length >= erasureLimits.shortest, 'at least two characters'),
);

/** Why, for the record's history. The words themselves are taken out of it. */
const reason = z.optional(z.string().check(z.maxLength(erasureLimits.reason)));

export const erasureRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('words'), words, reason }),
  z.object({
    type: z.literal('comment'),
    reason,
    comment: z.custom<(Passage & { type: 'comment' })['comment']>(
      (value) => typeof value === 'string' && isUuid(value),
    ),
  }),
]);

export const erasureAnswer = z.object({
  /** The epoch that the document is at now. */
  docEpoch: z.number(),
  /** How often the passage was found. */
  places: z.number(),
});
export type ErasureAnswer = z.infer<typeof erasureAnswer>;
