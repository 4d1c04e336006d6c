/** The line above a record: its number, who else is here, and the way back from a mistake. */
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { AvatarStack } from '../../ui/avatar.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { UndoButtons } from '../undo-buttons.tsx';
import { useReadable } from '../use-readable.ts';
import './record-bar.css';

type RecordBarProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement | undefined;
};

export function RecordBar({ improvement, row }: RecordBarProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();

  const copyLink = async () => {
    await navigator.clipboard.writeText(location.href);
    showToast({ text: t('record.linkCopied') });
  };

  return (
    <div class="record-bar">
      {row !== undefined && <p class="record-bar__number figures">{numberOf(row)}</p>}
      <div class="record-bar__end">
        <Presence improvement={improvement} />
        <UndoButtons undo={improvement.undo} />
        {/* Only secure pages have a clipboard. */}
        {'clipboard' in navigator && (
          <IconButton icon="link" label={t('record.copyLink')} onClick={() => void copyLink()} />
        )}
      </div>
    </div>
  );
}

function Presence({ improvement }: { readonly improvement: OpenImprovement }) {
  const { t, format } = useWords();
  const others = useReadable(improvement.room.others);
  const names = [...new Set(others.map((other) => other.name))];
  return (
    <div class="record-bar__presence" data-testid="presence">
      {others.length > 0 && (
        <AvatarStack
          people={others}
          label={t('record.here', { count: names.length, names: format.list(names) })}
        />
      )}
    </div>
  );
}
