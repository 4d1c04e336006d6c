/** From the list to the board of the same records. */
import { pathToPage } from '../../page-paths.ts';
import { useWords } from '../environment.ts';

/** `search` as it stands in the list's address. */
export function BoardDoor({ search }: { readonly search: string }) {
  const { t } = useWords();
  return (
    <a
      class="icon-button"
      href={`${pathToPage.board}${search === '' ? '' : `?${search}`}`}
      aria-label={t('board.asBoard')}
      title={t('board.asBoard')}
    >
      <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d="M3.5 4.5H7v11H3.5zm5 0h3V12h-3zm4.5 0h3.5v9H13z" />
      </svg>
    </a>
  );
}
