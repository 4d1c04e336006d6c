/** What the browser itself must hold off: pages of other origins, and code in what people write. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scalarsOf, textOf } from '../../shared/document/schema.ts';
import { type CommentId, createUuidV7 } from '../../shared/domain/ids.ts';
import { writeComment } from '../../shared/document/write-change.ts';
import { paths } from '../../shared/protocol/paths.ts';
import { captureBox, join, keepIdea, openCapture, openRegister } from '../support/app.ts';
import { type BuiltServer, removeDataDir, startBuiltServer } from '../support/built-server.ts';
import { type Device, startDevice } from '../support/device.ts';
import { joinAsPlainDevice } from '../support/plain-device.ts';
import { captureOn } from '../support/record-on-device.ts';
import { systemDeps } from '../support/sync-core.ts';

let server: BuiltServer;
let ada: Device;

/** What the pages of our own did that they must not: scripts of others, CSP reports, dialogs. */
let reports: string[];
let asked: string[];

beforeEach(async () => {
  reports = [];
  asked = [];
  server = await startBuiltServer();
  ada = await startDevice();
  await watch(ada.page);
  await join(ada.page, server.adminLink ?? '', 'Ada');
});

afterEach(async () => {
  await ada.close();
  await server.stop();
  removeDataDir(server.dataDir);
});

async function watch(page: Page): Promise<void> {
  await page.exposeFunction('reportToTest', (what: string) => void reports.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { reportToTest } = window as unknown as { reportToTest: (what: string) => void };
      reportToTest(`CSP ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('dialog', (dialog) => {
    reports.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => reports.push(`error: ${error.message}`));
  page.context().on('request', (request) => asked.push(request.url()));
}

const isOwn = (url: string): boolean =>
  url.startsWith(server.url) || /^(blob|data|about):/u.test(url);

/** Code that would leave a mark on the window, or ask another machine, if anything took it for code. */
const attacks = [
  `<img src=x onerror="window.stolen=1">`,
  `<script>window.stolen=1</script>`,
  `"><svg/onload=window.stolen=1>`,
  `'-(window.stolen=1)-'`,
  `javascript:window.stolen=1`,
  `<iframe srcdoc="<script>parent.stolen=1</script>"></iframe>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=window.stolen=1>`,
  `<link rel=stylesheet href=https://evil.example/x.css>`,
  `<img src="https://evil.example/pixel.png">`,
  `{{constructor.constructor('window.stolen=1')()}}`,
  `\u2028</script><script>window.stolen=1</script>`,
  `<a href="javascript:window.stolen=1" autofocus onfocus=window.stolen=1>x</a>`,
] as const;

describe('what people write is text', () => {
  test('in every field, also through raw updates, on every screen', async () => {
    const [nameAttack] = attacks;
    await openCapture(ada.page);
    const token = await inviteMember(ada.page);
    const eve = await joinAsPlainDevice(server.url, token, nameAttack);
    const author = { ...systemDeps, device: eve.device, actor: eve.actor };
    const newId = () => createUuidV7<CommentId>(systemDeps);
    const records = attacks.map((attack) => {
      const record = captureOn(eve, `${attack}\n${attack}`);
      return [
        { docId: record.docId, bytes: record.first },
        {
          docId: record.docId,
          bytes: record.change({
            type: 'setEntry',
            field: 'tags',
            entry: attack.slice(0, 60),
            on: true,
          }),
        },
        {
          docId: record.docId,
          bytes: record.edit((doc) => textOf(doc, 'description').insert(0, attack)),
        },
        {
          docId: record.docId,
          bytes: record.edit((doc) => writeComment(doc, { id: newId(), text: attack }, author)),
        },
        // What no page would write.
        {
          docId: record.docId,
          bytes: record.edit((doc) => scalarsOf(doc).set('createdBy', attack)),
        },
      ];
    });
    const { results } = await eve.push(records.flat());
    expect(results.filter(({ type }) => type === 'ok').length).toBeGreaterThanOrEqual(
      3 * attacks.length,
    );
    await keepIdea(ada.page, attacks[0]);

    await openRegister(ada.page);
    const rows = ada.page.getByTestId('register-row');
    await expect.poll(() => rows.count()).toBeGreaterThan(attacks.length);
    for (const [record] of records) {
      await ada.page.goto(`${server.url}/improvements/${record?.docId}`);
      await ada.page.getByRole('textbox', { name: 'Description', exact: true }).waitFor();
    }
    for (const path of ['/', '/register', '/me', '/members', '/drafts', '/join', '/nowhere']) {
      await ada.page.goto(server.url + path);
      await ada.page.locator('main').waitFor();
    }
    const shared = encodeURIComponent(attacks[0]);
    await ada.page.goto(`${server.url}/share?title=${shared}&text=${shared}&url=${shared}`);
    await captureBox(ada.page).waitFor();
    expect(await captureBox(ada.page).inputValue()).toContain(attacks[0]);

    expect(await ada.page.evaluate(() => 'stolen' in window)).toBe(false);
    expect(reports).toEqual([]);
    // A browser's own pictures, as in its date and search boxes, come from no server.
    expect(asked.filter((url) => !isOwn(url) && !url.startsWith('chrome:'))).toEqual([]);
  });

  test('and the policy would stop and report what is not', async () => {
    await ada.page.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'https://evil.example/pixel.png';
      document.body.append(image);
    });
    await expect.poll(() => reports).toContainEqual(expect.stringContaining('CSP img-src'));
    const written = await ada.page.evaluate(() => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<b>x</b>');
        return 'written';
      } catch (error) {
        return String(error);
      }
    });
    expect(written).toContain('TrustedHTML');
  });
});

