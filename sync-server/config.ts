/** What the server is told from outside: environment and flags, checked before anything is opened. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type DemoLanguage, isDemoLanguage } from '../shared/demo/demo-languages.ts';
import { isUuid } from '../shared/domain/ids.ts';
import { normaliseDisplayName } from '../shared/domain/person.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type AccountConfig, readAccountConfig } from './auth/account-config.ts';

export type Config = {
  /** 0 = any free port. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** A proxy of ours stands before the server and sets `x-forwarded-*`. */
  readonly trustProxy: boolean;
  /** The address that people open, where it is not the one of their requests: a proxy's. */
  readonly publicUrl: URL | undefined;
  readonly killServiceWorker: boolean;
  /** The organisation's OpenID provider; undefined = none. */
  readonly account: AccountConfig | undefined;
  /** Multiplies every rate and count that an address or person is allowed; 0 = no limits. */
  readonly limitFactor: number;
  /** Serves the demo, from a folder of its own; undefined = what people have written. */
  readonly demo: DemoLanguage | undefined;
  /** Figures for Prometheus on 127.0.0.1; undefined = none are collected. */
  readonly metricsPort: number | undefined;
};

export type Command =
  | { readonly type: 'serve'; readonly config: Config }
  | { readonly type: 'adminLink' | 'verify' | 'listWorkspaces'; readonly config: Config }
  | { readonly type: 'addWorkspace'; readonly config: Config; readonly name: string }
  | { readonly type: 'erasePerson'; readonly config: Config; readonly person: string }
  | {
      readonly type: 'backup' | 'restore' | 'export';
      readonly config: Config;
      readonly file: string;
    };

/** A sentence says what is wrong; flags win over the environment. */
export function readCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Result<Command, string> {
  const parsed = parseFlags(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const port = readPort(values.port ?? env['PORT'] ?? '8080');
  if (port === undefined) return err('PORT is a whole number from 0 to 65535.');
  const host = values.host ?? env['HOST'] ?? '127.0.0.1';
  if (!/^[\w.:-]+$/u.test(host)) return err('HOST is a host name or an address.');
  const metrics = values['metrics-port'] ?? env['METRICS_PORT'];
  const metricsPort = metrics === undefined ? undefined : readPort(metrics);
  if (metrics !== undefined && metricsPort === undefined) {
    return err('METRICS_PORT is a whole number from 0 to 65535.');
  }
  const limitFactor = readFactor(values['limit-factor'] ?? env['LIMIT_FACTOR'] ?? '1');
  if (limitFactor === undefined) return err('LIMIT_FACTOR is a number from 0 to 1000.');
  const publicAddress = values['public-url'] ?? env['PUBLIC_URL'];
  const publicUrl = publicAddress === undefined ? undefined : readOrigin(publicAddress);
  if (publicAddress !== undefined && publicUrl === undefined) {
    return err('PUBLIC_URL is an address like https://gemba.example.org, without a path.');
  }
  const account = readAccountConfig(env);
  if (!account.ok) return account;
  const demo = values.demo ?? env['DEMO'];
  if (demo !== undefined && !isDemoLanguage(demo)) return err('DEMO is en or zh-CN.');
  const dataDir = values['data-dir'] ?? usualDataDir(demo, env['DATA_DIR']);
  if (dataDir.trim() === '') return err('DATA_DIR is the path of a folder.');
  const config: Config = {
    port,
    host,
    dataDir: resolve(dataDir),
    trustProxy: values['trust-proxy'] ?? isOn(env['TRUST_PROXY']),
    limitFactor,
    demo,
    metricsPort,
    publicUrl,
    account: account.value,
    killServiceWorker: values['kill-service-worker'] ?? isOn(env['KILL_SERVICE_WORKER']),
  };
  return commandOf(config, positionals);
}

/** What the environment names is the real data: the demo stays out of it. */
const usualDataDir = (demo: DemoLanguage | undefined, named: string | undefined): string =>
  demo === undefined ? (named ?? './data') : `./data-demo/${demo}`;

/** `--demo` alone is the English one. */
const withDemoLanguage = (args: readonly string[]): string[] =>
  args.flatMap((arg, at) =>
    arg === '--demo' && !isDemoLanguage(args[at + 1] ?? '') ? ['--demo', 'en'] : [arg],
  );

function parseFlags(args: readonly string[]) {
  try {
    return ok(
      parseArgs({
        args: withDemoLanguage(args),
        allowPositionals: true,
        options: {
          port: { type: 'string' },
          demo: { type: 'string' },
          'limit-factor': { type: 'string' },
          'metrics-port': { type: 'string' },
          host: { type: 'string' },
          'public-url': { type: 'string' },
          'data-dir': { type: 'string' },
          'trust-proxy': { type: 'boolean' },
          'kill-service-worker': { type: 'boolean' },
        },
      }),
    );
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

function commandOf(
  config: Config,
  [name, file, ...rest]: readonly string[],
): Result<Command, string> {
  if (name === undefined) return ok({ type: 'serve', config });
  if (name === 'workspace') return workspaceCommandOf(config, file, rest);
  if (name === 'admin-link' && file === undefined) return ok({ type: 'adminLink', config });
  if (name === 'verify' && file === undefined) return ok({ type: 'verify', config });
  if (name === 'erase-person') {
    return file !== undefined && isUuid(file)
      ? ok({ type: 'erasePerson', config, person: file })
      : err('erase-person takes the id of one person.');
  }
  if (name !== 'backup' && name !== 'restore' && name !== 'export') {
    return err(
      `There is no command ${name}: it is backup, restore, verify, export, admin-link, workspace or erase-person, or none to serve.`,
    );
  }
  return file === undefined || rest.length > 0
    ? err(`${name} takes the path of one file.`)
    : ok({ type: name, config, file: resolve(file) });
}

function workspaceCommandOf(
  config: Config,
  action: string | undefined,
  [name = '', ...rest]: readonly string[],
): Result<Command, string> {
  if (action === 'list' && name === '') return ok({ type: 'listWorkspaces', config });
  const title = normaliseDisplayName(name);
  return action === 'add' && title !== undefined && rest.length === 0
    ? ok({ type: 'addWorkspace', config, name: title })
    : err('workspace takes add and a name of up to 80 characters, or list.');
}

function readPort(text: string): number | undefined {
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : undefined;
}

function readFactor(text: string): number | undefined {
  const factor = /^\d{1,4}(\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
  return factor <= 1_000 ? factor : undefined;
}

function readOrigin(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return isWeb && url.href === `${url.origin}/` ? url : undefined;
}

const isOn = (text: string | undefined): boolean => text === '1' || text === 'true';
