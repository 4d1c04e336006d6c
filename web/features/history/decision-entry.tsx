/** A decision in the history: who took it, in a sentence, and the reason that they gave. */
import type { DocumentId, PersonId } from '../../../shared/domain/ids.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import { type Fact, isFact } from '../../../shared/process/facts.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { OriginalRecord } from '../improvement/original-record.tsx';
import { nameOf } from '../improvement-words.ts';
import { useGroups } from '../use-groups.ts';
import { useReadable } from '../use-readable.ts';
import { useChangeWords } from './history-words.ts';

export function DecisionEntry({ fact }: { readonly fact: Fact }) {
  const { format } = useWords();
  const { who } = useChangeWords();
  const say = useDecisionWords();
  const { at, by, said } = fact;
  return (
    <li class="record-history__entry" data-testid="history-entry">
      <p class="record-history__decision">{say(said, who([by]))}</p>
      {isFact(fact, 'markDuplicate') && <OriginalRecord id={fact.said.of as DocumentId} />}
      {'reason' in said && said.reason !== undefined && (
        <p class="record-history__reason">{said.reason}</p>
      )}
      <p class="record-history__when">
        <time dateTime={new Date(at).toISOString()}>{format.time(at)}</time>
      </p>
    </li>
  );
}

function useDecisionWords(): (said: CommandRequest, who: string) => string {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const groups = useGroups();
  const day = (text: string) => format.date(Date.parse(`${text}T00:00`));
  const nameFor = (whom: string) =>
    groups.find(({ id }) => id === whom)?.title ?? nameOf(people, me, whom as PersonId, t);
  return (said, who) => {
    switch (said.type) {
      case 'ruleEscalation':
        return t('history.decided.ruleEscalation', { who, ruling: t(`ruling.${said.ruling}`) });
      case 'confirmVerdict':
        return t('history.decided.confirmVerdict', { who, verdict: t(`verdict.${said.verdict}`) });
      case 'hold':
        return t('history.decided.hold', { who, day: day(said.reviewOn) });
      case 'freezeTarget':
        return t('history.decided.freezeTarget', {
          who,
          target: said.target,
          day: day(said.dueOn),
        });
      case 'share':
      case 'unshare':
        return t(`history.decided.${said.type}`, { who, name: nameFor(said.person) });
      case 'acknowledge':
      case 'approve':
      case 'decline':
      case 'escalate':
      case 'markDuplicate':
      case 'unmarkDuplicate':
      case 'reopen':
      case 'askReopen':
      case 'refuseReopen':
      case 'withdraw':
      case 'resume':
        return t(`history.decided.${said.type}`, { who });
      default:
        // A newer server decides what this version does not know; a purge leaves no history.
        return t('history.other', { who });
    }
  };
}
