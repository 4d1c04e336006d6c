/** Help: every page has a text in both languages, and people find it by its words. */
import { describe, expect, test } from 'vitest';
import { parseRoute } from '../../../web/routes.ts';
import { helpEn } from '../../../web/features/help/help-en.ts';
import { helpZhCn } from '../../../web/features/help/help-zh-cn.ts';
import { helpOf } from '../../../web/features/help/help-of.ts';
import { findHelp, helpPages, type HelpText } from '../../../web/features/help/help-text.ts';
import { pageNames } from '../../../web/features/shell/pages.tsx';

const sentencesOf = ({ purpose, how, offline }: HelpText) => [purpose, ...how, offline];

describe('help', () => {
  test.each(pageNames)('says what /%s is for, in both languages', (name) => {
    const said: readonly string[] = helpPages;
    expect(said, 'add its text to features/help/en and features/help/zh-cn').toContain(name);
  });

  test('names each page once', () => {
    expect(new Set(helpPages).size).toBe(helpPages.length);
  });

  test.each(helpPages)('of %s says the same in both languages, in whole sentences', (page) => {
    const [english, chinese] = [helpEn[page], helpZhCn[page]];
    expect(chinese.how).toHaveLength(english.how.length);
    expect(chinese.keys?.length).toBe(english.keys?.length);
    for (const sentence of sentencesOf(english)) expect(sentence).toMatch(/^[A-Z].*[.?]$/u);
    for (const sentence of sentencesOf(chinese))
      expect(sentence).toMatch(/\p{Script=Han}.*[。？]$/u);
  });

  test('is found by all of its words, in any order and case', () => {
    expect(findHelp(helpEn, '')).toEqual(helpPages);
    expect(findHelp(helpEn, 'FIVE coaching')).toEqual(['kata']);
    expect(findHelp(helpZhCn, '辅导卡')).toEqual(['kata']);
    expect(findHelp(helpEn, 'elephant')).toEqual([]);
  });

  test.each([
    ['/', 'capture'],
    ['/share?text=x', 'capture'],
    ['/register?stage=idea', 'register'],
    ['/improvements/01890000-0000-7000-8000-000000000000', 'record'],
    ['/kata/01890000-0000-7000-8000-000000000000/card', 'kata'],
    ['/board', 'board'],
    ['/nowhere', undefined],
  ])('of %s is that of %s', (path, page) => {
    expect(helpOf(parseRoute(new URL(path, 'https://gemba.example')))).toBe(page);
  });
});