/** Of a page that another server on this machine serves: another origin, though the same site. */
describe('a page of another origin', () => {
  test('can’t act as who is signed in: not by fetch, not by a form, not by a socket', async () => {
    const evil = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>Evil</title>');
    });
    evil.listen(0, '127.0.0.1');
    await once(evil, 'listening');
    const evilUrl = `http://127.0.0.1:${(evil.address() as AddressInfo).port}/`;
    const page = await ada.newTab();
    await page.goto(evilUrl);
    const outcomes = await page.evaluate(
      async ({ target, acts }) => {
        const ask = (path: string, init: RequestInit) =>
          fetch(target + path, { credentials: 'include', ...init }).then(
            (answer) => answer.type,
            () => 'refused',
          );
        const acted = await Promise.all(
          acts.map((path) =>
            ask(path, { method: 'POST', mode: 'no-cors', body: '{"for":"admin"}' }),
          ),
        );
        const read = await ask('/session', {});
        const socket = new WebSocket(`${target.replace('http', 'ws')}/sync/poke`);
        const opened = await new Promise((resolve) => {
          socket.addEventListener('open', () => resolve('open'));
          socket.addEventListener('close', () => resolve('closed'));
        });
        return { acted, read, opened };
      },
      { target: server.url, acts: [paths.leave, paths.invitations, paths.push, paths.workspace] },
    );
    expect(outcomes).toEqual({
      acted: ['refused', 'refused', 'refused', 'refused'],
      read: 'refused',
      opened: 'closed',
    });

    await page.evaluate((action) => {
      const form = document.createElement('form');
      Object.assign(form, { action, method: 'POST', enctype: 'text/plain' });
      document.body.append(form);
      form.submit();
    }, server.url + paths.leave);
    await page.waitForURL(server.url + paths.leave);
    expect(await page.textContent('body')).toContain('foreignOrigin');

    // Still signed in, and nobody was invited.
    const mine = await ada.page.evaluate(
      async (path) => (await fetch(path)).json(),
      paths.invitations,
    );
    expect(mine).toMatchObject({ invitations: [] });
    evil.close();
    evil.closeAllConnections();
  });

  test('can’t put ours into a frame', async () => {
    const evil = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><iframe src="${server.url}/me"></iframe>`);
    });
    evil.listen(0, '127.0.0.1');
    await once(evil, 'listening');
    const page = await ada.newTab();
    await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`);
    const frame = page.frames()[1];
    expect(await frame?.locator('main').count()).toBe(0);
    evil.close();
    evil.closeAllConnections();
  });
});

const inviteMember = (page: Page): Promise<string> =>
  page.evaluate(async (path) => {
    const answer = await fetch(path, { method: 'POST', body: JSON.stringify({ for: 'member' }) });
    return ((await answer.json()) as { token: string }).token;
  }, paths.invitations);
