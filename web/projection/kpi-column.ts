/** The register as the figures of the practice see it: one short text a record, read when somebody looks at figures. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ImprovementRow } from '../../shared/domain/improvement.ts';
import type { Source } from '../../shared/domain/record-values.ts';
import type { Verdict } from '../../shared/domain/verdicts.ts';
import { type KpiRecord, kpiRecordOf } from '../../shared/process/kpis/kpi-record.ts';
import { packStages, unpackStages } from '../../shared/process/stage-history.ts';
import { createDictionary, type Dictionary } from './column-store.ts';

/** As the device's storage keeps it: texts by record number, and the words that they name by number. */
export type StoredKpis = { readonly texts: readonly string[]; readonly words: readonly string[] };

export type KpiColumn = {
  readonly put: (number: number, row: ImprovementRow) => void;
  readonly remove: (number: number) => void;
  /** `ids`: by record number. */
  readonly records: (ids: readonly DocumentId[]) => readonly KpiRecord[];
  readonly save: () => StoredKpis;
};

export function createKpiColumn(saved?: StoredKpis): KpiColumn {
  const texts = [...(saved?.texts ?? [])];
  const words = createDictionary(saved?.words ?? ['']);
  /** Read before, and not changed since. */
  const read = new Map<number, KpiRecord>();

  function readAll(ids: readonly DocumentId[]): void {
    const fresh = [...texts.keys()].filter((number) => texts[number] !== '' && !read.has(number));
    // One long text is read faster than many short ones.
    const packed = JSON.parse(`[${fresh.map((number) => texts[number]).join()}]`) as Packed[];
    for (const [at, number] of fresh.entries()) {
      const [id, one] = [ids[number], packed[at]];
      if (id !== undefined && one !== undefined) read.set(number, unpack(id, one, words.texts));
    }
  }

  return {
    put: (number, row) => {
      const record = kpiRecordOf(row);
      texts[number] = record === undefined ? '' : JSON.stringify(pack(record, words));
      read.delete(number);
    },
    remove: (number) => {
      texts[number] = '';
      read.delete(number);
    },
    records: (ids) => {
      readAll(ids);
      return [...read.values()];
    },
    save: () => ({ texts, words: words.texts }),
  };
}

type Packed = ReturnType<typeof pack>;

/** Yes and no, as bits. */
const flags = ['isWaiting', 'isOwed', 'hasObjective', 'hasTarget', 'isLarge'] as const;

function pack(record: KpiRecord, { numberOf }: Dictionary) {
  const { createdAt, steps, replies } = record;
  const all = (some: readonly string[]) => some.map(numberOf);
  return [
    createdAt,
    packStages(steps),
    all([record.createdBy, record.owner, record.team, record.source, record.verdict]),
    numberOf(record.currency),
    all(record.items),
    all(record.helpers),
    replies.flatMap(({ by, at }) => [numberOf(by), at]),
    flags.reduce((bits, flag, place) => bits | (record[flag] ? 1 << place : 0), 0),
    record.decidedAt ?? null,
    record.plannedDay ?? null,
    [record.plannedCost, record.plannedBenefit, record.actualCost, record.actualBenefit].map(
      (amount) => amount ?? null,
    ),
    [record.waitedMs, record.value, record.negatives, record.criteriaMet, record.criteria],
    [record.confirmed, record.unconfirmed, record.lessons],
    record.pulses,
  ] as const;
}

function unpack(id: DocumentId, packed: Packed, words: readonly string[]): KpiRecord {
  const [createdAt, stages, named, currency, items, helpers, replies, bits, decidedAt, plannedDay] =
    packed;
  const [, , , , , , , , , , amounts, numbers, counts, pulses] = packed;
  const word = (number: number | undefined) => words[number ?? 0] ?? '';
  const [createdBy, owner, team, source, verdict] = named.map(word);
  const [plannedCost, plannedBenefit, actualCost, actualBenefit] = amounts;
  const [waitedMs = 0, value = 0, negatives = 0, criteriaMet = 0, criteria = 0] = numbers;
  const [confirmed = 0, unconfirmed = 0, lessons = 0] = counts;
  const has = (flag: (typeof flags)[number]) => (bits & (1 << flags.indexOf(flag))) !== 0;
  return {
    id,
    createdAt,
    createdBy: createdBy ?? '',
    steps: unpackStages(createdAt, stages),
    source: (source ?? '') as Source | '',
    team: team ?? '',
    items: items.map(word),
    owner: owner ?? '',
    helpers: helpers.map(word),
    replies: repliesIn(replies, word),
    decidedAt: decidedAt ?? undefined,
    waitedMs,
    isWaiting: has('isWaiting'),
    isOwed: has('isOwed'),
    hasObjective: has('hasObjective'),
    hasTarget: has('hasTarget'),
    verdict: (verdict ?? '') as Verdict | '',
    plannedDay: plannedDay ?? undefined,
    isLarge: has('isLarge'),
    value,
    negatives,
    currency: word(currency),
    plannedCost: plannedCost ?? undefined,
    plannedBenefit: plannedBenefit ?? undefined,
    actualCost: actualCost ?? undefined,
    actualBenefit: actualBenefit ?? undefined,
    criteriaMet,
    criteria,
    confirmed,
    unconfirmed,
    lessons,
    pulses,
  };
}

function repliesIn(packed: readonly number[], word: (number: number) => string) {
  const replies: KpiRecord['replies'][number][] = [];
  for (let at = 0; at + 1 < packed.length; at += 2) {
    const by = word(packed[at] ?? 0) as KpiRecord['replies'][number]['by'];
    replies.push({ by, at: packed[at + 1] ?? 0 });
  }
  return replies;
}
