/** Keeping a coaching card: by whom the storyboard is told, and that it is told once. */
import { expect, test } from 'vitest';
import { readCollection } from '../../../shared/document/collections.ts';
import { textOf } from '../../../shared/document/schema.ts';
import { writeChange } from '../../../shared/document/write-change.ts';
import type { RecordCollection } from '../../../shared/domain/collections.ts';
import type { Verb } from '../../../shared/process/permissions.ts';
import { itemAdder, itemReader } from '../../../web/commands/record-items.ts';
import { keepCard, tellStoryboard } from '../../../web/features/routines/keep-card.ts';
import { createReplica } from '../../support/document-replica.ts';

const nowMs = Date.UTC(2027, 0, 5, 12);

/** A record with a step, an obstacle and a card, as somebody with `verbs` has it open. */
function openRecord(...verbs: readonly Verb[]) {
  const { doc, author } = createReplica(1);
  let at = 0;
  const change = (made: Parameters<typeof writeChange>[1]) => writeChange(doc, made, author(at++));
  const deps = {
    nowMs: () => nowMs + at++,
    randomBytes: (sizeBytes: number) => new Uint8Array(sizeBytes).fill(at),
  };
  const addItem = itemAdder(deps, () => itemReader(doc), change);
  const isAllowed = (verb: Verb) => verbs.includes(verb);
  const record = {
    addItem,
    change,
    text: (field: 'kataTarget') => textOf(doc, field),
    state: { get: () => ({ items: itemReader(doc), isAllowed }) },
  } as unknown as Parameters<typeof keepCard>[0];
  addItem('experiments', { title: 'One stamp', expected: '12 min' });
  const obstacle = addItem('obstacles', { title: 'The second queue', state: 'open' });
  const card = addItem('coachings', {
    happened: '14 min',
    learned: 'The walk counts',
    nextStep: 'Move the desk',
    obstacle,
  });
  const items = <C extends RecordCollection>(collection: C) =>
    readCollection(doc, collection).map(({ values }) => values);
  return { record, card, items };
}

test('whoever edits the record leaves the results and the next step on the storyboard', () => {
  const { record, card, items } = openRecord('coach', 'editRecord');
  expect(keepCard(record, card, nowMs)).toBe(true);
  expect(items('experiments')).toMatchObject([
    { title: 'One stamp', happened: '14 min', learned: 'The walk counts' },
    { title: 'Move the desk' },
  ]);
  expect(items('obstacles')).toMatchObject([{ state: 'addressing' }]);
  expect(items('coachings')[0]?.closedOn).toMatch(/^2027-01-0[56]$/u);
  tellStoryboard(record, card);
  expect(items('experiments')).toHaveLength(2);
});

test('a coach who may not edit it keeps the card alone, and somebody else tells the storyboard', () => {
  const { record, card, items } = openRecord('coach');
  expect(keepCard(record, card, nowMs)).toBe(false);
  expect(items('coachings')[0]).toMatchObject({ experiment: '' });
  expect(items('coachings')[0]?.closedOn).not.toBe('');
  expect(items('experiments')).toMatchObject([{ happened: '', learned: '' }]);
  tellStoryboard(record, card);
  expect(items('experiments')).toMatchObject([{ happened: '14 min' }, { title: 'Move the desk' }]);
});
