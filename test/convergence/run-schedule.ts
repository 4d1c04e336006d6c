/** One simulated story: four devices write, lose the network, crash; the server restarts and is restored; then all heals. */
import { readMeasure, writeMeasureChange } from '../../shared/document/measure-document.ts';
import { writeChange } from '../../shared/document/write-change.ts';
import { textOf } from '../../shared/document/schema.ts';
import { createUuidV7, type DocumentId } from '../../shared/domain/ids.ts';
import { limits } from '../../shared/domain/improvement.ts';
import type { CommandRequest } from '../../shared/process/commands.ts';
import type { DocumentLog } from '../../web/local/document-log.ts';
import { pick } from '../../shared/demo/seeded-random.ts';
import { createConvergenceCheck } from './check-convergence.ts';
import { createPromises, type Erased, type Notebook } from './promises.ts';
import { createSimulatedNetwork, fairWeather } from './simulated-network.ts';
import { createSimulatedReplica, type SimulatedReplica } from './simulated-replica.ts';
import { createSimulatedServer } from './simulated-server.ts';
import { createWorld } from './simulated-world.ts';

export const replicaCount = 4;
export const operationsPerReplica = 120;
/** Operations that follow each other without a pause, as when someone works on a record. */
const burstOperations = 15;
/** Healed, everything must be everywhere within this much simulated time. */
const healingMs = 600_000;

const rough = { loss: 0.1, silence: 0.03, doubling: 0.1, slowestMs: 2_000, stragglers: 0.15 };

const decisions = [
  { type: 'approve' },
  { type: 'decline', reason: 'Too dear.' },
  { type: 'reopen', reason: 'New facts.' },
  { type: 'hold', reason: 'No people.', reviewOn: '2027-03-01' },
  { type: 'resume' },
  { type: 'escalate', reason: 'Contested.' },
  { type: 'ruleEscalation', ruling: 'approved', reason: 'It pays.' },
] as const satisfies readonly CommandRequest[];

