/** What happened to a document, by day, the latest first: for everything or for one field. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import {
  type HistoryEntry,
  type HistoryField,
  historyFields,
} from '../../../shared/protocol/history.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { HistoryDays } from './history-days.tsx';
import { historyFieldName } from './history-field-name.ts';
import type { HistorySubject } from './history-subject.ts';
import { useChangeWords } from './history-words.ts';
import { subjectOfDecision, tellHistory } from './told-history.ts';
import { type ReadHistory, useHistory } from './use-history.ts';
import './record-history.css';

type DocumentHistoryProps = {
  readonly subject: HistorySubject;
  readonly field: HistoryField | undefined;
  readonly onField: (field: HistoryField | undefined) => void;
};

export function DocumentHistory({ subject, field, onField }: DocumentHistoryProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const session = useReadable(services.session.state);
  const [subjects, setSubjects] = useState<ReadonlySet<string>>(new Set());
  const addSubjects = useCallback((found: readonly string[]) => {
    setSubjects((known) =>
      found.every((name) => known.has(name)) ? known : new Set([...known, ...found]),
    );
  }, []);
  // Of the many fields of a document, those that its history speaks of.
  const asked = subject.fields ?? historyFields;
  const told = asked.filter((name) => subjects.has(name) || name === field);
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
      <Told subject={subject} field={field} onSubjects={addSubjects} />
    </div>
  );
}

type ToldProps = Omit<DocumentHistoryProps, 'onField'> & {
  readonly onSubjects: (subjects: readonly string[]) => void;
};

function Told({ subject, field, onSubjects }: ToldProps) {
  const { t } = useWords();
  const { facts } = subject;
  const fields = field === undefined ? subject.fields : [field];
  const history = useHistory(subject.id, fields, subject.version);
  const unsent = history.unsent.filter(
    ({ change }) => fields === undefined || isAbout(fields, change),
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
  const entries = fields === undefined ? history.entries : about(fields, history.entries);
  const told = tellHistory({ ...history, entries }, shownFacts);
  const isEmpty = told.length === 0 && unsent.length === 0;
  return (
    <>
      <p class="visually-hidden" role="status">
        {history.state === 'reading' ? t('history.reading') : ''}
      </p>
      {history.state === 'stale' && <Stale history={history} />}
      <Unsent subject={subject} edits={unsent} />
      <HistoryDays subject={subject} told={told} />
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

const isAbout = (fields: readonly HistoryField[], change: About): boolean =>
  fields.some((name) => name === subjectOf(change));

/** What else was changed in the same moment is left out. */
const about = (fields: readonly HistoryField[], entries: readonly HistoryEntry[]) =>
  entries.map((entry) => ({
    ...entry,
    changes: entry.changes.filter((change) => isAbout(fields, change)),
  }));

function Stale({ history: { readAt } }: { readonly history: ReadHistory }) {
  const { t, format } = useWords();
  const nowMs = useNow();
  const text =
    readAt === undefined
      ? t('history.offline')
      : t('history.offlineRead', { when: format.ago(readAt, nowMs) });
  return <Notice tone="calm" icon="cloudOff" role="status" text={text} />;
}

type UnsentProps = {
  readonly subject: HistorySubject;
  readonly edits: ReadHistory['unsent'];
};

function Unsent({ subject, edits }: UnsentProps) {
  const { t, format } = useWords();
  const { say } = useChangeWords(subject.nameOfItem);
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
