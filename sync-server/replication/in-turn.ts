/** Requests that come one after the other on one stream: a few are under way at a time, answers keep their order. */
import type { Result } from '../../shared/result.ts';

/** One being stored, one being judged, one being read: more would only wait in memory. */
const maxFlights = 3;

/**
 * `begin` resolves when the request has its place in the order; the next one is begun after that. Ends with the
 * first answer that is an error.
 */
export async function* inTurn<Request, Answer extends Result<unknown, unknown>>(
  requests: AsyncIterator<Request>,
  begin: (request: Request) => Promise<{ readonly answered: Promise<Answer> }>,
): AsyncGenerator<Answer> {
  const flights: Promise<Answer>[] = [];
  let arriving: Promise<IteratorResult<Request>> | undefined = requests.next();
  try {
    while (arriving !== undefined || flights.length > 0) {
      const mayArrive = flights.length < maxFlights ? arriving : undefined;
      const answer = await answerBefore(flights[0], mayArrive);
      if (answer !== undefined) {
        void flights.shift();
        yield answer;
        if (!answer.ok) return;
        continue;
      }
      const arrived: IteratorResult<Request> | undefined = await arriving;
      arriving = undefined;
      if (arrived === undefined || arrived.done === true) continue;
      flights.push((await begin(arrived.value)).answered);
      arriving = requests.next();
    }
  } finally {
    // Whoever stops listening is told nothing more: what is under way is stored all the same.
    for (const promise of [arriving, ...flights]) promise?.catch(() => {});
    void requests.return?.();
  }
}

/** undefined when a request came first. */
function answerBefore<Answer>(
  answer: Promise<Answer> | undefined,
  request: Promise<unknown> | undefined,
): Promise<Answer | undefined> {
  const arrived = request?.then(() => undefined);
  return Promise.race([answer, arrived].filter((promise) => promise !== undefined));
}
