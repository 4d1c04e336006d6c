/** For whoever comes to a routine's page without a record: the way to those that follow it. */
import type { Routine } from '../../../shared/domain/record-values.ts';
import { pathTo } from '../../routes.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useWords } from '../environment.ts';
import { useScreenTitle } from '../shell/use-screen.ts';

export function WhichRecord({ routine }: { readonly routine: Routine }) {
  const { t } = useWords();
  useScreenTitle(t(`routine.${routine}`));
  return (
    <EmptyState level={1} title={t('routine.which')} hint={t('routine.whichHint')}>
      <ButtonLink kind="primary" href={pathTo.registerWith(`is=${routine}`)}>
        {t('routine.show')}
      </ButtonLink>
    </EmptyState>
  );
}
