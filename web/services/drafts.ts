/** Refused edits as screens use them: one’s own drafts, and those that wait for a coordinator. */
import type { DocumentKind } from '../../shared/domain/document-kinds.ts';
import type { ReadWishes } from '../../shared/document/read-wishes.ts';
import type { DocumentId, PersonId } from '../../shared/domain/ids.ts';
import type {
  DecisionAnswer,
  QuarantineAnswer,
  QuarantineDecision,
} from '../../shared/protocol/quarantine.ts';
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import type { Result } from '../../shared/result.ts';
import type { StorageFailure } from '../services.ts';

export type DraftGroup = {
  readonly docId: DocumentId;
  /** The record's title when they were set aside. */
  readonly title: string;
  /** Mostly a RefusalCode. */
  readonly code: string;
  /** Unix ms. */
  readonly draftedAt: number;
  /** Which drafts they are on this device; the first names the group. */
  readonly ns: readonly [number, ...number[]];
  /** The coordinator who has returned them; undefined = nobody has decided. */
  readonly returnedBy: PersonId | undefined;
};

export type SettledGroup = DraftGroup & {
  readonly fate: DraftFate;
  readonly settledAt: number;
  /** The coordinator who decided; '' = this person. */
  readonly settledBy: PersonId | '';
};

export type DraftFate =
  | 'appliedAgain'
  | 'posted'
  | 'copied'
  | 'discarded'
  /** The same was done on another device of this person. */
  | 'elsewhere'
  | 'admitted'
  | 'discardedByCoordinator';

export type Drafts = {
  /** Newest first. */
  readonly waiting: readonly DraftGroup[];
  /** Dealt with in the last 30 days, newest first. */
  readonly settled: readonly SettledGroup[];
};

export type DraftDifference = ReadWishes & {
  /** `waiting`: the server's state of it has still to come; `missing`: there is none on this device. */
  readonly record: 'here' | 'waiting' | 'missing';
  readonly kind: DocumentKind;
};

export type DraftRefusal = 'recordMissing' | 'recordWaiting';

export type DraftService = {
  readonly watch: (onDrafts: (drafts: Drafts) => void) => () => void;
  /** What the record says now against what the drafts wanted. */
  readonly compare: (group: DraftGroup) => Promise<DraftDifference>;
  /**
   * Makes the edits again as this device's own, in the record as it is now; what can't be made again comes
   * along as a comment. Without a record: as a new one, whose id it answers.
   */
  readonly applyAgain: (
    group: DraftGroup,
  ) => Promise<Result<DocumentId, DraftRefusal | StorageFailure>>;
  /** Says `text` in a comment on the record, or in several when it is long. */
  readonly postComment: (
    group: DraftGroup,
    text: string,
  ) => Promise<Result<void, DraftRefusal | StorageFailure>>;
  /** Keeps it for 30 more days, out of the way. */
  readonly settle: (
    group: DraftGroup,
    fate: 'copied' | 'discarded',
  ) => Promise<Result<void, StorageFailure>>;
  /** Undoes `settle`. */
  readonly takeUp: (group: DraftGroup) => Promise<Result<void, StorageFailure>>;
};

export type WaitingEdit = QuarantineAnswer['items'][number];

export type QuarantineService = {
  /** Newest first; `beforeN`: only what was refused before that one. */
  readonly read: (
    beforeN?: number,
  ) => Promise<Result<QuarantineAnswer, RefusalCode | 'unreachable'>>;
  /** `admit`: into the record in its author's name; `return`: to the author's device; each edit once. */
  readonly decide: (
    edit: Pick<WaitingEdit, 'docId' | 'uid'>,
    decision: QuarantineDecision,
  ) => Promise<Result<DecisionAnswer, RefusalCode | 'unreachable'>>;
};
