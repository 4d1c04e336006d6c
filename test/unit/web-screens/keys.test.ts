/** What keys do, and when they do nothing. */
import { describe, expect, test } from 'vitest';
import { stepTo } from '../../../web/features/register/list-keys.ts';
import { shortcutFor } from '../../../web/features/shell/shortcuts.ts';

const pressed = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  repeat: false,
  ...more,
});
const idle = { typing: false, letterKeys: true };

describe('shortcutFor', () => {
  test('knows the single keys', () => {
    expect(shortcutFor(pressed('c'), idle)).toBe('capture');
    expect(shortcutFor(pressed('/'), idle)).toBe('search');
    expect(shortcutFor(pressed('?'), idle)).toBe('keys');
    expect(shortcutFor(pressed('x'), idle)).toBeUndefined();
  });

  test('leaves letters to whoever types, and to those who turned them off', () => {
    expect(shortcutFor(pressed('c'), { ...idle, typing: true })).toBeUndefined();
    expect(shortcutFor(pressed('c'), { ...idle, letterKeys: false })).toBeUndefined();
  });

  test('opens the palette with either command key, also while typing', () => {
    const typing = { typing: true, letterKeys: false };
    expect(shortcutFor(pressed('k', { ctrlKey: true }), typing)).toBe('palette');
    expect(shortcutFor(pressed('K', { metaKey: true }), typing)).toBe('palette');
    expect(shortcutFor(pressed('c', { ctrlKey: true }), idle)).toBeUndefined();
  });

  test('does nothing amid a composition', () => {
    expect(shortcutFor(pressed('c', { isComposing: true }), idle)).toBeUndefined();
  });
});

describe('stepTo', () => {
  const inList = { active: 3, total: 10, inList: true, letterKeys: true };

  test('goes down and up, by arrow and by letter', () => {
    expect(stepTo(pressed('ArrowDown'), inList)).toBe(4);
    expect(stepTo(pressed('j'), inList)).toBe(4);
    expect(stepTo(pressed('k'), inList)).toBe(2);
    expect(stepTo(pressed('Home'), inList)).toBe(0);
    expect(stepTo(pressed('End'), inList)).toBe(9);
  });

  test('stops at both ends', () => {
    expect(stepTo(pressed('ArrowUp'), { ...inList, active: 0 })).toBe(0);
    expect(stepTo(pressed('j'), { ...inList, active: 9 })).toBe(9);
  });

  test('enters the list by letter, and leaves arrows to the page until then', () => {
    const outside = { ...inList, inList: false };
    expect(stepTo(pressed('j'), outside)).toBe(3);
    expect(stepTo(pressed('ArrowDown'), outside)).toBeUndefined();
  });

  test('does nothing in an empty list or with a modifier', () => {
    expect(stepTo(pressed('j'), { ...inList, total: 0 })).toBeUndefined();
    expect(stepTo(pressed('ArrowDown', { altKey: true }), inList)).toBeUndefined();
  });
});
