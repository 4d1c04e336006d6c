/** The part of the store port that keeps decisions: facts, and what is left of purged records. */
import type { DeviceId, DocumentId, PersonId, Uid, WorkspaceId } from '../../shared/domain/ids.ts';
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import type { CommandRequest } from '../../shared/process/commands.ts';
import type { Fact } from '../../shared/process/facts.ts';
import type { RefusalCode } from '../../shared/protocol/refusals.ts';

export type FactStore = {
  /** What a decision on the record is taken from. */
  readonly readRecord: (
    workspace: WorkspaceId,
    docId: DocumentId,
    uid: Uid,
  ) => Promise<RecordForDecision>;
  /** Fact, head and audit entry in one transaction. */
  readonly commitFact: (workspace: WorkspaceId, fact: NewFact) => Promise<DecisionCommitted>;
  /** Deletes everything that was ever said in the record, and leaves a tomb; one transaction. */
  readonly purge: (workspace: WorkspaceId, purge: NewFact) => Promise<DecisionCommitted>;
  /** Leaves an audit entry of a command that was refused. */
  readonly noteRefusedCommand: (
    workspace: WorkspaceId,
    command: NewFact,
    code: RefusalCode,
  ) => Promise<void>;
};

export type RecordForDecision =
  | { readonly type: 'unknown' }
  | { readonly type: 'gone'; readonly seq: number; readonly uid: Uid }
  | {
      readonly type: 'there';
      /** As it was projected, without its facts. */
      readonly row: ImprovementRow;
      /** Of the program that projected it. */
      readonly projVersion: number;
      readonly ref: string;
      readonly facts: readonly Fact[];
      /** Of the fact that this very command became. */
      readonly committedSeq: number | undefined;
    };

export type NewFact = {
  readonly docId: DocumentId;
  readonly uid: Uid;
  readonly said: CommandRequest;
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly hlc: string;
  /** Unix ms by the server's clock. */
  readonly atMs: number;
};

export type DecisionCommitted = { readonly seq: number };
