/** A bad network between a replica and the server: slow, lossy, doubling, half-open, cutting answers short. */
import type { ActorId, DeviceId, ServerEpoch } from '../../shared/domain/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { SyncRefusal } from '../../sync-server/replication/sync-refusal.ts';
import type { Answer, Transport, TransportFailure } from '../../web/replication/transport.ts';
import type { SimulatedServer } from './simulated-server.ts';
import type { World } from './simulated-world.ts';

/** Probabilities from 0 to 1. */
export type Weather = {
  /** The request, or its answer, disappears and the caller is told. */
  readonly loss: number;
  /** The same, but nobody is told. */
  readonly silence: number;
  /** The server gets the request twice, the second time later. */
  readonly doubling: number;
  readonly slowestMs: number;
  /** What takes much longer than the rest, so that later things overtake it. */
  readonly stragglers: number;
};

const stragglerFactor = 6;

export const fairWeather: Weather = {
  loss: 0,
  silence: 0,
  doubling: 0,
  slowestMs: 50,
  stragglers: 0,
};

export type SimulatedNetwork = {
  readonly transportFor: (device: DeviceId, actor: ActorId) => Transport;
  readonly setOnline: (device: DeviceId, isOnline: boolean) => void;
  readonly isOnline: (device: DeviceId) => boolean;
  readonly setWeather: (weather: Weather) => void;
};

export function createSimulatedNetwork(world: World, server: SimulatedServer): SimulatedNetwork {
  const offline = new Set<DeviceId>();
  let weather = fairWeather;

  const wait = () =>
    new Promise<void>((resolve) => {
      const detour = world.chance(weather.stragglers) ? stragglerFactor : 1;
      world.setTimer(1 + world.below(weather.slowestMs) * detour, resolve);
    });

  /** One way through the network: arrives after a while, or is lost. */
  async function travel(device: DeviceId): Promise<'arrived' | 'lost'> {
    await wait();
    if (world.chance(weather.silence)) return never();
    return offline.has(device) || world.chance(weather.loss) ? 'lost' : 'arrived';
  }

  async function deliver<T>(
    device: DeviceId,
    handle: () => Promise<Result<T, SyncRefusal>>,
  ): Answer<T> {
    if (offline.has(device) || (await travel(device)) === 'lost') return unreachable;
    if (world.chance(weather.doubling)) void wait().then(handle);
    const run = server.run();
    const answer = await handle();
    if (server.run() !== run) return unreachable;
    if ((await travel(device)) === 'lost') return unreachable;
    return answer.ok ? ok(answer.value) : err(failureOf(answer.error));
  }

  return {
    transportFor: (device, actor) => {
      const session = () => server.sessionOf(device, actor);
      return {
        push: (request) => deliver(device, () => server.replication().push(session(), request)),
        pull: (request) => deliver(device, () => server.replication().pull(session(), request)),
        documents: (request) =>
          deliver(device, () => server.replication().documents(session(), request)),
      };
    },
    setOnline: (device, isOnline) => {
      if (isOnline) offline.delete(device);
      else offline.add(device);
    },
    isOnline: (device) => !offline.has(device),
    setWeather: (next) => {
      weather = next;
    },
  };
}

const unreachable = err({ type: 'unreachable' } as const);

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

function failureOf({ code, epoch }: SyncRefusal): TransportFailure {
  return epoch === undefined
    ? { type: 'refused', code }
    : { type: 'refused', code, epoch: epoch as ServerEpoch };
}
