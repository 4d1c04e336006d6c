/** Asks for a decision, tells that it is on its way, and lets it be taken back while it has not left the device. */
import type { CommandRequest } from '../../../shared/process/commands.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { decideFailureText } from './decision-words.ts';

/** Resolves to why nothing was asked for; undefined: it is stored on this device. */
export type Decide = (request: CommandRequest) => Promise<string | undefined>;

export function useDecide(improvement: OpenImprovement, onDecided: () => void): Decide {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const takeBack = async (uid: Parameters<OpenImprovement['takeBackDecision']>[0]) => {
    const isBack = await improvement.takeBackDecision(uid);
    showToast({ text: t(isBack ? 'pending.takenBack' : 'pending.alreadySent') });
  };
  return async (request) => {
    const decided = await improvement.decide(request);
    if (!decided.ok) return t(decideFailureText(decided.error));
    onDecided();
    const pending = improvement.pendingDecisions.get().at(-1);
    showToast({
      text: t('decided.kept', { command: t(`command.${request.type}`) }),
      ...(pending?.isSent === false && {
        action: { label: t('app.undo'), onClick: () => void takeBack(pending.uid) },
      }),
    });
    return undefined;
  };
}
