/** Says which parts of a link mean nothing here; the rest of it is shown. */
import type { RefusedParameter } from '../../projection/query-address.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../environment.ts';

type RefusedParametersProps = {
  readonly refused: readonly RefusedParameter[];
  readonly onRead: () => void;
};

const shownAtMost = 3;

export function RefusedParameters({ refused, onRead }: RefusedParametersProps) {
  const { t, format } = useWords();
  if (refused.length === 0) return null;
  const parts = refused.slice(0, shownAtMost).map(({ name, value }) => `${name}=${value}`);
  return (
    <Notice
      tone="warn"
      icon="warning"
      role="status"
      title={t('find.refused')}
      text={t('find.refusedHint', { parts: format.list(parts) })}
    >
      <Button kind="quiet" onClick={onRead}>
        {t('find.refusedRead')}
      </Button>
    </Notice>
  );
}
