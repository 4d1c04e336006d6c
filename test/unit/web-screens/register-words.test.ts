/** Which ideas are like the one being typed, which rows are in sight, and who is who. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActorId, PersonId } from '../../../shared/domain/ids.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { findSimilar } from '../../../web/features/capture/find-similar.ts';
import { tellingWords } from '../../../web/features/capture/similar-words.ts';
import { isMe, myAuthors, nameOf } from '../../../web/features/improvement-words.ts';
import { findRecords } from '../../../web/features/shell/find-records.ts';
import { en } from '../../../web/i18n/en.ts';
import { zhCn } from '../../../web/i18n/zh-cn.ts';
import { createTranslate } from '../../../web/i18n/translate.ts';
import type { ListedImprovement, RegisterView } from '../../../web/services/register.ts';
import { initials, personHue } from '../../../web/ui/avatar.tsx';
import { visibleWindow } from '../../../web/ui/row-window.ts';
import { createFakeServices } from '../../support/fake-services.ts';

describe('tellingWords', () => {
  test('takes the longest words and leaves those that tell nothing', () => {
    expect(tellingWords('There should be a lamp over the loading dock', 'en')).toEqual([
      'loading',
      'lamp',
      'dock',
    ]);
  });

  test('takes Chinese words without spaces between them', () => {
    expect(tellingWords('值班手机没有交接记录', 'zh-CN')).toContain('值班');
  });

  test('finds none in a blank text', () => {
    expect(tellingWords(' \n ', 'en')).toEqual([]);
  });
});

describe('findSimilar', () => {
  test('finds ideas that share two words, at most three, and follows changes', async () => {
    const { services, add } = createFakeServices();
    add('The parcel scanner is broken');
    add('A parcel was lost');
    let found: readonly ListedImprovement[] = [];
    const stop = findSimilar(services.register, ['parcel', 'scanner'], (ideas) => (found = ideas));
    await expect
      .poll(() => found.map((row) => row.title))
      .toEqual(['The parcel scanner is broken']);
    for (let i = 0; i < 4; i++) add(`Another parcel scanner, ${i}`);
    await expect.poll(() => found.length).toBe(3);
    stop();
  });

  test('finds nothing without words', () => {
    const { services, add } = createFakeServices();
    add('The parcel scanner is broken');
    let found: readonly ListedImprovement[] | undefined;
    findSimilar(services.register, [], (ideas) => (found = ideas))();
    expect(found).toEqual([]);
  });
});

describe('visibleWindow', () => {
  test('always covers what is in sight, and never goes beyond the list', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.nat(110_000),
        fc.integer({ min: 200, max: 2_000 }),
        fc.integer({ min: 36, max: 88 }),
        (count, firstRow, heightPx, rowHeightPx) => {
          const { start, end } = visibleWindow({ count, firstRow, heightPx, rowHeightPx });
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(count);
          const lastTop = Math.max(0, count - Math.floor(heightPx / rowHeightPx));
          const top = Math.min(firstRow, lastTop);
          expect(start).toBeLessThanOrEqual(top);
          expect(end).toBeGreaterThanOrEqual(
            Math.min(count, top + Math.ceil(heightPx / rowHeightPx)),
          );
          expect(end - start).toBeLessThan(heightPx / rowHeightPx + 20);
        },
      ),
    );
  });
});

describe('people', () => {
  const t = createTranslate(en, 'en');
  const actor = (name: string) => name as ActorId;
  const person = (id: string, displayName: string, actors: readonly string[]): Person => ({
    id: id as PersonId,
    displayName,
    roles: ['contributor'],
    actors: actors.map(actor),
    isRemoved: false,
  });
  const people = [person('p1', 'Ada Brook', ['a1', 'a2']), person('p2', '张敏', ['a3'])];

  test('are known by their own id and by that of any of their devices', () => {
    expect(nameOf(people, actor('a1'), actor('a3'), t)).toBe('张敏');
    expect(nameOf(people, actor('a1'), 'p2' as PersonId, t)).toBe('张敏');
  });

  test('are oneself on every device of one’s own', () => {
    expect(nameOf(people, actor('a1'), actor('a2'), t)).toBe('Me');
    expect(nameOf(people, 'p1' as PersonId, actor('a2'), t)).toBe('Me');
    expect(isMe(people, actor('a1'), actor('a3'))).toBe(false);
  });

  test('are someone until they are known, and never oneself by accident', () => {
    expect(nameOf([], actor('a1'), actor('a9'), t)).toBe('Someone');
    expect(isMe([], actor('a1'), actor('a9'))).toBe(false);
    expect(isMe([], actor('a1'), actor('a1'))).toBe(true);
  });

  test('who were erased are told of in the language of the page', () => {
    const left = [...people, person('p3', '', ['a4'])];
    expect(nameOf(left, actor('a1'), actor('a4'), t)).toBe('Former member');
    expect(nameOf(left, actor('a1'), actor('a4'), createTranslate(zhCn, 'zh-CN'))).toBe('前成员');
  });

  test('have initials in either script, and one colour everywhere', () => {
    expect(initials('Ada Brook')).toBe('AB');
    expect(initials('ada')).toBe('A');
    expect(initials('张敏')).toBe('敏');
    expect(initials('')).toBe('?');
    expect(personHue('p1')).toBe(personHue('p1'));
  });
});

describe('findRecords', () => {
  const view = (refs: readonly string[]): RegisterView => {
    const { add, records, services } = createFakeServices();
    refs.forEach((ref, index) =>
      add(`Idea ${index}`, { ref, nowMs: () => 1_750_000_000_000 + index }),
    );
    let latest: RegisterView = { total: 0, groups: [], rows: async () => [] };
    services.register.watch('', (next) => (latest = next))();
    expect(records.size).toBe(refs.length);
    return latest;
  };
  const hundred = Array.from({ length: 100 }, (_, index) => `CI-${index + 1}`);

  test('offers the newest, at most seven', async () => {
    const found = await findRecords(view(hundred), 'idea');
    expect(found.map((row) => row.ref)).toEqual([
      'CI-100',
      'CI-99',
      'CI-98',
      'CI-97',
      'CI-96',
      'CI-95',
      'CI-94',
    ]);
  });

  test('puts the record with exactly that number first, however old', async () => {
    expect((await findRecords(view(hundred), 'ci-1'))[0]?.ref).toBe('CI-1');
    expect((await findRecords(view(hundred), ' 3 '))[0]?.ref).toBe('CI-3');
  });

  test('finds nothing in an empty register', async () => {
    expect(await findRecords(view([]), 'ci-1')).toEqual([]);
  });
});

test('what I captured before joining and on my other devices is mine as well', () => {
  const [before, other, colleague] = ['before', 'other', 'colleague'] as ActorId[];
  const me = 'me' as PersonId;
  const people = [
    { id: me, displayName: 'Ada', roles: [], actors: [before, other] },
    { id: 'bo' as PersonId, displayName: 'Bo', roles: [], actors: [colleague] },
  ] as unknown as readonly Person[];
  expect(myAuthors(people, me)).toEqual([me, before, other]);
  expect(myAuthors([], before as ActorId)).toEqual([before]);
});

test('my submissions are mine, newest first, and grow with the register', async () => {
  const { services, add } = createFakeServices();
  add('Somebody else’s', { actor: 'other' as ActorId, nowMs: () => 1_750_000_000_000 });
  add('Mine, old', { nowMs: () => 1_740_000_000_000 });
  let found: readonly ListedImprovement[] = [];
  const authors = myAuthors([], services.session.me.get());
  const stop = services.register.watchBy(authors, 10, (ideas) => (found = ideas));
  await expect.poll(() => found.map((row) => row.title)).toEqual(['Mine, old']);
  add('Mine, new');
  await expect.poll(() => found.map((row) => row.title)).toEqual(['Mine, new', 'Mine, old']);
  stop();
});
