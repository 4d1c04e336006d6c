/** What an answer does to the record that it is given to, whether to one or to several at once. */
import type { Uid } from '../../../shared/domain/ids.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
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

/**
 * Takes back what was decided: out of the outbox as long as it has not left this device, else by what undoes it.
 * The failure, when neither can be done now.
 */
export async function takeBack(
  improvement: OpenImprovement,
  uid: Uid,
  opposite: CommandRequest,
): Promise<DecideFailure | undefined> {
  if (await improvement.takeBackDecision(uid)) return undefined;
  const decided = await improvement.decide(opposite);
  return decided.ok ? undefined : decided.error;
}

/** It waits for an answer no longer. What was said stays said. */
export const stopAsking = (improvement: OpenImprovement): void =>
  improvement.change({ type: 'setField', field: 'waitingForRequester', value: '' });

export function askAuthor(improvement: OpenImprovement, question: string): void {
  improvement.comment(question);
  improvement.change({ type: 'setField', field: 'waitingForRequester', value: 'yes' });
}
