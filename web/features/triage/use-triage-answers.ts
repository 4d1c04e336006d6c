/** The five answers to an idea, each with its way back as long as there is one. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf, numberOf } from '../improvement-words.ts';
import { decideFailureText } from '../improvement/decision-words.ts';
import { askAuthor, putBack, takeUp } from './triage-acts.ts';

export type TriageAnswers = {
  readonly accept: (row: ListedImprovement) => Promise<void>;
  readonly askBack: (row: ListedImprovement, question: string) => Promise<void>;
  readonly decline: (row: ListedImprovement, reason: string) => Promise<void>;
  /** What the author asked to look at again goes on, or stays as it is. */
  readonly reopen: (row: ListedImprovement, reason: string) => Promise<void>;
  readonly leave: (row: ListedImprovement, reason: string) => Promise<void>;
  readonly merge: (row: ListedImprovement, into: DocumentId) => Promise<void>;
  readonly route: (row: ListedImprovement, to: Someone) => Promise<void>;
};

export function useTriageAnswers(): TriageAnswers {
  const { services, showToast } = useEnvironment();
  const { t } = useWords();

  /** Opens the record for as long as `act` takes; what it wrote is stored before this resolves. */
  async function withRecord(
    id: DocumentId,
    act: (improvement: OpenImprovement) => Promise<void> | void,
  ): Promise<void> {
    const improvement = await services.improvements.open(id);
    if (improvement === undefined) return showToast({ text: t('triage.failed') });
    try {
      await act(improvement);
    } finally {
      await improvement.close();
    }
  }

  const say = (text: string, undo?: () => Promise<void>) =>
    showToast({
      text,
      ...(undo !== undefined && {
        action: { label: t('app.undo'), onClick: () => void undo() },
      }),
    });

  /** False, and said so, when it could not be asked for. */
  async function decide(improvement: OpenImprovement, command: CommandRequest): Promise<boolean> {
    const decided = await improvement.decide(command);
    if (!decided.ok) say(t(decideFailureText(decided.error)));
    return decided.ok;
  }

  const decideOn = (row: ListedImprovement, command: CommandRequest, said: string) =>
    withRecord(row.id, async (improvement) => {
      // Where a decision can be taken back, its record offers it.
      if (await decide(improvement, command)) say(said);
    });

  return {
    accept: (row) =>
      withRecord(row.id, async (improvement) => {
        const failure = await takeUp(improvement, services.session.state.get().type === 'local');
        if (failure !== undefined) return say(t(decideFailureText(failure)));
        say(t('triage.accepted', { number: numberOf(row) }), () => withRecord(row.id, putBack));
      }),
    askBack: (row, question) =>
      withRecord(row.id, (improvement) => {
        askAuthor(improvement, question);
        // What was said stays said.
        say(t('triage.asked', { number: numberOf(row) }));
      }),
    decline: (row, reason) =>
      decideOn(row, { type: 'decline', reason }, t('triage.declined', { number: numberOf(row) })),
    reopen: (row, reason) =>
      decideOn(
        row,
        row.stage === 'duplicate' ? { type: 'unmarkDuplicate' } : { type: 'reopen', reason },
        t('triage.reopened', { number: numberOf(row) }),
      ),
    leave: (row, reason) =>
      decideOn(row, { type: 'refuseReopen', reason }, t('triage.left', { number: numberOf(row) })),
    merge: (row, into) =>
      decideOn(
        row,
        { type: 'markDuplicate', of: into },
        t('triage.merged', { number: numberOf(row) }),
      ),
    route: (row, to) =>
      withRecord(row.id, (improvement) => {
        const setOwner = (opened: OpenImprovement, value: Someone | '') =>
          opened.change({ type: 'setField', field: 'owner', value });
        setOwner(improvement, to);
        const name = nameOf(services.session.people.get(), services.session.me.get(), to, t);
        say(t('triage.routed', { number: numberOf(row), name }), () =>
          withRecord(row.id, (opened) => setOwner(opened, row.owner)),
        );
      }),
  };
}
