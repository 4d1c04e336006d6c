/** The coaching cards of a record: the one to fill, and those that were kept, the latest first. */
import type { Item } from '../../../shared/document/collections.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { openCardOf } from '../../../shared/process/kata.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useDayText } from '../items/day-control.tsx';
import { disputedFields } from '../items/disputed-fields.ts';
import { EntryConflicts } from '../items/entry-conflicts.tsx';
import { setItem } from '../items/set-item.ts';
import { useReadable } from '../use-readable.ts';
import { CardDoor } from './card-door.tsx';
import type { RoutineProps } from './choose-routine.tsx';
import { Fact } from './fact.tsx';
import { FoldedEntry } from './folded-entry.tsx';
import { tellStoryboard } from './keep-card.ts';
import './coaching.css';

export function CoachingCards({ improvement, state }: RoutineProps) {
  const { t } = useWords();
  const cards = state.items('coachings');
  const open = openCardOf(cards);
  const kept = cards.filter((card) => card !== open).toReversed();
  return (
    <Section title={t('coaching.title')}>
      <div class="coaching__door">
        <p class="routines__hint">{t('coaching.hint')}</p>
        <CardDoor improvement={improvement} state={state} kind="primary" />
      </div>
      {kept.length === 0 ? (
        <p class="item-list__empty">{t('coaching.none')}</p>
      ) : (
        kept.map((card) => (
          <KeptCard key={card.id} improvement={improvement} state={state} card={card} />
        ))
      )}
    </Section>
  );
}

type KeptCardProps = RoutineProps & { readonly card: Item<'coachings'> };

function KeptCard({ improvement, state, card }: KeptCardProps) {
  const { services, showToast } = useEnvironment();
  const { t } = useWords();
  const dayText = useDayText();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const { values } = card;
  const learner = values.learner === '' ? '' : nameOf(people, me, values.learner as Someone, t);
  const coach = values.coach === '' ? '' : nameOf(people, me, values.coach as Someone, t);
  const obstacle = state.items('obstacles').find(({ id }) => id === values.obstacle);
  const remove = () => {
    setItem(improvement, 'coachings', card.id, { removed: 'yes' });
    showToast({
      text: t('coaching.removed'),
      action: {
        label: t('app.undo'),
        onClick: () => setItem(improvement, 'coachings', card.id, { removed: '' }),
      },
    });
  };
  return (
    <FoldedEntry
      lead={<span class="figures">{dayText(values.on)}</span>}
      more={
        coach === '' || learner === '' ? coach + learner : t('coaching.people', { coach, learner })
      }
      gist={values.nextStep}
      isDisputed={disputedFields(card).length > 0}
    >
      <dl class="routines__facts">
        <Fact name={t('coaching.question.target')} value={values.target} />
        <Fact name={t('coaching.question.actual')} value={values.actual} />
        {(['planned', 'expected', 'happened', 'learned'] as const).map((field) => (
          <Fact key={field} name={t(`coaching.${field}`)} value={values[field]} />
        ))}
        <Fact name={t('coaching.question.inTheWay')} value={values.inTheWay} />
        <Fact name={t('coaching.obstacle')} value={obstacle?.values.title} />
        <Fact name={t('coaching.question.step')} value={values.nextStep} />
        <Fact name={t('coaching.nextExpected')} value={values.nextExpected} />
        <Fact name={t('coaching.question.see')} value={dayText(values.seeOn)} />
      </dl>
      <EntryConflicts
        improvement={improvement}
        collection="coachings"
        item={card}
        isReadOnly={!state.isAllowed('coach')}
      />
      {values.nextStep !== '' && values.experiment === '' && state.isAllowed('editRecord') && (
        <Button onClick={() => tellStoryboard(improvement, card.id)}>{t('coaching.tell')}</Button>
      )}
      {state.isAllowed('coach') && (
        <Button kind="quiet" icon="close" onClick={remove}>
          {t('coaching.remove')}
        </Button>
      )}
    </FoldedEntry>
  );
}
