/** What of an approved record was changed since: both values, whose hand, and that it has to be approved again. */
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { Someone } from '../../../shared/domain/improvement.ts';
import type { CasePart } from '../../../shared/domain/case-parts.ts';
import { termsIn } from '../../../shared/process/approval.ts';
import type { ImprovementState } from '../../services/improvement.ts';
import { Icon } from '../../ui/icon.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import { changedParts, frozenNow } from './case-now.ts';
import { useCaseWords } from './case-words.ts';
import './changed-notice.css';

export function ChangedNotice({ state }: { readonly state: ImprovementState }) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const words = useCaseWords(state.facts);
  const parts = changedParts(state);
  const before = state.decisions.approval?.said.frozen;
  if (parts.length === 0 || before === undefined) return null;
  const now = frozenNow(state, termsIn(before));
  const who = (part: CasePart): string => {
    const someone = changedBy(part, state);
    return someone === undefined ? '' : nameOf(people, me, someone, t);
  };
  return (
    <section class="changed-notice" aria-label={t('approval.changed')} data-testid="changed">
      <p class="changed-notice__title" role="status">
        <Icon name="warning" />
        {t('approval.changed')}
      </p>
      <p class="changed-notice__hint">{t('approval.changedHint')}</p>
      <dl class="changed-notice__parts">
        {parts.map((part) => (
          <div key={part}>
            <dt class="changed-notice__name">{words.name(part)}</dt>
            <dd class="changed-notice__values">
              <del class="changed-notice__was">{words.value(part, before)}</del>{' '}
              <ins class="changed-notice__now">{words.value(part, now)}</ins>
              {who(part) !== '' && <span class="changed-notice__who"> {who(part)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Of lists and sums nobody alone has changed them: the history knows. */
function changedBy(part: CasePart, state: ImprovementState): Someone | PersonId | undefined {
  switch (part) {
    case 'cost':
    case 'fundingAsked':
    case 'currency':
    case 'route':
      return state.fields[part].standing[0]?.by;
    case 'target':
      return state.decisions.targets.at(-1)?.by;
    default:
      return undefined;
  }
}
