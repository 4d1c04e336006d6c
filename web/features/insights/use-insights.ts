/** The figures for what stands in the address, followed as the register changes. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { improvableItems, kpiContextOf } from '../../../shared/process/kpis/context.ts';
import type { InsightsQuestion } from '../../../shared/process/kpis/insights.ts';
import { periodOn } from '../../../shared/process/kpis/period.ts';
import {
  formatInsights,
  type InsightsAddress,
  parseInsights,
} from '../../projection/insights-address.ts';
import type { InsightsAnswer } from '../../projection/search-messages.ts';
import { pathToPage } from '../../page-paths.ts';
import { useEnvironment } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { useSettings } from '../use-settings.ts';

const dayMs = 86_400_000;

/** What is asked, and the way to ask something else; this quarter until the address says otherwise. */
export function useInsightsAddress(): readonly [
  InsightsAddress,
  (change: Partial<InsightsAddress>) => void,
] {
  const { navigation, nowMs } = useEnvironment();
  const usual = periodOn('quarter', Math.floor(nowMs() / dayMs));
  const [address, setAddress] = useState(() => parseInsights(location.search, usual));
  const ask = (change: Partial<InsightsAddress>) => {
    const next = { ...address, ...change };
    setAddress(next);
    navigation.replaceAddress(pathOfInsights(next));
  };
  return [address, ask];
}

/** Shows the same to whoever opens it, whenever. */
export const pathOfInsights = (address: InsightsAddress): string =>
  `${pathToPage.insights}?${formatInsights(address)}`;

export type InsightsSeen = {
  readonly answer: InsightsAnswer | undefined;
  /** What is shown is of another question, or there is nothing yet. */
  readonly isBusy: boolean;
};

export function useInsights(address: InsightsAddress): InsightsSeen {
  const { services, nowMs } = useEnvironment();
  const settings = useSettings();
  const people = useReadable(services.session.people);
  const asked = formatInsights(address);
  const [seen, setSeen] = useState<{ readonly answer: InsightsAnswer; readonly of: string }>();
  const question = useMemo((): InsightsQuestion => {
    const { period, filter, countsRefused } = address;
    const context = { ...kpiContextOf(settings, people, nowMs()), countsRefused };
    return { period, filter, context, items: improvableItems(settings) };
  }, [asked, settings, people]);
  useEffect(() => {
    let hasLeft = false;
    let stop = () => {};
    const follow = async () => {
      const insights = await services.insights();
      if (hasLeft) return;
      stop = insights.watch(question, (answer) => {
        if (answer !== undefined) setSeen({ answer, of: asked });
      });
    };
    void follow();
    return () => {
      hasLeft = true;
      stop();
    };
  }, [services, question]);
  return { answer: seen?.answer, isBusy: seen?.of !== asked };
}
