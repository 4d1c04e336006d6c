/** A score and how it comes about: every mean, weight and product, so that nobody has to believe it. */
import type { MethodScore, ScorePart } from '../../../shared/process/assess.ts';
import type { PriorityField } from '../../../shared/process/priority.ts';
import type { ScoringMethod } from '../../../shared/domain/scoring-methods.ts';
import { criteriaOf, type ScoringModel } from '../../../shared/process/scoring-model.ts';
import { useWords } from '../environment.ts';
import { criterionName, scoreText } from './criterion-words.ts';
import './arithmetic.css';

type ArithmeticProps = {
  readonly model: ScoringModel;
  readonly method: ScoringMethod;
  readonly scored: MethodScore;
};

export function Arithmetic({ model, method, scored }: ArithmeticProps) {
  const { t, format } = useWords();
  const criteria = criteriaOf(model, method);
  const nameOf = (id: string): string => {
    if (method === 'levels') return t(`field.${id as PriorityField}`);
    const criterion = criteria.find((one) => one.id === id);
    return criterion === undefined ? t('criterion.removed') : criterionName(criterion, t);
  };
  if (scored.type === 'notDefined') {
    return (
      <p class="arithmetic__none">
        {scored.reason === 'weights'
          ? t('assess.noWeights')
          : t('assess.notDefined', { missing: format.list(scored.missing.map(nameOf)) })}
      </p>
    );
  }
  return (
    <details class="arithmetic">
      <summary class="arithmetic__score">
        <strong class="arithmetic__figure figures">
          {scoreText(method, scored.score, format)}
        </strong>
        <span>{t(method === 'weighted' ? 'assess.ofHundred' : 'assess.points')}</span>
        <span class="arithmetic__why">{t('assess.why')}</span>
      </summary>
      <table class="arithmetic__table">
        <caption>{t(`method.formula.${method}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('assess.criterion')}</th>
            <th scope="col">{t('assess.mean')}</th>
            {method === 'weighted' && (
              <>
                <th scope="col">{t('assess.normalised')}</th>
                <th scope="col">{t('assess.weight')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {scored.parts.map((part) => (
            <Part key={part.criterion} part={part} name={nameOf(part.criterion)} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Part({ part, name }: { readonly part: ScorePart; readonly name: string }) {
  const { format } = useWords();
  const rounded = (value: number) => format.number(Math.round(value * 100) / 100);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="figures">{rounded(part.mean)}</td>
      {part.weight !== undefined && (
        <>
          <td class="figures">{rounded(part.normalised ?? 0)}</td>
          <td class="figures">{rounded(part.weight)}</td>
        </>
      )}
    </tr>
  );
}
