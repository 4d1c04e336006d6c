/** What must hold at every step of a simulation, and what must hold once everything has healed. */
import * as Y from 'yjs';
import { expect } from 'vitest';
import { projectDocument } from '../../shared/document/project-document.ts';
import type { ImprovementFacts } from '../../shared/document/projection.ts';
import { readSet, readSupporters } from '../../shared/document/read-document.ts';
import { roots, textOf } from '../../shared/document/schema.ts';
import { isMeasureId } from '../../shared/domain/document-kinds.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { textFields } from '../../shared/domain/record-fields.ts';
import type { Chore, OutboxRow, Tables } from '../../web/local/tables.ts';
import type { Erased, Trace } from './promises.ts';
import type { SimulatedReplica } from './simulated-replica.ts';
import type { SimulatedServer } from './simulated-server.ts';

export type ConvergenceCheck = {
  /** Unsent ⊆ outbox ∪ drafts: whatever was ever stored as unsent is there, or confirmed. */
  readonly nothingUnsentIsLost: () => Promise<void>;
  /** In no byte of the document, on the server and on every device. */
  readonly nothingErasedIsLeft: () => Promise<void>;
  /** Nothing waits anywhere, and every replica has read everything. */
  readonly isQuiet: () => Promise<boolean>;
  readonly describe: () => Promise<string>;
  readonly allAreEqual: () => Promise<void>;
  /** With hostile edits, what was built on a refused one may be in the drafts instead. */
  readonly allPromisesAreKept: (traces: readonly Trace[], mayBeDrafted: boolean) => Promise<void>;
};

const chores: readonly Chore[] = ['project', 'compact', 'rebuild', 'fetch'];

export function createConvergenceCheck(
  server: SimulatedServer,
  replicas: readonly SimulatedReplica[],
  /** Grows while the schedule runs. */
  erased: readonly Erased[],
): ConvergenceCheck {
  const isRewritten = (docId: DocumentId) => erased.some((one) => one.docId === docId);
  const everUnsent = new Map(
    replicas.map((replica) => [replica, new Map<string, Pick<OutboxRow, 'docId' | 'uid'>>()]),
  );

  async function serverDocs(): Promise<ReadonlyMap<DocumentId, ServerDoc>> {
    const ids = new Set<DocumentId>();
    for (const replica of replicas) {
      for (const id of await documentIds(replica)) ids.add(id);
    }
    const items = await server.wholeDocuments([...ids]);
    return new Map(
      items.map((item) => [
        item.docId as DocumentId,
        { doc: docOf(item.updates), facts: item.facts },
      ]),
    );
  }

  return {
    nothingUnsentIsLost: async () => {
      for (const replica of replicas) {
        const { outbox, acked, drafts } = await readAll(replica);
        const kept = new Set([...outbox, ...acked, ...drafts].map(nameOf));
        const ever = everUnsent.get(replica);
        for (const [name, { docId, uid }] of ever ?? []) {
          if (kept.has(name)) continue;
          // What was confirmed of a document is forgotten with it when it is written anew.
          if (isRewritten(docId) && (await server.hasCommitted(docId, uid))) continue;
          throw new Error(`${name} is neither unsent nor confirmed nor drafted`);
        }
        for (const row of outbox) ever?.set(nameOf(row), row);
      }
    },

    nothingErasedIsLeft: async () => {
      for (const { docId, mark } of erased) {
        const [item] = await server.wholeDocuments([docId]);
        const everywhere = [
          item?.updates ?? [],
          ...(await Promise.all(
            replicas.map(async (replica) => (await replica.store().readDocument(docId))?.updates),
          )),
        ];
        for (const updates of everywhere) {
          if (updates?.some((bytes) => Buffer.from(bytes).includes(mark)) === true) {
            throw new Error(`${mark} was erased from ${docId}, and is still there`);
          }
        }
      }
    },

    isQuiet: async () => {
      for (const replica of replicas) {
        const store = replica.store();
        if ((await store.readUnsent()).edits > 0) return false;
        if (await server.hasNewsAfter(await store.readSyncPoint())) return false;
        for (const chore of chores) {
          if ((await store.readChores(chore, 1)).length > 0) return false;
        }
      }
      return true;
    },

    describe: async () => {
      const states = await Promise.all(
        replicas.map(async (replica) => {
          const store = replica.store();
          const waiting = await Promise.all(chores.map((chore) => store.readChores(chore, 9)));
          return { ...(await store.readUnsent()), ...(await store.readSyncPoint()), waiting };
        }),
      );
      return JSON.stringify(states);
    },

    allAreEqual: async () => {
      const expected = await serverDocs();
      const contents = new Map([...expected].map(([id, { doc }]) => [id, contentOf(doc)]));
      for (const replica of replicas) {
        expect((await documentIds(replica)).toSorted()).toEqual([...expected.keys()].sort());
        for (const [id, { doc, facts: known }] of expected) {
          const stored = await replica.store().readDocument(id);
          expectSame(contentOf(docOf(stored?.updates ?? [])), contents.get(id));
          const shown = await rowOf(replica, id);
          const facts = stored?.facts ?? { ref: '' };
          expectSame(facts, known);
          const kind = stored?.kind ?? 'other';
          const at = shown?.updatedAt ?? 0;
          expectSame(shown, projectDocument({ kind, id }, doc, facts, at));
        }
        for (const row of (await readAll(replica)).acked) {
          const there = expected.get(row.docId);
          if (there === undefined || !hasAlready(there, row)) {
            throw new Error(`${nameOf(row)} was confirmed, but is not on the server`);
          }
        }
      }
    },

    allPromisesAreKept: async (traces, mayBeDrafted) => {
      const docs = await serverDocs();
      const drafted: Buffer[] = [];
      const unexplained: DocumentId[] = [];
      const refusedCommands = new Set<string>();
      for (const replica of replicas) {
        for (const { body, uid, docId } of (await readAll(replica)).drafts) {
          if (body.type === 'command') refusedCommands.add(uid);
          if (body.type === 'update') {
            drafted.push(Buffer.from(body.bytes));
            if (!isRewritten(docId)) unexplained.push(docId);
          }
        }
      }
      const isDrafted = (mark: string) => drafted.some((bytes) => bytes.includes(mark));
      for (const trace of traces) {
        const there = docs.get(trace.docId);
        if (there !== undefined && isIn(there, trace)) continue;
        if (trace.kind === 'decision' && refusedCommands.has(trace.mark)) continue;
        if (erased.some(({ docId, mark }) => docId === trace.docId && mark === trace.mark))
          continue;
        if ((mayBeDrafted || isRewritten(trace.docId)) && isDrafted(trace.mark)) continue;
        throw new Error(`${trace.kind} ${trace.mark} of ${trace.docId} is lost`);
      }
      if (!mayBeDrafted) expect(unexplained).toEqual([]);
    },
  };
}

