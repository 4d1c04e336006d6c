/** What each address of the app means. */
import { describe, expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { parseRoute, pathTo } from '../../../web/routes.ts';

const at = (path: string) => parseRoute(new URL(path, 'https://gemba.example'));
const id = '01990000-0000-7000-8000-00000000000a' as DocumentId;

describe('parseRoute', () => {
  test('knows every path that a link may lead to', () => {
    expect(at(pathTo.capture).type).toBe('capture');
    expect(at(pathTo.register).type).toBe('register');
    expect(at(pathTo.me)).toEqual({ type: 'page', path: ['me'] });
    expect(at(pathTo.join)).toEqual({ type: 'page', path: ['join'] });
    expect(at(pathTo.improvement(id))).toEqual({ type: 'improvement', id });
    expect(at(pathTo.detail(id))).toEqual({ type: 'improvement', id, isDetailWanted: true });
  });

  test('takes a trailing slash', () => {
    expect(at('/register/').type).toBe('register');
  });

  test('opens no record at an id that is none, or below one', () => {
    expect(at('/improvements/7').type).toBe('page');
    expect(at(`/improvements/${id}/history`).type).toBe('page');
    expect(at('/improvements').type).toBe('page');
    expect(at('/nowhere')).toEqual({ type: 'page', path: ['nowhere'] });
  });

  test('puts what another app shares into words, line by line', () => {
    expect(at('/share?title=Door&text=It%20squeaks&url=https%3A%2F%2Fx.example')).toEqual({
      type: 'share',
      words: 'Door\nIt squeaks\nhttps://x.example',
    });
  });

  test('says a link once that an app also put into the text', () => {
    expect(at('/share?text=See%20https%3A%2F%2Fx.example&url=https%3A%2F%2Fx.example')).toEqual({
      type: 'share',
      words: 'See https://x.example',
    });
  });

  test('takes an empty share', () => {
    expect(at('/share')).toEqual({ type: 'share', words: '' });
  });
});
