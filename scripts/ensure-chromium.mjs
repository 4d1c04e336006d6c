/** Makes sure that the browser tests have a Chromium and a Chinese font: finds them, installs them, or says how. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';

const aptPackages = ['chromium', 'fonts-noto-cjk'];

if (findChromium() === undefined || !hasChineseFont()) installWithApt();

const path = findChromium();
if (path === undefined) {
  console.error(
    [
      'The browser tests need Chromium or Chrome, and none was found. Either',
      `  - run as root on Debian or Ubuntu: apt-get update && apt-get install -y ${aptPackages.join(' ')}`,
      '  - or install Chrome by hand and set CHROMIUM_PATH to its executable.',
    ].join('\n'),
  );
  process.exit(1);
}
const version = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' });
console.log(`${version.trim()} (${path})`);
if (!hasChineseFont()) {
  console.warn('Warning: no font for Chinese found, so screens show boxes. Install Noto Sans CJK.');
}

/** Asks fontconfig; a system without it (macOS, Windows) brings its own Chinese fonts. */
function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return listed.error === undefined ? listed.stdout.trim() !== '' : process.platform !== 'linux';
}

/** Only root on Debian or Ubuntu: anywhere else the machine is not ours to change. */
function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  console.log(`Installing ${aptPackages.join(' and ')} …`);
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...aptPackages]]) {
    const { status, error } = spawnSync('apt-get', args, options);
    if (status !== 0) {
      console.error(
        `apt-get ${args.join(' ')} failed (${error?.message ?? `exit code ${status}`}).`,
      );
      return;
    }
  }
}
