import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../sync-server/config.ts';

const defaults = {
  port: 8080,
  host: '127.0.0.1',
  dataDir: resolve('./data'),
  trustProxy: false,
  killServiceWorker: false,
  limitFactor: 1,
  demo: undefined,
  metricsPort: undefined,
};

describe('the command line', () => {
  it('serves on the defaults when it says nothing', () => {
    expect(readCommand([], {})).toEqual({ ok: true, value: { type: 'serve', config: defaults } });
  });

  it('takes the environment, and flags before it', () => {
    const env = { PORT: '1', HOST: '::1', DATA_DIR: '/env', TRUST_PROXY: '1' };
    const args = ['--port', '2', '--data-dir=/flag', '--kill-service-worker'];
    expect(readCommand(args, env)).toMatchObject({
      value: {
        config: {
          port: 2,
          host: '::1',
          dataDir: '/flag',
          trustProxy: true,
          killServiceWorker: true,
        },
      },
    });
  });

  it('knows the address that people open, and prints an administrator’s link', () => {
    const read = readCommand(['admin-link'], { PUBLIC_URL: 'https://gemba.example' });
    expect(read).toMatchObject({ value: { type: 'adminLink' } });
    const { publicUrl } = (read as { value: { config: { publicUrl: URL } } }).value.config;
    expect(publicUrl.origin).toBe('https://gemba.example');
  });

  it('keeps the demo out of the folder of the real data', () => {
    const env = { DATA_DIR: '/real' };
    const demo = (...args: readonly string[]) => readCommand(args, env);
    const config = (language: string) => ({
      value: { config: { demo: language, dataDir: resolve('./data-demo', language) } },
    });
    expect(demo('--demo')).toMatchObject(config('en'));
    expect(demo('--demo', '--port', '1')).toMatchObject(config('en'));
    expect(demo('--demo', 'zh-CN')).toMatchObject(config('zh-CN'));
    expect(readCommand([], { ...env, DEMO: 'zh-CN' })).toMatchObject(config('zh-CN'));
    expect(demo('--demo=fr')).toMatchObject({ ok: false });
  });

  it('adds and lists workspaces', () => {
    expect(readCommand(['workspace', 'add', ' Ward  3 '], {})).toMatchObject({
      value: { type: 'addWorkspace', name: 'Ward 3' },
    });
    expect(readCommand(['workspace', 'list'], {})).toMatchObject({
      value: { type: 'listWorkspaces' },
    });
  });

  it('names the file of a backup, a restore and an export', () => {
    for (const type of ['backup', 'restore', 'export']) {
      expect(readCommand([type, '/tmp/x'], {})).toMatchObject({ value: { type, file: '/tmp/x' } });
    }
  });

  it.each([
    [['--port', '65536'], 'PORT'],
    [['--port', '8o80'], 'PORT'],
    [['--port', ''], 'PORT'],
    [['--metrics-port', 'x'], 'METRICS_PORT'],
    [['--limit-factor', '-'], 'LIMIT_FACTOR'],
    [['--limit-factor', '2000'], 'LIMIT_FACTOR'],
    [['--host', 'a b'], 'HOST'],
    [['--public-url', 'gemba.example'], 'PUBLIC_URL'],
    [['--public-url', 'https://gemba.example/app'], 'PUBLIC_URL'],
    [['admin-link', 'x'], 'admin-link'],
    [['workspace'], 'workspace takes'],
    [['workspace', 'add'], 'workspace takes'],
    [['workspace', 'add', 'a', 'b'], 'workspace takes'],
    [['--data-dir', ' '], 'DATA_DIR'],
    [['--prot', '1'], '--prot'],
    [['serve'], 'no command serve'],
    [['erase-person'], 'the id of one person'],
    [['erase-person', 'Ada'], 'the id of one person'],
    [['backup'], 'one file'],
    [['restore', 'a', 'b'], 'one file'],
    [['verify', 'a'], 'no command verify'],
  ])('refuses %j with a sentence', (args, part) => {
    const read = readCommand(args, {});
    expect(read).toMatchObject({ ok: false, error: expect.stringContaining(part) });
  });
});
