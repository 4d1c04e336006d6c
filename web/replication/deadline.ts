/** A request that gets no answer in time counts as unanswered: half-open connections give no error. */
import { type Err, err } from '../../shared/result.ts';
import type { TimersDep } from '../local/deps.ts';
import type { Answer, TransportFailure } from './transport.ts';

/** Enough for a page of 1 MiB over a slow mobile network. */
export const requestDeadlineMs = 20_000;

export async function withDeadline<T>(
  deps: TimersDep,
  request: (signal: AbortSignal) => Answer<T>,
): Answer<T> {
  const controller = new AbortController();
  let cancel: () => void = () => undefined;
  const tooLate = new Promise<Err<TransportFailure>>((resolve) => {
    cancel = deps.setTimer(requestDeadlineMs, () => {
      resolve(err({ type: 'unreachable' }));
      controller.abort();
    });
  });
  const answer = await Promise.race([request(controller.signal), tooLate]);
  cancel();
  return answer;
}
