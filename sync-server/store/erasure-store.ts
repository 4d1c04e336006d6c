/** The part of the store port that forgets on purpose, and remembers what it has to forget again after a restore. */
import type { PersonId, WorkspaceId } from '../../shared/domain/ids.ts';

export type ErasureStore = {
  /**
   * Takes away the person's name, ways in and devices, and their name out of the audit trail; ids stay, so
   * that what they wrote stays somebody's. False: there is no such person.
   */
  readonly erasePerson: (erasure: PersonErasure) => Promise<boolean>;
  /** Rewrites the database without what was deleted from it: until then its bytes are still in the file. */
  readonly compact: () => Promise<void>;
};

export type PersonErasure = {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
  /** null = the server's own command line. */
  readonly by: PersonId | null;
  /** Unix ms. */
  readonly atMs: number;
};
