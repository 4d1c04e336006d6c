/** Taking a passage out of a record for good, for administrators. */
import type { Passage } from '../../shared/document/rewrite-document.ts';
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import type { Result } from '../../shared/result.ts';

export type ErasureFailure =
  | RefusalCode
  | 'unreachable'
  /** What was written here has not reached the server: it would come back as a draft, with the passage. */
  | 'unsent';

export type ErasureService = {
  /** How often the words stand in the record as this device has it. */
  readonly countPlaces: (words: string) => Promise<number>;
  /** Resolves when the server has done it; nothing of it waits on this device. */
  readonly erase: (
    passage: Passage,
    /** For the record's history. */
    reason: string,
  ) => Promise<Result<{ readonly places: number }, ErasureFailure>>;
};
