/** Did we get there? The verdict beside what the figures proposed, what was promised beside what came, what is next. */
import type { PersonId } from '../../../shared/domain/ids.ts';
import { type Fact, isFact } from '../../../shared/process/facts.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { useValueText } from '../charts/value-text.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { useFollowUp } from '../links/use-follow-up.ts';
import { useReadable } from '../use-readable.ts';
import { cameBy, PromisedCame } from './promised-came.tsx';
import { ProposedVerdictView } from './proposed-verdict.tsx';
import { type Evaluation, useEvaluation } from './use-evaluation.ts';
import './evaluation-part.css';

export function EvaluationPart({ improvement, state }: StoryPartProps) {
  const { t } = useWords();
  const evaluation = useEvaluation(state);
  const { end, targets } = state.decisions;
  if (end !== undefined && isFact(end, 'confirmVerdict')) {
    return <Closed improvement={improvement} state={state} fact={end} />;
  }
  if (evaluation === undefined) return null;
  return (
    <div class="evaluation-part">
      {targets.length === 0 ? (
        <p class="evaluation-part__hint">{t('closing.teach')}</p>
      ) : (
        <>
          <Proposed evaluation={evaluation} />
          <PromisedCame state={state} came={cameBy(evaluation.proposed)} />
        </>
      )}
    </div>
  );
}

function Proposed({ evaluation }: { readonly evaluation: Evaluation }) {
  const text = useValueText(evaluation.measured);
  return <ProposedVerdictView {...evaluation} text={text} isSoFar />;
}

type ClosedProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
  readonly fact: Fact<'confirmVerdict'>;
};

function Closed({ improvement, state, fact }: ClosedProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const keepNext = useFollowUp(improvement);
  const { said, by, at } = fact;
  const realised = state.items('risks').filter(({ values }) => values.realisedOn !== '');
  const title = state.fields.title.value;
  return (
    <div class="evaluation-part">
      <p class="evaluation-part__verdict">
        <strong>{t(`verdict.${said.verdict}`)}</strong>
        <span class="evaluation-part__hint">
          {t('closing.by', { name: nameOf(people, me, by as PersonId, t), day: format.date(at) })}
        </span>
      </p>
      {said.proposed !== undefined && (
        <p class="evaluation-part__hint">
          {said.proposed === said.verdict
            ? t('closing.confirmed')
            : t('closing.overruled', { verdict: t(`verdict.${said.proposed}`) })}
        </p>
      )}
      {said.reason !== undefined && <p class="evaluation-part__reason">{said.reason}</p>}
      <PromisedCame
        state={state}
        came={{ value: said.came, cost: said.actualCost, benefit: said.actualBenefit, at }}
      />
      {said.actualDays !== undefined && (
        <p class="evaluation-part__hint">{t('closing.took', { count: said.actualDays })}</p>
      )}
      {said.unexpected !== undefined && (
        <section>
          <h4 class="evaluation-part__heading">{t('closing.unexpected')}</h4>
          <ul class="evaluation-part__list">
            {said.unexpected.map(({ text, magnitude }, number) => (
              <li key={number}>
                {t('closing.unexpectedLine', { text, weight: t(`closing.weight.${magnitude}`) })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {realised.length > 0 && (
        <section>
          <h4 class="evaluation-part__heading">{t('closing.realisedRisks')}</h4>
          <ul class="evaluation-part__list">
            {realised.map(({ id, values }) => (
              <li key={id}>{values.title}</li>
            ))}
          </ul>
        </section>
      )}
      <Button
        icon="fork"
        onClick={() => void keepNext(t('closing.nextTitle', { title: title.slice(0, 150) }))}
      >
        {t('closing.next')}
      </Button>
    </div>
  );
}
