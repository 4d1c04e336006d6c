/** How work flows: what stands where, how long it takes, how much is finished, what grows old, how soon people are answered. */
import { flowStages } from '../../../shared/process/kpis/flow.ts';
import type { Insights } from '../../../shared/process/kpis/insights.ts';
import type { InsightsAddress } from '../../projection/insights-address.ts';
import type { InsightsAnswer } from '../../projection/search-messages.ts';
import { pathTo } from '../../routes.ts';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { AgeingList } from './ageing-list.tsx';
import { BarChart } from './bar-chart.tsx';
import { ChartOrTable } from './chart-or-table.tsx';
import { CycleChart } from './cycle-chart.tsx';
import { FlowChart } from './flow-chart.tsx';
import { Later } from './later.tsx';
import { useDayText } from './use-day-text.ts';

type FlowPartProps = {
  readonly insights: Insights;
  readonly named: InsightsAnswer['named'];
  readonly address: InsightsAddress;
};

export function FlowPart({ insights, named, address }: FlowPartProps) {
  const { t } = useWords();
  return (
    <Section title={t('insights.flow')}>
      <Cumulative flow={insights.flow} />
      <Later>
        <div class="insights__pair">
          <Cycle insights={insights} />
          <Throughput throughput={insights.throughput} />
        </div>
        <div class="insights__pair">
          <AgeingList ageing={insights.ageing} named={named} address={address} />
          <Answers answers={insights.answers} />
        </div>
      </Later>
    </Section>
  );
}

function Cumulative({ flow }: Pick<Insights, 'flow'>) {
  const { t, format } = useWords();
  const dayText = useDayText();
  return (
    <ChartOrTable
      title={t('insights.cumulative')}
      hint={t(flow.length === 0 ? 'insights.noFlow' : 'insights.cumulativeHint')}
      {...(flow.length > 0 && { chart: <FlowChart points={flow} /> })}
      columns={[t('insights.day'), ...flowStages.map((stage) => t(`stage.${stage}`))]}
      rows={() =>
        flow
          .map(({ day, counts }) => [
            dayText(day),
            ...flowStages.map((stage) => format.number(counts[stage])),
          ])
          .toReversed()
      }
    />
  );
}

function Cycle({ insights: { cycle, period, flow } }: { readonly insights: Insights }) {
  const { t, format } = useWords();
  const dayText = useDayText();
  const { percentiles, count, points, isGathered } = cycle;
  const to = flow.at(-1)?.day ?? period.to;
  return (
    <ChartOrTable
      title={t('insights.cycle')}
      hint={
        percentiles === undefined
          ? t('insights.noCycle')
          : t('insights.cycleHint', { count, ...percentiles })
      }
      {...(percentiles !== undefined && {
        chart: <CycleChart cycle={{ ...cycle, percentiles }} from={period.from} to={to} />,
      })}
      columns={[
        t(isGathered ? 'insights.closedUpTo' : 'insights.closedOn'),
        t(isGathered ? 'insights.daysUpTo' : 'insights.days'),
        t('insights.count'),
      ]}
      rows={() =>
        points
          .map((point) => [
            point.count === 1 && !isGathered ? (
              <a href={pathTo.improvement(point.id)}>{dayText(point.day)}</a>
            ) : (
              dayText(point.day)
            ),
            format.number(point.days),
            format.number(point.count),
          ])
          .toReversed()
      }
    />
  );
}

function Throughput({ throughput }: Pick<Insights, 'throughput'>) {
  const { t, format } = useWords();
  const dayText = useDayText();
  const isEmpty = throughput.length === 0;
  return (
    <ChartOrTable
      title={t('insights.throughput')}
      hint={t(isEmpty ? 'insights.noFlow' : 'insights.throughputHint')}
      {...(!isEmpty && {
        chart: <BarChart label={t('insights.throughput')} bars={throughput} />,
      })}
      columns={[t('insights.day'), t('insights.closed')]}
      rows={() =>
        throughput.map(({ day, count }) => [dayText(day), format.number(count)]).toReversed()
      }
    />
  );
}

function Answers({ answers }: Pick<Insights, 'answers'>) {
  const { t } = useWords();
  const { percentiles, answered, owed, oldestOwedDays } = answers;
  return (
    <section class="chart-or-table">
      <h3 class="chart-or-table__title">{t('insights.answers')}</h3>
      <p>
        {percentiles === undefined
          ? t('insights.answersNone')
          : t('insights.answersTook', { count: answered, ...percentiles })}
      </p>
      <p>
        {owed === 0
          ? t('insights.answersOwedNone')
          : t('insights.answersOwed', { count: owed, days: oldestOwedDays })}
      </p>
    </section>
  );
}
