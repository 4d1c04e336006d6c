/** The library of measures as this device has it, and the way into each of them. */
import { isMeasureId } from '../../shared/domain/document-kinds.ts';
import type { ActorId } from '../../shared/domain/ids.ts';
import type { Someone } from '../../shared/domain/improvement.ts';
import type { MeasureRow } from '../../shared/domain/measure.ts';
import { relationToMeasure } from '../../shared/process/measure-relation.ts';
import { may, type Who } from '../../shared/process/permissions.ts';
import type { ReportDep } from '../local/deps.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import { createWritable } from '../readable.ts';
import type { MeasureService } from '../services/measures.ts';
import { type KeepDeps } from './keep-improvement.ts';
import { keepMeasure } from './keep-measure.ts';
import { openMeasure, type OpenMeasureDeps } from './open-measure.ts';

export type MeasureDeskDeps = KeepDeps &
  ReportDep & {
    readonly store: ReplicaStore;
    /** Whoever uses this device; undefined = has not joined and works alone. */
    readonly who: () => Who | undefined;
    readonly whoIs: (actor: ActorId) => Someone;
    readonly openDeps: () => Promise<Omit<OpenMeasureDeps, 'isAllowed'>>;
  };

export async function createMeasureDesk(deps: MeasureDeskDeps): Promise<MeasureService> {
  const { store, identity } = deps;
  const rows = createWritable<readonly MeasureRow[]>(await store.readMeasures());
  const isMe = (someone: Someone) => deps.whoIs(someone as ActorId) === deps.whoIs(identity.actor);
  let reading: Promise<void> = Promise.resolve();

  async function read(): Promise<void> {
    try {
      rows.set(await store.readMeasures());
    } catch (cause) {
      deps.report('reading measures', cause);
    }
  }

  store.changes.subscribe((change) => {
    if (change.type === 'people') return;
    if (change.type === 'documents' && !change.docIds.some(isMeasureId)) return;
    reading = reading.then(read);
  });

  const isAllowed: MeasureService['isAllowed'] = (verb, measure) => {
    const who = deps.who();
    if (who === undefined) return true;
    const { createdBy = identity.actor, takenBy = '' } = measure ?? {};
    const standing = { createdBy, takenBy: takenBy as Someone | '' };
    return may(who, verb, relationToMeasure(standing, isMe));
  };

  return {
    rows,
    isAllowed,
    begin: (values, scale = []) => keepMeasure(deps, values, scale),
    open: async (id) => openMeasure({ ...(await deps.openDeps()), isAllowed }, id),
  };
}
