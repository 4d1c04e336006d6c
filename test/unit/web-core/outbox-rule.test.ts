/** The rule that unsent work is never lost by accident: only one module takes rows out of the outbox. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const web = fileURLToPath(new URL('../../../web', import.meta.url));

test('only the outbox module deletes rows of the outbox', () => {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/u.test(file),
  );
  const deleting = files.filter((file) =>
    /outbox\s*\.\s*(delete|clear|bulkDelete)/u.test(readFileSync(join(web, file), 'utf8')),
  );
  expect(deleting).toEqual(['local/outbox.ts']);
});
