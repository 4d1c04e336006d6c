/** A measure as one device holds it: real edits, one update each. */
import {
  type MeasureChange,
  writeMeasureChange,
  writeNewMeasure,
} from '../../shared/document/measure-document.ts';
import type { ReadingEntry } from '../../shared/document/read-readings.ts';
import type { Author } from '../../shared/document/registers.ts';
import { createDocumentId } from '../../shared/domain/document-kinds.ts';
import { createUuidV7, type DocumentId } from '../../shared/domain/ids.ts';
import type { MeasureValues } from '../../shared/domain/measure.ts';
import { openRecordOn } from './record-on-device.ts';
import { systemDeps } from './sync-core.ts';

type Owner = Pick<Author, 'device' | 'actor'>;

/** A new measure and its first update. */
export function beginMeasureOn(owner: Owner, values: Partial<MeasureValues> = {}) {
  const measure = openMeasureOn(owner, createDocumentId('measure', systemDeps));
  const author = { ...systemDeps, ...owner };
  const all = { name: 'Waiting time', unit: 'min', ...values };
  return { ...measure, first: measure.edit((doc) => writeNewMeasure(doc, all, author)) };
}

export function openMeasureOn(
  owner: Owner,
  docId: DocumentId,
  updates: readonly Uint8Array[] = [],
) {
  const { doc, edit } = openRecordOn(owner, docId, updates);
  const author = { ...systemDeps, device: owner.device, actor: owner.actor };
  const change = (asked: MeasureChange) => edit(() => writeMeasureChange(doc, asked, author));
  const write = (entry: Omit<ReadingEntry, 'id'>) => {
    const id = createUuidV7<string>(systemDeps);
    return { id, bytes: change({ type: 'writeReadings', entries: [{ ...entry, id }] }) };
  };
  return {
    docId,
    doc,
    edit,
    change,
    write,
    rename: (value: string) => change({ type: 'setField', field: 'name', value }),
    take: (at: string, value: number | string) => write({ at, value, note: '' }).bytes,
  };
}
