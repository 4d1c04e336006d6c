/** What clients were told is stored, in a file: written before a client goes on, read by the check. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

export type Ack =
  /** An update that a push answer called `ok` or `dup`. */
  | { readonly type: 'update'; readonly docId: string; readonly uid: string }
  /** A word that was typed in a room and that message 100 called durable. */
  | { readonly type: 'word'; readonly docId: string; readonly word: string };

export type AckJournal = {
  readonly append: (acks: readonly Ack[]) => void;
  readonly read: () => readonly Ack[];
};

export function createAckJournal(file: string): AckJournal {
  writeFileSync(file, '');
  return {
    append: (acks) => appendFileSync(file, acks.map((ack) => `${JSON.stringify(ack)}\n`).join('')),
    read: () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Ack),
  };
}
