/** Where a record stands on its way, what was decided about it and why, and what may come next. */
import type { DocumentId, PersonId } from '../../../shared/domain/ids.ts';
import { type Stage, stages } from '../../../shared/domain/improvement.ts';
import { asksReopen, type Fact, isFact } from '../../../shared/process/facts.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Icon } from '../../ui/icon.tsx';
import { StageMark } from '../../ui/stage-mark.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf, stageShapes } from '../improvement-words.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { ChangedNotice } from '../approval/changed-notice.tsx';
import { DecisionNotices } from './decision-notices.tsx';
import { OriginalRecord } from './original-record.tsx';
import { StageSteps } from './stage-steps.tsx';
import './stage-bar.css';

/** The way from an idea to its end; whatever is off it shows how far it had come. */
const path = stages.slice(0, stages.indexOf('closed') + 1);

type StageBarProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
};

export function StageBar({ improvement, state }: StageBarProps) {
  const { t } = useWords();
  const { stage } = state;
  const reached = path.indexOf(stage);
  return (
    <section class="stage-bar" aria-label={t('stages.path')} data-testid="stage-bar">
      <ol class="stage-bar__path" aria-label={t('stages.path')}>
        {path.map((step, at) => (
          <li
            key={step}
            class={`stage-bar__step ${at <= reached ? 'stage-bar__step--reached' : ''}`}
            aria-current={step === stage ? 'step' : undefined}
          >
            <span class="stage-bar__name">{t(`stage.${step}`)}</span>
          </li>
        ))}
      </ol>
      <div class="stage-bar__now">
        <p class="stage-bar__stage" role="status">
          <StageMark shape={stageShapes[stage]} />
          {t(`stage.${stage}`)}
        </p>
        <Standing state={state} />
      </div>
      <ChangedNotice state={state} />
      <DecisionNotices improvement={improvement} state={state} />
      <StageSteps improvement={improvement} state={state} />
    </section>
  );
}

/** The decision under which the record stands as it does: whose, when, why. */
function Standing({ state }: { readonly state: ImprovementState }) {
  const { t } = useWords();
  const { end, hold, approval, escalation, reopenAsked, reopenRefused } = state.decisions;
  const standing = end ?? hold ?? (isUnderWay(state.stage) ? approval : undefined);
  return (
    <>
      {standing !== undefined && <Told fact={standing} />}
      {asksReopen(state.decisions) && reopenAsked !== undefined && (
        <div class="stage-bar__escalated">
          <p class="stage-bar__flag">
            <Icon name="warning" />
            {t('stages.asksReopen')}
          </p>
          <Told fact={reopenAsked} />
        </div>
      )}
      {reopenRefused !== undefined && end !== undefined && <Told fact={reopenRefused} />}
      {escalation !== undefined && (
        <div class="stage-bar__escalated">
          <p class="stage-bar__flag">
            <Icon name="warning" />
            {t('stages.escalated')}
          </p>
          <Told fact={escalation} />
        </div>
      )}
    </>
  );
}

const isUnderWay = (stage: Stage): boolean => stage !== 'idea' && stage !== 'assessing';

function Told({ fact }: { readonly fact: Fact }) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const nowMs = useNow();
  const name = nameOf(people, me, fact.by as PersonId, t);
  const { said } = fact;
  return (
    <div class="stage-bar__told">
      <p class="stage-bar__who">
        {t('stages.decidedBy', { name, when: format.ago(fact.at, nowMs) })}
      </p>
      {isFact(fact, 'markDuplicate') && <OriginalRecord id={fact.said.of as DocumentId} />}
      {isFact(fact, 'confirmVerdict') && (
        <p>{t('stages.verdict', { verdict: t(`verdict.${fact.said.verdict}`) })}</p>
      )}
      {'reason' in said && said.reason !== undefined && (
        <p class="stage-bar__reason">{said.reason}</p>
      )}
      {isFact(fact, 'hold') && (
        <p>{t('stages.reviewOn', { day: format.date(Date.parse(fact.said.reviewOn)) })}</p>
      )}
    </div>
  );
}
