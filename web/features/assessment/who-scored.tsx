/** Who has scored, and whose scores are still missed: everybody whose role it is. */
import type { Someone } from '../../../shared/domain/improvement.ts';
import { may } from '../../../shared/process/permissions.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { isMe, nameOf, personName } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';

export function WhoScored({ assessors }: { readonly assessors: readonly Someone[] }) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const missed = people.filter(
    ({ id, roles }) =>
      !assessors.includes(id) &&
      may({ roles, editing: 'involved' }, 'score') &&
      !isMe(people, me, id),
  );
  return (
    <div class="assessment__who">
      {assessors.length > 0 && (
        <p>
          {t('assess.scoredBy', {
            names: format.list(assessors.map((id) => nameOf(people, me, id, t))),
          })}
        </p>
      )}
      {missed.length > 0 && (
        <p>
          {t('assess.missing', {
            names: format.list(missed.map((person) => personName(person, t))),
          })}
        </p>
      )}
    </div>
  );
}
