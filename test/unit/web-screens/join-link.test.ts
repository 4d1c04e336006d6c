/** An invitation is read out of a link, leaves the address bar at once, and outlives a reload. */
import { beforeEach, describe, expect, test } from 'vitest';
import { markForOwnDevice, parseJoinLink } from '../../../web/features/session/join-link.ts';
import { watchJoinLinks } from '../../../web/features/session/join-links.ts';
import { createFakeWindow, type FakeWindow } from '../../support/fake-window.ts';
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

describe('watchJoinLinks', () => {
  let storage: ReturnType<typeof createMemoryStorage>;
  let window: FakeWindow;
  const open = (href: string) => {
    window = createFakeWindow(href);
    return watchJoinLinks({ window, storage });
  };

  beforeEach(() => {
    storage = createMemoryStorage();
  });

  test('takes the token out of the address bar and goes to the join screen', () => {
    expect(open(link).opened.get()).toEqual({ token, ownDevice: false });
    expect(window.location.href).toBe('https://gemba.example/join');
  });

  test('takes one that is opened in a tab which shows the app already', () => {
    const joinLinks = open('https://gemba.example/register');
    window.history.replaceState(null, '', `/register#join=${token}`);
    window.dispatch('hashchange');
    expect(joinLinks.opened.get()).toEqual({ token, ownDevice: false });
    expect(window.location.href).toBe('https://gemba.example/register');
  });

  test('still has it after a reload, without leading away from where one is, until it is forgotten', () => {
    open(markForOwnDevice(link));
    const reloaded = open('https://gemba.example/register');
    expect(reloaded.opened.get()).toEqual({ token, ownDevice: true });
    expect(window.location.pathname).toBe('/register');
    reloaded.forget();
    expect(reloaded.opened.get()).toBeUndefined();
    expect(open('https://gemba.example/').opened.get()).toBeUndefined();
  });

  test('leaves other fragments alone', () => {
    const joinLinks = open('https://gemba.example/register#main');
    expect(joinLinks.opened.get()).toBeUndefined();
    expect(window.location.href).toBe('https://gemba.example/register#main');
  });
});