const readAll = (replica: SimulatedReplica) =>
  replica.disk.transact('read', ['outbox', 'acked', 'drafts'], async (tables: Tables) => ({
    outbox: await tables.outbox.range({}),
    acked: await tables.acked.range({}),
    drafts: await tables.drafts.range({}),
  }));

const documentIds = (replica: SimulatedReplica): Promise<readonly DocumentId[]> =>
  replica.disk.transact(
    'read',
    ['docs'],
    async (tables: Tables) => (await tables.docs.keys({})) as readonly DocumentId[],
  );

async function rowOf(replica: SimulatedReplica, id: DocumentId) {
  const store = replica.store();
  if (isMeasureId(id)) return (await store.readMeasures()).find((row) => row.id === id);
  const [row] = await store.readRecords([id]);
  if (row === undefined) return undefined;
  const { changeN: _changeN, ...shown } = row;
  return shown;
}

const nameOf = (row: Pick<OutboxRow, 'docId' | 'uid'>): string => `${row.docId}/${row.uid}`;

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc({ guid: '' });
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/** Compared as text first: an equality with its report is made for the failing case, and slow. */
function expectSame(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual).toEqual(expected);
}

/** Everything a person could see, whatever the bytes look like. */
function contentOf(doc: Y.Doc): unknown {
  return {
    texts: textFields.map((field) => textOf(doc, field).toString()),
    maps: ['f', 'r', 'votes', 'tags', 'affectedItems', 'tasks', 'readings'].map((root) =>
      Object.entries(doc.getMap(root).toJSON()).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    stateVector: [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort((a, b) => a[0] - b[0]),
    pending: [doc.store.pendingStructs, doc.store.pendingDs],
  };
}

/** What the server has of a document. */
type ServerDoc = { readonly doc: Y.Doc; readonly facts: ImprovementFacts };

function hasAlready({ doc, facts }: ServerDoc, row: OutboxRow): boolean {
  if (row.body.type === 'command') return facts.list?.some(({ uid }) => uid === row.uid) ?? false;
  let isNew = false;
  const notice = () => {
    isNew = true;
  };
  doc.on('update', notice);
  Y.applyUpdate(doc, row.body.bytes);
  doc.off('update', notice);
  return !isNew && doc.store.pendingStructs === null;
}

function isIn({ doc, facts }: ServerDoc, { kind, mark }: Trace): boolean {
  switch (kind) {
    case 'text':
      return textFields.some((field) => textOf(doc, field).toString().includes(mark));
    case 'decision':
      return facts.list?.some(({ uid }) => uid === mark) ?? false;
    case 'tag':
      return readSet(doc, 'tags').includes(mark);
    case 'reading':
      return doc.getMap(roots.readings).has(mark);
    case 'vote':
      return readSupporters(doc).some((supporter) => supporter === mark);
  }
}
