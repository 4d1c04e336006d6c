import { test } from 'vitest';
import { join, joinBoth, keepIdea, readyForOffline, seeInRegister } from '../support/app.ts';
import { startBuiltServer } from '../support/built-server.ts';
import { startDevice } from '../support/device.ts';
void join; void joinBoth;
const spy = (page: any, name: string) => {
  page.on('console', (m: any) => console.log(name, m.type(), m.text()));
  page.on('pageerror', (e: any) => console.log(name, 'ERR', e.message));
  page.on('requestfailed', (r: any) => console.log(name, 'FAILED', r.url()));
  page.on('response', (r: any) => { if (!r.url().includes('assets')) console.log(name, r.status(), r.url()); });
};
test('debug', async () => {
  let server = await startBuiltServer();
  const phone = await startDevice();
  await join(phone.page, server.adminLink ?? '', 'Ada');
  await readyForOffline(phone.page);
  await server.kill();
  await phone.goOffline();
  await phone.page.goto(server.url);
  await keepIdea(phone.page, 'Ward door squeaks\nEvery night at three.');
  await phone.kill();
  const restarted = await startDevice({ profileDir: phone.profileDir, offline: true });
  spy(restarted.page, 'restarted');
  await restarted.page.goto(server.url);
  await seeInRegister(restarted.page, 'Ward door squeaks', 'On this device');
  server = await startBuiltServer({ dataDir: server.dataDir, port: server.port });
  console.log('going online');
  await restarted.goOnline();
  try {
    await seeInRegister(restarted.page, 'Ward door squeaks', 'On the server');
    console.log('FINE');
  } catch (e) {
    console.log(await restarted.page.locator('body').innerText());
    console.log(await restarted.page.evaluate(async () => {
      const out: any = { dbs: await indexedDB.databases(), locks: await navigator.locks.query() };
      return JSON.stringify(out);
    }));
  }
  console.log(server.log());
  await restarted.close(); await server.stop();
});
