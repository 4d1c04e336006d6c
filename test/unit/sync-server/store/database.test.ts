import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isOlder, openDatabase } from '../../../../sync-server/store/sqlite/database.ts';

const dir = mkdtempSync(join(tmpdir(), 'gemba-test-'));
afterAll(() => rmSync(dir, { recursive: true }));

it('opens for durable commits', () => {
  const db = openDatabase(join(dir, 'durable.sqlite'));
  const pragma = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() as object)[0];
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('foreign_keys')).toBe(1);
  db.close();
});

it('refuses a database that a newer server has written', () => {
  const file = join(dir, 'newer.sqlite');
  const db = openDatabase(file);
  db.exec('PRAGMA user_version = 999');
  db.close();
  expect(() => openDatabase(file)).toThrow('start a newer server');
});

it('knows an engine that can lose a commit', () => {
  expect(isOlder([3, 51, 2], [3, 51, 3])).toBe(true);
  expect(isOlder([3, 9, 9], [3, 51, 3])).toBe(true);
  expect(isOlder([3, 51, 3], [3, 51, 3])).toBe(false);
  expect(isOlder([4], [3, 51, 3])).toBe(false);
});
