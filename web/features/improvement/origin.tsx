/** Where a record is kept by now, since when there is one, and who began it. */
import type { ListedImprovement, OpenImprovement } from '../../services.ts';
import { Badge } from '../../ui/badge.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { isMe, nameOf, whereIcons } from '../improvement-words.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import './origin.css';

type OriginProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement | undefined;
};

export const Origin = ({ improvement, row }: OriginProps) => (
  <div class="origin">
    <Stored improvement={improvement} row={row} />
    {row !== undefined && <Began row={row} />}
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
