/** What happened to a record, by day, the latest first: for everything or for one field. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type HistoryField, historyFields } from '../../../shared/protocol/history.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { HistoryDays } from './history-days.tsx';
import { historyFieldName } from './history-field-name.ts';
import { useChangeWords } from './history-words.ts';
import { subjectOfDecision, tellHistory } from './told-history.ts';
import { type ReadHistory, useHistory } from './use-history.ts';
import './record-history.css';

type RecordHistoryProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement | undefined;
  readonly field: HistoryField | undefined;
  readonly onField: (field: HistoryField | undefined) => void;
};

export function RecordHistory({ improvement, row, field, onField }: RecordHistoryProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const session = useReadable(services.session.state);
  const [subjects, setSubjects] = useState<ReadonlySet<string>>(new Set());
  const addSubjects = useCallback((found: readonly string[]) => {
    setSubjects((known) =>
      found.every((name) => known.has(name)) ? known : new Set([...known, ...found]),
    );
  }, []);
  // Of the many fields of a record, those that its history speaks of.
  const told = historyFields.filter((name) => subjects.has(name) || name === field);
  if (session.type === 'local') return <p class="record-history__note">{t('history.local')}</p>;
  return (
    <div class="record-history">
      <label class="record-history__filter">
        <span>{t('history.field')}</span>
        <select
          value={field ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onField(historyFields.find((name) => name === chosen));
          }}
        >
          <option value="">{t('history.everything')}</option>
          {told.map((name) => (
            <option key={name} value={name}>
              {historyFieldName(name, t)}
            </option>
          ))}
        </select>
      </label>
      <Told improvement={improvement} row={row} field={field} onSubjects={addSubjects} />
    </div>
  );
}

type ToldProps = Omit<RecordHistoryProps, 'onField'> & {
  readonly onSubjects: (subjects: readonly string[]) => void;
};

function Told({ improvement, row, field, onSubjects }: ToldProps) {
  const { t } = useWords();
  const version = `${row?.updatedAt ?? ''} ${row?.where ?? ''} ${row?.ref ?? ''}`;
  const history = useHistory(improvement.id, field, version);
  const facts = useReadable(improvement.state).facts;
  const unsent = history.unsent.filter(
    ({ change }) => field === undefined || subjectOf(change) === field,
  );
  useEffect(() => {
    const changes = [
      ...history.entries.flatMap((entry) => entry.changes),
      ...history.unsent.map(({ change }) => change),
    ];
    const decided = facts.flatMap(({ said }) => subjectOfDecision(said.type) ?? []);
    onSubjects([...changes.map(subjectOf), ...decided]);
  }, [history.entries, history.unsent, facts]);
  const shownFacts = facts.filter(
    ({ said }) => field === undefined || subjectOfDecision(said.type) === field,
  );
  const told = tellHistory(history, shownFacts);
  const isEmpty = told.length === 0 && unsent.length === 0;
  return (
    <>
      <p class="visually-hidden" role="status">
        {history.state === 'reading' ? t('history.reading') : ''}
      </p>
      {history.state === 'stale' && <Stale history={history} />}
      <Unsent edits={unsent} />
      <HistoryDays improvement={improvement} told={told} />
      {isEmpty && history.state === 'current' && (
        <p class="record-history__note">{t('history.none')}</p>
      )}
      {history.hasOlder && (
        <div>
          <Button disabled={history.isReadingOlder} onClick={history.readOlder}>
            {t('history.more')}
          </Button>
        </div>
      )}
    </>
  );
}

type About = { readonly type: string; readonly field?: string; readonly collection?: string };

const subjectOf = ({ collection, field, type }: About): string => collection ?? field ?? type;

function Stale({ history: { readAt } }: { readonly history: ReadHistory }) {
  const { t, format } = useWords();
  const nowMs = useNow();
  const text =
    readAt === undefined
      ? t('history.offline')
      : t('history.offlineRead', { when: format.ago(readAt, nowMs) });
  return <Notice tone="calm" icon="cloudOff" role="status" text={text} />;
}

function Unsent({ edits }: { readonly edits: ReadHistory['unsent'] }) {
  const { t, format } = useWords();
  const { say } = useChangeWords();
  if (edits.length === 0) return null;
  return (
    <section>
      <h3 class="record-history__day">{t('history.notSent')}</h3>
      <ol class="record-history__list">
        {edits.map(({ change, madeAt }) => (
          <li key={JSON.stringify(change)} class="record-history__entry" data-testid="unsent-edit">
            <p>{say(change, t('history.i'))}</p>
            <p class="record-history__when">
              <time>{format.dateTime(madeAt)}</time> · {t('history.onDevice')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
