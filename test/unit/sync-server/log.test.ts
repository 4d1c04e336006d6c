import { describe, expect, it } from 'vitest';
import { createLog } from '../../../sync-server/observability/log.ts';

const token = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6';

function logged(write: (log: ReturnType<typeof createLog>) => void): {
  readonly text: string;
  readonly line: Readonly<Record<string, unknown>>;
} {
  const lines: string[] = [];
  write(createLog({ write: (line) => void lines.push(line) }));
  const text = lines.join('');
  return { text, line: JSON.parse(text) as Record<string, unknown> };
}

describe('a line of the log', () => {
  it('is JSON with a time that people can read', () => {
    const { line } = logged((log) => log.info({ documents: 3 }, 'noticed'));
    expect(line).toMatchObject({ msg: 'noticed', documents: 3, level: 30 });
    expect(line['time']).toMatch(/^\d{4}-\d\d-\d\dT/u);
  });

  it.each([
    ['cookie', { request: { headers: { cookie: 'gemba=secret' } } }],
    ['address with a ticket', { request: { url: '/rooms/1?ticket=secret' } }],
    ['name', { a: { b: { c: { person: { displayName: 'secret' } } } } }],
    ['title', { rows: [{ title: 'secret' }] }],
    ['fragment of an address', { where: 'at https://gemba.example/#join=secret' }],
    ['bytes', { update: new TextEncoder().encode('secret') }],
    ['thing that lies too deep', { a: { b: { c: { d: { e: { f: { g: 'secret' } } } } } } }],
  ])('has no %s', (_what, fields) => {
    const { text } = logged((log) => log.warn(fields, 'noticed'));
    expect(text).not.toContain('secret');
    expect(text).not.toContain('115,101,99');
    expect(text).toContain('[redacted]');
  });

  it('has no token, wherever it stands', () => {
    const error = new Error(`GET /join/${token} failed`, { cause: new Error(token) });
    const { text } = logged((log) => log.error({ err: error, path: `/x/${token}` }, 'failed'));
    expect(text).not.toContain(token);
  });

  it('says of an error what it was and where, but not the words it quotes', () => {
    let thrown: unknown;
    try {
      JSON.parse('She "said" my\nsecret "idea"');
    } catch (error) {
      thrown = error;
    }
    const { text, line } = logged((log) => log.error({ err: thrown }, 'failed'));
    expect(line).toMatchObject({
      err: { type: 'SyntaxError', stack: expect.stringContaining('log.test.ts') },
    });
    expect(text).not.toContain('secret');
  });

  it('keeps ids, counts, codes and paths, by which trouble is found', () => {
    const id = '0190a0a0-0000-7000-8000-000000000001';
    const { line } = logged((log) =>
      log.warn({ docId: id, path: '/sync/push', code: 'ENOSPC', items: 7 }, 'noticed'),
    );
    expect(line).toMatchObject({ docId: id, path: '/sync/push', code: 'ENOSPC', items: 7 });
  });
});
