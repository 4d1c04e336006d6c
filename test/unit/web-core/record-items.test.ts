/** Lists of an open record, as screens read and fill them. */
import { expect, test } from 'vitest';
import { writeChange } from '../../../shared/document/write-change.ts';
import { itemAdder, itemReader } from '../../../web/commands/record-items.ts';
import { createReplica } from '../../support/document-replica.ts';

test('a new entry stands at the end of its list, and a list is read once for each state', () => {
  const { doc, author } = createReplica(1);
  let at = 0;
  const deps = {
    nowMs: () => 1_760_000_000_000 + at++,
    randomBytes: (sizeBytes: number) => new Uint8Array(sizeBytes).fill(at),
  };
  const add = itemAdder(
    deps,
    () => itemReader(doc),
    (change) => writeChange(doc, change, author(0)),
  );
  const first = add('tasks', { title: 'Measure' });
  const before = itemReader(doc);
  expect(before('tasks')).toBe(before('tasks'));
  const second = add('tasks', { title: 'Print' });
  add('risks', { title: 'Nobody reads them' });
  expect(itemReader(doc)('tasks').map(({ id }) => id)).toEqual([first, second]);
});
