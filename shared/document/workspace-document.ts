/** Reads and writes the workspace's own document. Reading is total: nonsense in it is passed over, never thrown. */
import type * as Y from 'yjs';
import { type WorkspaceCollection, workspaceCollectionNames } from '../domain/collections.ts';
import type { DocumentId } from '../domain/ids.ts';
import {
  settingsTextLength,
  type PulseRound,
  type WorkspaceField,
  workspaceFieldNames,
  workspaceFields,
  type WorkspaceItems,
  type WorkspaceRow,
  type WorkspaceSettings,
  workspaceTexts,
  type WorkspaceValues,
} from '../domain/workspace.ts';
import { isPulseValue, type PulseValue, roundOf, roundPulse } from '../process/pulse.ts';
import { type Item, type ItemToWrite, readAllItems, writeItem } from './collections.ts';
import { isOfKind } from './item-values.ts';
import type { ReadableDocument } from './readable-document.ts';
import { type Author, readRegisters, type RegisterEntry, writeRegister } from './registers.ts';
import { roots, textRoot } from './schema.ts';
import { readScores, type Score, writeScore } from './scores.ts';

export type WorkspaceChange =
  | {
      readonly type: 'setField';
      readonly field: WorkspaceField;
      /** Valid for the field. */
      readonly value: WorkspaceValues[WorkspaceField];
    }
  | ({ readonly type: 'setItem' } & ItemToWrite)
  /** One's own answer to how satisfied one is; null takes it back. */
  | { readonly type: 'pulse'; readonly round: string; readonly value: PulseValue | null };

export const isWorkspaceField = (name: string): name is WorkspaceField =>
  (workspaceFieldNames as readonly string[]).includes(name);

/** True when `value` may stand in the field; admission refuses what fails it, reading passes it over. */
export const isWorkspaceValue = (field: WorkspaceField, value: unknown): boolean =>
  value === '' || isOfKind(workspaceFields[field], value);

/** Every value that stands for the field, the one that counts first. */
export const readWorkspaceField = (
  doc: ReadableDocument,
  field: WorkspaceField,
): readonly RegisterEntry[] => validIn(field, readRegisters(doc.getMap(roots.registers)));

const validIn = (
  field: WorkspaceField,
  registers: ReadonlyMap<string, readonly RegisterEntry[]>,
): readonly RegisterEntry[] =>
  (registers.get(field) ?? []).filter(({ value }) => isWorkspaceValue(field, value));

export type ReadWorkspace = Omit<WorkspaceSettings, 'items'> & {
  readonly items: { readonly [C in WorkspaceCollection]: readonly Item<C>[] };
  /** Every value that stands, the one that counts first. */
  readonly standing: { readonly [F in WorkspaceField]: readonly RegisterEntry[] };
};

export function readWorkspace(doc: ReadableDocument): ReadWorkspace {
  const registers = readRegisters(doc.getMap(roots.registers));
  const standing = workspaceFieldNames.map((field) => [field, validIn(field, registers)] as const);
  const texts = workspaceTexts.map((text) => [
    text,
    doc.getText(textRoot(text)).toString().slice(0, settingsTextLength),
  ]);
  const items = workspaceCollectionNames.map((name) => [name, readAllItems(doc, name)]);
  const pulses = readRounds(doc);
  return {
    values: Object.fromEntries(
      standing.map(([field, [first]]) => [field, first?.value ?? '']),
    ) as WorkspaceValues,
    standing: Object.fromEntries(standing) as ReadWorkspace['standing'],
    texts: Object.fromEntries(texts) as WorkspaceSettings['texts'],
    items: Object.fromEntries(items) as ReadWorkspace['items'],
    ...(pulses.length > 0 && { pulses }),
  };
}

function readRounds(doc: ReadableDocument): readonly PulseRound[] {
  const rounds = new Map<string, Score[]>();
  for (const score of readScores(doc)) {
    const round = roundOf(score.criterion);
    if (round === undefined || !isPulseValue(score.value)) continue;
    rounds.set(round, [...(rounds.get(round) ?? []), score]);
  }
  return [...rounds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([round, given], at) => ({
      round,
      values: given.map(({ value }) => value).sort((a, b) => a - b),
      ...(at === rounds.size - 1 && { by: given.map(({ by }) => by).sort() }),
    }));
}

export const projectWorkspace = (
  id: DocumentId,
  doc: ReadableDocument,
  updatedAt: number,
): WorkspaceRow => ({ id, type: 'workspace', ...settingsOf(readWorkspace(doc)), updatedAt });

function settingsOf({ values, texts, items, pulses }: ReadWorkspace): WorkspaceSettings {
  const listed = workspaceCollectionNames.map((name) => [
    name,
    (items[name] as readonly Item[]).map(({ id, values, isRemoved }) => ({
      id,
      values,
      isRemoved,
    })),
  ]);
  return {
    values,
    texts,
    items: Object.fromEntries(listed) as WorkspaceItems,
    ...(pulses !== undefined && { pulses }),
  };
}

/** Of a workspace in which nobody has set anything. */
export const noSettings: WorkspaceSettings = settingsOf(
  readWorkspace({ getMap: () => new Map<string, unknown>(), getText: () => '' }),
);

export function writeWorkspaceChange(
  doc: Y.Doc,
  change: WorkspaceChange,
  author: Author,
  origin?: unknown,
): void {
  doc.transact(() => {
    switch (change.type) {
      case 'setItem':
        return writeItem(doc, change, author);
      case 'pulse':
        return writeScore(doc, roundPulse(change.round), change.value, author);
      case 'setField':
        return writeRegister(doc.getMap(roots.registers), change.field, change.value, author);
    }
  }, origin);
}
