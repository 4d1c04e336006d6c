/** What the shell says about unsent work. */
import { describe, expect, test } from 'vitest';
import { summariseSync } from '../../../web/features/sync-status/sync-summary.ts';
import { en } from '../../../web/i18n/en.ts';
import { createFormat } from '../../../web/i18n/format.ts';
import { createTranslate } from '../../../web/i18n/translate.ts';
import type { SyncStatus } from '../../../web/services.ts';
import { quietStatus } from '../../support/fake-services.ts';

const words = { t: createTranslate(en, 'en'), format: createFormat('en') };
const nowMs = 1_760_000_000_000;
const say = (status: Partial<SyncStatus>) =>
  summariseSync({ ...quietStatus, ...status }, nowMs, words);

describe('the sync badge', () => {
  test('counts what only this device has, before joining', () => {
    expect(say({ unsent: 2 }).text).toBe('2 on this device');
    expect(say({}).text).toBe('On this device');
  });

  test('is quiet when everything is on the server', () => {
    expect(say({ state: 'upToDate' })).toEqual({
      icon: 'cloudDone',
      text: 'All sent',
      tone: 'soft',
    });
  });

  test('says how many edits are unsent, and since when once that is worth telling', () => {
    const offline = { state: 'offline', unsent: 3 } as const;
    expect(say({ ...offline, oldestUnsentAt: nowMs - 10_000 }).text).toBe('3 not sent');
    expect(say({ ...offline, oldestUnsentAt: nowMs - 300_000 }).text).toBe('3 not sent · 5 min');
  });

  test('asks for a person when nothing goes on without one', () => {
    for (const status of [
      { state: 'signInNeeded' },
      { state: 'upgradeNeeded' },
      { state: 'serverFull' },
      { stuck: true },
      { storageWasEvicted: true },
    ] as const) {
      expect(say(status).tone).toBe('warn');
    }
  });

  test('never claims that all is sent while offline', () => {
    expect(say({ state: 'offline' }).text).toBe('Offline');
  });
});
