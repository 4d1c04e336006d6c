/** The way to the coaching card that is being filled, or to a new one. */
import { openCardOf } from '../../../shared/process/kata.ts';
import { pathToPage } from '../../page-paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import type { RoutineProps } from './choose-routine.tsx';
import { useStartCard } from './use-start-card.ts';

type CardDoorProps = RoutineProps & { readonly kind: 'primary' | 'quiet' };

export function CardDoor({ improvement, state, kind }: CardDoorProps) {
  const { navigation } = useEnvironment();
  const { t } = useWords();
  const start = useStartCard(improvement, state);
  const path = pathToPage.coachingCard(improvement.id);
  if (openCardOf(state.items('coachings')) !== undefined) {
    return (
      <ButtonLink kind={kind} href={path}>
        {t('coaching.continue')}
      </ButtonLink>
    );
  }
  if (!state.isAllowed('coach')) return null;
  return (
    <Button
      kind={kind}
      onClick={() => {
        start();
        navigation.go(path);
      }}
    >
      {t('coaching.start')}
    </Button>
  );
}
