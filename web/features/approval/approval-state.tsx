/** Who has to approve a record of this size, who has done so, and every version that was approved. */
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import { caseParts } from '../../../shared/domain/case-parts.ts';
import { approvalRuleFor } from '../../../shared/process/approval-rules.ts';
import { termsIn } from '../../../shared/process/approval.ts';
import type { Fact } from '../../../shared/process/facts.ts';
import type { ImprovementState } from '../../services/improvement.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import { useSettings } from '../use-settings.ts';
import { frozenNow } from './case-now.ts';
import { useCaseWords } from './case-words.ts';
import './approval-state.css';

export function ApprovalState({ state }: { readonly state: ImprovementState }) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const settings = useSettings();
  const rule = approvalRuleFor(
    settings?.items.approvalRules ?? [],
    frozenNow(state, termsIn(settings?.values)),
  );
  const names = (ids: readonly string[]) =>
    format.list(ids.map((id) => nameOf(people, me, id as Someone, t)));
  const { given, approvals } = state.decisions;
  return (
    <div class="approval-state">
      <p class="approval-state__rule">
        {rule.people.length === 0
          ? t('approval.anyApprover', { count: rule.needed })
          : t('approval.named', { count: rule.needed, names: names(rule.people) })}
      </p>
      {given.length > 0 && (
        <p class="approval-state__given" role="status">
          {t('approval.given', { names: names(given.map(({ by }) => by)) })}
        </p>
      )}
      {approvals.length > 0 && (
        <ol class="approval-state__versions" aria-label={t('approval.versions')}>
          {approvals.map((fact) => (
            <Version key={fact.uid} fact={fact} state={state} />
          ))}
        </ol>
      )}
    </div>
  );
}

type VersionProps = {
  readonly fact: Fact<'approve' | 'ruleEscalation'>;
  readonly state: ImprovementState;
};

/** What was approved at that time; it never changes. */
function Version({ fact, state }: VersionProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const words = useCaseWords(state.facts);
  const { frozen } = fact.said;
  return (
    <li class="approval-state__version" data-testid="approved-version">
      <p>
        {t('approval.by', {
          name: nameOf(people, me, fact.by as PersonId, t),
          day: format.date(fact.at),
        })}
      </p>
      {fact.said.reason !== undefined && <p class="approval-state__reason">{fact.said.reason}</p>}
      {frozen !== undefined && (
        <dl class="approval-state__frozen figures">
          {caseParts
            .filter((part) => part !== 'currency')
            .map((part) => [part, words.value(part, frozen)] as const)
            .filter(([, value]) => value !== t('level.none'))
            .map(([part, value]) => (
              <div key={part}>
                <dt>{words.name(part)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      )}
    </li>
  );
}
