/** What an answer does to the record that it is given to, whether to one or to several at once. */
import type { DecideFailure, OpenImprovement } from '../../services/improvement.ts';

/** The failure, when it could not be asked for. */
export async function takeUp(
  improvement: OpenImprovement,
  isLocal: boolean,
): Promise<DecideFailure | undefined> {
  // Whoever works alone has nobody to tell.
  const decided = isLocal ? undefined : await improvement.decide({ type: 'acknowledge' });
  if (decided?.ok === false) return decided.error;
  improvement.change({ type: 'setField', field: 'stage', value: 'assessing' });
  return undefined;
}

/** That somebody has looked at it stays said. */
export const putBack = (improvement: OpenImprovement): void =>
  improvement.change({ type: 'setField', field: 'stage', value: 'idea' });

export function askAuthor(improvement: OpenImprovement, question: string): void {
  improvement.comment(question);
  improvement.change({ type: 'setField', field: 'waitingForRequester', value: 'yes' });
}
