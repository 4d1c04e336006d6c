/** Whom a record is for: everybody, one team, or those involved; and who that is. */
import { type FieldValue, visibilities } from '../../../shared/domain/improvement.ts';
import { may } from '../../../shared/process/permissions.ts';
import type { ImprovementState, OpenImprovement } from '../../services/improvement.ts';
import { Segments } from '../../ui/segments.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { personName } from '../improvement-words.ts';
import { FieldConflict } from '../improvement/field-conflict.tsx';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { useGroups } from '../use-groups.ts';
import { useReadable } from '../use-readable.ts';

type VisibleToProps = {
  readonly improvement: OpenImprovement;
  readonly state: ImprovementState;
};

export function VisibleTo({ improvement, state }: VisibleToProps) {
  const { services } = useEnvironment();
  const { t } = useWords();
  const { visibility } = state.fields;
  const session = useReadable(services.session.state);
  // Guests know of no teams.
  const isMember =
    session.type === 'joined' &&
    may({ roles: session.person.roles, editing: 'involved' }, 'readRegister');
  const offered = visibilities.filter(
    (value) => value !== 'team' || isMember || visibility.value === 'team',
  );
  const set = (value: FieldValue['visibility']) =>
    improvement.change({ type: 'setField', field: 'visibility', value });
  return (
    <div>
      <Segments
        label={t('field.visibility')}
        options={offered.map((value) => ({ value, label: t(`visibility.${value}`) }))}
        value={visibility.value}
        onChoose={set}
      />
      <FieldConflict field="visibility" read={visibility} onKeep={set} />
      {visibility.value === 'team' ? (
        <TeamThatSees improvement={improvement} state={state} />
      ) : (
        <p class="access-section__hint">{t(`access.hint.${visibility.value}`)}</p>
      )}
    </div>
  );
}

function TeamThatSees({ improvement, state }: VisibleToProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const teams = useGroups().filter(({ kind }) => kind === 'team');
  const { visibleTeam } = state.fields;
  const { value } = visibleTeam;
  const set = (team: string) =>
    improvement.change({ type: 'setField', field: 'visibleTeam', value: team });
  const isKnown = value === '' || teams.some(({ id }) => id === value);
  const members = people
    .filter(({ belongsTo = [], isRemoved }) => !isRemoved && belongsTo.includes(value))
    .map((person) => personName(person, t));
  return (
    <>
      <div class="access-section__team">
        <PlainSelect
          label={t('field.visibleTeam')}
          options={[
            { value: '', label: t('access.chooseTeam') },
            ...teams.map(({ id, title }) => ({ value: id, label: title })),
            ...(isKnown ? [] : [{ value, label: t('access.formerTeam') }]),
          ]}
          value={value}
          onChoose={set}
        />
      </div>
      <FieldConflict field="visibleTeam" read={visibleTeam} onKeep={set} />
      <p class="access-section__hint">
        {value === ''
          ? t(teams.length === 0 ? 'access.noTeams' : 'access.teamMissing')
          : members.length === 0
            ? t('access.teamEmpty')
            : t('access.teamSees', { names: format.list(members) })}
      </p>
    </>
  );
}
