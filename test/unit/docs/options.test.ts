/** The table of options says what the server reads, no more and no less. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readCommand } from '../../../sync-server/config.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const text = readFileSync(join(root, 'docs/deployment.md'), 'utf8');

/** Rows of all tables of options: a flag (or none), and a variable. */
const rows = [...text.matchAll(/^\| (?:`(--[\w-]+)`|–) +\| `([A-Z_]+)` +\| (\S+)/gmu)].map(
  ([, flag, variable = '', standard = '']) => ({ flag, variable, standard }),
);

const sources = readdirSync(join(root, 'sync-server'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(root, 'sync-server', file), 'utf8'))
  .join('\n');

it('names every environment variable that is read', () => {
  const read = [...sources.matchAll(/\benv(?:\[')?\.?([A-Z][A-Z_]+)/gu)].map(([, name]) => name);
  expect(new Set(rows.map(({ variable }) => variable))).toEqual(new Set(read));
});

it('names every flag that is taken', () => {
  const config = readFileSync(join(root, 'sync-server/config.ts'), 'utf8');
  const taken = [...config.matchAll(/^ +'?([\w-]+)'?: \{ type: '/gmu)].map(
    ([, name]) => `--${name}`,
  );
  expect(new Set(rows.flatMap(({ flag }) => flag ?? []))).toEqual(new Set(taken));
});

it('gives the defaults that are', () => {
  const read = readCommand([], {});
  if (!read.ok) throw new Error(read.error);
  const { port, host, limitFactor, trustProxy, metricsPort, publicUrl } = read.value.config;
  const standardOf = (variable: string) =>
    rows.find((row) => row.variable === variable)?.standard.replaceAll('`', '');
  expect(standardOf('PORT')).toBe(String(port));
  expect(standardOf('HOST')).toBe(host);
  expect(standardOf('LIMIT_FACTOR')).toBe(String(limitFactor));
  expect([standardOf('TRUST_PROXY'), trustProxy]).toEqual(['off', false]);
  expect([standardOf('METRICS_PORT'), metricsPort]).toEqual(['none', undefined]);
  expect([standardOf('PUBLIC_URL'), publicUrl]).toEqual(['none', undefined]);
});

it('is the one table: the README points to it', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  expect(readme).toContain('docs/deployment.md#options');
});
