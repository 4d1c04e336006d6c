/** The workspace's own document: read whatever stands in it, written so that two devices merge. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { projectDocument } from '../../../shared/document/project-document.ts';
import { readWishes } from '../../../shared/document/read-wishes.ts';
import { textOf } from '../../../shared/document/schema.ts';
import {
  noSettings,
  readWorkspace,
  writeWorkspaceChange,
} from '../../../shared/document/workspace-document.ts';
import { writeWishes } from '../../../shared/document/write-wishes.ts';
import { createUuidV7, type DocumentId } from '../../../shared/domain/ids.ts';
import { systemDeps } from '../../support/sync-core.ts';
import { openWorkspaceOn } from '../../support/workspace-on-device.ts';

const id = createUuidV7<DocumentId>(systemDeps);
const newOwner = () =>
  ({ device: createUuidV7(systemDeps), actor: createUuidV7(systemDeps) }) as never;
const open = () => openWorkspaceOn(newOwner(), id);

const merged = (...documents: readonly ReturnType<typeof open>[]): Y.Doc => {
  const doc = new Y.Doc();
  for (const one of documents) Y.applyUpdate(doc, Y.encodeStateAsUpdate(one.doc));
  return doc;
};

describe('a workspace', () => {
  it('has said nothing until somebody sets something', () => {
    const row = projectDocument({ kind: 'workspace', id }, new Y.Doc(), { ref: '' }, 7);
    expect(row).toEqual({ id, type: 'workspace', ...noSettings, updatedAt: 7 });
  });

  it('keeps what two devices set first, each before it heard of the other', () => {
    const [one, other] = [open(), open()];
    one.type('vision', 'Nobody waits for us.');
    one.add('objectives', { title: 'Shorter queues' });
    other.add('objectives', { title: 'Fewer repairs' });
    other.change({ type: 'setField', field: 'reviewEveryWeeks', value: 4 });
    const [here, there] = [readWorkspace(merged(one, other)), readWorkspace(merged(other, one))];
    expect(here).toEqual(there);
    expect(here.texts.vision).toBe('Nobody waits for us.');
    expect(here.items.objectives.map(({ values }) => values.title).toSorted()).toEqual([
      'Fewer repairs',
      'Shorter queues',
    ]);
    expect(here.values.reviewEveryWeeks).toBe(4);
  });

  it('shows both values of a field that was set while apart, until one is chosen', () => {
    const [one, other] = [open(), open()];
    one.change({ type: 'setField', field: 'reviewedOn', value: '2027-03-01' });
    other.change({ type: 'setField', field: 'reviewedOn', value: '2027-03-02' });
    const doc = merged(one, other);
    expect(readWorkspace(doc).standing.reviewedOn).toHaveLength(2);
    const author = { ...systemDeps, ...(newOwner() as object) } as never;
    writeWorkspaceChange(doc, { type: 'setField', field: 'reviewedOn', value: '' }, author);
    expect(readWorkspace(doc).standing.reviewedOn).toHaveLength(1);
  });

  it('passes over nonsense', () => {
    const doc = new Y.Doc();
    doc.getMap('r').set('reviewEveryWeeks|x', { v: 999, hlc: '000000000001-0000', by: 'x' });
    doc.getMap('r').set('title|x', { v: 'no', hlc: '000000000001-0000', by: 'x' });
    doc.getMap('objectives').set('no key', 1);
    const { values, items } = readWorkspace(doc);
    expect([values, items]).toEqual([noSettings.values, noSettings.items]);
  });
});

it('says what a refused edit of it wanted, and makes it again', () => {
  const [standing, refused] = [open(), open()];
  standing.type('vision', 'Nobody waits.');
  refused.type('guidelines', 'Everybody may propose.');
  refused.change({ type: 'setField', field: 'reviewEveryWeeks', value: 8 });
  refused.add('principles', { title: 'Keep it simple' });
  const { wishes, looseTexts } = readWishes(
    [Y.encodeStateAsUpdate(standing.doc)],
    [Y.encodeStateAsUpdate(refused.doc)],
  );
  expect(looseTexts).toEqual([]);
  expect(wishes.map(({ type }) => type).toSorted()).toEqual(['item', 'setting', 'text']);
  const author = { ...systemDeps, ...(newOwner() as object) } as never;
  writeWishes(standing.doc, wishes, author);
  const { values, items } = readWorkspace(standing.doc);
  expect(values.reviewEveryWeeks).toBe(8);
  expect(items.principles.map((item) => item.values.title)).toEqual(['Keep it simple']);
  expect(textOf(standing.doc, 'guidelines').toString()).toBe('Everybody may propose.');
});
