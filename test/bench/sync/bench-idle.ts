/** Memory per idle connection: poke sockets and room sockets beside bare WebSockets. */
import { paths } from '../../../shared/protocol/paths.ts';
import type { PlainDevice } from '../../support/plain-device.ts';
import { syncAims } from '../aims.ts';
import type { Finding } from '../report.ts';
import { recordsOf } from './bench-bulk.ts';
import { type Address, measureIdle } from './idle.ts';
import { type SyncSetting, startFloor, startJoined } from './setting.ts';

const connections = 5_000;
const connectionsPerRoom = 50;
const kilobyte = 1024;
const watching = { withDebugger: true };

export async function benchIdle(setting: SyncSetting): Promise<readonly Finding[]> {
  const bare = await measureFloor(setting);
  const poke = await measureGemba(setting, pokeAddresses);
  const room = await measureGemba(setting, roomAddresses);
  const finding = (what: string, bytes: number): Finding => ({
    what: `${connections.toLocaleString('en')} idle ${what} sockets, each`,
    measured: bytes / kilobyte,
    floor: bare / kilobyte,
    unit: 'KB',
    aim: syncAims.idleMemory,
  });
  return [finding('poke', poke), finding('room', room)];
}

async function measureFloor(setting: SyncSetting): Promise<number> {
  const process = await startFloor(setting.relayFloor, setting.newFolder(), watching);
  const url = process.url.replace('http', 'ws');
  const bytes = await measureIdle(
    process,
    Array.from({ length: connections }, () => ({ url })),
  );
  await process.stop();
  return bytes;
}

async function measureGemba(
  setting: SyncSetting,
  addressesOf: (url: string, device: PlainDevice) => Promise<readonly Address[]>,
): Promise<number> {
  const { process, admin } = await startJoined(setting, setting.newFolder(), watching);
  const bytes = await measureIdle(process, await addressesOf(process.url, admin));
  await process.stop();
  return bytes;
}

async function pokeAddresses(url: string, device: PlainDevice): Promise<readonly Address[]> {
  const address = { url: url.replace('http', 'ws') + paths.poke, headers: device.headers() };
  return Array.from({ length: connections }, () => address);
}

/** Fetches every ticket before memory is read, so that no ticket request is counted. */
async function roomAddresses(_: string, device: PlainDevice): Promise<readonly Address[]> {
  const records = recordsOf(device, connections / connectionsPerRoom);
  await device.push(records);
  const addresses: Address[] = [];
  for (const { docId } of records) {
    const tickets = Array.from({ length: connectionsPerRoom }, () => device.roomUrl(docId));
    addresses.push(...(await Promise.all(tickets)).map((url) => ({ url })));
  }
  return addresses;
}
