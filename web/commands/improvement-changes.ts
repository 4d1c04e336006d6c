/** How each change of a record is written, and what takes it back. */
import type * as Y from 'yjs';
import { itemPath, type ItemToWrite, readAllItems } from '../../shared/document/collections.ts';
import { readField, readSet } from '../../shared/document/read-document.ts';
import { readScores, type Score, scoreKey } from '../../shared/document/scores.ts';
import { type Author, readRegisters } from '../../shared/document/registers.ts';
import { roots, setOf, votesOf } from '../../shared/document/schema.ts';
import {
  type ImprovementChange,
  ownVotes,
  writeChange,
} from '../../shared/document/write-change.ts';
import type { CollectionName, ItemChange } from '../../shared/domain/collections.ts';
import { textFields } from '../../shared/domain/record-fields.ts';
import type { ChangeWriting } from './undo.ts';

/** The change that puts back what `change` is about to replace. */
export function inverseOf(
  doc: Y.Doc,
  change: ImprovementChange,
  author: Author,
): ImprovementChange {
  switch (change.type) {
    case 'setField':
      return { ...change, value: readField(doc, change.field).value };
    case 'setEntry':
      return { ...change, on: readSet(doc, change.field).includes(change.entry) };
    case 'support':
      return { ...change, on: ownVotes(doc, author).length > 0 };
    case 'setItem':
      return { ...change, change: inverseOfItem(doc, change) };
    case 'score':
      return { ...change, value: ownScore(doc, change.criterion, author)?.value ?? null };
  }
}

/** The stamp of the standing value that `change` wrote, while it alone stands; undefined when it does not. */
export function ownStamp(
  doc: Y.Doc,
  change: ImprovementChange,
  author: Author,
): string | undefined {
  switch (change.type) {
    case 'setField': {
      const [first, ...others] = readField(doc, change.field).standing;
      return first?.device === author.device && others.length === 0 ? first.hlc : undefined;
    }
    case 'setEntry':
      return stampOf(setOf(doc, change.field).get(change.entry));
    case 'support':
      return stampOf(votesOf(doc).get(author.actor));
    case 'setItem':
      return ownItemStamp(doc, change, author);
    case 'score':
      return ownScoreStamp(doc, change.criterion, author);
  }
}

/** What the author's person gave on a criterion, on whichever of their devices. */
export const ownScore = (doc: Y.Doc, criterion: string, author: Author): Score | undefined =>
  readScores(doc).find(
    (score) =>
      score.criterion === criterion &&
      (score.by === author.actor || author.isOwn?.(score.by) === true),
  );

export const ownScoreStamp = (doc: Y.Doc, criterion: string, { actor }: Author) =>
  stampOf(doc.getMap(roots.scores).get(scoreKey(criterion, actor)));

/** What was not there before is taken out again; a field goes back to what it was. */
export function inverseOfItem(
  doc: Y.Doc,
  { collection, item, change }: ItemToWrite,
): ItemChange<CollectionName> {
  const before = readAllItems(doc, collection).find(({ id }) => id === item);
  if (before === undefined) return { removed: 'yes' };
  const values: Readonly<Record<string, unknown>> = {
    ...before.values,
    order: before.order,
    removed: before.isRemoved ? 'yes' : '',
  };
  return Object.fromEntries(Object.keys(change).map((field) => [field, values[field] ?? '']));
}

/** Of all fields that it wrote, as long as each stands alone. */
export function ownItemStamp(
  doc: Y.Doc,
  { collection, item, change }: ItemToWrite,
  author: Author,
): string | undefined {
  const registers = readRegisters(doc.getMap(collection));
  const stamps = Object.keys(change).map((field) => {
    const [first, ...others] = registers.get(itemPath(item, field)) ?? [];
    return first?.device === author.device && others.length === 0 ? first.hlc : undefined;
  });
  return stamps.includes(undefined) ? undefined : stamps.join();
}

const stampOf = (stored: unknown): string | undefined =>
  (stored as { readonly hlc?: string } | undefined)?.hlc;

export const improvementChanges: ChangeWriting<ImprovementChange> = {
  texts: textFields,
  write: writeChange,
  inverseOf,
  stampOf: ownStamp,
};
