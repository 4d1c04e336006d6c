/** One record: found here, still on its way, or not to be opened. */
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { pathTo } from '../../routes.ts';
import type { OpenImprovement } from '../../services/improvement.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useScreenTitle } from '../shell/use-screen.ts';
import { useReadable } from '../use-readable.ts';
import { ImprovementRecord } from './improvement-record.tsx';
import { useOpenImprovement } from './use-open-improvement.ts';

type ImprovementScreenProps = {
  readonly id: DocumentId;
  /** Somebody came to add detail to it. */
  readonly isDetailWanted?: boolean;
};

export function ImprovementScreen({ id, isDetailWanted = false }: ImprovementScreenProps) {
  const { services } = useEnvironment();
  const { opened, row } = useOpenImprovement(services, id);
  switch (opened.type) {
    case 'opening':
      return <div aria-busy="true" />;
    case 'open':
      return <Present improvement={opened.improvement} row={row} isDetailWanted={isDetailWanted} />;
    case 'missing':
      return <Missing />;
    case 'failed':
      return <Failed />;
  }
}

type PresentProps = {
  readonly improvement: OpenImprovement;
  readonly row: ListedImprovement | undefined;
  readonly isDetailWanted: boolean;
};

/** While it is open, a record may be deleted for good. */
function Present({ improvement, row, isDetailWanted }: PresentProps) {
  const refused = useReadable(improvement.refused);
  return refused === 'notFound' ? (
    <Gone />
  ) : (
    <ImprovementRecord improvement={improvement} row={row} isDetailWanted={isDetailWanted} />
  );
}

function Gone() {
  const { t } = useWords();
  useScreenTitle(t('record.gone'));
  return (
    <EmptyState level={1} title={t('record.gone')} hint={t('record.goneHint')} role="status">
      <ButtonLink href={pathTo.register}>{t('record.back')}</ButtonLink>
    </EmptyState>
  );
}

function Missing() {
  const { services } = useEnvironment();
  const { t } = useWords();
  const session = useReadable(services.session.state);
  useScreenTitle(t('record.missing'));
  return (
    <EmptyState
      level={1}
      title={t('record.missing')}
      hint={t(session.type === 'joined' ? 'record.missingJoined' : 'record.missingLocal')}
      role="status"
    >
      {session.type === 'joined' ? (
        <ButtonLink href={pathTo.register}>{t('record.back')}</ButtonLink>
      ) : (
        <ButtonLink kind="primary" href={pathTo.join}>
          {t('me.join')}
        </ButtonLink>
      )}
    </EmptyState>
  );
}

function Failed() {
  const { t } = useWords();
  useScreenTitle(t('record.failed'));
  return (
    <EmptyState level={1} title={t('record.failed')} hint={t('record.failedHint')} role="alert">
      <Button onClick={() => location.reload()}>{t('app.reload')}</Button>
    </EmptyState>
  );
}
