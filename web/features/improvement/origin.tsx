/** Where a record is kept by now, since when there is one, and who began it. */
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import type { RegisterField } from '../../../shared/domain/improvement.ts';
import { answerDaysIn, answerState } from '../../../shared/process/answers.ts';
import { Badge } from '../../ui/badge.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { findPerson, isMe, nameOf, whereIcons } from '../improvement-words.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { useSettings } from '../use-settings.ts';
import { answerWords, isLate } from '../answer-words.ts';
import { conflictId } from './field-conflict.tsx';
import './origin.css';

type OriginProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement | undefined;
};

export const Origin = ({ improvement, row }: OriginProps) => (
  <div class="origin">
    <Stored improvement={improvement} row={row} />
    {row !== undefined && <Began row={row} />}
    {row !== undefined && <FirstAnswer row={row} />}
    {/* The title's own stands right above. */}
    {row?.conflicts
      .filter((field) => field !== 'title')
      .map((field) => (
        <ConflictPointer key={field} field={field} />
      ))}
  </div>
);

/** While an edit is on its way to the disk, that; else where every edit is. */
function Stored({ improvement, row }: OriginProps) {
  const { t } = useWords();
  const saving = useReadable(improvement.saving);
  const where = row?.where ?? 'device';
  return (
    <div class="origin__stored" role="status" data-testid="saving">
      {saving === 'saving' ? (
        <Badge icon="sync" text={t('record.saving')} />
      ) : saving === 'saved' ? (
        <Badge icon={whereIcons[where]} text={t(`where.${where}`)} />
      ) : null}
    </div>
  );
}

/** Leads down to where the choice is, which may be below the fold. */
function ConflictPointer({ field }: { readonly field: RegisterField }) {
  const { t } = useWords();
  const show = () =>
    document.getElementById(conflictId(field))?.scrollIntoView({ block: 'center' });
  return (
    <button type="button" class="origin__conflict" onClick={show}>
      <Badge
        icon="fork"
        tone="warn"
        text={t('record.conflictIn', { field: t(`field.${field}`) })}
      />
    </button>
  );
}

/** Whether whoever had the idea has heard anything yet, and how long it took. */
function FirstAnswer({ row }: { readonly row: ListedImprovement }) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const nowMs = useNow();
  const answerDays = answerDaysIn(useSettings()?.values);
  const { createdBy } = row;
  if (createdBy === '') return null;
  const author = findPerson(people, createdBy);
  const answer = answerState(
    row,
    (someone) =>
      someone === createdBy || (author !== undefined && findPerson(people, someone) === author),
    nowMs,
    answerDays,
  );
  // Alone on this device, nobody else could answer.
  if (services.session.state.get().type === 'local') return null;
  const words = answerWords(answer, t, format);
  return words === '' ? null : <p class={isLate(answer) ? 'origin__late' : ''}>{words}</p>;
}

function Began({ row }: { readonly row: ListedImprovement }) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const when = format.ago(row.createdAt, useNow());
  return (
    <p>
      {row.createdBy === ''
        ? t('record.kept', { when })
        : isMe(people, me, row.createdBy)
          ? t('record.keptByMe', { when })
          : t('record.keptBy', { when, name: nameOf(people, me, row.createdBy, t) })}
      {/* The number from before the reference, which may be on somebody's note. */}
      {row.ref !== '' && <span class="figures"> · {row.localNumber}</span>}
    </p>
  );
}
