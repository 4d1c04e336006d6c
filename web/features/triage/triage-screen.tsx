/** Ideas that wait for a first answer: one at a time, and as a list; at a desk side by side. */
import { useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { answerDaysIn, openAnswer } from '../../../shared/process/answers.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../environment.ts';
import { QueueList } from '../queue/queue-list.tsx';
import { QueuePending } from '../queue/queue-pending.tsx';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { useMedia, widths } from '../use-media.ts';
import { useNow } from '../use-now.ts';
import { useSettings } from '../use-settings.ts';
import { BatchBar } from './batch-bar.tsx';
import { Owed, TriageCard } from './triage-card.tsx';
import { type TriageQueue, useTriage } from './use-triage.ts';
import './triage-screen.css';

export function TriageScreen() {
  const { t } = useWords();
  const heading = useArrivalFocus<HTMLHeadingElement>();
  useScreenTitle(t('nav.triage'));
  const queue = useTriage();
  return (
    <div class="triage-screen">
      <header class="triage-screen__header">
        <h1 class="triage-screen__title" ref={heading} tabIndex={-1}>
          {t('triage.title')}
        </h1>
        <p class="triage-screen__count figures" role="status">
          {queue !== undefined && queue.total > 0 && <Count queue={queue} />}
        </p>
      </header>
      {queue !== undefined && <Queue queue={queue} />}
    </div>
  );
}

function Count({ queue: { rows, total } }: { readonly queue: TriageQueue }) {
  const { t, format } = useWords();
  const nowMs = useNow();
  const oldest = rows.at(-1)?.createdAt ?? nowMs;
  return (
    <>
      {t('triage.count', { count: total })} ·{' '}
      {t('triage.oldest', { age: format.age(nowMs - oldest) })}
    </>
  );
}

function Queue({ queue }: { readonly queue: TriageQueue }) {
  const { t } = useWords();
  const desk = useMedia(widths.desk);
  const nowMs = useNow();
  const answerDays = answerDaysIn(useSettings()?.values);
  const [view, setView] = useState<'one' | 'list'>('one');
  const [place, setPlace] = useState<{ readonly id: DocumentId | undefined; readonly at: number }>({
    id: undefined,
    at: 0,
  });
  const [chosen, setChosen] = useState<ReadonlySet<DocumentId>>(new Set());
  const { rows, pending, mayAnswer } = queue;
  // Where an answered idea stood, the next one stands.
  const found = rows.findIndex(({ id }) => id === place.id);
  const at = found === -1 ? Math.min(place.at, Math.max(0, rows.length - 1)) : found;
  const current = rows[at];
  const chosenRows = rows.filter(({ id }) => chosen.has(id));
  const choose = (id: DocumentId) => setChosen((former) => toggled(former, id));
  const show = (to: number) => {
    setPlace({ id: rows[to]?.id, at: to });
    setView('one');
  };

  return (
    <>
      {!mayAnswer && rows.length > 0 && <p class="triage-screen__hint">{t('triage.notAllowed')}</p>}
      <QueuePending title={t('triage.pending', { count: pending.length })} rows={pending} />
      {current === undefined ? (
        <EmptyState title={t('triage.empty')} hint={t('triage.emptyHint')} role="status" />
      ) : (
        <>
          {!desk && (
            <Segments
              label={t('triage.view')}
              labelHidden
              options={[
                { value: 'one', label: t('triage.one') },
                { value: 'list', label: t('triage.list') },
              ]}
              value={view}
              onChoose={setView}
            />
          )}
          <div class="triage-screen__columns">
            {(desk || view === 'list') && (
              <div>
                <QueueList
                  label={t('triage.list')}
                  rows={rows}
                  at={at}
                  about={(row) =>
                    row.asksReopen === true ? (
                      t('triage.asksReopen')
                    ) : (
                      <Owed {...openAnswer(row, nowMs, answerDays)} />
                    )
                  }
                  onShow={show}
                  choice={
                    mayAnswer
                      ? {
                          chosen,
                          label: (title) => t('triage.choose', { title }),
                          isOffered: (row) => row.asksReopen !== true,
                          onChoose: choose,
                        }
                      : undefined
                  }
                />
                <BatchBar rows={chosenRows} onDone={() => setChosen(new Set())} />
              </div>
            )}
            {(desk || view === 'one') && (
              <div>
                <nav class="triage-screen__steps" aria-label={t('triage.title')}>
                  <IconButton
                    icon="back"
                    label={t('triage.previous')}
                    disabled={at === 0}
                    onClick={() => show(at - 1)}
                  />
                  <p class="figures">{t('triage.at', { at: at + 1, total: rows.length })}</p>
                  <IconButton
                    icon="forward"
                    label={t('triage.next')}
                    disabled={at >= rows.length - 1}
                    onClick={() => show(at + 1)}
                  />
                  {desk && mayAnswer && <p class="triage-screen__keys">{t('triage.keys')}</p>}
                </nav>
                <TriageCard key={current.id} row={current} mayAnswer={mayAnswer} />
              </div>
            )}
          </div>
        </>
      )}
    </>
  );
}

function toggled(former: ReadonlySet<DocumentId>, id: DocumentId): ReadonlySet<DocumentId> {
  const next = new Set(former);
  if (!next.delete(id)) next.add(id);
  return next;
}
