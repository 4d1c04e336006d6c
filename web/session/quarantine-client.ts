/** Refused edits of others that wait for this person's decision, asked of the server. */
import { paths } from '../../shared/protocol/paths.ts';
import { decisionAnswer, quarantineAnswer } from '../../shared/protocol/quarantine.ts';
import type { HttpDeps } from '../replication/http-transport.ts';
import type { QuarantineService } from '../services/drafts.ts';
import { createAsk } from './ask-json.ts';

export function createQuarantineClient(deps: HttpDeps): QuarantineService {
  const ask = createAsk(deps);
  return {
    read: (beforeN) => {
      const query = beforeN === undefined ? '' : `?before=${beforeN}`;
      return ask(paths.quarantine + query, quarantineAnswer);
    },
    decide: ({ docId, uid }, decision) =>
      ask(`${paths.quarantine}/${docId}/${uid}/${decision}`, decisionAnswer, {}),
  };
}
