/** What a person chose for this device is there the next time. */
import { expect, test } from 'vitest';
import { createPreferences } from '../../../web/features/shell/preferences.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';

test('a new device follows the person’s languages and the system’s appearance', () => {
  const preferences = createPreferences({
    storage: createMemoryStorage(),
    preferredLanguages: ['zh-CN'],
  });
  expect(preferences.language.get()).toBe('zh-CN');
  expect(preferences.theme.get()).toBe('system');
  expect(preferences.letterKeys.get()).toBe(true);
});

test('choices are kept', () => {
  const storage = createMemoryStorage();
  const before = createPreferences({ storage, preferredLanguages: ['en'] });
  before.setLanguage('zh-CN');
  before.setTheme('dark');
  before.setLetterKeys(false);
  const after = createPreferences({ storage, preferredLanguages: ['en'] });
  expect(after.language.get()).toBe('zh-CN');
  expect(after.theme.get()).toBe('dark');
  expect(after.letterKeys.get()).toBe(false);
});

test('nonsense in the storage is passed over', () => {
  const storage = createMemoryStorage({ 'gemba.language': 'tlh', 'gemba.theme': 'pink' });
  const preferences = createPreferences({ storage, preferredLanguages: ['en'] });
  expect(preferences.language.get()).toBe('en');
  expect(preferences.theme.get()).toBe('system');
});

test('those who watch are told', () => {
  const preferences = createPreferences({
    storage: createMemoryStorage(),
    preferredLanguages: ['en'],
  });
  let told = 0;
  preferences.theme.subscribe(() => told++);
  preferences.setTheme('light');
  expect(told).toBe(1);
});
