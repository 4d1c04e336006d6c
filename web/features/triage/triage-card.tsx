/** One idea to answer: what it says, how long it waits, what is like it, and the five answers. */
import { useEffect, useState } from 'preact/hooks';
import { answerDaysIn, openAnswer } from '../../../shared/process/answers.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { SimilarIdeas } from '../capture/similar-ideas.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf, numberOf } from '../improvement-words.ts';
import { isTyping } from '../shell/shortcuts.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { useSettings } from '../use-settings.ts';
import { type AskedAnswer, TriageSheet } from './triage-sheet.tsx';
import { useTriageAnswers } from './use-triage-answers.ts';
import './triage-card.css';

/** In the order of their keys, 1 to 5. */
const answersToIdea = ['accept', 'askBack', 'decline', 'duplicate', 'route'] as const;
/** To an author who asks to look again. */
const answersToAsk = ['reopen', 'leave'] as const;
type Answer = (typeof answersToIdea)[number] | (typeof answersToAsk)[number];

/** How long an answer has been owed. */
export function Owed({ forMs, isLate }: ReturnType<typeof openAnswer>) {
  const { t, format } = useWords();
  const age = format.age(forMs);
  return isLate ? (
    <span class="triage-card__late">{t('triage.late', { age })}</span>
  ) : (
    <>{t('triage.age', { age })}</>
  );
}

type TriageCardProps = { readonly row: ListedImprovement; readonly mayAnswer: boolean };

export function TriageCard({ row, mayAnswer }: TriageCardProps) {
  const { services, preferences } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const nowMs = useNow();
  const answers = useTriageAnswers();
  const [asked, setAsked] = useState<AskedAnswer>();
  const answersInOrder: readonly Answer[] = row.asksReopen === true ? answersToAsk : answersToIdea;
  const owed = openAnswer(row, nowMs, answerDaysIn(useSettings()?.values));
  const author = row.createdBy === '' ? t('someone.unknown') : nameOf(people, me, row.createdBy, t);

  const answer = (chosen: Answer) => {
    if (chosen === 'accept') void answers.accept(row);
    else setAsked(chosen);
  };

  useEffect(() => {
    if (!mayAnswer) return undefined;
    const handleKey = (event: KeyboardEvent) => {
      const chosen = answersInOrder[Number(event.key) - 1];
      const isFree =
        !event.repeat && !event.altKey && !event.ctrlKey && !event.metaKey && !event.isComposing;
      if (chosen === undefined || !isFree || !preferences.letterKeys.get()) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      answer(chosen);
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  });

  const title = row.title === '' ? t('register.untitled') : row.title;
  return (
    <article class="triage-card" aria-label={title} data-testid="triage-card">
      <p class="triage-card__line">
        <span class="figures">{numberOf(row)}</span> · {author} ·{' '}
        {row.asksReopen === true ? t(`stage.${row.stage}`) : <Owed {...owed} />}
      </p>
      <h2 class="triage-card__title">{title}</h2>
      {row.asksReopen === true && (
        <>
          <p class="triage-card__asks">{t('triage.asksReopen')}</p>
          <p class="triage-card__text">{row.lastDecision?.reason}</p>
        </>
      )}
      {row.text !== row.title && <p class="triage-card__text">{row.text}</p>}
      {row.affectedItems.length > 0 && (
        <p class="triage-card__line">{format.list(row.affectedItems)}</p>
      )}
      <div class="triage-card__answers" role="group" aria-label={t('triage.answer')}>
        {answersInOrder.map((one, at) => (
          <Button
            key={one}
            kind={at === 0 ? 'primary' : 'plain'}
            disabled={!mayAnswer}
            onClick={() => answer(one)}
          >
            {t(`triage.${one}`)}
            <kbd class="triage-card__key" aria-hidden="true">
              {at + 1}
            </kbd>
          </Button>
        ))}
      </div>
      <ButtonLink kind="quiet" icon="forward" href={pathTo.improvement(row.id)}>
        {t('triage.open')}
      </ButtonLink>
      <SimilarIdeas text={`${row.title}\n${row.text}`} self={row.id} />
      {asked !== undefined && (
        <TriageSheet
          key={asked}
          row={row}
          answer={asked}
          answers={answers}
          onClose={() => setAsked(undefined)}
        />
      )}
    </article>
  );
}
