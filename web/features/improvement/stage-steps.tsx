/** What may come next: the step or two that lead on as buttons, all others behind one more. */
import { useState } from 'preact/hooks';
import { workStageFor } from '../../../shared/process/facts.ts';
import type { CommandType } from '../../../shared/process/commands.ts';
import type { Step } from '../../../shared/process/stages.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useLimitGate } from '../board/use-limit-gate.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { DecisionSheet } from './decision-sheet.tsx';
import { isOffered, stepKey, useStepName } from './decision-words.ts';

type StageStepsProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
};

/** Beside them a screen reader's list, and a phone's width, would be full. */
const shownAtOnce = 2;

export function StageSteps({ improvement, state }: StageStepsProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const stepName = useStepName();
  const pending = useReadable(improvement.pendingDecisions);
  const gate = useLimitGate();
  const [asked, setAsked] = useState<CommandType | 'more'>();
  if (pending.length > 0) return null;

  const offered = state.steps.filter((step) => isOffered(step, state));
  const forward = offered.filter(leadsOn).slice(0, shownAtOnce);
  const others = offered.filter((step) => !forward.includes(step));

  const take = (step: Step) => {
    if (step.by !== 'register') return setAsked(step.by);
    setAsked(undefined);
    const { to } = step;
    const value = to === 'back' || to === 'same' ? undefined : workStageFor(to);
    if (to === 'back' || to === 'same' || value === undefined) return;
    const move = (told: string | undefined) => {
      improvement.change({ type: 'setField', field: 'stage', value });
      showToast({
        text: told ?? t('stages.moved', { stage: t(`stage.${to}`) }),
        action: { label: t('app.undo'), onClick: improvement.undo.undo },
      });
    };
    void gate.pass({ improvement, to, onPass: move, onStay: () => undefined });
  };

  if (offered.length === 0) return <p class="stage-bar__none">{t('stages.none')}</p>;
  return (
    <>
      <div class="stage-bar__steps" role="group" aria-label={t('stages.next')}>
        {forward.map((step, at) => (
          <Button
            key={stepKey(step)}
            kind={at === 0 ? 'primary' : 'plain'}
            onClick={() => take(step)}
          >
            {stepName(step)}
          </Button>
        ))}
        {others.length > 0 && (
          <Button kind={forward.length === 0 ? 'plain' : 'quiet'} onClick={() => setAsked('more')}>
            {t('stages.more')}
          </Button>
        )}
      </div>
      {gate.sheet}
      {asked === 'more' && (
        <Sheet
          title={t('stages.moreTitle')}
          closeLabel={t('app.close')}
          onClose={() => setAsked(undefined)}
        >
          <div class="stage-bar__other">
            {others.map((step) => (
              <Button key={stepKey(step)} onClick={() => take(step)}>
                {stepName(step)}
              </Button>
            ))}
          </div>
        </Sheet>
      )}
      {asked !== undefined && asked !== 'more' && (
        <DecisionSheet
          key={asked}
          improvement={improvement}
          type={asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

const onwards: readonly Step['to'][] = [
  'assessing',
  'approved',
  'planned',
  'inProgress',
  'reviewing',
  'closed',
];

/** Later on the way than where it comes from, or back from where it rests. */
const leadsOn = ({ from, to, by }: Step): boolean =>
  by === 'resume' ||
  by === 'ruleEscalation' ||
  onwards.indexOf(to) > Math.max(...from.map((stage) => onwards.indexOf(stage)), -1);
