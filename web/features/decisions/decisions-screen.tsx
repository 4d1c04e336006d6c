/** What waits for the approvers and the governance board: one record after the other, and as a list at a desk. */
import { useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { may } from '../../../shared/process/permissions.ts';
import type { ListedImprovement } from '../../services/register.ts';
import type { SessionState } from '../../services/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { QueueList } from '../queue/queue-list.tsx';
import { QueuePending } from '../queue/queue-pending.tsx';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { useMedia, widths } from '../use-media.ts';
import { useReadable } from '../use-readable.ts';
import { ApprovalRules } from './approval-rules.tsx';
import { DecisionCard } from './decision-card.tsx';
import { Meeting } from './meeting.tsx';
import { type DecisionQueue, useDecisions, whyItWaits } from './use-decisions.ts';
import './decisions-screen.css';

export function DecisionsScreen() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const heading = useArrivalFocus<HTMLHeadingElement>();
  useScreenTitle(t('nav.decisions'));
  const queue = useDecisions();
  const session = useReadable(services.session.state);
  const [isSetting, setSetting] = useState(false);
  const [agenda, setAgenda] = useState<readonly ListedImprovement[]>();
  if (agenda !== undefined) {
    return <Meeting agenda={agenda} onEnd={() => setAgenda(undefined)} />;
  }
  return (
    <div class="decisions-screen">
      <header class="decisions-screen__header">
        <h1 class="decisions-screen__title" ref={heading} tabIndex={-1}>
          {t('decisions.title')}
        </h1>
        <p class="decisions-screen__count figures" role="status">
          {queue !== undefined && queue.total > 0 && t('decisions.count', { count: queue.total })}
        </p>
        <div class="decisions-screen__actions">
          {queue !== undefined && queue.rows.length > 0 && (
            <Button onClick={() => setAgenda(queue.rows)}>{t('decisions.meeting')}</Button>
          )}
          {mayConfigure(session) && (
            <Button kind="quiet" onClick={() => setSetting(true)}>
              {t('rules.title')}
            </Button>
          )}
        </div>
      </header>
      {isSetting && <ApprovalRules onClose={() => setSetting(false)} />}
      {queue !== undefined && <Queue queue={queue} />}
    </div>
  );
}

const mayConfigure = (session: SessionState): boolean =>
  session.type === 'joined' &&
  may({ roles: session.person.roles, editing: session.editing }, 'configureRegister');

function Queue({ queue }: { readonly queue: DecisionQueue }) {
  const { t } = useWords();
  const desk = useMedia(widths.desk);
  const [place, setPlace] = useState<{ readonly id: DocumentId | undefined; readonly at: number }>({
    id: undefined,
    at: 0,
  });
  const { rows, pending, mayDecide } = queue;
  // Where a decided record stood, the next one stands.
  const found = rows.findIndex(({ id }) => id === place.id);
  const at = found === -1 ? Math.min(place.at, Math.max(0, rows.length - 1)) : found;
  const current = rows[at];
  const show = (to: number) => setPlace({ id: rows[to]?.id, at: to });

  return (
    <>
      {!mayDecide && rows.length > 0 && (
        <p class="decisions-screen__hint">{t('decisions.notAllowed')}</p>
      )}
      <QueuePending title={t('decisions.pending', { count: pending.length })} rows={pending} />
      {current === undefined ? (
        <EmptyState title={t('decisions.empty')} hint={t('decisions.emptyHint')} role="status" />
      ) : (
        <div class="decisions-screen__columns">
          {desk && (
            <QueueList
              label={t('decisions.list')}
              rows={rows}
              at={at}
              about={(row) => t(`decisions.why.${whyItWaits(row)}`)}
              onShow={show}
            />
          )}
          <div class="decisions-screen__one">
            <nav class="decisions-screen__steps" aria-label={t('decisions.list')}>
              <IconButton
                icon="back"
                label={t('decisions.previous')}
                disabled={at === 0}
                onClick={() => show(at - 1)}
              />
              <p class="figures">{t('decisions.at', { at: at + 1, total: rows.length })}</p>
              <IconButton
                icon="forward"
                label={t('decisions.next')}
                disabled={at >= rows.length - 1}
                onClick={() => show(at + 1)}
              />
              {desk && mayDecide && <p class="decisions-screen__keys">{t('decisions.keys')}</p>}
            </nav>
            <DecisionCard
              key={current.id}
              row={current}
              onAnswered={() => setPlace({ id: current.id, at })}
            />
          </div>
        </div>
      )}
    </>
  );
}
