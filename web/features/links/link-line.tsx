/** One linked record: its stage, number and title, the way there, and the way to take the link out. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { StageMark } from '../../ui/stage-mark.tsx';
import { useWords } from '../environment.ts';
import { numberOf, stageShapes } from '../improvement-words.ts';

type LinkLineProps = {
  readonly id: DocumentId;
  /** undefined: not on this device, or not for this person to see. */
  readonly row: ListedImprovement | undefined;
  readonly onRemove: (() => void) | undefined;
};

export function LinkLine({ id, row, onRemove }: LinkLineProps) {
  const { t } = useWords();
  const name = row === undefined ? t('links.unseen') : numberOf(row);
  return (
    <li class="links-part__line" data-testid="link">
      {row === undefined ? (
        <p class="links-part__unseen">{name}</p>
      ) : (
        <a class="links-part__record" href={pathTo.improvement(id)}>
          <StageMark shape={stageShapes[row.stage]} />
          <span class="links-part__number figures">{name}</span>
          <span class="links-part__name">
            {row.title === '' ? t('register.untitled') : row.title}
          </span>
          <span class="links-part__stage">{t(`stage.${row.stage}`)}</span>
        </a>
      )}
      {onRemove !== undefined && (
        <IconButton icon="close" label={t('links.remove', { record: name })} onClick={onRemove} />
      )}
    </li>
  );
}
