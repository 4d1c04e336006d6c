/** One record to decide on: its case on a page, and the three answers where a thumb reaches them. */
import { useEffect, useState } from 'preact/hooks';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { pathToPage } from '../../page-paths.ts';
import { pathTo } from '../../routes.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { DecisionNotices } from '../improvement/decision-notices.tsx';
import { DecisionSheet } from '../improvement/decision-sheet.tsx';
import { OpenedRecord } from '../improvement/opened-record.tsx';
import { isTyping } from '../shell/shortcuts.ts';
import { useReadable } from '../use-readable.ts';
import { AskBackSheet } from './ask-back-sheet.tsx';
import { CaseOnAPage } from './case-on-a-page.tsx';
import './decision-card.css';

/** In the order of their keys; a ruling answers what was escalated. */
const ruled = ['ruleEscalation', 'decline', 'askBack'] as const;
const approved = ['approve', 'decline', 'askBack'] as const;
export type DecisionAnswer = (typeof ruled)[number] | (typeof approved)[number];

type DecisionCardProps = {
  readonly row: ListedImprovement;
  readonly onAnswered: (answer: DecisionAnswer) => void;
};

export const DecisionCard = (props: DecisionCardProps) => (
  <OpenedRecord id={props.row.id}>
    {(improvement) => <Opened {...props} improvement={improvement} />}
  </OpenedRecord>
);

type OpenedProps = DecisionCardProps & { readonly improvement: OpenImprovement };

function Opened({ row, improvement, onAnswered }: OpenedProps) {
  const { preferences } = useEnvironment();
  const { t } = useWords();
  const state = useReadable(improvement.state);
  const pending = useReadable(improvement.pendingDecisions);
  const [asked, setAsked] = useState<DecisionAnswer>();
  const answers = state.decisions.escalation === undefined ? approved : ruled;
  const mayGive = (answer: DecisionAnswer) => pending.length === 0 && isOffered(answer, state);
  const close = () => setAsked(undefined);

  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const chosen = answers[Number(event.key) - 1];
      const isFree =
        !event.repeat && !event.altKey && !event.ctrlKey && !event.metaKey && !event.isComposing;
      if (chosen === undefined || !isFree || !preferences.letterKeys.get()) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      if (mayGive(chosen)) setAsked(chosen);
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  });

  return (
    <article class="decision-card" aria-label={row.title} data-testid="decision-card">
      <div class="decision-card__page">
        <DecisionNotices improvement={improvement} state={state} />
        <CaseOnAPage improvement={improvement} state={state} row={row} />
        <div class="decision-card__ways">
          <ButtonLink kind="quiet" icon="forward" href={pathTo.improvement(row.id)}>
            {t('decisions.open')}
          </ButtonLink>
          <ButtonLink kind="quiet" icon="forward" href={pathToPage.businessCase(row.id)}>
            {t('case.open')}
          </ButtonLink>
        </div>
      </div>
      <div class="decision-card__answers" role="group" aria-label={t('decisions.actions')}>
        {answers.map((answer, at) => (
          <Button
            key={answer}
            kind={at === 0 ? 'primary' : 'plain'}
            disabled={!mayGive(answer)}
            onClick={() => setAsked(answer)}
          >
            {answer === 'askBack' ? t('decisions.askBack') : t(`command.${answer}`)}
            <kbd class="decision-card__key" aria-hidden="true">
              {at + 1}
            </kbd>
          </Button>
        ))}
      </div>
      {asked === 'askBack' && (
        <AskBackSheet
          improvement={improvement}
          onAsked={() => onAnswered('askBack')}
          onClose={close}
        />
      )}
      {asked !== undefined && asked !== 'askBack' && (
        <DecisionSheet
          key={asked}
          improvement={improvement}
          type={asked}
          onDecided={() => onAnswered(asked)}
          onClose={close}
        />
      )}
    </article>
  );
}

const isOffered = (answer: DecisionAnswer, { steps, isAllowed }: ImprovementState): boolean =>
  answer === 'askBack' ? isAllowed('askBack') : steps.some(({ by }) => by === answer);
