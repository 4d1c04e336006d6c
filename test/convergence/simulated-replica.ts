/** A device of a simulation: the real replicator, document log and replica store; it crashes and starts again. */
import { createHash } from 'node:crypto';
import {
  type ActorId,
  bytesToHex,
  createUuidV7,
  type DeviceId,
  type DocumentId,
  type Uid,
} from '../../shared/domain/ids.ts';
import type { Someone } from '../../shared/domain/improvement.ts';
import type { CommandRequest } from '../../shared/process/commands.ts';
import { keepMeasure } from '../../web/commands/keep-measure.ts';
import { keepImprovement } from '../../web/commands/keep-improvement.ts';
import { openDecisionDesk } from '../../web/commands/run-command.ts';
import {
  type DocumentLog,
  type DocumentLogDeps,
  openDocumentLog,
} from '../../web/local/document-log.ts';
import { createMemoryStorage, type WriteFate } from '../../web/local/memory-tables.ts';
import { createReplicaStore, type ReplicaStore } from '../../web/local/replica-store.ts';
import type { ReplicaTables } from '../../web/local/tables.ts';
import { startProjector } from '../../web/projection/projector.ts';
import { type Replicator, startReplicator } from '../../web/replication/replicator.ts';
import type { SimulatedNetwork } from './simulated-network.ts';
import { simulatedRoles } from './simulated-server.ts';
import type { World } from './simulated-world.ts';

export type SimulatedReplica = {
  readonly device: DeviceId;
  readonly actor: ActorId;
  readonly store: () => ReplicaStore;
  /** What the program that runs now is made of. */
  readonly deps: () => DocumentLogDeps;
  /** A look at the disk that no fault touches. */
  readonly disk: ReplicaTables;
  readonly wake: () => void;
  readonly keep: (text: string) => Promise<DocumentId | undefined>;
  readonly beginMeasure: (name: string) => Promise<DocumentId | undefined>;
  /** Opened when it is not open yet; undefined = not on this device. */
  readonly open: (id: DocumentId) => Promise<DocumentLog | undefined>;
  readonly close: (id: DocumentId) => Promise<void>;
  /** The command's uid once it is stored; undefined when the rules or the disk refused it. */
  readonly decide: (log: DocumentLog, command: CommandRequest) => Promise<Uid | undefined>;
  /** The program ends without a word; the disk stays. */
  readonly crash: () => void;
  readonly setDiskFaults: (probability: number) => void;
};

export function createSimulatedReplica(world: World, network: SimulatedNetwork): SimulatedReplica {
  const storage = createMemoryStorage();
  const device = createUuidV7<DeviceId>(world);
  const actor = createUuidV7<ActorId>(world);
  let diskFaults = 0;
  let program = start();

  function nextFate(): WriteFate {
    return world.chance(diskFaults) ? 'fail' : 'commit';
  }

  function start() {
    const tables = storage.connect(nextFate);
    const store = createReplicaStore({ nowMs: world.nowMs, tables });
    const deps = {
      ...world,
      store,
      identity: { device, actor, boot: bytesToHex(world.randomBytes(8)) },
      sha256Hex: async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
      sign: async () => new Uint8Array(64),
      renewSession: async () => ({ type: 'refused', code: 'signIn' }) as const,
      report: (what: string, cause: unknown) => {
        if (diskFaults === 0) throw new Error(what, { cause });
      },
      transport: network.transportFor(device, actor),
    };
    const replicator: Replicator = startReplicator(deps);
    const projector = startProjector(deps);
    const logs = new Map<DocumentId, DocumentLog>();
    return { tables, store, deps, replicator, projector, logs };
  }

  return {
    device,
    actor,
    store: () => program.store,
    deps: () => program.deps,
    disk: storage.connect(),
    wake: () => program.replicator.wake(true),
    keep: async (text) => {
      const kept = await keepImprovement(program.deps, text);
      return kept.ok ? kept.value.id : undefined;
    },
    beginMeasure: async (name) => {
      const kept = await keepMeasure(program.deps, { name }, []);
      return kept.ok ? kept.value : undefined;
    },
    open: async (id) => {
      const { logs, deps } = program;
      const log = logs.get(id) ?? (await openDocumentLog(deps, id));
      if (log !== undefined) logs.set(id, log);
      return log;
    },
    close: async (id) => {
      const log = program.logs.get(id);
      program.logs.delete(id);
      await log?.close();
    },
    decide: async (log, command) => {
      const who = { roles: simulatedRoles, editing: 'everyone' } as const;
      const isMe = (someone: Someone) => someone === actor;
      const desk = openDecisionDesk(
        { ...program.deps, who: () => who, asker: () => ({ isMe }) },
        log,
      );
      const decided = await desk.decide(command);
      desk.stop();
      return decided.ok ? desk.pendingDecisions.get().at(-1)?.uid : undefined;
    },
    crash: () => {
      program.tables.cut();
      program.replicator.stop();
      program.projector.stop();
      program = start();
    },
    setDiskFaults: (probability) => {
      diskFaults = probability;
    },
  };
}
