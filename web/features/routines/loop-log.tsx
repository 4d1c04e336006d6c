/** The turns of an OODA loop that have ended, with the time of each, their median, and what was written in them. */
import type { Item } from '../../../shared/document/collections.ts';
import { cycleMs, loopPhases, medianCycleMs, runningLoop } from '../../../shared/process/ooda.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { firstLineOf } from '../improvement/story-part.ts';
import { disputedFields } from '../items/disputed-fields.ts';
import { EntryConflicts } from '../items/entry-conflicts.tsx';
import { setItem } from '../items/set-item.ts';
import type { RoutineProps } from './choose-routine.tsx';
import { clockText } from './clock-text.ts';
import { Fact } from './fact.tsx';
import { FoldedEntry } from './folded-entry.tsx';

export function LoopLog({ improvement, state }: RoutineProps) {
  const { t } = useWords();
  const loops = state.items('loops');
  const running = runningLoop(loops);
  const before = loops.filter((loop) => loop !== running).toReversed();
  return (
    <Section title={t('ooda.log')}>
      {before.length === 0 ? (
        <p class="item-list__empty">{t('ooda.none')}</p>
      ) : (
        <>
          <Times loops={loops} />
          {before.map((loop) => (
            <Turn
              key={loop.id}
              improvement={improvement}
              state={state}
              loop={loop}
              number={loops.indexOf(loop) + 1}
            />
          ))}
        </>
      )}
    </Section>
  );
}

function Times({ loops }: { readonly loops: readonly Item<'loops'>[] }) {
  const { t, format } = useWords();
  const times = loops.flatMap(({ values }) => cycleMs(values) ?? []);
  const median = medianCycleMs(loops.map(({ values }) => values));
  const last = times.at(-1);
  if (median === undefined || last === undefined) return null;
  const figures = [
    ['ooda.ended', format.number(times.length)],
    ['ooda.median', clockText(median)],
    ['ooda.last', clockText(last)],
  ] as const;
  return (
    <dl class="loops__times">
      {figures.map(([name, value]) => (
        <div key={name} class="loops__time">
          <dt>{t(name)}</dt>
          <dd class="figures">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type TurnProps = RoutineProps & { readonly loop: Item<'loops'>; readonly number: number };

function Turn({ improvement, state, loop, number }: TurnProps) {
  const { nowMs, showToast } = useEnvironment();
  const { t, format } = useWords();
  const { values } = loop;
  const took = cycleMs(values);
  const isOpen = values.endedAt === '';
  const remove = () => {
    setItem(improvement, 'loops', loop.id, { removed: 'yes' });
    showToast({
      text: t('ooda.removed', { number }),
      action: {
        label: t('app.undo'),
        onClick: () => setItem(improvement, 'loops', loop.id, { removed: '' }),
      },
    });
  };
  return (
    <FoldedEntry
      lead={
        <>
          <span>{t('ooda.turn', { number })}</span>
          <span class="loops__took figures">
            {took === undefined ? t(isOpen ? 'ooda.open' : 'ooda.noTime') : clockText(took)}
          </span>
        </>
      }
      more={values.startedAt === '' ? undefined : format.dateTime(values.startedAt)}
      gist={firstLineOf(values.decide) ?? firstLineOf(values.observe) ?? ''}
      isDisputed={disputedFields(loop).length > 0}
    >
      <dl class="routines__facts">
        {loopPhases.map((phase) => (
          <Fact key={phase} name={t(`ooda.${phase}`)} value={values[phase]} />
        ))}
      </dl>
      <EntryConflicts
        improvement={improvement}
        collection="loops"
        item={loop}
        isReadOnly={!state.isAllowed('editRecord')}
      />
      {state.isAllowed('editRecord') && (
        <div class="routines__actions">
          {isOpen && (
            <Button
              kind="quiet"
              onClick={() => setItem(improvement, 'loops', loop.id, { endedAt: nowMs() })}
            >
              {t('ooda.endIt')}
            </Button>
          )}
          <Button kind="quiet" icon="close" onClick={remove}>
            {t('ooda.remove', { number })}
          </Button>
        </div>
      )}
    </FoldedEntry>
  );
}
