/** Keeps a coaching card, and writes on the storyboard what it says of the last and the next step. */
import { resultsOf } from '../../../shared/process/kata.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { setItem } from '../items/set-item.ts';
import { localDay } from '../local-day.ts';
import { storyboardOf } from './use-start-card.ts';

/** `cardId`: of a card that stands. False: whoever keeps it may fill cards only, and the storyboard stays as it is. */
export function keepCard(improvement: OpenImprovement, cardId: string, nowMs: number): boolean {
  // As it stands now: the last answer may have been kept a moment ago, by the same tap.
  const state = improvement.state.get();
  const card = state.items('coachings').find(({ id }) => id === cardId);
  if (card === undefined) return false;
  const mayTell = state.isAllowed('editRecord');
  let experiment = '';
  if (mayTell) {
    const { last, obstacles, next } = resultsOf(card.values, storyboardOf(improvement, state));
    if (last !== undefined) setItem(improvement, 'experiments', last.id, last.change);
    for (const { id, change } of obstacles) setItem(improvement, 'obstacles', id, change);
    if (next !== undefined) experiment = improvement.addItem('experiments', next);
  }
  setItem(improvement, 'coachings', cardId, {
    closedOn: localDay(nowMs),
    ...(experiment !== '' && { experiment }),
  });
  return mayTell;
}
