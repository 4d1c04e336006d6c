/** What docs/security.md names as proof is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const testsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`(test\/[\w./-]+)`/gu)].map(([, file = '']) => file);
const security = read('docs/security.md');

describe.each(['docs/security.md', 'docs/architecture.md'])('%s', (file) => {
  it('names tests and folders of tests that exist', () => {
    const named = testsIn(read(file));
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((test) => !existsSync(join(root, test)))).toEqual([]);
  });
});

it('every threat has a proof', () => {
  const threats = security.split('## Threats')[1]?.split('\n## ')[0] ?? '';
  const rows = threats.split('\n').filter((line) => /^\| [^-]/u.test(line));
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.slice(1).filter((row) => testsIn(row).length === 0)).toEqual([]);
});

it('every chapter of ASVS 5.0 is answered for', () => {
  const chapters = [...security.matchAll(/^\| V(\d+) /gmu)].map(([, chapter]) => Number(chapter));
  expect(chapters).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
});

it('every link of the documents for operators leads somewhere', () => {
  for (const file of ['docs/security.md', 'docs/deployment.md']) {
    for (const [, target = ''] of read(file).matchAll(/\]\(([\w./-]+)(?:#[\w-]+)?\)/gu)) {
      expect(existsSync(join(root, 'docs', target)), `${file}: ${target}`).toBe(true);
    }
  }
});
