/** A measure, open: what is changed in it and each of its readings takes the way of every edit. */
import { orderBetween } from '../../shared/document/collections.ts';
import { type MeasureChange, readMeasure } from '../../shared/document/measure-document.ts';
import { type ReadingEntry, readStandingReadings } from '../../shared/document/read-readings.ts';
import { readCreation } from '../../shared/document/read-document.ts';
import { createUuidV7, type DocumentId } from '../../shared/domain/ids.ts';
import type { MeasureRow, NewReading } from '../../shared/domain/measure.ts';
import { openDocumentLog } from '../local/document-log.ts';
import type { Readable } from '../readable.ts';
import type { MeasureState, MeasureVerb, OpenMeasure } from '../services/measures.ts';
import { type OpenDocumentDeps, presentDocument } from './open-document.ts';
import { createMeasureChanges } from './measure-changes.ts';

export type OpenMeasureDeps = OpenDocumentDeps & {
  readonly isAllowed: (
    verb: MeasureVerb,
    measure: Pick<MeasureRow, 'createdBy' | 'takenBy'>,
  ) => boolean;
  /** Tells when that may have become otherwise. */
  readonly people: Readable<unknown>;
};

/** Written as one update: far below what an update may weigh, also with the longest notes. */
const entriesOfOneChange = 100;

/** undefined: it is not on this device. */
export async function openMeasure(
  deps: OpenMeasureDeps,
  id: DocumentId,
): Promise<OpenMeasure | undefined> {
  const log = await openDocumentLog(deps, id);
  if (log === undefined) return undefined;
  const { actor, device } = deps.identity;
  const newId = () => createUuidV7<string>(deps);
  const open = presentDocument<never, MeasureState, MeasureChange>(deps, log, {
    author: { nowMs: deps.nowMs, actor, device },
    changes: createMeasureChanges(newId),
    readState: (doc) => {
      const measure = readMeasure(doc);
      const standing = {
        createdBy: readCreation(doc).by,
        takenBy: measure.values.takenBy as MeasureRow['createdBy'],
      };
      return { ...measure, isAllowed: (verb) => deps.isAllowed(verb, standing) };
    },
    follows: [deps.people],
  });

  function write(entries: readonly ReadingEntry[]): void {
    for (let at = 0; at < entries.length; at += entriesOfOneChange) {
      const some = entries.slice(at, at + entriesOfOneChange);
      open.change({ type: 'writeReadings', entries: some });
    }
  }

  return {
    ...open,
    addReadings: (readings) => {
      const entries = readings.map((reading) => ({ ...reading, id: newId() }));
      write(entries);
      return entries.map((entry) => entry.id);
    },
    correctReading: (replaces, reading: NewReading) =>
      write([{ ...reading, id: newId(), replaces }]),
    removeReadings: (ids) => {
      const standing = readStandingReadings(log.doc.get());
      const entries = ids.flatMap((replaces): readonly ReadingEntry[] => {
        const reading = standing.get(replaces);
        if (reading === undefined || reading.removed === true) return [];
        const { at, value } = reading;
        return [{ id: newId(), replaces, at, value, note: '', removed: true }];
      });
      write(entries);
    },
    addItem: (collection, values) => {
      const item = newId();
      const last = open.state.get().items[collection].at(-1)?.order ?? '';
      const order = orderBetween(last, '');
      open.change({ type: 'setItem', collection, item, change: { ...values, order } });
      return item;
    },
  };
}
