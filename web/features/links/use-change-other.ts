/** Changes a link that stands at another record, if this person may edit that one. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { linkEntry, type RecordLink } from '../../../shared/domain/links.ts';
import type { TextKey } from '../../i18n/translate.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { storageFailureText } from '../failure-text.ts';

/** What kept it from being done; undefined: it is stored on this device. */
export type ChangeOther = (
  id: DocumentId,
  link: RecordLink,
  on: boolean,
) => Promise<TextKey | undefined>;

export function useChangeOther(): ChangeOther {
  const { services, showToast } = useEnvironment();
  const { t } = useWords();
  return async (id, link, on) => {
    const many = await services.changeMany();
    const change = { type: 'setEntry', field: 'links', entry: linkEntry(link), on } as const;
    const { changing } = await many.plan([id], change);
    if (changing.length === 0) return 'links.forbidden';
    const { failure, undo } = await many.run(changing, change, () => undefined);
    if (failure !== undefined) return storageFailureText(failure);
    showToast({
      text: t(on ? 'links.added' : 'links.removed'),
      action: { label: t('app.undo'), onClick: () => void undo() },
    });
    return undefined;
  };
}
