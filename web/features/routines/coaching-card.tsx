/** The card that is being filled: one question after the other, kept as it is answered, on whatever device. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Item } from '../../../shared/document/collections.ts';
import {
  type CardQuestion,
  nextQuestion,
  openCardOf,
  questionNumber,
  questionsOf,
  stepBefore,
} from '../../../shared/process/kata.ts';
import { pathToPage } from '../../page-paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { ItemField } from '../items/item-field.tsx';
import { CardFields } from './card-fields.tsx';
import type { RoutineProps } from './choose-routine.tsx';
import { keepCard } from './keep-card.ts';
import './coaching.css';

export function CoachingCard({ improvement, state }: RoutineProps) {
  const { t } = useWords();
  const card = openCardOf(state.items('coachings'));
  if (card === undefined) {
    return (
      <EmptyState title={t('coaching.noCard')} hint={t('coaching.noCardHint')}>
        <ButtonLink kind="primary" href={pathToPage.kata(improvement.id)}>
          {t('coaching.toStoryboard')}
        </ButtonLink>
      </EmptyState>
    );
  }
  return <OpenCard key={card.id} improvement={improvement} state={state} card={card} />;
}

type OpenCardProps = RoutineProps & { readonly card: Item<'coachings'> };

function OpenCard({ improvement, state, card }: OpenCardProps) {
  const { navigation, nowMs, showToast } = useEnvironment();
  const { t } = useWords();
  const isFirstCycle = stepBefore(state.items('experiments'), card.values) === undefined;
  const questions = questionsOf(isFirstCycle);
  const [asked, setAsked] = useState(() => questionToBeginWith(card, isFirstCycle));
  const heading = useRef<HTMLHeadingElement>(null);
  const hasMoved = useRef(false);
  const at = Math.max(0, questions.indexOf(asked));
  const question = questions[at] ?? 'target';
  const isReadOnly = !state.isAllowed('coach');
  const shared = { improvement, state, collection: 'coachings', item: card, isReadOnly } as const;

  // Arriving, focus is where the page put it; from question to question it goes along.
  useEffect(() => {
    if (hasMoved.current) heading.current?.focus();
  }, [question]);

  const go = (by: 1 | -1) => {
    hasMoved.current = true;
    setAsked(questions[at + by] ?? question);
  };
  const keep = () => {
    const isTold = keepCard(improvement, card.id, nowMs());
    showToast({ text: t(isTold ? 'coaching.kept' : 'coaching.keptAlone') });
    navigation.go(pathToPage.kata(improvement.id));
  };

  return (
    <section class="coaching__card" data-testid="coaching-card">
      <p class="coaching__place figures">
        {t('coaching.place', { number: questionNumber[question] })}
      </p>
      <ol class="coaching__steps" aria-hidden="true">
        {questions.map((one, i) => (
          <li key={one} class={`coaching__dot ${i <= at ? 'coaching__dot--reached' : ''}`} />
        ))}
      </ol>
      <h2 class="coaching__question" ref={heading} tabIndex={-1}>
        {t(`coaching.question.${question}`)}
      </h2>
      <p class="routines__hint">{t(`coaching.hint.${question}`)}</p>
      {question === 'target' && (
        <div class="item-fields">
          {(['coach', 'learner', 'on'] as const).map((field) => (
            <ItemField key={field} {...shared} field={field} label={t(`coaching.${field}`)} />
          ))}
        </div>
      )}
      <CardFields key={question} {...shared} question={question} />
      <div class="coaching__moves">
        {at > 0 && <Button onClick={() => go(-1)}>{t('coaching.back')}</Button>}
        {at < questions.length - 1 ? (
          <Button kind="primary" onClick={() => go(1)}>
            {t('coaching.next')}
          </Button>
        ) : (
          !isReadOnly && (
            <Button kind="primary" onClick={keep}>
              {t('coaching.keep')}
            </Button>
          )
        )}
        <ButtonLink kind="quiet" href={pathToPage.kata(improvement.id)}>
          {t('coaching.toStoryboard')}
        </ButtonLink>
      </div>
    </section>
  );
}

/** Where the card was left. What the storyboard knew of the target is asked all the same. */
function questionToBeginWith(card: Item<'coachings'>, isFirstCycle: boolean): CardQuestion {
  const next = nextQuestion(card.values, isFirstCycle) ?? 'see';
  return next === 'actual' ? 'target' : next;
}
