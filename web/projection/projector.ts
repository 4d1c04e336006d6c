/** Projects records anew when their row does not show everything, and folds long tails; in slices between frames. */
import * as Y from 'yjs';
import type { ClockDep } from '../../shared/deps.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { project } from '../../shared/document/project.ts';
import { compactDocument } from '../local/compact-document.ts';
import { hasMissingEdits } from '../local/document-log.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';

/** Documents a slice: about 2 ms each on a slow phone, so a slice stays far below 100 ms. */
const sliceDocuments = 10;
/** The pause between slices, in which the page draws and answers. */
const pauseMs = 16;

export type ProjectorDeps = ClockDep & TimersDep & ReportDep & { readonly store: ReplicaStore };

export type Projector = { readonly wake: () => void; readonly stop: () => void };

export function startProjector(deps: ProjectorDeps): Projector {
  const { store } = deps;
  let isBusy = false;
  let isStopped = false;
  let cancelPause: (() => void) | undefined;

  function wake(): void {
    if (isBusy || isStopped) return;
    isBusy = true;
    void slice();
  }

  async function slice(): Promise<void> {
    let hasMore = false;
    try {
      hasMore = await doChores(deps);
    } catch (cause) {
      deps.report('projecting', cause);
    }
    isBusy = hasMore && !isStopped;
    if (isBusy) cancelPause = deps.setTimer(pauseMs, () => void slice());
  }

  const stopListening = store.changes.subscribe((change) => {
    if (change.type !== 'people') wake();
  });
  wake();
  return {
    wake,
    stop: () => {
      isStopped = true;
      stopListening();
      cancelPause?.();
    },
  };
}

/** True when there may be more. */
async function doChores({ store, nowMs }: ProjectorDeps): Promise<boolean> {
  const stale = await store.readChores('project', sliceDocuments);
  for (const id of stale) {
    const isDone = await projectOne(store, id, nowMs());
    if (!isDone) return false;
  }
  const long = await store.readChores('compact', sliceDocuments - stale.length);
  for (const id of long) {
    const compacted = await compactDocument(store, id);
    if (!compacted.ok) return false;
  }
  return stale.length + long.length > 0;
}

async function projectOne(store: ReplicaStore, id: DocumentId, nowMs: number): Promise<boolean> {
  const read = await store.readDocument(id);
  if (read === undefined) return true;
  const doc = new Y.Doc({ guid: '' });
  for (const update of read.updates) Y.applyUpdate(doc, update);
  const row = project(id, doc, read.facts, nowMs);
  const isMissingEdits = hasMissingEdits(doc);
  doc.destroy();
  if (isMissingEdits) await store.addChore(id, 'fetch');
  return (await store.putProjection(read, row)).ok;
}
