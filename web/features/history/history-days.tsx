/** Edits and decisions under the days on which they reached the server. */
import { isRegisterField } from '../../../shared/document/read-document.ts';
import type { DocumentText } from '../../../shared/document/schema.ts';
import type { RegisterField, TextField } from '../../../shared/domain/improvement.ts';
import { textFields } from '../../../shared/domain/record-fields.ts';
import type { HistoryEntry } from '../../../shared/protocol/history.ts';
import type { ImprovementChange } from '../../../shared/document/write-change.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { DecisionEntry } from './decision-entry.tsx';
import { type KnownChange, knownChange, useChangeWords } from './history-words.ts';
import { TextChange } from './text-change.tsx';
import type { Told } from './told-history.ts';
import { keyOfEntry } from './use-history.ts';

type HistoryDaysProps = {
  readonly improvement: OpenImprovement;
  readonly told: readonly Told[];
};

const dayMs = 24 * 60 * 60 * 1000;

export function HistoryDays({ improvement, told }: HistoryDaysProps) {
  const { t, format } = useWords();
  const nowMs = useNow();
  const names = new Map([
    [format.date(nowMs - dayMs), t('history.yesterday')],
    [format.date(nowMs), t('history.today')],
  ]);
  const days = new Map<string, Told[]>();
  for (const one of told) {
    const day = format.date(one.at);
    const group = days.get(day);
    if (group === undefined) days.set(day, [one]);
    else group.push(one);
  }
  return [...days].map(([day, group]) => (
    <section key={day}>
      <h3 class="record-history__day">{names.get(day) ?? day}</h3>
      <ol class="record-history__list">
        {group.map((one) =>
          one.type === 'decision' ? (
            <DecisionEntry key={one.fact.uid} fact={one.fact} />
          ) : (
            <Entry key={keyOfEntry(one.entry)} improvement={improvement} entry={one.entry} />
          ),
        )}
      </ol>
    </section>
  ));
}

type EntryProps = { readonly improvement: OpenImprovement; readonly entry: HistoryEntry };

function Entry({ improvement, entry }: EntryProps) {
  const { say, who } = useChangeWords();
  const name = who(entry.people);
  return (
    <li class="record-history__entry" data-testid="history-entry">
      {entry.changes.map((raw, i) => {
        const change = knownChange(raw);
        return (
          <div key={i}>
            <p>{say(change, name)}</p>
            <Back improvement={improvement} change={change} />
          </div>
        );
      })}
      <When entry={entry} />
    </li>
  );
}

function When({ entry: { at, writtenAt, deviceName } }: Pick<EntryProps, 'entry'>) {
  const { t, format } = useWords();
  return (
    <p class="record-history__when">
      <time dateTime={new Date(at).toISOString()}>{format.time(at)}</time>
      {deviceName !== undefined && <> · {t('history.from', { device: deviceName })}</>}
      {writtenAt !== undefined && (
        <>
          {' · '}
          {t(writtenAt < at ? 'history.offlineAt' : 'history.clockAt', {
            when: format.dateTime(writtenAt),
          })}
        </>
      )}
    </p>
  );
}

type BackProps = { readonly improvement: OpenImprovement; readonly change: KnownChange };

/** The way back from a change: always a new edit, which undo takes away again. */
function Back({ improvement, change }: BackProps) {
  switch (change?.type) {
    case 'text':
      return isRecordText(change.field) ? (
        <TextChange improvement={improvement} field={change.field} texts={change.texts} />
      ) : null;
    case 'field':
      return isRegisterField(change.field) ? (
        <SetBack improvement={improvement} field={change.field} old={change.old} />
      ) : null;
    default:
      return null;
  }
}

const isRecordText = (field: DocumentText): field is TextField =>
  (textFields as readonly DocumentText[]).includes(field);

type SetBackProps = {
  readonly improvement: OpenImprovement;
  readonly field: RegisterField;
  readonly old: string;
};

function SetBack({ improvement, field, old }: SetBackProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const { value } = useChangeWords();
  const state = useReadable(improvement.state);
  // A title can't be empty, and what a field never was needs no way back.
  if (state.fields[field].value === old || (old === '' && field === 'title')) return null;
  const shown = value(field, old);
  const setBack = () => {
    improvement.change({ type: 'setField', field, value: old } as ImprovementChange);
    showToast({ text: t('history.isSetBack', { field: t(`field.${field}`), old: shown }) });
  };
  return (
    <Button kind="quiet" icon="undo" onClick={setBack}>
      {t('history.setBack', { old: shown })}
    </Button>
  );
}
