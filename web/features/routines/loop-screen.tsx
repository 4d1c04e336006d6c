/** The OODA log of a record: the turn that goes on with its clock, the times, and the turns before it. */
import { useEffect, useState } from 'preact/hooks';
import type { Item } from '../../../shared/document/collections.ts';
import { loopPhases, phaseAtHand, runningLoop } from '../../../shared/process/ooda.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { RecordPage } from '../improvement/record-page.tsx';
import { ItemField } from '../items/item-field.tsx';
import { setItem } from '../items/set-item.ts';
import type { PageProps } from '../shell/pages.tsx';
import { type RoutineProps, setRoutine } from './choose-routine.tsx';
import { clockText } from './clock-text.ts';
import { LoopLog } from './loop-log.tsx';
import { WhichRecord } from './which-record.tsx';
import './loop-screen.css';

export function LoopScreen({ rest: [id] }: PageProps) {
  const { t } = useWords();
  if (id === undefined) return <WhichRecord routine="ooda" />;
  return (
    <RecordPage
      id={id}
      kind={t('ooda.screen')}
      screenTitle={(name) => t('ooda.screenTitle', { name })}
    >
      {({ improvement, state }) => (
        <div class="loops">
          <NotChosen improvement={improvement} state={state} />
          <Now improvement={improvement} state={state} />
          <LoopLog improvement={improvement} state={state} />
        </div>
      )}
    </RecordPage>
  );
}

function NotChosen({ improvement, state }: RoutineProps) {
  const { t } = useWords();
  if (state.fields.routine.value === 'ooda') return null;
  return (
    <Notice tone="calm" icon="eye" text={t('ooda.notChosen')}>
      {state.isAllowed('editRecord') && (
        <Button kind="quiet" onClick={() => setRoutine(improvement, 'ooda')}>
          {t('ooda.choose')}
        </Button>
      )}
    </Notice>
  );
}

function Now({ improvement, state }: RoutineProps) {
  const { nowMs } = useEnvironment();
  const { t } = useWords();
  const loops = state.items('loops');
  const running = runningLoop(loops);
  const start = () => improvement.addItem('loops', { startedAt: nowMs() });
  if (running !== undefined) {
    return (
      <Running
        key={running.id}
        improvement={improvement}
        state={state}
        loop={running}
        number={loops.indexOf(running) + 1}
        onStart={start}
      />
    );
  }
  return (
    <section class="loops__idle">
      <h2 class="loops__title">{t('ooda.idle')}</h2>
      <p class="routines__hint">{t('ooda.idleHint')}</p>
      {state.isAllowed('editRecord') && (
        <Button kind="primary" onClick={start}>
          {t('ooda.start')}
        </Button>
      )}
    </section>
  );
}

type RunningProps = RoutineProps & {
  readonly loop: Item<'loops'>;
  readonly number: number;
  readonly onStart: () => void;
};

function Running({ improvement, state, loop, number, onStart }: RunningProps) {
  const { nowMs } = useEnvironment();
  const { t } = useWords();
  const isReadOnly = !state.isAllowed('editRecord');
  const atHand = phaseAtHand(loop.values);
  const end = () => setItem(improvement, 'loops', loop.id, { endedAt: nowMs() });
  return (
    <section class="loops__running" data-testid="running-loop">
      <h2 class="loops__title">{t('ooda.running', { number })}</h2>
      <Clock startedAt={Number(loop.values.startedAt)} />
      <div class="loops__phases">
        {loopPhases.map((phase) => (
          <div key={phase} class={`loops__phase ${phase === atHand ? 'loops__phase--now' : ''}`}>
            <ItemField
              improvement={improvement}
              state={state}
              collection="loops"
              item={loop}
              field={phase}
              label={t(`ooda.${phase}`)}
              hint={t(`ooda.hint.${phase}`)}
              isReadOnly={isReadOnly}
            />
          </div>
        ))}
      </div>
      {!isReadOnly && (
        <div class="routines__actions">
          <Button
            kind="primary"
            onClick={() => {
              end();
              onStart();
            }}
          >
            {t('ooda.next')}
          </Button>
          <Button onClick={end}>{t('ooda.end')}</Button>
        </div>
      )}
    </section>
  );
}

const tickMs = 1_000;

/** Counts from the start that the record keeps: it needs no running page. */
function Clock({ startedAt }: { readonly startedAt: number }) {
  const { nowMs } = useEnvironment();
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="loops__clock figures" role="timer">
      {clockText(now - startedAt)}
    </p>
  );
}
