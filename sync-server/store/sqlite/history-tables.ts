/** History of records in SQLite: written in the transaction that keeps the edit, read in pages. */
import type { DocumentId, PersonId, WorkspaceId } from '../../../shared/domain/ids.ts';
import { type Hlc, hlcToMs } from '../../../shared/domain/hlc.ts';
import type { RecordChange, TextChange } from '../../../shared/domain/record-change.ts';
import type { AuditRow, HistoryEntry, HistoryPage, HistoryQuery } from '../history-store.ts';
import type { NewUpdate } from '../store.ts';
import { selectAudit } from './audit-chain.ts';
import type { Database } from './transaction.ts';

/** Edits of one text within this time of its first one are one sitting. */
const sittingMs = 5 * 60 * 1000;

/** More sittings than this are not begun at one text in five minutes: people who take turns share one. */
const recentSittings = 8;

export function createHistoryWriting(db: Database) {
  const insert = db.prepare(`
    INSERT INTO history (ws, doc, seq, part, at, until, hlc, people, device, changes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const findSittings = db.prepare(`
    SELECT seq, hlc, people, changes FROM history
    WHERE ws = ? AND doc = ? AND part = ? AND at > ? ORDER BY seq DESC LIMIT ?`);
  const extend = db.prepare(`
    UPDATE history SET until = ?, people = ?, changes = ?
    WHERE ws = ? AND doc = ? AND seq = ? AND part = ?`);

  const begin = (
    ws: WorkspaceId,
    { docId, person, device, hlc }: NewUpdate,
    { seq, atMs, part, changes }: Written,
  ) => {
    const people = JSON.stringify([person]);
    insert.run(ws, docId, seq, part, atMs, atMs, hlc, people, device, JSON.stringify(changes));
  };

  const keepText = (ws: WorkspaceId, update: NewUpdate, change: TextChange, at: At) => {
    const { docId, person } = update;
    const part = change.field;
    const since = at.atMs - sittingMs;
    const found = findSittings.all(ws, docId, part, since, recentSittings) as SittingRecord[];
    const sittings = found.filter(({ hlc }) => isOneSitting(hlc, update.hlc));
    const latest = sittings[0] === found[0] ? sittings[0] : undefined;
    const isOneOfThem = sittings.some(({ people }) => peopleOf(people).includes(person));
    if (latest === undefined || !isOneOfThem) {
      begin(ws, update, { ...at, part, changes: [change] });
      return;
    }
    const people = JSON.stringify([...new Set([...peopleOf(latest.people), person])]);
    const changes = JSON.stringify([joinTexts(textOf(latest), change)]);
    extend.run(at.atMs, people, changes, ws, docId, latest.seq, part);
  };

  return {
    /** Must run inside the transaction that keeps the update, after its document is kept. */
    append(ws: WorkspaceId, update: NewUpdate, seq: number, atMs: number): void {
      if (update.changes.length === 0) return;
      const texts = update.changes.filter((change) => change.type === 'text');
      const others = update.changes.filter((change) => change.type !== 'text');
      if (others.length > 0) begin(ws, update, { seq, atMs, part: '', changes: others });
      for (const change of texts) keepText(ws, update, change, { seq, atMs });
    },
  };
}

type At = { readonly seq: number; readonly atMs: number };
type Written = At & { readonly part: string; readonly changes: readonly RecordChange[] };

type SittingRecord = {
  readonly seq: number;
  readonly hlc: string;
  readonly people: string;
  readonly changes: string;
};

/** What was written offline over days arrives at once, and was no one sitting. */
const isOneSitting = (first: string, next: string): boolean =>
  first === '' || next === '' || Math.abs(hlcToMs(next as Hlc) - hlcToMs(first as Hlc)) < sittingMs;

const peopleOf = (json: string): readonly PersonId[] => JSON.parse(json) as PersonId[];

const textOf = ({ changes }: SittingRecord): TextChange => {
  const [change] = JSON.parse(changes) as [TextChange];
  return change;
};

function joinTexts(first: TextChange, next: TextChange): TextChange {
  const texts = first.texts && next.texts && { old: first.texts.old, new: next.texts.new };
  return { ...next, texts };
}

const deviceName = "coalesce(devices.name, '') AS deviceName";

export function createHistoryReading(db: Database) {
  const findBeginning = db.prepare(`
    SELECT seq, received_at AS at, hlc, updates.person, device, ${deviceName}
    FROM docs JOIN updates USING (ws, doc) LEFT JOIN devices USING (ws, device)
    WHERE ws = ? AND doc = ? AND seq = first_seq`);
  const findEntries = db.prepare(`
    SELECT seq, part, at, until, hlc, people, device, ${deviceName}, changes
    FROM history LEFT JOIN devices USING (ws, device)
    WHERE ws = ? AND doc = ? AND (seq, part) < (?, ?)
      AND (? IS NULL OR EXISTS (
        SELECT 1 FROM json_each(changes)
        WHERE coalesce(json_extract(value, '$.collection'), json_extract(value, '$.field'), json_extract(value, '$.type')) IN (SELECT value FROM json_each(?))))
    ORDER BY seq DESC, part DESC LIMIT ?`);
  const findAudit = db.prepare(`${selectAudit} WHERE ws = ? AND n > ? ORDER BY n LIMIT ?`);

  return {
    readHistory(
      ws: WorkspaceId,
      docId: DocumentId,
      { before, limit, fields }: HistoryQuery,
    ): HistoryPage | undefined {
      const only = fields === undefined ? null : JSON.stringify(fields);
      const beginning = findBeginning.get(ws, docId) as BeginningRecord | undefined;
      if (beginning === undefined) return undefined;
      const { seq, part } = before ?? { seq: Number.MAX_SAFE_INTEGER, part: '' };
      const found = findEntries.all(ws, docId, seq, part, only, only, limit + 1) as EntryRecord[];
      const last = found.length > limit ? found[limit - 1] : undefined;
      const entries = found.slice(0, limit).map(toEntry);
      if (last !== undefined) return { entries, before: { seq: last.seq, part: last.part } };
      const isWhole = only === null && seq > beginning.seq;
      return {
        entries: isWhole ? [...entries, toBeginning(beginning)] : entries,
        before: undefined,
      };
    },

    readAudit: (ws: WorkspaceId, after: number, limit: number): readonly AuditRow[] =>
      findAudit.all(ws, after, limit) as AuditRow[],
  };
}

type BeginningRecord = Pick<HistoryEntry, 'seq' | 'at' | 'hlc' | 'device' | 'deviceName'> & {
  readonly person: PersonId;
};

type EntryRecord = Omit<HistoryEntry, 'people' | 'changes'> & {
  readonly part: string;
  readonly people: string;
  readonly changes: string;
};

const toEntry = ({ part: _part, people, changes, ...entry }: EntryRecord): HistoryEntry => ({
  ...entry,
  people: peopleOf(people),
  changes: JSON.parse(changes) as RecordChange[],
});

const toBeginning = ({ person, ...beginning }: BeginningRecord): HistoryEntry => ({
  ...beginning,
  until: beginning.at,
  people: [person],
  changes: [{ type: 'created' }],
});
