/** Every check of the project, one after the other; ends with the line `N passed, M failed`. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countTests } from './count-tests.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'gemba-check-'));
const reportFile = join(scratch, 'vitest.json');

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, command: [string, ...string[]], count?: (exitCode: number) => Count }} Step
 */

/** A step that takes longer hangs; a busy machine takes twice its usual time. The check then still ends and says which one. */
const stepLimitMs = 40 * 60_000;

/** @type {readonly Step[]} */
const steps = [
  { name: 'format', command: ['npm', 'run', '--silent', 'format:check'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'unused code', command: ['npm', 'run', '--silent', 'unused'] },
  { name: 'build', command: ['node', 'scripts/build.mjs'] },
  {
    // As the README has people do it: it finds or installs a browser, and builds what is stale.
    name: 'tests',
    command: [
      'npm',
      'test',
      '--',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
    ],
    count: (exitCode) => countTests(reportFile, exitCode),
  },
];

let passed = 0;
let failed = 0;

// Without its dependencies no other step says anything.
const installs = process.argv.includes('--install');
if (!installs || (await runStep({ name: 'install', command: ['npm', 'ci', '--no-audit'] }))) {
  for (const step of steps) await runStep(step);
}
rmSync(scratch, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** @param {Step} step */
async function runStep({ name, command, count = countStep }) {
  console.log(`\n— ${name}`);
  const startedAt = performance.now();
  const exitCode = await run(command);
  const result = count(exitCode);
  passed += result.passed;
  failed += result.failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`— ${name}: ${result.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return result.failed === 0;
}

/**
 * @param {number} exitCode
 * @returns {Count}
 */
function countStep(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Resolves to the exit code; a step past its limit is ended with everything it started.
 *
 * @param {Step['command']} command
 * @returns {Promise<number>}
 */
function run([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, CI: 'true' },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    const endGroup = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL');
    const limit = setTimeout(() => {
      console.error(`Stopped after ${stepLimitMs / 60_000} minutes.`);
      endGroup();
    }, stepLimitMs);
    // The step has a group of its own, which neither Ctrl-C nor a signal to this process reaches.
    const giveUp = () => {
      endGroup();
      process.exit(1);
    };
    process.once('SIGINT', giveUp).once('SIGTERM', giveUp);
    /** @param {number} exitCode */
    const finish = (exitCode) => {
      clearTimeout(limit);
      process.off('SIGINT', giveUp).off('SIGTERM', giveUp);
      resolve(exitCode);
    };
    child.once('error', (error) => {
      console.error(`${program}: ${error.message}`);
      finish(1);
    });
    child.once('close', (exitCode) => finish(exitCode ?? 1));
  });
}
