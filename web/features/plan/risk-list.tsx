/** What may go wrong: how likely, how bad, what is done about it, and whether the consumers' side looked at it. */
import type { Item } from '../../../shared/document/collections.ts';
import type { Level } from '../../../shared/domain/improvement.ts';
import { type RiskGrade, riskGrade } from '../../../shared/process/risks.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../environment.ts';
import { FieldConflict } from '../improvement/field-conflict.tsx';
import { YesControl } from '../items/item-controls.tsx';
import { ItemField } from '../items/item-field.tsx';
import { ItemList } from '../items/item-list.tsx';
import { PlanHeading } from './plan-heading.tsx';
import type { PlanProps } from './plan-part.tsx';
import { planDaysOf } from './plan-days.ts';

export function RiskList({ improvement, state }: PlanProps) {
  const { t } = useWords();
  const risks = state.items('risks');
  const isReadOnly = !state.isAllowed('editRecord');
  const shared = { improvement, state, collection: 'risks', isReadOnly } as const;
  const { changesUse, affectsConsumers } = state.fields;
  const needsConsumers = changesUse.value === 'yes' || affectsConsumers.value === 'yes';
  const unseen = risks.filter(({ values }) => values.consumerView !== 'yes').length;
  return (
    <section>
      <PlanHeading title={t('field.risks')} count={risks.length} />
      <div class="plan__touches">
        {(['changesUse', 'affectsConsumers'] as const).map((field) => (
          <div key={field}>
            <YesControl
              label={t(`field.${field}`)}
              isReadOnly={isReadOnly}
              value={state.fields[field].value}
              onChange={(value) => improvement.change({ type: 'setField', field, value })}
            />
            <FieldConflict
              field={field}
              read={state.fields[field]}
              onKeep={(value) => improvement.change({ type: 'setField', field, value })}
            />
          </div>
        ))}
      </div>
      {needsConsumers && unseen > 0 && (
        <Notice tone="calm" icon="eye" text={t('plan.askConsumers', { count: unseen })} />
      )}
      <ItemList
        improvement={improvement}
        collection="risks"
        items={risks}
        label={t('field.risks')}
        addLabel={t('plan.addRisk')}
        emptyHint={t('plan.noRisks')}
        isReadOnly={isReadOnly}
        newItem={(title) => ({ title })}
        summary={(item) => <RiskSummary item={item} needsConsumers={needsConsumers} />}
        details={(item) => (
          <div class="item-fields">
            <div class="item-fields__field--wide">
              <ItemField {...shared} item={item} field="title" label={t('plan.what')} />
            </div>
            <ItemField {...shared} item={item} field="likelihood" label={t('plan.likelihood')} />
            <ItemField {...shared} item={item} field="impact" label={t('plan.impact')} />
            <ItemField {...shared} item={item} field="owner" label={t('field.owner')} />
            <ItemField
              {...shared}
              item={item}
              field="realisedOn"
              label={t('plan.cameTrue')}
              room={{ from: { day: planDaysOf(state).createdOn, because: 'captured' } }}
            />
            <ItemField {...shared} item={item} field="response" label={t('plan.response')} />
            <ItemField
              {...shared}
              item={item}
              field="consumerView"
              label={t('plan.consumerView')}
              hint={t('plan.consumerViewHint')}
            />
          </div>
        )}
      />
    </section>
  );
}

type RiskSummaryProps = { readonly item: Item<'risks'>; readonly needsConsumers: boolean };

function RiskSummary({ item: { values }, needsConsumers }: RiskSummaryProps) {
  const { t } = useWords();
  const grade = riskGrade(values.likelihood, values.impact);
  const levelText = (level: Level | '') => t(`level.${level === '' ? 'none' : level}`);
  return (
    <span class="plan__meta">
      {grade !== undefined && (
        <span class={`plan__risk plan__risk--${grade}`}>
          <RiskMark grade={grade} />
          {t(`plan.risk.${grade}`)}
        </span>
      )}
      {grade !== undefined && (
        <span>
          {t('plan.riskWhy', {
            likelihood: levelText(values.likelihood),
            impact: levelText(values.impact),
          })}
        </span>
      )}
      {values.realisedOn !== '' && <span class="plan__late">{t('plan.hasComeTrue')}</span>}
      {needsConsumers && values.consumerView !== 'yes' && <span>{t('plan.notSeen')}</span>}
    </span>
  );
}

const bars: { readonly [G in RiskGrade]: number } = { low: 1, medium: 2, high: 3 };

/** Told by its shape, too: one, two or three bars. */
const RiskMark = ({ grade }: { readonly grade: RiskGrade }) => (
  <svg class="plan__bars" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    {[0, 1, 2].map((bar) => (
      <rect
        key={bar}
        class={bar < bars[grade] ? 'plan__bar--on' : 'plan__bar'}
        x={1.5 + bar * 5}
        y={10 - bar * 3.5}
        width="3"
        height={4 + bar * 3.5}
        rx="1"
      />
    ))}
  </svg>
);
