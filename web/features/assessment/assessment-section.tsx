/**
 * How a record is assessed: the score and how it comes about, one's own scores, and those of others once one
 * has scored, so that nobody is led by who came first.
 */
import { useId, useState } from 'preact/hooks';
import { type Assessment, assess, scoreBy } from '../../../shared/process/assess.ts';
import { type ScoringMethod, scoringMethods } from '../../../shared/domain/scoring-methods.ts';
import { criteriaOf, type ScoringModel } from '../../../shared/process/scoring-model.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { DecisionSheet } from '../improvement/decision-sheet.tsx';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { useReadable } from '../use-readable.ts';
import { Arithmetic } from './arithmetic.tsx';
import { criterionName } from './criterion-words.ts';
import { type PeopleScores, scoresOfPeople } from './people-scores.ts';
import { ScoreField } from './score-field.tsx';
import { useScoringModel } from './use-scoring-model.ts';
import { WhoScored } from './who-scored.tsx';
import './assessment-section.css';

type RecordProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
};

export function AssessmentSection({ improvement, state }: StoryPartProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const model = useScoringModel();
  const people = useReadable(services.session.people);
  const [method, setMethod] = useState<ScoringMethod>(model.method);
  const scores = scoresOfPeople(state.scores, people);
  const shown = { ...model, method };
  const assessment = assess(shown, scores.byCriterion);
  const id = useId();
  return (
    <section class="assessment" aria-label={t('assess.title')}>
      <div class="assessment__method">
        <label for={id}>{t('assess.method')}</label>
        <select
          id={id}
          class="field__input assessment__select"
          value={method}
          onChange={(event) =>
            setMethod(scoringMethods.find((one) => one === event.currentTarget.value) ?? method)
          }
        >
          {scoringMethods.map((one) => (
            <option key={one} value={one}>
              {t(`method.${one}`)}
              {one === model.method ? ` (${t('assess.published')})` : ''}
            </option>
          ))}
        </select>
      </div>
      <Arithmetic
        model={shown}
        method={method}
        scored={scoreBy(method, model, {
          scores: scores.byCriterion,
          urgency: state.fields.urgency.value,
          value: state.fields.value.value,
          cost: state.fields.cost.value,
        })}
      />
      <Scores
        improvement={improvement}
        state={state}
        model={shown}
        scores={scores}
        assessment={assessment}
      />
      <Contested improvement={improvement} state={state} assessment={assessment} />
    </section>
  );
}

type ScoresProps = RecordProps & {
  readonly model: ScoringModel;
  readonly scores: PeopleScores;
  readonly assessment: Assessment;
};

function Scores({ improvement, state, model, scores, assessment }: ScoresProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const me = useReadable(services.session.me);
  const [isShown, setShown] = useState(false);
  const criteria = criteriaOf(model);
  const own = scores.of(me);
  const mayScore = state.isAllowed('score');
  const left = criteria.filter(({ id }) => !own.has(id));
  const isRevealed = isShown || !mayScore || left.length === 0;
  if (criteria.length === 0) return <p class="assessment__note">{t('assess.levelsOnly')}</p>;
  return (
    <>
      {mayScore && (
        <p class="assessment__note" role="status">
          {left.length === 0
            ? t('assess.allScored')
            : t('assess.left', { done: criteria.length - left.length, all: criteria.length })}
        </p>
      )}
      <ul class="assessment__criteria">
        {criteria.map((criterion) => {
          const summary = assessment.summaries.find((one) => one.criterion.id === criterion.id);
          return (
            <li key={criterion.id} class="assessment__criterion">
              {mayScore ? (
                <ScoreField
                  criterion={criterion}
                  value={own.get(criterion.id)}
                  onScore={(value) =>
                    improvement.change({ type: 'score', criterion: criterion.id, value })
                  }
                />
              ) : (
                <p class="score-field__name">{criterionName(criterion, t)}</p>
              )}
              {isRevealed && (
                <p class="assessment__spread figures">
                  {summary === undefined
                    ? t('assess.nobodyYet')
                    : t('assess.summary', {
                        mean: format.number(Math.round(summary.mean * 10) / 10),
                        least: format.number(summary.least),
                        most: format.number(summary.most),
                        count: summary.count,
                      })}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {!isRevealed && (
        <Button kind="quiet" onClick={() => setShown(true)}>
          {t('assess.showOthers')}
        </Button>
      )}
      <WhoScored assessors={scores.assessors(new Set(criteria.map(({ id }) => id)))} />
    </>
  );
}

/** Where people are far apart, the board rules; whoever has a stake may ask it to. */
function Contested({
  improvement,
  state,
  assessment,
}: RecordProps & { readonly assessment: Assessment }) {
  const { t, format } = useWords();
  const [isAsked, setAsked] = useState(false);
  const mayDispute = state.steps.some(({ by }) => by === 'escalate');
  const apart = assessment.summaries
    .filter(({ spread = 0 }) => spread === assessment.spread)
    .map(({ criterion }) => criterionName(criterion, t));
  const dispute = mayDispute && state.decisions.escalation === undefined && (
    <Button kind="quiet" onClick={() => setAsked(true)}>
      {t('assess.dispute')}
    </Button>
  );
  return (
    <>
      {assessment.isContested ? (
        <Notice
          tone="warn"
          icon="warning"
          role="status"
          text={t('assess.contested', { criteria: format.list(apart) })}
        >
          {dispute}
        </Notice>
      ) : (
        <div>{dispute}</div>
      )}
      {isAsked && (
        <DecisionSheet improvement={improvement} type="escalate" onClose={() => setAsked(false)} />
      )}
    </>
  );
}
