/** What else a record says of itself, folded away until somebody wants it: size, way, origin, people. */
import { useState } from 'preact/hooks';
import type { FieldValue, RegisterField } from '../../../shared/domain/improvement.ts';
import {
  deliveryRoutes,
  type ImpactArea,
  impactAreas,
  sources,
} from '../../../shared/domain/record-values.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Choices } from '../../ui/choices.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../environment.ts';
import { DetailLine } from '../improvement/detail-line.tsx';
import { FieldConflict } from '../improvement/field-conflict.tsx';
import { LevelField } from '../improvement/level-field.tsx';
import { PersonField } from '../improvement/person-field.tsx';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { useSettings } from '../use-settings.ts';
import { DayField } from './day-field.tsx';
import { PeopleField } from './people-field.tsx';
import { ShortTextField } from './short-text-field.tsx';
import './more-details.css';

const names = ['team', 'site', 'supplier', 'requesterName'] as const;

/** In the order in which they stand on the page. */
const folded = ['effort', 'timescale', 'dueOn', 'route', 'source', 'sponsor', ...names] as const;

type MoreDetailsProps = { readonly improvement: OpenImprovement; readonly state: ImprovementState };

export function MoreDetails({ improvement, state }: MoreDetailsProps) {
  const { t } = useWords();
  const { fields, sets } = state;
  // Two values that stand against each other must not lie folded away.
  const isDisputed = folded.some((field) => fields[field].standing.length > 1);
  const [isOpen, setOpen] = useState(isDisputed);
  const count =
    folded.filter((field) => fields[field].value !== '').length +
    (sets.impactAreas.length > 0 ? 1 : 0) +
    (sets.stakeholders.length > 0 ? 1 : 0);
  return (
    <details
      class="more-details"
      open={isOpen || isDisputed}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary class="more-details__summary">
        <Icon name="forward" />
        {t('record.more')}
        <span class="more-details__count figures">
          {count > 0 && t('record.moreSet', { count })}
        </span>
      </summary>
      <Lines improvement={improvement} state={state} />
    </details>
  );
}

function Lines({ improvement, state }: MoreDetailsProps) {
  const { t } = useWords();
  const { fields, sets } = state;
  const suppliers = useSuppliers();
  const isReadOnly = !state.isAllowed('editRecord');
  const set =
    <F extends RegisterField>(field: F) =>
    (value: FieldValue[F]) =>
      improvement.change({ type: 'setField', field, value });
  const line = <F extends RegisterField>(field: F, control: preact.ComponentChildren) => (
    <DetailLine key={field} field={field} isReadOnly={isReadOnly}>
      {control}
      <FieldConflict field={field} read={fields[field]} onKeep={set(field)} />
    </DetailLine>
  );
  const choice = (field: 'route' | 'source', options: readonly Option[]) =>
    line(
      field,
      <PlainSelect
        label={t(`field.${field}`)}
        options={[{ value: '', label: t('record.choose') }, ...options]}
        value={fields[field].value}
        onChoose={(value) => set(field)(value as '')}
      />,
    );
  const text = (
    field: 'timescale' | (typeof names)[number],
    hint?: string,
    suggestions: readonly string[] = [],
  ) =>
    line(
      field,
      <ShortTextField
        label={t(`field.${field}`)}
        hint={hint}
        value={fields[field].value}
        suggestions={suggestions}
        onChange={set(field)}
      />,
    );
  const setAreas = (chosen: readonly ImpactArea[]) => {
    for (const entry of impactAreas) {
      const on = chosen.includes(entry);
      if (on !== sets.impactAreas.includes(entry)) {
        improvement.change({ type: 'setEntry', field: 'impactAreas', entry, on });
      }
    }
  };

  return (
    <>
      {line(
        'effort',
        <LevelField
          label={t('field.effort')}
          value={fields.effort.value}
          onChoose={set('effort')}
        />,
      )}
      {text('timescale', t('record.timescaleHint'))}
      {line(
        'dueOn',
        <DayField
          label={t('field.dueOn')}
          value={fields.dueOn.value}
          notBeforeMs={state.createdAt}
          onChange={set('dueOn')}
        />,
      )}
      {choice(
        'route',
        deliveryRoutes.map((value) => ({ value, label: t(`route.${value}`) })),
      )}
      <DetailLine field="impactAreas" isReadOnly={isReadOnly}>
        <Choices
          label={t('field.impactAreas')}
          isLabelHidden
          options={impactAreas.map((value) => ({ value, label: t(`impact.${value}`) }))}
          chosen={impactAreas.filter((area) => sets.impactAreas.includes(area))}
          onChange={setAreas}
        />
      </DetailLine>
      {choice(
        'source',
        sources.map((value) => ({ value, label: t(`source.${value}`) })),
      )}
      {text('requesterName')}
      {line(
        'sponsor',
        <PersonField
          label={t('field.sponsor')}
          value={fields.sponsor.value}
          onChoose={set('sponsor')}
        />,
      )}
      <DetailLine field="stakeholders" isReadOnly={isReadOnly}>
        <PeopleField
          label={t('field.stakeholders')}
          addLabel={t('record.addStakeholder')}
          entries={sets.stakeholders}
          onChange={(entry, on) =>
            improvement.change({ type: 'setEntry', field: 'stakeholders', entry, on })
          }
        />
      </DetailLine>
      {text('team')}
      {text('site')}
      {text('supplier', undefined, suppliers)}
    </>
  );
}

/** The organisations of the workspace's catalogue. */
function useSuppliers(): readonly string[] {
  const catalogue = useSettings()?.items.catalogue ?? [];
  return catalogue.flatMap(({ values: { kind, title }, isRemoved }) =>
    !isRemoved && title !== '' && (kind === 'supplier' || kind === 'partner') ? [title] : [],
  );
}

type Option = { readonly value: string; readonly label: string };
