/** An invitation is read out of a link, leaves the address bar at once, and outlives a reload. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  forgetJoinLink,
  markForOwnDevice,
  parseJoinLink,
  takeJoinLink,
} from '../../../web/features/session/join-link.ts';
import { createMemoryStorage } from '../../support/memory-storage.ts';

const token = 'Zk3vQm8r1TnX5wYc7JpL2a';
const link = `https://gemba.example/#join=${token}`;

describe('parseJoinLink', () => {
  test('reads the token', () => {
    expect(parseJoinLink(`  ${link} `)).toEqual({ token, ownDevice: false });
  });

  test('knows a link for a further device', () => {
    expect(parseJoinLink(markForOwnDevice(link))).toEqual({ token, ownDevice: true });
  });

  test('finds none in anything else', () => {
    for (const text of [
      '',
      token,
      `join=${token}`,
      'https://gemba.example/',
      '#join=',
      '#join=<b>',
    ]) {
      expect(parseJoinLink(text), text).toBeUndefined();
    }
  });
});

describe('takeJoinLink', () => {
  let storage: ReturnType<typeof createMemoryStorage>;
  let shown: string;
  const take = (href: string) => {
    const { pathname, search } = new URL(href);
    shown = href;
    const history = {
      state: null,
      replaceState: (_state: unknown, _title: string, url?: string | URL | null) => {
        shown = String(url);
      },
    };
    return takeJoinLink({ location: { href, pathname, search }, history, storage });
  };

  beforeEach(() => {
    storage = createMemoryStorage();
  });

  test('takes the token out of the address bar', () => {
    expect(take(link)).toEqual({ token, ownDevice: false });
    expect(shown).toBe('/');
  });

  test('still has it after a reload, until it is forgotten', () => {
    take(markForOwnDevice(link));
    expect(take('https://gemba.example/join')).toEqual({ token, ownDevice: true });
    forgetJoinLink(storage);
    expect(take('https://gemba.example/join')).toBeUndefined();
  });

  test('leaves an ordinary address alone', () => {
    expect(take('https://gemba.example/register')).toBeUndefined();
    expect(shown).toBe('https://gemba.example/register');
  });
});
