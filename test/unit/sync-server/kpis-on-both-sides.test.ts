/** The same figures on a phone and on the server: from the rows that each has of what people did and decided. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { project } from '../../../shared/document/project.ts';
import type { DocumentId, ServerEpoch } from '../../../shared/domain/ids.ts';
import type { ImprovementRow } from '../../../shared/domain/improvement.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import { insightsOf } from '../../../shared/process/kpis/insights.ts';
import { kpiRecordOf } from '../../../shared/process/kpis/kpi-record.ts';
import { periodOn } from '../../../shared/process/kpis/period.ts';
import { createCoreReplica } from '../../support/core-replica.ts';
import { commandItem } from '../../support/commands.ts';
import { captureOn, type RecordOnDevice } from '../../support/record-on-device.ts';
import { recordRow } from '../../support/record-row.ts';
import { type CoreItem, createSyncCore } from '../../support/sync-core.ts';

const dayMs = 86_400_000;

const idea = { type: 'setField', field: 'team', value: 'Ward 4' } as const;
const move = (value: 'assessing' | 'planned' | 'inProgress' | 'reviewing') =>
  ({ type: 'setField', field: 'stage', value }) as const;
const verdict: CommandRequest = {
  type: 'confirmVerdict',
  verdict: 'achieved',
  actualCost: 100,
  actualBenefit: 250,
  unexpected: [{ text: 'Louder than before', magnitude: -2 }],
};

test('figures are equal on a phone’s replica and on the server', async () => {
  const core = createSyncCore();
  const ada = await core.join('Ada', ['coordinator', 'approver', 'admin']);
  const push = async (...items: readonly CoreItem[]) => {
    const answer = await core.replication.push(ada.session, ada.pushOf(items));
    expect(answer.ok && answer.value.results.map(({ type }) => type)).toEqual(
      items.map(() => 'ok'),
    );
  };
  const pull = async () => {
    const request = { proto: 1, epoch: null, cursor: null, peopleVersion: 0 };
    const answer = await core.replication.pull(ada.session, request);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const decide = async (docId: DocumentId, asked: CommandRequest) => {
    const seen = (await pull()).items.find((item) => item.docId === docId);
    if (seen === undefined) throw new Error('not on the server');
    await push(commandItem(asked, seen));
  };
  const change = (record: RecordOnDevice, ...changes: Parameters<RecordOnDevice['change']>[0][]) =>
    push(...changes.map((one) => ({ docId: record.docId, bytes: record.change(one) })));

  const records = Array.from({ length: 5 }, (_, n) => captureOn(ada.session, `Idea ${n}`));
  await push(...records.map(({ docId, first }) => ({ docId, bytes: first })));
  const [closed, working, declined, assessed] = records;
  if (!closed || !working || !declined || !assessed) throw new Error('five were made');
  await change(closed, idea, move('assessing'));
  await decide(closed.docId, { type: 'approve' });
  await change(closed, move('inProgress'), move('reviewing'));
  await decide(closed.docId, verdict);
  await decide(working.docId, { type: 'approve' });
  await change(working, move('planned'));
  await decide(declined.docId, { type: 'decline', reason: 'Too dear.' });
  await change(assessed, move('assessing'));

  const { items, cursor, epoch } = await pull();
  const phone = createCoreReplica(2);
  const taken = await phone.store.applyPage({
    after: await phone.store.readSyncPoint(),
    epoch: epoch as ServerEpoch,
    cursor,
    documents: items,
    people: undefined,
    isLast: true,
  });
  expect(taken.ok).toBe(true);

  const nowMs = Date.now();
  const question = {
    period: periodOn('quarter', Math.floor(nowMs / dayMs)),
    filter: { item: '', team: '', source: '' as const },
    context: {
      nowMs,
      people: [[ada.session.person.id, ada.session.actor]],
      teams: ['Ward 4'],
      answerDays: 5,
      rounds: [],
      countsRefused: true,
    },
    items: ['Desk'],
  };
  const insights = (rows: readonly ImprovementRow[]) =>
    insightsOf(
      rows.map(kpiRecordOf).filter((record) => record !== undefined),
      question,
    );
  const byId = (rows: readonly ImprovementRow[]) =>
    [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  const ofServer = insights(byId(items.map(recordRow)));
  const ofPhone = insights(byId(await phone.store.readNewest(0, 9)));
  /** From the documents themselves, as a device projects them that has a newer program. */
  const ofDocuments = insights(
    byId(
      items.map(({ docId, updates, facts }) => {
        const doc = new Y.Doc();
        for (const update of updates) Y.applyUpdate(doc, update);
        return project(docId as DocumentId, doc, facts, 0);
      }),
    ),
  );
  expect(ofPhone).toEqual(ofServer);
  expect(ofDocuments).toEqual(ofServer);
  expect(ofServer.figures).toMatchObject({
    productivity: { value: 1, counts: { fresh: 3, open: 3, done: 2 } },
    achieved: { value: 1 },
    returnAchieved: { value: 1.5 },
    harmful: { value: 1 },
    peopleTakingPart: { value: 1 },
    opportunities: { value: 5 },
  });
  expect(ofServer.cycle).toMatchObject({ count: 1, percentiles: { p50: 1 } });
  await core.close();
});
