/** How well improving works: key figures, flow, who delivers and who takes part, for one period and one part of the whole. */
import { may } from '../../../shared/process/permissions.ts';
import type { Insights } from '../../../shared/process/kpis/insights.ts';
import { type InsightsAddress, noFilter } from '../../projection/insights-address.ts';
import type { InsightsAnswer } from '../../projection/search-messages.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { useReadable } from '../use-readable.ts';
import { DeliveriesPart } from './deliveries-part.tsx';
import { FlowPart } from './flow-part.tsx';
import { InsightsFilters } from './insights-filters.tsx';
import { KpiGrid } from './kpi-grid.tsx';
import { Later } from './later.tsx';
import { SourcesPart } from './sources-part.tsx';
import { TeamsPart } from './teams-part.tsx';
import { pathOfInsights, useInsights, useInsightsAddress } from './use-insights.ts';
import './insights.css';
import './insights-print.css';

export function InsightsScreen() {
  const { t } = useWords();
  const heading = useArrivalFocus<HTMLHeadingElement>();
  useScreenTitle(t('insights.title'));
  const isGuest = useIsGuest();
  const [address, ask] = useInsightsAddress();
  return (
    <div class="insights">
      <header class="insights__head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {t('insights.title')}
          </h1>
          <p class="insights__lead">{t('insights.lead')}</p>
        </div>
        {!isGuest && <Actions address={address} />}
      </header>
      {isGuest ? (
        <EmptyState title={t('workspace.guest')} hint={t('workspace.guestHint')} />
      ) : (
        <Figures address={address} ask={ask} />
      )}
    </div>
  );
}

/** Of the register, which is not for guests. */
function useIsGuest(): boolean {
  const { services } = useEnvironment();
  const session = useReadable(services.session.state);
  return (
    session.type === 'joined' &&
    !may({ roles: session.person.roles, editing: session.editing }, 'readRegister')
  );
}

function Figures({ address, ask }: Omit<BodyProps, 'answer'>) {
  const { t } = useWords();
  const { answer, isBusy } = useInsights(address);
  return (
    <>
      <InsightsFilters address={address} ask={ask} choices={answer?.insights.choices} />
      <div
        class={`insights__body ${isBusy ? 'insights__body--busy' : ''}`}
        aria-busy={isBusy}
        data-testid={isBusy ? undefined : 'insights'}
      >
        {answer === undefined ? (
          <p class="insights__counting" role="status">
            {t('insights.counting')}
          </p>
        ) : (
          <Body answer={answer} address={address} ask={ask} />
        )}
      </div>
    </>
  );
}

type BodyProps = {
  readonly answer: InsightsAnswer;
  readonly address: InsightsAddress;
  readonly ask: (change: Partial<InsightsAddress>) => void;
};

function Body({ answer: { insights, named }, address, ask }: BodyProps) {
  const { t } = useWords();
  if (insights.total === 0) return <Nothing insights={insights} ask={ask} />;
  return (
    <>
      <KpiGrid insights={insights} address={address} ask={ask} />
      <Later>
        <FlowPart insights={insights} named={named} address={address} />
        <Later>
          <DeliveriesPart insights={insights} address={address} />
          <div class="insights__pair">
            <SourcesPart sources={insights.sources} title={t('insights.sources')} />
            <TeamsPart teams={insights.teams} />
          </div>
        </Later>
      </Later>
    </>
  );
}

function Nothing({ insights, ask }: Pick<BodyProps, 'ask'> & { readonly insights: Insights }) {
  const { t } = useWords();
  const isFiltered = insights.choices.items.length + insights.choices.teams.length > 0;
  if (!isFiltered)
    return <EmptyState title={t('insights.nothing')} hint={t('insights.nothingHint')} />;
  return (
    <EmptyState title={t('insights.nothingFits')} hint={t('insights.nothingHint')}>
      <Button onClick={() => ask({ filter: noFilter })}>{t('insights.clearFilters')}</Button>
    </EmptyState>
  );
}

function Actions({ address }: Pick<BodyProps, 'address'>) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(pathOfInsights(address), location.href).href);
      showToast({ text: t('insights.linkCopied') });
    } catch {
      showToast({ text: t('insights.linkNotCopied') });
    }
  };
  return (
    <div class="insights__actions">
      <Button icon="link" onClick={() => void copy()}>
        {t('insights.copyLink')}
      </Button>
      <Button icon="download" onClick={() => window.print()}>
        {t('insights.print')}
      </Button>
    </div>
  );
}
