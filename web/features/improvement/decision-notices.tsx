/** Decisions that are on their way, and those that the server did not take: what happened, and what to do. */
import { useState } from 'preact/hooks';
import type {
  ImprovementState,
  OpenImprovement,
  PendingDecision,
  RefusedDecision,
} from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { DecisionSheet } from './decision-sheet.tsx';
import { refusedText } from './decision-words.ts';

type DecisionNoticesProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
};

export function DecisionNotices(props: DecisionNoticesProps) {
  const pending = useReadable(props.improvement.pendingDecisions);
  const refused = useReadable(props.improvement.refusedDecisions);
  return (
    <>
      {refused.map((decision) => (
        <Refused key={decision.uid} {...props} decision={decision} />
      ))}
      {pending.map((decision) => (
        <Pending key={decision.uid} {...props} decision={decision} />
      ))}
    </>
  );
}

type PendingProps = DecisionNoticesProps & { readonly decision: PendingDecision };

function Pending({ improvement, decision }: PendingProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const takeBack = async () => {
    const isBack = await improvement.takeBackDecision(decision.uid);
    showToast({ text: t(isBack ? 'pending.takenBack' : 'pending.alreadySent') });
  };
  return (
    <div data-testid="pending-decision">
      <Notice
        tone="calm"
        icon="sync"
        role="status"
        title={t('pending.title', { command: t(`command.${decision.command.type}`) })}
        text={t('pending.hint')}
      >
        {!decision.isSent && (
          <Button onClick={() => void takeBack()}>{t('pending.takeBack')}</Button>
        )}
      </Notice>
    </div>
  );
}

type RefusedProps = DecisionNoticesProps & { readonly decision: RefusedDecision };

function Refused({ improvement, state, decision }: RefusedProps) {
  const { t } = useWords();
  const pending = useReadable(improvement.pendingDecisions);
  const [isAsking, setAsking] = useState(false);
  const { command, code, uid } = decision;
  const said = 'reason' in command ? command.reason : undefined;
  const why = t(refusedText(code));
  const canAskAgain =
    pending.length === 0 &&
    command.type !== 'freezeTarget' &&
    state.steps.some(({ by }) => by === command.type);
  return (
    <div data-testid="refused-decision">
      <Notice
        tone="warn"
        icon="warning"
        role="alert"
        title={t('refused.title', { command: t(`command.${command.type}`) })}
        text={said === undefined ? why : `${why} ${t('refused.said', { reason: said })}`}
      >
        {canAskAgain && <Button onClick={() => setAsking(true)}>{t('refused.again')}</Button>}
        <Button onClick={() => void improvement.dismissDecision(uid)}>{t('refused.read')}</Button>
      </Notice>
      {isAsking && (
        <DecisionSheet
          improvement={improvement}
          type={command.type}
          said={said}
          onDecided={() => void improvement.dismissDecision(uid)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
