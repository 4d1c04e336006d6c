/** Moving between screens by link, by key and by the browser's own buttons. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createNavigation, type Navigation } from '../../../web/features/shell/navigation.ts';
import { createFakeWindow, type FakeWindow } from '../../support/fake-window.ts';

let window: FakeWindow;
let navigation: Navigation;
let transitions: number;

beforeEach(() => {
  window = createFakeWindow('https://gemba.example/');
  transitions = 0;
  navigation = createNavigation({
    window,
    transition: (show) => {
      transitions++;
      show();
    },
  });
});

const shown = () => navigation.route.get().type;
const id = (digit: number) => `/improvements/01990000-0000-7000-8000-00000000000${digit}`;

describe('navigation', () => {
  test('shows the screen of the address that the visit began with, and says that nobody has moved', () => {
    expect(shown()).toBe('capture');
    expect(navigation.hasMoved()).toBe(false);
  });

  test('goes to another screen with a transition', () => {
    navigation.go('/register');
    expect(shown()).toBe('register');
    expect(window.location.pathname).toBe('/register');
    expect(navigation.hasMoved()).toBe(true);
    expect(transitions).toBe(1);
  });

  test('a transition that begins late shows where the person is by then', () => {
    const waiting: (() => void)[] = [];
    navigation = createNavigation({ window, transition: (show) => void waiting.push(show) });
    navigation.go('/register');
    navigation.go('/');
    for (const show of waiting) show();
    expect(shown()).toBe('capture');
  });

  test('opens records without one, because that must be quick', () => {
    navigation.go('/register');
    navigation.go(id(1));
    navigation.go(id(2));
    navigation.backOr('/register');
    expect(transitions).toBe(1);
  });

  test('another question to the same screen is a step that leads back', () => {
    navigation.go('/register');
    navigation.go('/register?stage=idea&q=door');
    expect(navigation.route.get()).toEqual({
      type: 'register',
      text: 'door',
      search: 'stage=idea',
    });
    navigation.backOr('/me');
    expect(navigation.route.get()).toEqual({ type: 'register', text: '', search: '' });
  });

  test('going to where one is tells the screen to begin anew, and leaves no step to go back to', () => {
    navigation.go('/register');
    let told = 0;
    navigation.route.subscribe(() => told++);
    navigation.go('/register');
    expect(told).toBe(1);
    navigation.backOr('/me');
    expect(shown()).toBe('capture');
  });

  test('back goes where the person came from', () => {
    navigation.go('/register');
    navigation.go(id(1));
    navigation.backOr('/me');
    expect(shown()).toBe('register');
  });

  test('back leads on when the app was opened right here', () => {
    window = createFakeWindow(`https://gemba.example${id(1)}`);
    navigation = createNavigation({ window, transition: (show) => show() });
    navigation.backOr('/register');
    expect(shown()).toBe('register');
    expect(window.location.pathname).toBe('/register');
  });

  test('another address for the same screen changes nothing on it', () => {
    navigation.replaceAddress('/me');
    expect(shown()).toBe('capture');
    expect(window.location.pathname).toBe('/me');
  });
});
