/** Projects records anew when their row does not show everything, and folds long tails; in slices between frames. */
import * as Y from 'yjs';
import type { ClockDep } from '../../shared/deps.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import { projectDocument } from '../../shared/document/project-document.ts';
import { compactDocument } from '../local/compact-document.ts';
import { hasMissingEdits } from '../local/missing-edits.ts';
import type { ReportDep, TimersDep } from '../local/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { StorageFailure } from '../services.ts';

/** Documents a slice: about 2 ms each on a slow phone, so a slice stays far below 100 ms. */
const sliceDocuments = 10;
/** The pause between slices, in which the page draws and answers. */
const pauseMs = 16;
/** After the storage has failed. */
const retryMs = 5_000;

export type ProjectorDeps = ClockDep & TimersDep & ReportDep & { readonly store: ReplicaStore };

export type Projector = { readonly wake: () => void; readonly stop: () => void };

export function startProjector(deps: ProjectorDeps): Projector {
  const { store } = deps;
  let isBusy = false;
  let isWoken = false;
  let isStopped = false;
  let cancelPause: (() => void) | undefined;

  function wake(): void {
    isWoken = true;
    if (isBusy || isStopped) return;
    isBusy = true;
    void slice();
  }

  async function slice(): Promise<void> {
    isWoken = false;
    const pause = (await pauseAfterSlice()) ?? (isWoken ? pauseMs : undefined);
    isBusy = pause !== undefined && !isStopped;
    if (isBusy) cancelPause = deps.setTimer(pause ?? pauseMs, () => void slice());
  }

  /** undefined: there is nothing more to do. */
  async function pauseAfterSlice(): Promise<number | undefined> {
    try {
      const outcome = await doChores(deps);
      if (outcome === 'done') return undefined;
      return outcome === 'more' ? pauseMs : retryMs;
    } catch (cause) {
      deps.report('projecting', cause);
      return retryMs;
    }
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

async function doChores({ store, nowMs }: ProjectorDeps): Promise<'done' | 'more' | 'failed'> {
  const stale = await store.readChores('project', sliceDocuments);
  for (const id of stale) {
    const projected = await projectOne(store, id, nowMs());
    if (!projected.ok) return 'failed';
  }
  const long = await store.readChores('compact', sliceDocuments - stale.length);
  for (const id of long) {
    const compacted = await compactDocument(store, id);
    if (!compacted.ok) return 'failed';
  }
  return stale.length + long.length > 0 ? 'more' : 'done';
}

async function projectOne(
  store: ReplicaStore,
  id: DocumentId,
  nowMs: number,
): Promise<Result<void, StorageFailure>> {
  const read = await store.readDocument(id);
  if (read === undefined) return ok(undefined);
  const doc = new Y.Doc({ guid: '' });
  for (const update of read.updates) Y.applyUpdate(doc, update);
  const row = projectDocument({ kind: read.kind, id }, doc, read.facts, nowMs);
  const isMissingEdits = hasMissingEdits(doc);
  doc.destroy();
  if (isMissingEdits) await store.addChore(id, 'fetch');
  return store.putProjection(read, row);
}
