import { expect, it } from 'vitest';
import { createLog } from '../../../sync-server/observability/log.ts';

it('writes JSON lines without what could open a door', () => {
  const lines: string[] = [];
  const log = createLog({ write: (line) => void lines.push(line) });
  const headers = { cookie: 'gemba=secret', authorization: 'secret', host: 'here' };
  log.warn({ token: 'secret', request: { url: '/rooms/1?ticket=secret', headers } }, 'noticed');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'noticed',
    request: { headers: { host: 'here' } },
  });
  expect(lines.join('')).not.toContain('secret');
});
