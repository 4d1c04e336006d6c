/** What is to be decided, on one page: the case in short, its figures, what was frozen and what has changed. */
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { CasePart } from '../../../shared/domain/case-parts.ts';
import { canvasFields } from '../../../shared/domain/record-values.ts';
import { termsIn } from '../../../shared/process/approval.ts';
import { businessCaseOf } from '../../../shared/process/business-case.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Icon } from '../../ui/icon.tsx';
import { ApprovalState } from '../approval/approval-state.tsx';
import { frozenNow } from '../approval/case-now.ts';
import { useCaseWords } from '../approval/case-words.ts';
import { ChangedNotice } from '../approval/changed-notice.tsx';
import { ReturnPanel } from '../business-case/return-panel.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf, numberOf } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import { useSettings } from '../use-settings.ts';
import { whyItWaits } from './use-decisions.ts';
import './case-on-a-page.css';

type CaseOnAPageProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
  readonly row: ListedImprovement;
};

/** What is decided upon besides the texts; the order is the order on the page. */
const shownParts = [
  'cost',
  'fundingAsked',
  'affectedItems',
  'objectives',
  'route',
  'target',
] as const;

/** That they were not said is worth knowing, too. */
const alwaysShown: ReadonlySet<CasePart> = new Set<CasePart>(['cost', 'target']);

export function CaseOnAPage({ improvement, state, row }: CaseOnAPageProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const words = useCaseWords(state.facts);
  const figures = state.items('figures').map(({ values }) => values);
  const criteria = state.items('successCriteria').map(({ values }) => values);
  const options = state.items('options').map(({ values }) => values);
  const cells = canvasFields
    .map((field) => ({ field, text: improvement.text(field).toString().trim() }))
    .filter(({ text }) => text !== '');
  const description = improvement.text('description').toString().trim();
  const terms = termsIn(useSettings()?.values);
  const now = frozenNow(state, terms);
  const { escalation } = state.decisions;
  const title = row.title === '' ? t('register.untitled') : row.title;

  return (
    <>
      <p class="case-on-a-page__line">
        <span class="figures">{numberOf(row)}</span> · {t(`decisions.why.${whyItWaits(row)}`)}
        {row.createdBy !== '' && ` · ${nameOf(people, me, row.createdBy, t)}`}
      </p>
      <h2 class="case-on-a-page__title">{title}</h2>
      {escalation !== undefined && (
        <div class="case-on-a-page__escalated">
          <p>
            <Icon name="warning" />
            {t('decisions.escalatedBy', {
              name: nameOf(people, me, escalation.by as PersonId, t),
            })}
          </p>
          <p>{escalation.said.reason}</p>
        </div>
      )}
      <ChangedNotice state={state} />
      {description !== '' && description !== title && (
        <p class="case-on-a-page__text">{description}</p>
      )}
      {figures.length > 0 && (
        <ReturnPanel
          businessCase={businessCaseOf(figures, terms.horizonMonths)}
          currency={state.fields.currency.value}
        />
      )}
      <dl class="case-on-a-page__facts">
        {shownParts
          .map((part) => [part, words.value(part, now)] as const)
          .filter(([part, value]) => alwaysShown.has(part) || value !== t('level.none'))
          .map(([part, value]) => (
            <div key={part}>
              <dt>{words.name(part)}</dt>
              <dd class="figures">{value}</dd>
            </div>
          ))}
        {criteria.length > 0 && (
          <div>
            <dt>{t('field.successCriteria')}</dt>
            <dd>{format.list(criteria.map((criterion) => criterion.title))}</dd>
          </div>
        )}
        {options.length > 0 && (
          <div>
            <dt>{t('field.options')}</dt>
            <dd>
              {options.map(({ title: option, chosen }) => (
                <span key={option} class={chosen === 'yes' ? 'case-on-a-page__chosen' : ''}>
                  {chosen === 'yes' && <Icon name="check" />}
                  {option}
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {cells.length === 0 ? (
        <p class="case-on-a-page__line">{t('decisions.noText')}</p>
      ) : (
        <dl class="case-on-a-page__canvas">
          {cells.map(({ field, text }) => (
            <div key={field}>
              <dt>{t(`field.${field}`)}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      <ApprovalState state={state} />
    </>
  );
}
