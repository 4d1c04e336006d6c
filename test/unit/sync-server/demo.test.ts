/** The demo on a server: everything in it passes admission, and a second start fills nothing again. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { chineseWords } from '../../../shared/demo/chinese-words.ts';
import { decidedRecord } from '../../../shared/demo/decided-record.ts';
import { englishWords } from '../../../shared/demo/english-words.ts';
import { generateDemo } from '../../../shared/demo/generate-demo.ts';
import { playMeasure, playSettings } from '../../../shared/demo/play-steps.ts';
import { readMeasure } from '../../../shared/document/measure-document.ts';
import { readWorkspace } from '../../../shared/document/workspace-document.ts';
import { fillDemo } from '../../../sync-server/demo/fill-demo.ts';
import { inviteToParts, openDemo } from '../../../sync-server/demo/open-demo.ts';
import { createSqliteStore } from '../../../sync-server/store/sqlite/sqlite-store.ts';
import { readRow } from '../../../sync-server/store/read-row.ts';
import { everythingView } from '../../../sync-server/store/visibility-store.ts';
import { systemDeps } from '../../support/sync-core.ts';

const nowMs = Date.UTC(2026, 4, 20, 9, 30);

it.each([englishWords, chineseWords])(
  'admits every edit and decision, and comes to what a device without a server makes of it: $organisation',
  async (words) => {
    const [seed, count] = [11, 120];
    const demo = generateDemo({ seed, count, words, nowMs });
    const store = createSqliteStore(':memory:', systemDeps, words.organisation);
    await fillDemo(store, demo, seed, () => undefined, systemDeps);
    const { workspace } = store.lineage;
    expect(workspace.name).toBe(words.organisation);
    expect((await store.position(workspace.id)).documents).toBe(count);
    expect(await store.listPeople(workspace.id)).toHaveLength(words.people.length);
    const settings = readWorkspace(playSettings(demo.settings, seed, () => undefined));
    for (const record of demo.records()) {
      const [served] = await store.wholeDocuments(workspace.id, [record.id], everythingView);
      const ref = served?.ref ?? '';
      const { facts } = decidedRecord(record, { seed, ref, settings });
      const withoutUid = (list: typeof facts) => list.map(({ uid: _uid, ...fact }) => fact);
      expect(withoutUid(served?.facts ?? [])).toEqual(withoutUid(facts));
    }
    for (const measure of demo.measures) {
      const [served] = await store.wholeDocuments(workspace.id, [measure.id], everythingView);
      const { readings } = readMeasure(playMeasure(measure, seed, () => undefined));
      expect(served && readRow(served)).toMatchObject({ type: 'measure', count: readings.length });
    }
    await store.close();
  },
  // As long as a busy machine takes for two years.
  30_000,
);

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gemba-demo-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};

it('is filled once, and found again as it was left, with new links', async () => {
  const said: string[] = [];
  const options = {
    dataDir: newFolder(),
    language: 'en',
    count: 20,
    say: (line: string) => void said.push(line),
  } as const;
  const open = async () => {
    const opened = await openDemo(options, systemDeps);
    if (!opened.ok) throw new Error(opened.error);
    return opened.value;
  };
  const store = await open();
  expect(said.at(-1)).toBe('100 %');
  expect(existsSync(join(options.dataDir, 'gemba.sqlite.filling'))).toBe(false);
  expect((await inviteToParts(store, systemDeps)).map(({ role }) => role)).toEqual([
    'coordinator',
    'approver',
    'assessor',
    'contributor',
  ]);
  const position = await store.position(store.lineage.workspace.id);
  await store.close();
  said.length = 0;
  const again = await open();
  expect(said).toEqual([]);
  expect(again.lineage.epoch).toBe(store.lineage.epoch);
  expect(await again.position(again.lineage.workspace.id)).toEqual(position);
  await again.close();
});

it('leaves a folder alone that holds another database', async () => {
  const dataDir = newFolder();
  writeFileSync(join(dataDir, 'gemba.sqlite'), 'real');
  const opened = await openDemo({ dataDir, language: 'en', say: () => undefined }, systemDeps);
  expect(opened).toMatchObject({ ok: false });
  expect(existsSync(join(dataDir, 'demo.txt'))).toBe(false);
});
