/** Live fan-out with 10, 50 and 200 people in one room who all type at once. */
import { syncAims } from '../aims.ts';
import type { Finding } from '../report.ts';
import { recordsOf } from '../../support/plain-records.ts';
import { typeAhead } from './edits.ts';
import { type FanOut, measureFanOut, type Participant } from './fan-out.ts';
import { joinRelay } from './relay-participant.ts';
import { joinRoom } from './room-participant.ts';
import { median, repeat, type SyncSetting, startFloor, startJoined } from './setting.ts';

/** Fewer key strokes for more people, so that each run makes about a million deliveries. */
const rooms = [
  { people: 10, strokesEach: 2_000 },
  { people: 50, strokesEach: 400 },
  { people: 200, strokesEach: 60 },
] as const;

/** Key strokes before the clock runs, for whoever compiles while it works: both sides do. */
const shareOfWarmUp = 0.5;

type Measured = FanOut & { readonly cpuMs: number };

export async function benchFanOut(setting: SyncSetting): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const room of rooms) {
    const ours = median(await repeat(() => measureGemba(setting, room)), perSecond);
    const floor = median(await repeat(() => measureFloor(setting, room)), perSecond);
    findings.push(
      {
        what: `fan-out, ${room.people} people, deliveries`,
        measured: perSecond(ours),
        floor: perSecond(floor),
        unit: 'per second',
        aim: syncAims.fanOut,
      },
      {
        what: `fan-out, ${room.people} people, processor`,
        measured: ours.cpuMs,
        floor: floor.cpuMs,
        unit: 'ms',
      },
    );
  }
  return findings;
}

type Room = (typeof rooms)[number];

async function measureGemba(
  setting: SyncSetting,
  { people, strokesEach }: Room,
): Promise<Measured> {
  const { process, admin } = await startJoined(setting, setting.newFolder());
  const [record] = recordsOf(admin, 1);
  if (record === undefined) throw new Error('The generator made no record.');
  await admin.push([record]);
  const measured = await measure(
    people,
    strokesEach,
    () => joinRoom(admin, record.docId),
    process.cpuMs,
  );
  await process.stop();
  return measured;
}

async function measureFloor(
  setting: SyncSetting,
  { people, strokesEach }: Room,
): Promise<Measured> {
  const process = await startFloor(setting.relayFloor, setting.newFolder());
  const measured = await measure(people, strokesEach, () => joinRelay(process.url), process.cpuMs);
  await process.stop();
  return measured;
}

async function measure(
  people: number,
  strokesEach: number,
  join: () => Promise<Participant>,
  cpuMs: () => number,
): Promise<Measured> {
  const participants: Participant[] = [];
  while (participants.length < people) participants.push(await join());
  const warmUp = Math.ceil(strokesEach * shareOfWarmUp);
  const typed = participants.map(() => typeAhead(warmUp + strokesEach));
  const part = (start: number, end?: number) => typed.map((frames) => frames.slice(start, end));
  await measureFanOut(participants, part(0, warmUp));
  const cpuBefore = cpuMs();
  const fanOut = await measureFanOut(participants, part(warmUp));
  const measured = { ...fanOut, cpuMs: cpuMs() - cpuBefore };
  await Promise.all(participants.map((participant) => participant.close()));
  return measured;
}

const perSecond = ({ deliveries, elapsedMs }: FanOut): number => (deliveries / elapsedMs) * 1000;
