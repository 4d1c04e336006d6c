/** What was written and must not be lost: noted when it is written, promised once the device has stored it. */
import type { DocumentId } from '../../shared/domain/ids.ts';

export type Trace = {
  readonly docId: DocumentId;
  readonly kind: 'text' | 'tag' | 'vote' | 'decision' | 'reading';
  /** Unique in the simulation (a decision's uid), except for a vote: then the voter's actor. */
  readonly mark: string;
};

/** Words that an administrator has taken out of a document for good. */
export type Erased = Pick<Trace, 'docId' | 'mark'>;

/** Traces of one open document on one device. */
export type Notebook = {
  readonly note: (trace: Trace) => void;
  /** Everything noted so far is on the disk. */
  readonly promiseNoted: () => void;
};

export type Promises = {
  readonly openNotebook: () => Notebook;
  readonly promised: () => readonly Trace[];
};

export function createPromises(): Promises {
  const promised: Trace[] = [];
  return {
    openNotebook: () => {
      const noted: Trace[] = [];
      return {
        note: (trace) => noted.push(trace),
        promiseNoted: () => promised.push(...noted.splice(0)),
      };
    },
    promised: () => promised,
  };
}
