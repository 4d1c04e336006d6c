/** "I see this too": who else has the same trouble; and who wants to hear what becomes of it. */
import type { Someone } from '../../../shared/domain/improvement.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Button } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { findPerson, isMe } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import { joinPersons, type Joined } from './use-joined.ts';
import './support.css';

type SupportProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
  /** Its duplicates. */
  readonly joined: readonly Joined[];
};

export function Support({ improvement, state, joined }: SupportProps) {
  const { t } = useWords();
  const { supportedByMe } = state;
  const supporters = joinPersons(state.supporters, ...joined.map((one) => one.supporters));
  return (
    <div class="support">
      <Button
        disabled={!state.isAllowed('vote')}
        icon={supportedByMe ? 'check' : 'eye'}
        pressed={supportedByMe}
        onClick={() => improvement.change({ type: 'support', on: !supportedByMe })}
      >
        {t('record.support')}
      </Button>
      <p class="support__count figures" role="status">
        {supporters.length > 0 && t('record.supporters', { count: supporters.length })}
      </p>
      <Watch improvement={improvement} state={state} joined={joined} />
    </div>
  );
}

function Watch({ improvement, state, joined }: SupportProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const watchers = state.sets.watchers as readonly Someone[];
  // Before joining, a person watches as one of their devices.
  const mine = watchers.filter((watcher) => isMe(people, me, watcher));
  const all = joinPersons(watchers, ...joined.map((one) => one.watchers));
  const persons = new Set(all.map((watcher) => findPerson(people, watcher)?.id ?? watcher));
  const watch = (entry: string, on: boolean) =>
    improvement.change({ type: 'setEntry', field: 'watchers', entry, on });
  return (
    <>
      <Button
        icon={mine.length > 0 ? 'check' : 'history'}
        pressed={mine.length > 0}
        disabled={!state.isAllowed('comment')}
        onClick={() => {
          if (mine.length === 0) watch(me, true);
          for (const entry of mine) watch(entry, false);
        }}
      >
        {t('record.watch')}
      </Button>
      <p class="support__count figures" role="status">
        {persons.size > 0 && t('record.watchers', { count: persons.size })}
      </p>
    </>
  );
}
