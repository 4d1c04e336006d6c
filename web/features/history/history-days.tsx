/** Edits and decisions under the days on which they reached the server. */
import type { HistoryEntry } from '../../../shared/protocol/history.ts';
import { Button } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useNow } from '../use-now.ts';
import { DecisionEntry } from './decision-entry.tsx';
import type { HistorySubject, ValueChange, WaysBack } from './history-subject.ts';
import { type KnownChange, knownChange, useChangeWords } from './history-words.ts';
import { TextChange } from './text-change.tsx';
import type { Told } from './told-history.ts';
import { keyOfEntry } from './use-history.ts';

type HistoryDaysProps = {
  readonly subject: HistorySubject;
  readonly told: readonly Told[];
};

const dayMs = 24 * 60 * 60 * 1000;

export function HistoryDays({ subject, told }: HistoryDaysProps) {
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
            <Entry key={keyOfEntry(one.entry)} subject={subject} entry={one.entry} />
          ),
        )}
      </ol>
    </section>
  ));
}

type EntryProps = { readonly subject: HistorySubject; readonly entry: HistoryEntry };

function Entry({ subject, entry }: EntryProps) {
  const { say, who } = useChangeWords(subject.nameOfItem);
  const name = who(entry.people);
  return (
    <li class="record-history__entry" data-testid="history-entry">
      {entry.changes.map((raw, i) => {
        const change = knownChange(raw);
        return (
          <div key={i}>
            <p>{say(change, name)}</p>
            {change?.type === 'erased' && change.reason !== '' && (
              <p class="record-history__reason">{change.reason}</p>
            )}
            <Back ways={subject.ways} change={change} />
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

type BackProps = { readonly ways: WaysBack; readonly change: KnownChange };

/** The way back from a change: always a new edit, which undo takes away again. */
function Back({ ways, change }: BackProps) {
  switch (change?.type) {
    case 'text':
      return <TextChange ways={ways} field={change.field} texts={change.texts} />;
    case 'field':
    case 'item':
      return <SetBack ways={ways} change={change} />;
    default:
      return null;
  }
}

type SetBackProps = { readonly ways: WaysBack; readonly change: ValueChange };

function SetBack({ ways, change }: SetBackProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const { old } = useChangeWords();
  const now = ways.valueNow(change);
  if (now === undefined || now === change.old || !hasWayBack(change)) return null;
  const isPutBack = change.type === 'item' && change.field === 'removed';
  const field = t(`field.${change.type === 'item' ? change.collection : change.field}`);
  const shown = { field, old: old(change) };
  const [label, told] = isPutBack
    ? [t('history.putBack'), t('history.isPutBack', shown)]
    : change.old === ''
      ? [t('history.clearAgain'), t('history.isCleared', shown)]
      : [t('history.setBack', shown), t('history.isSetBack', shown)];
  const setBack = () => {
    ways.setBack(change);
    showToast({ text: told });
  };
  return (
    <Button kind="quiet" icon="undo" onClick={setBack}>
      {label}
    </Button>
  );
}

/** A title can't be empty, and what an entry of a list never was needs no way back. */
function hasWayBack(change: ValueChange): boolean {
  if (change.type === 'field') return change.old !== '' || change.field !== 'title';
  return change.field === 'removed' ? change.old !== 'yes' : change.old !== '';
}
