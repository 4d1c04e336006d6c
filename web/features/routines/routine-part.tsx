/** The routine of a record in its story: which one it is, where it stands, and the way to its page. */
import { obstacleAtHand } from '../../../shared/process/kata.ts';
import { medianCycleMs, runningLoop } from '../../../shared/process/ooda.ts';
import { pathToPage } from '../../page-paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { useWords } from '../environment.ts';
import { FieldConflict } from '../improvement/field-conflict.tsx';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { firstLineOf } from '../improvement/story-part.ts';
import { disputedFields } from '../items/disputed-fields.ts';
import { useDayText } from '../items/day-control.tsx';
import { CardDoor } from './card-door.tsx';
import { ChooseRoutine, type RoutineProps } from './choose-routine.tsx';
import { clockText } from './clock-text.ts';
import { Fact } from './fact.tsx';

export function RoutinePart({ improvement, state }: StoryPartProps) {
  const { routine } = state.fields;
  return (
    <div class="routines">
      <ChooseRoutine improvement={improvement} state={state} />
      {(routine.value === 'kata' ||
        state.fields.kataAchieveBy.standing.length > 1 ||
        isDisputed(state, kataLists)) && <KataSummary improvement={improvement} state={state} />}
      {(routine.value === 'ooda' || isDisputed(state, ['loops'])) && (
        <LoopSummary improvement={improvement} state={state} />
      )}
    </div>
  );
}

const kataLists = ['obstacles', 'experiments', 'coachings'] as const;

/** Where a person has to choose between values, the way there is shown whichever routine the record follows. */
const isDisputed = (
  state: RoutineProps['state'],
  lists: readonly ((typeof kataLists)[number] | 'loops')[],
): boolean =>
  lists.some((list) => state.items(list).some((item) => disputedFields(item).length > 0));

function KataSummary({ improvement, state }: RoutineProps) {
  const { t } = useWords();
  const dayText = useDayText();
  const achieveBy = state.fields.kataAchieveBy.value;
  return (
    <>
      <fieldset class="routines__plain" disabled={!state.isAllowed('editRecord')}>
        <FieldConflict
          field="kataAchieveBy"
          read={state.fields.kataAchieveBy}
          onKeep={(value) =>
            improvement.change({ type: 'setField', field: 'kataAchieveBy', value })
          }
        />
      </fieldset>
      <dl class="routines__facts">
        <Fact name={t('field.kataTarget')} value={firstLineOf(improvement.text('kataTarget'))} />
        <Fact name={t('field.kataAchieveBy')} value={dayText(achieveBy)} />
        <Fact
          name={t('routine.obstacleNow')}
          value={obstacleAtHand(state.items('obstacles'))?.values.title}
        />
        <Fact
          name={t('routine.lastStep')}
          value={state.items('experiments').at(-1)?.values.title}
        />
      </dl>
      <div class="routines__actions">
        <ButtonLink href={pathToPage.kata(improvement.id)}>
          {t('routine.openStoryboard')}
        </ButtonLink>
        <CardDoor improvement={improvement} state={state} kind="quiet" />
      </div>
    </>
  );
}

function LoopSummary({ improvement, state }: RoutineProps) {
  const { t } = useWords();
  const loops = state.items('loops');
  const running = runningLoop(loops);
  const median = medianCycleMs(loops.map(({ values }) => values));
  return (
    <>
      <dl class="routines__facts">
        <Fact
          name={t('ooda.ended')}
          value={loops.length === 0 ? undefined : t('routine.turns', { count: loops.length })}
        />
        <Fact
          name={t('ooda.median')}
          value={median === undefined ? undefined : clockText(median)}
        />
        <Fact name={t('ooda.observe')} value={firstLineOf(running?.values.observe ?? '')} />
      </dl>
      <div class="routines__actions">
        <ButtonLink href={pathToPage.ooda(improvement.id)}>{t('routine.openLog')}</ButtonLink>
      </div>
    </>
  );
}
