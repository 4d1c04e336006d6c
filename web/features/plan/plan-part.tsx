/** How a record gets there: the approach, when it is done, the milestones, who takes part, what may go wrong. */
import { roomOfMilestone } from '../../../shared/process/plan-days.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { CollaborativeText } from '../improvement/collaborative-text.tsx';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { useDayText } from '../items/day-control.tsx';
import { ItemField } from '../items/item-field.tsx';
import { ItemList } from '../items/item-list.tsx';
import { setItem } from '../items/set-item.ts';
import { localDay } from '../local-day.ts';
import { tellingWords } from '../capture/similar-words.ts';
import { FittingLessons } from '../lessons/fitting-lessons.tsx';
import { PlanHeading } from './plan-heading.tsx';
import { planDaysOf } from './plan-days.ts';
import { RiskList } from './risk-list.tsx';
import { DueText } from './due-text.tsx';
import { Tick } from './tick.tsx';
import './plan.css';

export type PlanProps = Pick<StoryPartProps, 'improvement' | 'state'>;

export function PlanPart({ improvement, state }: StoryPartProps) {
  const { t, language } = useWords();
  const isReadOnly = !state.isAllowed('editRecord');
  return (
    <div class="plan">
      <FittingLessons
        words={tellingWords(state.fields.title.value, language)}
        affectedItems={state.sets.affectedItems}
        tags={state.sets.tags}
        self={improvement.id}
      />
      {(['planApproach', 'definitionOfDone'] as const).map((field) => (
        <CollaborativeText
          key={field}
          texts={improvement}
          field={field}
          hint={t(`plan.hint.${field}`)}
          readOnly={isReadOnly}
        />
      ))}
      <MilestoneList improvement={improvement} state={state} />
      <InvolvedList improvement={improvement} state={state} />
      <RiskList improvement={improvement} state={state} />
    </div>
  );
}

function MilestoneList({ improvement, state }: PlanProps) {
  const { nowMs } = useEnvironment();
  const { t } = useWords();
  const dayText = useDayText();
  const milestones = state.items('milestones');
  const isReadOnly = !state.isAllowed('editRecord');
  const shared = { improvement, state, collection: 'milestones', isReadOnly } as const;
  return (
    <section>
      <PlanHeading title={t('field.milestones')} count={milestones.length} />
      <ItemList
        improvement={improvement}
        collection="milestones"
        items={milestones}
        label={t('field.milestones')}
        addLabel={t('plan.addMilestone')}
        emptyHint={t('plan.noMilestones')}
        isReadOnly={isReadOnly}
        newItem={(title) => ({ title })}
        isDone={({ values }) => values.doneOn !== ''}
        lead={({ id, values }) => (
          <Tick
            label={t('plan.reached', { title: values.title })}
            isOn={values.doneOn !== ''}
            isReadOnly={isReadOnly}
            onChange={(isOn) =>
              setItem(improvement, 'milestones', id, { doneOn: isOn ? localDay(nowMs()) : '' })
            }
          />
        )}
        summary={({ id, values }) =>
          values.doneOn === '' ? (
            <DueText state={state} item={id} dueOn={values.dueOn} isOpen />
          ) : (
            <span class="plan__meta">{t('plan.reachedOn', { day: dayText(values.doneOn) })}</span>
          )
        }
        details={(item) => (
          <div class="item-fields">
            <ItemField {...shared} item={item} field="title" label={t('plan.what')} />
            <ItemField
              {...shared}
              item={item}
              field="dueOn"
              label={t('plan.due')}
              room={roomOfMilestone(item.id, planDaysOf(state))}
              isAgreed
            />
          </div>
        )}
      />
    </section>
  );
}

function InvolvedList({ improvement, state }: PlanProps) {
  const { t } = useWords();
  const involved = state.items('involved');
  const isReadOnly = !state.isAllowed('editRecord');
  const shared = { improvement, state, collection: 'involved', isReadOnly } as const;
  return (
    <section>
      <PlanHeading title={t('field.involved')} count={involved.length} />
      <ItemList
        improvement={improvement}
        collection="involved"
        items={involved}
        label={t('field.involved')}
        addLabel={t('plan.addInvolved')}
        emptyHint={t('plan.noInvolved')}
        isReadOnly={isReadOnly}
        newItem={(name) => ({ name, kind: 'team' as const })}
        summary={({ values }) => (
          <span class="plan__meta">
            {values.kind !== '' && <span>{t(`choice.${values.kind}`)}</span>}
            {values.note !== '' && <span class="plan__note">{values.note}</span>}
          </span>
        )}
        details={(item) => (
          <div class="item-fields">
            <ItemField {...shared} item={item} field="name" label={t('plan.who')} />
            <ItemField {...shared} item={item} field="kind" label={t('plan.kind')} />
            <ItemField {...shared} item={item} field="note" label={t('plan.changesForThem')} />
          </div>
        )}
      />
    </section>
  );
}
