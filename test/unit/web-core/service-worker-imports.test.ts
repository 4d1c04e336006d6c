/** The service worker stays small: whatever it imports, Yjs and the screens are not among it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const entry = fileURLToPath(new URL('../../../web/sw/service-worker.ts', import.meta.url));
const staticImport = /^(?:import|export)\s(?!type\b)[^;]*?from\s+'([^']+)'/gmu;

/** Everything that is in the worker when it starts: files by path, packages by name. */
function importsOf(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(staticImport)) {
    if (name.startsWith('.')) importsOf(join(dirname(file), name), found);
    else found.add(name);
  }
  return found;
}

test('the service worker pulls neither Yjs nor a screen in', () => {
  const imports = [...importsOf(entry)];
  expect(imports, 'the walk reaches the outbox').toContainEqual(
    expect.stringContaining('local/outbox.ts'),
  );
  expect(imports.filter((name) => /^(yjs|y-|lib0|preact)|features|\/ui\//u.test(name))).toEqual([]);
});
