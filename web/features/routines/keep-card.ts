/** Keeps a coaching card, and writes on the storyboard what it says of the last and the next step. */
import { resultsOf } from '../../../shared/process/kata.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { setItem } from '../items/set-item.ts';
import { localDay } from '../local-day.ts';
import { storyboardOf } from './use-start-card.ts';

type RecordToTell = Pick<OpenImprovement, 'state' | 'text' | 'addItem' | 'change'>;

/** False: whoever keeps it may fill cards only, and the storyboard stays as it is until somebody else tells it. */
export function keepCard(improvement: RecordToTell, cardId: string, nowMs: number): boolean {
  const isTold = improvement.state.get().isAllowed('editRecord');
  if (isTold) tellStoryboard(improvement, cardId);
  setItem(improvement, 'coachings', cardId, { closedOn: localDay(nowMs) });
  return isTold;
}

/** `cardId`: of a card that stands; its next step is added once. */
export function tellStoryboard(improvement: RecordToTell, cardId: string): void {
  // As it stands now: the last answer may have been kept a moment ago, by the same tap.
  const state = improvement.state.get();
  const card = state.items('coachings').find(({ id }) => id === cardId);
  if (card === undefined) return;
  const { last, obstacles, next } = resultsOf(card.values, storyboardOf(improvement, state));
  if (last !== undefined) setItem(improvement, 'experiments', last.id, last.change);
  for (const { id, change } of obstacles) setItem(improvement, 'obstacles', id, change);
  if (next === undefined) return;
  const experiment = improvement.addItem('experiments', next);
  setItem(improvement, 'coachings', cardId, { experiment });
}
