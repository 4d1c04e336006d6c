/** Memory per idle connection: poke sockets and room sockets beside bare WebSockets. */
import { paths } from '../../../shared/protocol/paths.ts';
import type { PlainDevice } from '../../support/plain-device.ts';
import { syncAims } from '../aims.ts';
import type { Finding } from '../report.ts';
import { recordsOf } from '../../support/plain-records.ts';
import { type Address, measureIdle } from './idle.ts';
import { type SyncSetting, startFloor, startJoined } from './setting.ts';

const connections = 5_000;
const rooms = 100;
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
  const bytes = await measureIdle(process, connections, () => ({ url }));
  await process.stop();
  return bytes;
}

type AddressOf = (index: number) => Address | Promise<Address>;

async function measureGemba(
  setting: SyncSetting,
  addresses: (url: string, device: PlainDevice) => Promise<AddressOf>,
): Promise<number> {
  const { process, admin } = await startJoined(setting, setting.newFolder(), watching);
  const bytes = await measureIdle(process, connections, await addresses(process.url, admin));
  await process.stop();
  return bytes;
}

async function pokeAddresses(url: string, device: PlainDevice): Promise<AddressOf> {
  const address = { url: url.replace('http', 'ws') + paths.poke, headers: device.headers() };
  return () => address;
}

async function roomAddresses(_: string, device: PlainDevice): Promise<AddressOf> {
  const records = recordsOf(device, rooms);
  await device.push(records);
  return async (index) => {
    const docId = records[index % rooms]?.docId;
    if (docId === undefined) throw new Error('The generator made too few records.');
    return { url: await device.roomUrl(docId) };
  };
}