/** Throws when something is lost or differs. */
export async function runSchedule(seed: number): Promise<void> {
  const world = createWorld(seed);
  const server = createSimulatedServer(world);
  const network = createSimulatedNetwork(world, server);
  const replicas = Array.from({ length: replicaCount }, () =>
    createSimulatedReplica(world, network),
  );
  const promises = createPromises();
  const notebooks = new Map<DocumentLog, Notebook>();
  const hasHostileEdits = world.chance(0.25);
  const restoresAt = world.chance(0.3) ? 10 + world.below(20) : -1;
  /** Not drawn: the other schedules stay as they are. */
  const hasErasures = seed % 5 === 0;
  const erased: Erased[] = [];
  const check = createConvergenceCheck(server, replicas, erased);
  let marks = 0;

  // A lost poke is harmless, so some are lost; those of commits that follow each other are one.
  const poked = new Set<SimulatedReplica>();
  server.onCommitted(() => {
    for (const replica of replicas) {
      if (!network.isOnline(replica.device) || poked.has(replica) || world.chance(0.4)) continue;
      poked.add(replica);
      world.setTimer(20 + world.below(400), () => {
        poked.delete(replica);
        replica.wake();
      });
    }
  });

  function notebookOf(log: DocumentLog): Notebook {
    const known = notebooks.get(log);
    if (known !== undefined) return known;
    const notebook = promises.openNotebook();
    notebooks.set(log, notebook);
    log.saving.subscribe(() => {
      if (log.saving.get() === 'saved') notebook.promiseNoted();
    });
    return notebook;
  }

  async function burst(replica: SimulatedReplica): Promise<void> {
    if (world.chance(0.2)) await measure(replica);
    const rows = await replica.store().readNewest(0, 20);
    if (rows.length === 0 || (rows.length < 12 && world.chance(0.25))) {
      for (let i = 0; i < 3; i++) await keep(replica);
    }
    const row = rows[world.below(rows.length)];
    const log = row === undefined ? undefined : await replica.open(row.id);
    if (row === undefined || log === undefined) return;
    for (let i = 0; i < burstOperations; i++) write(replica, row.id, log);
    if (world.chance(0.5)) await decide(replica, row.id, log);
    if (world.chance(0.5)) void replica.close(row.id);
  }

  /** Takes readings, and corrects one that may be another device's. */
  async function measure(replica: SimulatedReplica): Promise<void> {
    const measures = await replica.store().readMeasures();
    if (measures.length < 2 && world.chance(0.5)) await replica.beginMeasure(nextMark());
    const row = measures[world.below(measures.length)];
    const log = row === undefined ? undefined : await replica.open(row.id);
    if (row === undefined || log === undefined) return;
    const author = { nowMs: world.nowMs, device: replica.device, actor: replica.actor };
    const { note } = notebookOf(log);
    for (let i = 0; i < 3; i++) {
      const doc = log.doc.get();
      const mark = nextMark();
      const [some] = readMeasure(doc).readings;
      const isCorrection = some !== undefined && world.chance(0.3);
      const reading = { at: '2027-03-01', value: world.below(100), note: mark };
      const id = createUuidV7<string>(world);
      // A correction may be corrected again by another device: only what begins a reading is promised to stand.
      if (!isCorrection) note({ docId: row.id, kind: 'reading', mark: id });
      const entry = { ...reading, id, ...(isCorrection && { replaces: some.id }) };
      writeMeasureChange(doc, { type: 'writeReadings', entries: [entry] }, author);
    }
    if (world.chance(0.5)) void replica.close(row.id);
  }

  /** Kept as a promise: it becomes a fact, or a draft that says why not. */
  async function decide(replica: SimulatedReplica, docId: DocumentId, log: DocumentLog) {
    const mark = await replica.decide(log, pick<CommandRequest>(world.random, decisions));
    if (mark === undefined) return;
    const notebook = promises.openNotebook();
    notebook.note({ docId, kind: 'decision', mark });
    notebook.promiseNoted();
  }

  async function keep(replica: SimulatedReplica): Promise<void> {
    const mark = nextMark();
    const notebook = promises.openNotebook();
    const docId = await replica.keep(mark);
    if (docId === undefined) return;
    notebook.note({ docId, kind: 'text', mark });
    notebook.promiseNoted();
  }

  function write(replica: SimulatedReplica, docId: DocumentId, log: DocumentLog): void {
    const doc = log.doc.get();
    const { note } = notebookOf(log);
    const author = { nowMs: world.nowMs, device: replica.device, actor: replica.actor };
    const kind = pick(world.random, [
      'text',
      'text',
      'text',
      'tag',
      'vote',
      'field',
      'task',
    ] as const);
    const mark = nextMark();
    if (kind === 'text') {
      const text = textOf(doc, pick(world.random, ['description', 'valueForConsumer'] as const));
      const at = boundaryIn(text.toString(), world.random());
      note({ docId, kind, mark });
      doc.transact(() => text.insert(at, mark), log.editorOrigin);
    } else if (kind === 'tag') {
      note({ docId, kind, mark });
      writeChange(doc, { type: 'setEntry', field: 'tags', entry: mark, on: true }, author);
    } else if (kind === 'vote') {
      note({ docId, kind, mark: replica.actor });
      writeChange(doc, { type: 'support', on: true }, author);
    } else if (kind === 'task') {
      // A few entries, so that several replicas write into one.
      const item = `018f0000-0000-7000-a000-00000000000${world.below(4)}`;
      const change = world.chance(0.5) ? { title: mark } : { estimate: world.below(100) };
      writeChange(doc, { type: 'setItem', collection: 'tasks', item, change }, author);
    } else {
      const isHostile = hasHostileEdits && world.chance(0.15);
      const value = isHostile ? 'x'.repeat(limits.titleLength + 1) : mark;
      writeChange(doc, { type: 'setField', field: 'title', value }, author);
    }
  }

  const nextMark = () => `<${seed}-${++marks}>`;

  async function disturb(step: number): Promise<void> {
    const replica = replicas[world.below(replicas.length)];
    if (replica === undefined) return;
    if (step === restoresAt - 8) await server.backUp();
    if (step === restoresAt) restoreSoon();
    if (world.chance(0.2)) network.setOnline(replica.device, world.chance(0.5));
    if (world.chance(0.1)) network.setWeather(world.chance(0.5) ? rough : fairWeather);
    if (world.chance(0.1)) replica.setDiskFaults(world.chance(0.5) ? 0.2 : 0);
    if (world.chance(0.05)) replica.crash();
    if (world.chance(0.05)) server.restart();
    if (hasErasures && world.chance(0.25)) await erase();
  }

  /** Something that a device has promised to keep, wherever it is by now. */
  async function erase(): Promise<void> {
    const marked = promises.promised().filter(({ kind }) => kind === 'text' || kind === 'tag');
    const trace = marked[world.below(Math.max(1, marked.length))];
    if (trace === undefined) return;
    if (await server.erase(trace.docId, trace.mark)) erased.push(trace);
  }

  /** At any moment of a bad network, so that answers of the old server arrive when the new one is known. */
  function restoreSoon(): void {
    network.setWeather(rough);
    for (const replica of replicas) replica.wake();
    world.setTimer(world.below(2_000), server.restore);
  }

  async function heal(): Promise<void> {
    network.setWeather(fairWeather);
    for (const replica of replicas) {
      replica.setDiskFaults(0);
      network.setOnline(replica.device, true);
      replica.wake();
    }
    for (let passedMs = 0; passedMs < healingMs; passedMs += 5_000) {
      await world.pass(5_000);
      if (await check.isQuiet()) return;
      for (const replica of replicas) replica.wake();
    }
    throw new Error(`not quiet after ${healingMs} ms: ${await check.describe()}`);
  }

  const steps = (replicaCount * operationsPerReplica) / burstOperations;
  for (let step = 0; step < steps; step++) {
    const replica = replicas[step % replicaCount];
    if (replica !== undefined) await burst(replica);
    await disturb(step);
    await world.pass(100 + world.below(4_000));
    await check.nothingUnsentIsLost();
  }
  await heal();
  await check.nothingUnsentIsLost();
  await check.allAreEqual();
  await check.nothingErasedIsLeft();
  await check.allPromisesAreKept(promises.promised(), hasHostileEdits);
  await server.close();
}

/** An offset between two marks, so that no mark is torn apart. */
function boundaryIn(text: string, where: number): number {
  const boundaries = [0];
  for (let at = text.indexOf('>'); at >= 0; at = text.indexOf('>', at + 1)) boundaries.push(at + 1);
  return boundaries[Math.floor(where * boundaries.length)] ?? 0;
}
