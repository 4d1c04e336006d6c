/** What the command line asks for: serve until a signal comes, make a backup, bring one back, look into the data. */
import { randomBytes } from 'node:crypto';
import type { ClockDep, RandomDep } from '../shared/deps.ts';
import type { PersonId } from '../shared/domain/ids.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Command, Config } from './config.ts';
import { inviteAdministrator } from './auth/invitations.ts';
import type { DemoLink } from './demo/open-demo.ts';
import { createGembaServer, type GembaServer, joinLinkOf } from './gemba-server.ts';
import { createLog, type Log } from './observability/log.ts';
import { silentMetrics } from './observability/metrics.ts';
import type { Prometheus } from './observability/prometheus.ts';
import { createWorkerAdmission } from './replication/worker-admission.ts';
import {
  backUpTo,
  dataFileIn,
  erasePersonIn,
  type Restored,
  restoreFrom,
} from './store/sqlite/data-file.ts';
import { exportAudit, verifyIn } from './store/sqlite/inspect-data-file.ts';
import type { Verification } from './store/sqlite/verify-database.ts';
import { createSqliteStore } from './store/sqlite/sqlite-store.ts';
import type { Store } from './store/store.ts';

/** Where the build has put what is not a module of this one. */
export type BuiltFiles = { readonly webDir: string; readonly admissionWorker: URL };

/** Shutting down takes no longer than this, whatever hangs. */
const stopLimitMs = 10_000;

const machine: ClockDep & RandomDep = {
  nowMs: () => Date.now(),
  randomBytes: (sizeBytes) => new Uint8Array(randomBytes(sizeBytes)),
};

/** Resolves with the process's exit code. */
export async function runCommand(command: Command, files: BuiltFiles): Promise<number> {
  const { dataDir } = command.config;
  switch (command.type) {
    case 'backup':
      return report(backUpTo(dataDir, command.file), `Backed up to ${command.file}`);
    case 'export':
      return report(exportAudit(dataDir, command.file), `Exported to ${command.file}`);
    case 'verify':
      return sayVerification(verifyIn(dataDir));
    case 'restore':
      return sayRestored(restoreFrom(dataDir, command.file, machine), command.file);
    case 'erasePerson':
      return report(
        erasePersonIn(dataDir, command.person as PersonId, machine),
        'Erased; what they wrote is a former member’s.',
      );
    case 'adminLink':
      return printAdminLink(command.config);
    case 'addWorkspace':
      return printAdminLink(command.config, command.name);
    case 'listWorkspaces':
      return printWorkspaces(command.config);
    case 'serve':
      return serve(command.config, files);
  }
}

async function serve(config: Config, files: BuiltFiles): Promise<number> {
  const log = createLog();
  const opened = await openStore(config);
  if (!opened.ok) return report(opened, '');
  const store = opened.value;
  const { warning } = store.lineage;
  if (warning !== undefined) log.warn(warning);
  const admission = createWorkerAdmission({ workerUrl: files.admissionWorker, log });
  const prometheus = await createMetrics(config);
  const metrics = prometheus?.metrics ?? silentMetrics;
  const demoLinks = config.demo === undefined ? [] : await inviteToDemo(store);
  const server = await createGembaServer(
    { ...config, webDir: files.webDir, demoToken: demoLinks[0]?.token },
    { ...machine, store, admission, log, metrics },
  );
  const metricsPort = await prometheus?.listen(config.metricsPort ?? 0, server.sources);
  if (metricsPort !== undefined) say(`Metrics: http://127.0.0.1:${metricsPort}/metrics`);
  if (server.adminLink !== undefined) {
    say(`Sign in as the first administrator: ${server.adminLink}`);
  }
  if (config.demo !== undefined) sayDemoLinks(demoLinks, config.publicUrl?.origin ?? server.url);
  // Last, so that whoever waits for this line has read the others.
  say(`Gemba is ready: ${server.url}`);
  const signal = await nextSignal();
  log.info({ signal }, 'stopping');
  await prometheus?.stop();
  return stop(server, log);
}

async function openStore({ demo, dataDir }: Config): Promise<Result<Store, string>> {
  if (demo === undefined) return ok(createSqliteStore(dataFileIn(dataDir), machine));
  // Loaded only where somebody asks for it: its words take memory.
  const { openDemo } = await import('./demo/open-demo.ts');
  return openDemo({ dataDir, language: demo, say }, machine);
}

async function inviteToDemo(store: Store): Promise<readonly DemoLink[]> {
  const { inviteToParts } = await import('./demo/open-demo.ts');
  return inviteToParts(store, machine);
}

function sayDemoLinks(links: readonly DemoLink[], address: string): void {
  say('Look around in the demo: open the address below, or one of these in a private window each:');
  for (const { role, token } of links) say(`  ${role.padEnd(12)} ${joinLinkOf(address, token)}`);
}

async function printWorkspaces(config: Config): Promise<number> {
  const store = createSqliteStore(dataFileIn(config.dataDir), machine);
  for (const { id, name } of await store.listWorkspaces()) say(`${id} ${name}`);
  await store.close();
  return 0;
}

/** Writes straight into the database, whether a server runs on it or not. */
async function printAdminLink(config: Config, newWorkspace?: string): Promise<number> {
  const store = createSqliteStore(dataFileIn(config.dataDir), machine);
  const { id } =
    newWorkspace === undefined ? store.lineage.workspace : await store.addWorkspace(newWorkspace);
  const token = await inviteAdministrator({ ...machine, store }, id);
  await store.close();
  const address = config.publicUrl?.origin ?? `http://${config.host}:${config.port}`;
  say(joinLinkOf(address, token));
  return 0;
}

/** Loaded only where somebody asks for figures: it takes memory. */
async function createMetrics({ metricsPort }: Config): Promise<Prometheus | undefined> {
  if (metricsPort === undefined) return undefined;
  const { createPrometheus } = await import('./observability/prometheus.ts');
  return createPrometheus();
}

const nextSignal = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => resolve(signal));
  });

async function stop(server: GembaServer, log: Log): Promise<number> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error('It took too long.')), stopLimitMs);
  });
  try {
    await Promise.race([server.stop(), tooLate]);
    return 0;
  } catch (error) {
    log.error({ err: error }, 'the server could not stop as it should');
    return 1;
  } finally {
    clearTimeout(late);
  }
}

function report(result: Result<unknown, string>, done: string): number {
  say(result.ok ? done : result.error);
  return result.ok ? 0 : 1;
}

function sayRestored(restored: Result<Restored, string>, file: string): number {
  if (!restored.ok) return report(restored, '');
  say(`Restored from ${file}`);
  if (!restored.value.isErasedAgain) {
    say(
      'There was no readable database in its place: erase again what was erased since the backup.',
    );
  }
  return 0;
}

function sayVerification(verified: Result<Verification, string>): number {
  if (!verified.ok) return report(verified, '');
  const { isWhole, lines } = verified.value;
  for (const line of lines) say(line);
  say(isWhole ? 'The database is whole.' : 'The database is NOT what was written.');
  return isWhole ? 0 : 1;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
