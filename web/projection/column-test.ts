/** A query as a test of record numbers: what each value of a column means is looked up once, not once a record. */
import type { DocumentId } from '../../shared/domain/ids.ts';
import { levels, stages } from '../../shared/domain/improvement.ts';
import { isAssessedAs, type ScoredRow } from './assessed.ts';
import { type ColumnArrays, goneBit } from './column-store.ts';
import {
  hasAny,
  hasObjective,
  isInRange,
  isOwnedAsAsked,
  type StageOf,
  waitsFor,
} from './query-match.ts';
import { bitsOf } from './record-marks.ts';
import type { LevelOrNone, RegisterAsk } from './register-query.ts';

const escalatedBit = bitsOf(['escalated']);
const acknowledgedBit = bitsOf(['acknowledged']);
const asksReopenBit = bitsOf(['asksReopen']);
const waitingBit = bitsOf(['waiting']);
const changedBit = bitsOf(['changed']);

type Texts = {
  readonly owners: readonly string[];
  /** How many sets of entries there are. */
  readonly entries: number;
  readonly entriesOf: (number: number) => readonly string[];
  readonly scored: (number: number) => ScoredRow;
  readonly stageOf: StageOf;
};

/** Before the id of a record that another one depends on, among what that one points to. */
export const dependencySign = '>';

type Test = (number: number) => boolean;

/** Text and place of storage are not in the columns. */
export function createColumnTest(columns: ColumnArrays, texts: Texts, ask: RegisterAsk): Test {
  const { query, nowMs } = ask;
  const { marks } = columns;
  const tests: Test[] = [(number) => ((marks[number] ?? 0) & goneBit) === 0];

  /** `isAllowed` is asked about each code that the column may hold. */
  const byCode = (
    column: Uint8Array | Uint32Array,
    codes: number,
    isAllowed: (code: number) => boolean,
  ) => {
    const allowed = Uint8Array.from({ length: codes }, (_, code) => (isAllowed(code) ? 1 : 0));
    tests.push((number) => allowed[column[number] ?? 0] === 1);
  };
  const byLevel = (column: Uint8Array, wanted: readonly LevelOrNone[]) => {
    if (wanted.length === 0) return;
    byCode(column, levels.length + 1, (code) => wanted.includes(levels[code] ?? 'none'));
  };
  const byEntries = (column: Uint32Array, wanted: readonly string[], has = hasAny) => {
    if (wanted.length === 0) return;
    byCode(column, texts.entries, (code) => has(wanted, texts.entriesOf(code)));
  };

  if (query.stages.length > 0) {
    byCode(columns.stage, stages.length, (code) => query.stages.some((s) => s === stages[code]));
  }
  if (query.owner !== '') {
    byCode(columns.owner, texts.owners.length, (code) =>
      isOwnedAsAsked(texts.owners[code] ?? '', ask),
    );
  }
  byLevel(columns.urgency, query.urgency);
  byLevel(columns.cost, query.cost);
  byEntries(columns.tags, query.tags);
  byEntries(columns.affectedItems, query.affectedItems);
  if (query.tasks !== '') byEntries(columns.taskOwners, ask.myIds);
  byEntries(columns.objectives, query.objectives, hasObjective);
  if (query.marks.length > 0) {
    const wantedBits = bitsOf(query.marks);
    tests.push((number) => ((marks[number] ?? 0) & wantedBits) === wantedBits);
  }
  byEntries(columns.links, query.linkedTo === '' ? [] : [query.linkedTo]);
  const { waitsFor: wanted } = query;
  if (wanted !== '') {
    tests.push((number) => {
      const bits = marks[number] ?? 0;
      const row = {
        stage: stages[columns.stage[number] ?? 0] ?? 'idea',
        isEscalated: (bits & escalatedBit) !== 0,
        isAcknowledged: (bits & acknowledgedBit) !== 0,
        ...((bits & waitingBit) !== 0 && { isWaiting: true as const }),
        ...((bits & changedBit) !== 0 && { changed: [] }),
        ...((bits & asksReopenBit) !== 0 && { asksReopen: true as const }),
      };
      const dependsOn = () =>
        texts
          .entriesOf(columns.links[number] ?? 0)
          .filter((entry) => entry.startsWith(dependencySign))
          .map((entry) => entry.slice(dependencySign.length) as DocumentId);
      return waitsFor(row, wanted, dependsOn, texts.stageOf);
    });
  }
  const { assessment } = query;
  if (assessment !== '')
    tests.push((number) => isAssessedAs(texts.scored(number), assessment, ask));
  const { updated, created } = query;
  if (updated !== undefined) {
    tests.push((number) => isInRange(columns.updatedAt[number] ?? 0, updated, nowMs));
  }
  if (created !== undefined) {
    tests.push((number) => isInRange(columns.createdAt[number] ?? 0, created, nowMs));
  }
  return (number) => tests.every((test) => test(number));
}
