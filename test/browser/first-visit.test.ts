/** What a first visit costs: the script that capture and the register start with. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { firstVisitScriptBytes } from '../bench/device/bundle-size.ts';

const budgetBytes = 60 * 1024;

test('the script of a first visit stays within its budget', () => {
  const built = fileURLToPath(new URL('../../dist/web', import.meta.url));
  const bytes = firstVisitScriptBytes(built);
  expect(bytes, 'read from the built page').toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(budgetBytes);
});
