/** The five answers to an idea, each with its way back as long as there is one. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf, numberOf } from '../improvement-words.ts';
import { decideFailureText } from '../improvement/decision-words.ts';
import { askAuthor, putBack, stopAsking, takeBack, takeUp } from './triage-acts.ts';

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

  /** `opposite` takes it back after it has left this device; absent: nothing does. */
  const decideOn = (
    row: ListedImprovement,
    command: CommandRequest,
    said: string,
    opposite?: CommandRequest,
  ) =>
    withRecord(row.id, async (improvement) => {
      const decided = await improvement.decide(command);
      if (!decided.ok) return say(t(decideFailureText(decided.error)));
      if (opposite === undefined) return say(said);
      say(said, () =>
        withRecord(row.id, async (opened) => {
          const failure = await takeBack(opened, decided.value, opposite);
          if (failure !== undefined) say(t(decideFailureText(failure)));
        }),
      );
    });

  const reopening = { type: 'reopen', reason: t('triage.takenBackReason') } as const;

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
        say(t('triage.asked', { number: numberOf(row) }), () => withRecord(row.id, stopAsking));
      }),
    decline: (row, reason) =>
      decideOn(
        row,
        { type: 'decline', reason },
        t('triage.declined', { number: numberOf(row) }),
        reopening,
      ),
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
        { type: 'unmarkDuplicate' },
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
