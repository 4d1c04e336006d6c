/** Links between records: how they are kept, and the circles that they may not close. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSetEntry } from '../../../shared/document/field-values.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { limits } from '../../../shared/domain/improvement.ts';
import {
  dependencies,
  linkEntry,
  linkedIds,
  linkKinds,
  linksOf,
  parseLink,
  type RecordLink,
} from '../../../shared/domain/links.ts';
import { findCycle } from '../../../shared/process/link-cycles.ts';
import { linkFor, relationOf, relations } from '../../../web/features/links/relations.ts';

const idOf = (number: number) =>
  `01890000-0000-7000-8000-${String(number).padStart(12, '0')}` as DocumentId;

describe('an entry of links', () => {
  test.each(linkKinds)('brings back %s, and fits into a set', (kind) => {
    const entry = linkEntry({ kind, to: idOf(1) });
    expect(parseLink(entry)).toEqual({ kind, to: idOf(1) });
    expect(entry.length).toBeLessThanOrEqual(limits.entryLength);
    expect(isSetEntry('links', entry)).toBe(true);
  });

  test.each([
    'blocks|01890000-0000-7000-8000-000000000001',
    'dependsOn|CI-7',
    'dependsOn|',
    'dependsOn',
    'dependsOn|01890000-0000-7000-8000-000000000001|more',
    '|01890000-0000-7000-8000-000000000001',
    ' ',
  ])('is refused as %j', (entry) => {
    expect(isSetEntry('links', entry)).toBe(false);
  });

  test('that is nonsense, or points to its own record, is passed over in a row', () => {
    const links = ['nonsense', linkEntry({ kind: 'partOf', to: idOf(1) }), `dependsOn|${idOf(2)}`];
    const row = { id: idOf(1), links, duplicateOf: idOf(3) };
    expect(linksOf(row)).toEqual([{ kind: 'dependsOn', to: idOf(2) }]);
    expect(linkedIds(row)).toEqual([idOf(2), idOf(3)]);
    expect(dependencies(row)).toEqual([idOf(2)]);
  });
});

describe('a relation', () => {
  test.each(relations)('%s is kept at one end, and read as itself from both', (relation) => {
    const { from, link } = linkFor(relation, idOf(1), idOf(2));
    expect([from, link.to].sort()).toEqual([idOf(1), idOf(2)]);
    expect(relationOf(link.kind, from !== idOf(1))).toBe(relation);
  });

  test('blocking is the other end of depending', () => {
    expect(linkFor('blocks', idOf(1), idOf(2))).toEqual(linkFor('dependsOn', idOf(2), idOf(1)));
  });
});

describe('a circle', () => {
  const reader =
    (links: ReadonlyMap<DocumentId, readonly RecordLink[]>) => async (ids: readonly DocumentId[]) =>
      ids.map((id) => links.get(id) ?? []);
  const on = (kind: RecordLink['kind'], to: number): RecordLink => ({ kind, to: idOf(to) });

  test('is closed by a link to oneself', async () => {
    expect(await findCycle(idOf(1), on('followsFrom', 1), reader(new Map()))).toEqual([idOf(1)]);
  });

  test('is told as the way back, and only along links of one kind', async () => {
    const links = new Map([
      [idOf(2), [on('dependsOn', 3), on('partOf', 1)]],
      [idOf(3), [on('dependsOn', 1)]],
    ]);
    const way = [idOf(2), idOf(3), idOf(1)];
    expect(await findCycle(idOf(1), on('dependsOn', 2), reader(links))).toEqual(way);
    expect(await findCycle(idOf(1), on('partOf', 3), reader(links))).toBeUndefined();
  });

  test('of what followed from what holds nobody up', async () => {
    const links = new Map([[idOf(2), [on('followsFrom', 1)]]]);
    expect(await findCycle(idOf(1), on('followsFrom', 2), reader(links))).toBeUndefined();
  });

  test('is found exactly where there is a way back, and the way is one of links', async () => {
    const numbers = fc.integer({ min: 0, max: 7 });
    const pairs = fc.array(fc.tuple(numbers, numbers, fc.constantFrom(...linkKinds)), {
      maxLength: 24,
    });
    await fc.assert(
      fc.asyncProperty(pairs, numbers, numbers, async (edges, self, to) => {
        const links = new Map<DocumentId, readonly RecordLink[]>();
        for (const [from, end, kind] of edges) {
          links.set(idOf(from), [...(links.get(idOf(from)) ?? []), on(kind, end)]);
        }
        const next = (id: DocumentId) =>
          (links.get(id) ?? []).flatMap((link) => (link.kind === 'dependsOn' ? [link.to] : []));
        const reached = new Set([idOf(to)]);
        for (const id of reached) for (const other of next(id)) reached.add(other);

        const way = await findCycle(idOf(self), on('dependsOn', to), reader(links));
        expect(way !== undefined).toBe(reached.has(idOf(self)));
        if (way === undefined) return;
        expect(way[0]).toBe(idOf(to));
        expect(way.at(-1)).toBe(idOf(self));
        for (const [i, id] of way.slice(1).entries()) expect(next(way[i] ?? id)).toContain(id);
      }),
    );
  });
});
