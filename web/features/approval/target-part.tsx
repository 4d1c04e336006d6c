/** Where we want to be: the targets that were frozen, each with its baseline and its day, and the way to another one. */
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../environment.ts';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { useReadable } from '../use-readable.ts';
import { useCaseWords } from './case-words.ts';
import { TargetSheet } from './target-sheet.tsx';
import './target-part.css';

export function TargetPart({ improvement, state }: StoryPartProps) {
  const { t } = useWords();
  const words = useCaseWords(state.facts);
  const pending = useReadable(improvement.pendingDecisions);
  const [isAsking, setAsking] = useState(false);
  const { targets, approval } = state.decisions;
  const approved = approval?.said.frozen?.target;
  const mayFreeze = pending.length === 0 && state.steps.some(({ by }) => by === 'freezeTarget');
  return (
    <section class="target-part" aria-label={t('approval.target')}>
      <h3 class="target-part__title">{t('approval.target')}</h3>
      {targets.length === 0 ? (
        <p class="target-part__hint">{t('target.none')}</p>
      ) : (
        <ol class="target-part__list">
          {targets.map((fact, at) => (
            <li
              key={fact.uid}
              class={at === targets.length - 1 ? '' : 'target-part__former'}
              data-testid="target"
            >
              <span class="figures">{words.target(fact)}</span>
              {fact.n === approved && <span class="target-part__mark">{t('target.approved')}</span>}
            </li>
          ))}
        </ol>
      )}
      {mayFreeze && (
        <Button onClick={() => setAsking(true)}>
          {t(targets.length === 0 ? 'target.set' : 'target.change')}
        </Button>
      )}
      {isAsking && (
        <TargetSheet
          improvement={improvement}
          state={state}
          former={targets.at(-1)}
          isApproved={approval !== undefined}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
