/** The generated register: the same for the same seed, plausible, and valid by the product's own rules. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { project } from '../../../shared/document/project.ts';
import { noFacts } from '../../../shared/document/projection.ts';
import type { ActorId, DeviceId } from '../../../shared/domain/ids.ts';
import { isUuid } from '../../../shared/domain/ids.ts';
import { generateRegister } from '../../support/register-generator.ts';

const author = {
  device: '00000000-0000-7000-8000-000000000001' as DeviceId,
  actor: '00000000-0000-7000-9000-000000000001' as ActorId,
};
const untilMs = Date.UTC(2026, 0, 1);
const generate = (seed: number, count: number) => [
  ...generateRegister({ seed, count, author, untilMs }),
];

function rowOf({ id, update }: { id: Parameters<typeof project>[0]; update: Uint8Array }) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return project(id, doc, noFacts, untilMs);
}

it('makes the same register from the same seed and another one from another', () => {
  expect(generate(1, 20)).toEqual(generate(1, 20));
  expect(generate(1, 20)).not.toEqual(generate(2, 20));
});

it('fills every record with a title, a text, tags and an author', () => {
  for (const record of generate(3, 200)) {
    const row = rowOf(record);
    expect(isUuid(record.id)).toBe(true);
    expect(row.title).not.toBe('');
    expect(row.text.startsWith(row.title)).toBe(true);
    expect(row.tags).toHaveLength(1);
    expect(row.createdBy).toBe(author.actor);
    expect(row.conflicts).toEqual([]);
  }
});

it('writes in both languages and spreads the records over two years, oldest first', () => {
  const rows = generate(4, 200).map(rowOf);
  const chineseRows = rows.filter((row) => /\p{Script=Han}/u.test(row.title));
  expect(chineseRows.length).toBeGreaterThan(30);
  expect(chineseRows.length).toBeLessThan(90);
  const times = rows.map((row) => row.createdAt);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times.at(-1)).toBe(untilMs);
  expect((times[0] ?? 0) < Date.UTC(2024, 1, 1)).toBe(true);
});
