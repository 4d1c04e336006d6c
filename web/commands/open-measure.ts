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

/** What one update may come to, as far as it can be told before: far below what it may weigh (256 KiB). */
const changeBytes = 128 * 1024;
/** An entry without its note, and what a letter of it takes at most. */
const entryBytes = 256;
const letterBytes = 3;

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

  let writing: Promise<void> = Promise.resolve();

  /** The page draws and answers between one update and the next. */
  function write(entries: readonly ReadingEntry[]): Promise<void> {
    const [first = [], ...rest] = updatesOf(entries);
    if (first.length > 0) open.change({ type: 'writeReadings', entries: first });
    writing = writing.then(() => writeSlowly(rest));
    return writing;
  }

  async function writeSlowly(updates: readonly (readonly ReadingEntry[])[]): Promise<void> {
    for (const entries of updates) {
      await new Promise<void>((resolve) => deps.setTimer(0, resolve));
      open.change({ type: 'writeReadings', entries });
    }
  }

  return {
    ...open,
    addReadings: async (readings) => {
      const entries = readings.map((reading) => ({ ...reading, id: newId() }));
      await write(entries);
      return entries.map((entry) => entry.id);
    },
    correctReading: (replaces, reading: NewReading) =>
      void write([{ ...reading, id: newId(), replaces }]),
    removeReadings: (ids) => {
      const standing = readStandingReadings(log.doc.get(), new Set(ids));
      const entries = ids.flatMap((replaces): readonly ReadingEntry[] => {
        const reading = standing.get(replaces);
        if (reading === undefined || reading.removed === true) return [];
        const { at, value } = reading;
        return [{ id: newId(), replaces, at, value, note: '', removed: true }];
      });
      return write(entries);
    },
    close: async () => {
      await writing;
      await open.close();
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

/** As few as hold them all. */
function updatesOf(entries: readonly ReadingEntry[]): readonly (readonly ReadingEntry[])[] {
  const updates: ReadingEntry[][] = [];
  let bytes = changeBytes;
  for (const entry of entries) {
    const size = entryBytes + letterBytes * entry.note.length;
    if (bytes + size > changeBytes) {
      updates.push([]);
      bytes = 0;
    }
    updates.at(-1)?.push(entry);
    bytes += size;
  }
  return updates;
}
