/** The filters of which one value is chosen, the order and the headings: one select each. */
import type { ComponentChildren } from 'preact';
import {
  assessmentStates,
  type DayRange,
  groupings,
  type RegisterQuery,
  sortKeys,
  usualDirection,
  waitings,
} from '../../projection/register-query.ts';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { findPerson, personName } from '../improvement-words.ts';
import { dayRangeText } from './query-words.ts';
import { useSpeaker } from './use-speaker.ts';

type PartProps = {
  readonly query: RegisterQuery;
  readonly onQuery: (query: RegisterQuery) => void;
};

type SelectProps = {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ComponentChildren;
};

export const Select = ({ label, value, onChoose, children }: SelectProps) => (
  <Field label={label}>
    {(control) => (
      <select
        {...control}
        class="field__input filter-sheet__select"
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {children}
      </select>
    )}
  </Field>
);

export function SortSelect({ query, onQuery }: PartProps) {
  const { t } = useSpeaker();
  const isUsual = query.direction === usualDirection[query.sort];
  return (
    <div class="filter-sheet__sort">
      <Select
        label={t('find.sort')}
        value={query.sort}
        onChoose={(value) => {
          const sort = sortKeys.find((key) => key === value) ?? 'newest';
          onQuery({ ...query, sort, direction: usualDirection[sort] });
        }}
      >
        {sortKeys.map((key) => (
          <option key={key} value={key}>
            {t(`find.sort.${key}`)}
          </option>
        ))}
      </Select>
      <IconButton
        icon={isUsual ? 'down' : 'up'}
        label={t('find.reverse')}
        onClick={() => onQuery({ ...query, direction: query.direction === 'asc' ? 'desc' : 'asc' })}
      />
    </div>
  );
}

export function GroupSelect({ query, onQuery }: PartProps) {
  const { t } = useSpeaker();
  return (
    <Select
      label={t('find.group')}
      value={query.group}
      onChoose={(value) => onQuery({ ...query, group: groupings.find((g) => g === value) ?? '' })}
    >
      <option value="">{t('find.group.none')}</option>
      {groupings.map((grouping) => (
        <option key={grouping} value={grouping}>
          {t(`find.group.${grouping}`)}
        </option>
      ))}
    </Select>
  );
}

export function OwnerSelect({ query, onQuery }: PartProps) {
  const { t, people, me } = useSpeaker();
  const own = findPerson(people, me);
  const others = people.filter((person) => person !== own);
  const isListed =
    ['', 'me', 'anyone', 'nobody'].includes(query.owner) ||
    others.some(({ id }) => id === query.owner);
  return (
    <Select
      label={t('field.owner')}
      value={query.owner}
      onChoose={(owner) => onQuery({ ...query, owner })}
    >
      <option value="">{t('find.any')}</option>
      <option value="me">{t('someone.me')}</option>
      <option value="nobody">{t('register.nobody')}</option>
      <option value="anyone">{t('find.owner.anyone')}</option>
      {others.map((person) => (
        <option key={person.id} value={person.id}>
          {personName(person, t)}
        </option>
      ))}
      {!isListed && <option value={query.owner}>{t('someone.unknown')}</option>}
    </Select>
  );
}

export function WaitingSelect({ query, onQuery }: PartProps) {
  const { t } = useSpeaker();
  return (
    <Select
      label={t('find.waits')}
      value={query.waitsFor}
      onChoose={(value) => onQuery({ ...query, waitsFor: waitings.find((w) => w === value) ?? '' })}
    >
      <option value="">{t('find.any')}</option>
      {waitings.map((waiting) => (
        <option key={waiting} value={waiting}>
          {t(`find.waits.${waiting}`)}
        </option>
      ))}
    </Select>
  );
}

export function AssessmentSelect({ query, onQuery }: PartProps) {
  const { t } = useSpeaker();
  return (
    <Select
      label={t('find.assessment')}
      value={query.assessment}
      onChoose={(value) =>
        onQuery({ ...query, assessment: assessmentStates.find((one) => one === value) ?? '' })
      }
    >
      <option value="">{t('find.any')}</option>
      {assessmentStates.map((state) => (
        <option key={state} value={state}>
          {t(`find.assessment.${state}`)}
        </option>
      ))}
    </Select>
  );
}

const dayRanges: readonly DayRange[] = [
  { type: 'within', days: 1 },
  { type: 'within', days: 7 },
  { type: 'within', days: 30 },
  { type: 'within', days: 90 },
  { type: 'before', days: 7 },
  { type: 'before', days: 30 },
  { type: 'before', days: 90 },
];

export function DaySelect({
  name,
  query,
  onQuery,
}: PartProps & { readonly name: 'updated' | 'created' }) {
  const { t } = useSpeaker();
  const keyOf = (range: DayRange | undefined) => (range ? `${range.type} ${range.days}` : '');
  const current = query[name];
  const isListed = current === undefined || dayRanges.some((r) => keyOf(r) === keyOf(current));
  const offered = isListed ? dayRanges : [...dayRanges, current];
  return (
    <Select
      label={t(`find.${name}`)}
      value={keyOf(current)}
      onChoose={(value) =>
        onQuery({ ...query, [name]: offered.find((range) => keyOf(range) === value) })
      }
    >
      <option value="">{t('find.any')}</option>
      {offered.map((range) => (
        <option key={keyOf(range)} value={keyOf(range)}>
          {dayRangeText(name, range, t)}
        </option>
      ))}
    </Select>
  );
}
