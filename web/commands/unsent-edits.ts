/** What this device's unsent edits of a document say: read off the record, at the places that they wrote. */
import * as Y from 'yjs';
import type { DeviceId, DocumentId } from '../../shared/domain/ids.ts';
import { setFields, textFields } from '../../shared/domain/record-fields.ts';
import {
  isRegisterField,
  readField,
  readSet,
  readSupporters,
} from '../../shared/document/read-document.ts';
import { type CollectionName, collectionNames } from '../../shared/domain/collections.ts';
import { parseItemPath, readAllItems, titleOfItem } from '../../shared/document/collections.ts';
import { isMeasureField, readMeasure } from '../../shared/document/measure-document.ts';
import { isStoredReading } from '../../shared/document/read-readings.ts';
import { parseScoreKey, readScores } from '../../shared/document/scores.ts';
import { parseRegisterKey, readRegister } from '../../shared/document/registers.ts';
import { roots, setRoot, textRoot } from '../../shared/document/schema.ts';
import { isWorkspaceField, readWorkspaceField } from '../../shared/document/workspace-document.ts';
import { workspaceTexts } from '../../shared/domain/workspace.ts';
import type { HistoryChange } from '../../shared/protocol/history.ts';
import type { Identity } from '../local/identity.ts';
import type { ReplicaStore } from '../local/replica-store.ts';
import type { UnsentEdit } from '../services/history.ts';

type UnsentDeps = {
  readonly store: Pick<ReplicaStore, 'readUnsentOf' | 'readDocument'>;
  readonly identity: Identity;
};

/** One for each place: what an edit wrote before another one is not to be seen any more. */
export async function readUnsentEdits(
  { store, identity }: UnsentDeps,
  id: DocumentId,
): Promise<readonly UnsentEdit[]> {
  const rows = await store.readUnsentOf(id);
  const stored = rows.length > 0 ? await store.readDocument(id) : undefined;
  if (stored === undefined) return [];
  const doc = new Y.Doc();
  for (const update of stored.updates) Y.applyUpdate(doc, update);
  const edits = new Map<string, UnsentEdit>();
  for (const { body, madeAt } of rows) {
    if (body.type !== 'update') continue;
    const changes = placesIn(doc, body.bytes).flatMap(
      (place) => changeAt(doc, place, identity) ?? [],
    );
    // As in the server's history, a first edit only says that the record began.
    const beginning = changes.find(({ type }) => type === 'created');
    for (const change of beginning === undefined ? changes : [beginning]) {
      const key = JSON.stringify(change);
      // Put behind those before: the latest comes last.
      edits.delete(key);
      edits.set(key, { change, madeAt });
    }
  }
  doc.destroy();
  return [...edits.values()].reverse();
}

type Place = { readonly root: string; readonly key: string | null };

function placesIn(doc: Y.Doc, update: Uint8Array): readonly Place[] {
  const { structs, ds } = Y.decodeUpdate(update);
  const written = structs.map(({ id, length }) => ({ client: id.client, clock: id.clock, length }));
  const deleted = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, length: len })),
  );
  const places = new Map<string, Place>();
  for (const range of [...written, ...deleted]) {
    for (const place of placesOf(doc, range)) places.set(JSON.stringify(place), place);
  }
  return [...places.values()];
}

type Range = { readonly client: number; readonly clock: number; readonly length: number };

function placesOf(doc: Y.Doc, { client, clock, length }: Range): readonly Place[] {
  const structs = doc.store.clients.get(client) ?? [];
  if (clock >= Y.getState(doc.store, client)) return [];
  const places: Place[] = [];
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at];
    if (struct === undefined || struct.id.clock >= clock + length) break;
    if (!(struct instanceof Y.Item)) continue;
    for (const [root, type] of doc.share) {
      if (type === struct.parent) places.push({ root, key: struct.parentSub });
    }
  }
  return places;
}

function changeAt(doc: Y.Doc, { root, key }: Place, own: Identity): HistoryChange | undefined {
  if (root === roots.scalars) return key === 'createdAt' ? { type: 'created' } : undefined;
  if (root === roots.comments) return { type: 'comment' };
  if (root === roots.votes) {
    return { type: 'support', on: readSupporters(doc).includes(own.actor) };
  }
  if (root === roots.registers) return fieldAt(doc, key ?? '', own.device);
  if (root === roots.scores) return scoreAt(doc, key ?? '');
  if (root === roots.readings) return readingAt(doc, key ?? '');
  const collection = collectionNames.find((name) => name === root);
  if (collection !== undefined) return itemAt(doc, collection, key ?? '', own.device);
  const set = setFields.find((field) => setRoot(field) === root);
  if (set !== undefined && key !== null) {
    return { type: 'entry', field: set, entry: key, on: readSet(doc, set).includes(key) };
  }
  const text = [...textFields, ...workspaceTexts].find((field) => textRoot(field) === root);
  return text && { type: 'text', field: text };
}

function scoreAt(doc: Y.Doc, key: string): HistoryChange | undefined {
  const place = parseScoreKey(key);
  if (place === undefined) return undefined;
  const { criterion, by } = place;
  const own = readScores(doc).find((score) => score.criterion === criterion && score.by === by);
  return { type: 'score', criterion, old: '', new: own?.value ?? '' };
}

function readingAt(doc: Y.Doc, key: string): HistoryChange | undefined {
  const stored = doc.getMap(roots.readings).get(key);
  if (!isStoredReading(stored)) return undefined;
  const { at, value: written, removed } = stored;
  const label = readMeasure(doc).scale.find(({ id }) => id === written);
  const value = label?.title ?? written;
  return { type: 'reading', at, ...(removed ? { old: value, new: '' } : { old: '', new: value }) };
}

function itemAt(
  doc: Y.Doc,
  collection: CollectionName,
  key: string,
  device: DeviceId,
): HistoryChange | undefined {
  const parsed = parseRegisterKey(key);
  const place = parsed && parseItemPath(collection, parsed.field);
  if (parsed?.device !== device || place === undefined || place.field === 'order') return undefined;
  const entry = readAllItems(doc, collection).find(({ id }) => id === place.item);
  const standing = readRegister(doc.getMap(collection), parsed.field);
  const own = standing.find((value) => value.device === device);
  if (entry === undefined || own === undefined) return undefined;
  const value = { old: '', new: own.value as string | number };
  return { type: 'item', collection, ...place, title: titleOfItem(entry), ...value };
}

function fieldAt(doc: Y.Doc, key: string, device: DeviceId): HistoryChange | undefined {
  const parsed = parseRegisterKey(key);
  if (parsed?.device !== device) return undefined;
  const { field } = parsed;
  if (isWorkspaceField(field)) {
    const own = readWorkspaceField(doc, field).find((value) => value.device === device);
    return own && { type: 'field', field, old: '', new: String(own.value) };
  }
  if (isMeasureField(field)) {
    const own = readMeasure(doc).standing[field].find((value) => value.device === device);
    return own && { type: 'field', field, old: '', new: String(own.value) };
  }
  if (!isRegisterField(field)) return undefined;
  const own = readField(doc, field).standing.find((value) => value.device === device);
  return own && { type: 'field', field, old: '', new: own.value };
}
