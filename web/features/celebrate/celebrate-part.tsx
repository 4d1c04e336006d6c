/** In a record that was closed with success: the way to its thanks. */
import { pathToPage } from '../../page-paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { useWords } from '../environment.ts';
import type { StoryPartProps } from '../improvement/story-part.ts';

export function CelebratePart({ improvement }: StoryPartProps) {
  const { t } = useWords();
  return (
    <div>
      <ButtonLink icon="person" href={pathToPage.success(improvement.id)}>
        {t('celebrate.door')}
      </ButtonLink>
    </div>
  );
}
