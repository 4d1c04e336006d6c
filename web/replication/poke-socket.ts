/** Listens for the server's pokes: something new is at a seq. A lost poke is harmless, because a timer pulls too. */
import * as z from 'zod/mini';
import { pokeFrame } from '../../shared/protocol/messages.ts';
import { paths, workspaceParameter } from '../../shared/protocol/paths.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import type { TimersDep } from '../local/deps.ts';
import { createBackoff } from './backoff.ts';

const reconnectBackoff = { firstMs: 1_000, lastMs: 60_000 };

export type PokeSocket = {
  /** Connects now instead of after the wait. */
  readonly retry: () => void;
  readonly stop: () => void;
};

export type PokeDeps = TimersDep & {
  readonly random: () => number;
  readonly serverUrl: string;
  readonly workspace: string | undefined;
  readonly openSocket: (url: string) => WebSocket;
};

export function openPokeSocket(deps: PokeDeps, onPoke: () => void): PokeSocket {
  const backoff = createBackoff(deps.random, reconnectBackoff);
  let socket: WebSocket | undefined;
  let cancelRetry: (() => void) | undefined;
  let isStopped = false;

  function connect(): void {
    cancelRetry?.();
    cancelRetry = undefined;
    const url = new URL(`${paths.poke}?proto=${protocolVersion}`, deps.serverUrl);
    if (deps.workspace !== undefined) url.searchParams.set(workspaceParameter, deps.workspace);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const opened = deps.openSocket(url.href);
    socket = opened;
    opened.addEventListener('open', () => {
      backoff.reset();
      onPoke();
    });
    opened.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (isPoke(event.data)) onPoke();
    });
    opened.addEventListener('close', () => {
      socket = undefined;
      if (!isStopped) cancelRetry = deps.setTimer(backoff.nextMs(), connect);
    });
  }

  connect();
  return {
    retry: () => {
      if (socket === undefined && !isStopped) connect();
    },
    stop: () => {
      isStopped = true;
      cancelRetry?.();
      socket?.close();
    },
  };
}

function isPoke(data: unknown): boolean {
  if (typeof data !== 'string') return false;
  try {
    return z.safeParse(pokeFrame, JSON.parse(data)).success;
  } catch {
    return false;
  }
}
