/** Who takes part, by team: for those who help teams to practise, and never person by person. */
import type { Role } from '../../../shared/domain/person.ts';
import type { TeamLine } from '../../../shared/process/kpis/participation.ts';
import { Section } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';

/** Whose work it is to help others to practise. */
const helpers: readonly Role[] = ['coach', 'coordinator', 'practiceOwner', 'admin'];

/** So few are not counted out. */
const leastPeople = 3;

export function TeamsPart({ teams }: { readonly teams: readonly TeamLine[] }) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const session = useReadable(services.session.state);
  const isHelper =
    session.type === 'joined' && session.person.roles.some((role) => helpers.includes(role));
  if (!isHelper || teams.length === 0) return null;
  const nameOf = (team: string | undefined) =>
    team === undefined ? t('insights.smallTeams') : team === '' ? t('insights.noTeam') : team;
  return (
    <Section title={t('insights.teams')}>
      <p class="insights__hint">{t('insights.teamsHint')}</p>
      <div class="insights-table" role="group" aria-label={t('insights.teams')} tabIndex={0}>
        <table class="insights-table__table figures">
          <thead>
            <tr>
              <th scope="col">{t('field.team')}</th>
              <th scope="col">{t('insights.people')}</th>
              <th scope="col">{t('insights.came')}</th>
              <th scope="col">{t('insights.inWork')}</th>
              <th scope="col">{t('insights.closed')}</th>
            </tr>
          </thead>
          <tbody>
            {teams.map(({ team, people, registered, inWork, closed }) => (
              <tr key={team ?? '…'}>
                <th scope="row">{nameOf(team)}</th>
                <td>
                  {people > 0 && people < leastPeople ? t('insights.few') : format.number(people)}
                </td>
                <td>{format.number(registered)}</td>
                <td>{format.number(inWork)}</td>
                <td>{format.number(closed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
