/** Words with parameters and plurals, and times and numbers, as each language writes them. */
import { describe, expect, test } from 'vitest';
import { en } from '../../../web/i18n/en.ts';
import { createFormat } from '../../../web/i18n/format.ts';
import { chooseLanguage } from '../../../web/i18n/language.ts';
import { createTranslate } from '../../../web/i18n/translate.ts';
import { loadWords } from '../../../web/i18n/words.ts';
import { zhCn } from '../../../web/i18n/zh-cn.ts';

const inEnglish = createTranslate(en, 'en');
const inChinese = createTranslate(zhCn, 'zh-CN');
const minute = 60_000;
const day = 24 * 60 * minute;
const nowMs = Date.UTC(2026, 4, 20, 12);

describe('translate', () => {
  test('chooses the plural by the language', () => {
    expect(inEnglish('register.count', { count: 1 })).toBe('1 idea');
    expect(inEnglish('register.count', { count: 1234 })).toBe('1,234 ideas');
    expect(inChinese('register.count', { count: 1 })).toBe('1 条改进想法');
  });

  test('fills in parameters as they are, braces and dollars included', () => {
    expect(inEnglish('register.noMatch', { text: '$& {count}' })).toBe(
      'Nothing matches “$& {count}”',
    );
  });
});

describe('format', () => {
  const format = createFormat('en');

  test('says how long ago, and the date from a week on', () => {
    expect(format.ago(nowMs - 20_000, nowMs)).toBe('now');
    expect(format.ago(nowMs - 5 * minute, nowMs)).toBe('5 minutes ago');
    expect(format.ago(nowMs - day, nowMs)).toBe('yesterday');
    expect(format.ago(nowMs - 8 * day, nowMs)).toContain('2026');
  });

  test('never speaks of the future when another device’s clock is ahead', () => {
    expect(format.ago(nowMs + 3 * minute, nowMs)).toBe('now');
  });

  test('says how long something has lasted, from a minute up', () => {
    expect(format.age(10_000)).toBe('1 min');
    expect(format.age(90 * minute)).toBe('1 hr');
    expect(createFormat('zh-CN').age(3 * day)).toBe('3天');
  });
});

describe('the language of a device', () => {
  test('is the first of the person’s languages that there is', () => {
    expect(chooseLanguage(['fr-CH', 'zh-Hans-SG', 'en'])).toBe('zh-CN');
    expect(chooseLanguage(['en-GB', 'zh-CN'])).toBe('en');
  });

  test('is English when there is none', () => {
    expect(chooseLanguage([])).toBe('en');
    expect(chooseLanguage(['fr', 'de'])).toBe('en');
  });

  test('brings the words of the first screens at once, and the others when they are asked for', async () => {
    const words = await loadWords('zh-CN');
    expect(words.t('nav.register')).toBe('登记册');
    expect(words.isComplete()).toBe(false);
    await words.complete();
    expect(words.isComplete()).toBe(true);
    expect(words.t('field.owner')).toBe('负责人');
  });
});
