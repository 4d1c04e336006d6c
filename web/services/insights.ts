/** What screens use of the figures of the practice. */
import type { InsightsQuestion } from '../../shared/process/kpis/insights.ts';
import type { InsightsAnswer } from '../projection/search-messages.ts';

export type InsightsService = {
  /** Soon and after changes, until stopped; undefined while the register is being read. */
  readonly watch: (
    question: InsightsQuestion,
    onAnswer: (answer: InsightsAnswer | undefined) => void,
  ) => () => void;
};
