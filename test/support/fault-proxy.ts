/** A TCP proxy that misbehaves on request and from a seed: delay, half-open, cut, lost bytes. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What happens to bytes, in both directions, from the moment it is set. */
export type Fault =
  | { readonly type: 'none' }
  /** Every chunk waits `minMs` to `maxMs`. */
  | { readonly type: 'delay'; readonly minMs: number; readonly maxMs: number }
  /** Connections stay open and nothing comes through, until the fault is over: a dead radio cell. */
  | { readonly type: 'halfOpen' }
  /** Each connection is reset after a random number of bytes, at most `maxBytes`, in either direction. */
  | { readonly type: 'cut'; readonly maxBytes: number }
  /** About one byte in `oneInBytes` goes missing, as no honest network does it: the peers must notice. */
  | { readonly type: 'dropBytes'; readonly oneInBytes: number };

export type FaultProxy = {
  readonly port: number;
  readonly url: string;
  readonly setFault: (fault: Fault) => void;
  /** Resets every open connection; new ones are accepted. */
  readonly cutAll: () => void;
  readonly openConnections: () => number;
  readonly close: () => Promise<void>;
};

export type FaultProxyOptions = {
  readonly targetPort: number;
  /** 0 up to, not including, 1; from a seed that the test prints. */
  readonly random: () => number;
};

/** The fault of the moment, and the end of it. */
type Spell = { readonly fault: Fault; readonly over: Promise<void>; readonly end: () => void };

export async function startFaultProxy({
  targetPort,
  random,
}: FaultProxyOptions): Promise<FaultProxy> {
  let spell = createSpell({ type: 'none' });
  const connections = new Set<() => void>();
  // Half-open allowed: one side's end must not end the other before its last bytes are through.
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const target = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true });
    const cut = () => {
      client.resetAndDestroy();
      target.resetAndDestroy();
      connections.delete(cut);
    };
    connections.add(cut);
    const flows = [
      [client, target],
      [target, client],
    ] as const;
    Promise.all(flows.map(([from, to]) => pump(from, to, random, () => spell))).then(
      () => connections.delete(cut),
      cut,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const cutAll = () => [...connections].forEach((cut) => cut());
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    setFault: (fault) => {
      const before = spell;
      spell = createSpell(fault);
      before.end();
    },
    cutAll,
    openConnections: () => connections.size,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      cutAll();
      spell.end();
      await closed;
    },
  };
}

function createSpell(fault: Fault): Spell {
  let end = () => {};
  const over = new Promise<void>((resolve) => (end = resolve));
  return { fault, over, end };
}

/** Carries one direction's bytes, in order and with back-pressure, until its end; throws to have it cut. */
async function pump(
  from: Socket,
  to: Socket,
  random: () => number,
  current: () => Spell,
): Promise<void> {
  to.on('error', () => from.destroy());
  let budget = { of: current(), bytes: cutBudget(current().fault, random) };
  // Not destroyed at its end: the other direction may still be under way.
  const chunks: AsyncIterable<Buffer> = from.iterator({ destroyOnReturn: false });
  for await (const chunk of chunks) {
    while (current().fault.type === 'halfOpen') await current().over;
    const spell = current();
    const { fault } = spell;
    if (budget.of !== spell) budget = { of: spell, bytes: cutBudget(fault, random) };
    if (fault.type === 'delay') await wait(fault.minMs + random() * (fault.maxMs - fault.minMs));
    budget.bytes -= chunk.length;
    const passes =
      fault.type === 'dropBytes'
        ? Buffer.from(chunk.filter(() => random() * fault.oneInBytes >= 1))
        : chunk.subarray(0, chunk.length + Math.min(0, budget.bytes));
    if (!to.write(passes)) await once(to, 'drain');
    if (budget.bytes < 0) throw new Error('cut by the proxy');
  }
  to.end();
}

const cutBudget = (fault: Fault, random: () => number): number =>
  fault.type === 'cut' ? Math.floor(random() * fault.maxBytes) : Number.POSITIVE_INFINITY;
