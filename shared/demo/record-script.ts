/** Takes down what happens in one record, minute by minute. */
import type { ItemChange, RecordCollection } from '../domain/collections.ts';
import type { FieldValue, RegisterField, SetField, TextField } from '../domain/improvement.ts';
import { markMentions } from '../domain/mentions.ts';
import { type ItemToWrite, orderBetween } from '../document/collections.ts';
import type { CommandRequest } from '../process/commands.ts';
import { drawId, type Random } from './chance.ts';
import type { DemoPerson, RecordDeed, RecordStep } from './demo-step.ts';

export type RecordScript = {
  readonly steps: () => readonly RecordStep[];
  /** Who acts from now on, and when: not before what happened already. */
  readonly turnTo: (by: DemoPerson, atMs: number) => void;
  readonly begin: (text: string) => void;
  readonly set: <F extends RegisterField>(field: F, value: FieldValue[F]) => void;
  readonly add: (field: SetField, entry: string) => void;
  readonly write: (field: TextField, text: string) => void;
  readonly comment: (text: string) => void;
  /** By name. */
  readonly ask: (whom: DemoPerson, text: string) => void;
  /** In words that name them. */
  readonly thank: (text: string, whom: readonly DemoPerson[]) => void;
  readonly support: () => void;
  readonly score: (criterion: string, value: number) => void;
  /** A new entry at the end of its list; answers its id. */
  readonly append: <C extends RecordCollection>(collection: C, change: ItemChange<C>) => string;
  /** What was appended, in order. */
  readonly entries: (collection: RecordCollection) => readonly string[];
  readonly change: <C extends RecordCollection>(
    collection: C,
    item: string,
    change: ItemChange<C>,
  ) => void;
  readonly decide: (said: CommandRequest) => void;
};

/** Between two deeds of one person in a row. */
const pauseMs = 7_000;

export function createRecordScript(random: Random, nowMs: number): RecordScript {
  const steps: RecordStep[] = [];
  const appended = new Map<RecordCollection, { readonly item: string; readonly order: string }[]>();
  let by: DemoPerson | undefined;
  let atMs = 0;

  function note(deed: RecordDeed): void {
    if (by === undefined) throw new Error('Somebody has to do it.');
    steps.push({ ...deed, by, atMs });
    atMs = Math.min(atMs + pauseMs, Math.max(atMs, nowMs));
  }

  const setItem = (collection: RecordCollection, item: string, change: object): void =>
    note({
      type: 'change',
      change: {
        type: 'setItem',
        ...({ collection, item, change } as ItemToWrite<RecordCollection>),
      },
    });

  return {
    steps: () => steps,
    turnTo: (person, ms) => {
      by = person;
      atMs = Math.max(atMs, Math.min(ms, nowMs));
    },
    begin: (text) => note({ type: 'begin', text }),
    set: (field, value) => note({ type: 'change', change: { type: 'setField', field, value } }),
    add: (field, entry) =>
      note({ type: 'change', change: { type: 'setEntry', field, entry, on: true } }),
    write: (field, text) => note({ type: 'write', field, text }),
    comment: (text) => note({ type: 'comment', text }),
    ask: (whom, text) =>
      note({ type: 'comment', ...markMentions(`@${whom.name} ${text}`, [namedPerson(whom)]) }),
    thank: (text, whom) => {
      const named = whom.map(namedPerson);
      const names = named.map(({ displayName }) => `@${displayName}`).join(' ');
      note({ type: 'comment', ...markMentions(`${text}\n${names}`, named), isThanks: true });
    },
    support: () => note({ type: 'change', change: { type: 'support', on: true } }),
    score: (criterion, value) =>
      note({ type: 'change', change: { type: 'score', criterion, value } }),
    append: (collection, change) => {
      const item = drawId<string>(random, atMs);
      const before = appended.get(collection) ?? [];
      const order = orderBetween(before.at(-1)?.order ?? '', '');
      appended.set(collection, [...before, { item, order }]);
      setItem(collection, item, { ...change, order });
      return item;
    },
    entries: (collection) => (appended.get(collection) ?? []).map(({ item }) => item),
    change: setItem,
    decide: (said) => note({ type: 'decide', said }),
  };
}

const namedPerson = ({ id, name }: DemoPerson) => ({ id, displayName: name });
